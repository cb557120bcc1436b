import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { LIMITS, RETRO_KINDS, type WealthContext } from '../../../src/wealth/types.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import {
  choice,
  flag,
  integer,
  line,
  text as longText,
  optional,
  param,
} from '../../registry/param.js';
import { person } from '../../registry/people.js';
import { act, button, note, text, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { around } from '../drawing.js';
import { context as contextParam } from '../params.js';
import { retroPage } from '../views/retro.js';

async function page(context: Context, about: WealthContext, title = ''): Promise<Result<View>> {
  const { services, community, member, locale, now } = context;
  const draw = await around(services, { community: community.id, reader: member.id, now });
  const notes = await services.wealth.retrospective(community.id, about);
  const held = await services.wealth.contextPage(community.id, { id: about.id });
  if (!held) return refuse('unknown-context', { name: about.name });
  return ok(retroPage(draw(locale), held, notes, title));
}

export const retro = command({
  id: 'wealth.retro',
  params: { context: contextParam() },
  run: (context, { context: about }) => page(context, about),
});

const kinds = () => choice(RETRO_KINDS, (one, { locale }: Context) => say(locale, `retro.${one}`));

export const retroAdd = command({
  id: 'wealth.retro-add',
  params: {
    context: contextParam(),
    kind: kinds(),
    text: longText(LIMITS.retro),
    anonymous: flag(),
  },
  private: true,
  async run(context, { context: about, kind, text: said, anonymous }) {
    const { services, cause, locale } = context;
    const words = { kind, text: said, anonymous };
    // Without a name: neither the journal nor what was seen of the event may tell who.
    const by = anonymous ? { ...cause, event: null } : cause;
    const done = await services.wealth.retro(by, about, words);
    if (!done.ok) return done;
    const key = anonymous ? 'retro.done.anonymous' : 'retro.done';
    return page(context, about, say(locale, key));
  },
});

/** « 1, 3, 4 »: what was said, by its number. */
const positions = () =>
  param<readonly number[]>({
    takes: 'word',
    parse: async (typed) => {
      const all = typed.split(/[\s,;]+/).filter((one) => one !== '');
      const numbers = all.map(Number);
      return all.length > 0 && all.every((one) => /^\d{1,4}$/.test(one))
        ? ok([...new Set(numbers)])
        : refuse('not-retro-numbers', { typed });
    },
  });

export const retroGroup = command({
  id: 'wealth.retro-group',
  params: { context: contextParam(), numbers: positions(), theme: line(LIMITS.theme) },
  async run(context, { context: about, numbers, theme }) {
    const { services, cause } = context;
    const done = await services.wealth.groupRetro(cause, about, numbers, theme);
    return done.ok ? page(context, about) : done;
  },
});

const one = () => ({ ...integer({ min: 1, max: 10_000 }), takes: 'last' as const });

export const retroCarry = command({
  id: 'wealth.retro-carry',
  params: { context: contextParam(), number: one() },
  async run(context, { context: about, number }) {
    const done = await context.services.wealth.carryRetro(context.cause, about, number);
    return done.ok ? page(context, about) : done;
  },
});

export const retroWithdraw = command({
  id: 'wealth.retro-withdraw',
  params: { context: contextParam(), number: one() },
  async run(context, { context: about, number }) {
    const done = await context.services.wealth.withdrawRetro(context.cause, about, number);
    return done.ok ? page(context, about, say(context.locale, 'retro.withdrawn')) : done;
  },
});

export const thank = command({
  id: 'wealth.thank',
  params: {
    member: { ...person(), takes: 'word' as const },
    text: line(LIMITS.thanks),
    context: optional({ ...contextParam(), takes: 'named' as const }),
  },
  async run({ services, cause, locale }, { member, text: words, context: about }) {
    const said = { to: member.id, text: words, context: about?.id ?? null };
    const done = await services.wealth.thank(cause, said);
    if (!done.ok) return done;
    const { number } = done.value;
    return ok(
      view({
        title: [say(locale, 'thanks.done', { name: member.name })],
        blocks: [
          text(words),
          ...(about ? [note(...rich(locale, 'thanks.in', { name: about.name }))] : []),
        ],
        actions: [button(say(locale, 'thanks.undo'), act('wealth.unthank', { number }))],
      }),
    );
  },
});

export const unthank = command({
  id: 'wealth.unthank',
  params: { number: integer({ min: 1, max: 10_000_000 }) },
  hidden: true,
  async run({ services, cause, locale }, { number }) {
    const done = await services.wealth.unthank(cause, number);
    if (!done.ok) return done;
    const key = done.value.withdrawnAt ? 'thanks.undone' : 'thanks.redone';
    return ok(
      view({
        title: [say(locale, key)],
        actions: [button(say(locale, 'wealth.undo'), act('wealth.unthank', { number }))],
      }),
    );
  },
});
