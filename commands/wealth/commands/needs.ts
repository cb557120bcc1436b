import { formatList } from '../../../src/kernel/dates/format.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import type { Need } from '../../../src/wealth/types/needs.js';
import { LIMITS, type WealthContext } from '../../../src/wealth/types.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { text as longText, optional } from '../../registry/param.js';
import { people, personTyped } from '../../registry/people.js';
import { act, button, note, text, view } from '../../view/build.js';
import { richText } from '../../view/markdown.js';
import type { Block, Inline, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Around, around, nameOf } from '../drawing.js';
import { context as contextParam, contextTyped } from '../params.js';
import { money } from '../share-params.js';
import { LANDMARK } from '../views/card.js';
import { titled } from '../views/context.js';
import { euros } from '../views/share.js';

const named = <T>(inner: T): T & { readonly takes: 'named' } => ({ ...inner, takes: 'named' });

/** How much, and in words. */
function needBlocks(draw: Around, { cents, words }: Need): Block[] {
  const amount: Inline[] =
    cents === null ? [] : [{ type: 'strong', children: [euros(cents, draw)] }];
  return [
    ...(amount.length > 0 ? [text(...amount)] : []),
    ...(words === '' ? [] : [{ type: 'rich', content: richText(words) } as const]),
  ];
}

function ownBlocks(draw: Around, own: Need | null): Block[] {
  const { locale } = draw;
  if (!own) return [text(say(locale, 'need.own.none'))];
  const names = formatList(
    own.readers.map((id) => nameOf(draw, id)),
    locale,
  );
  return [
    titled(say(locale, 'need.own')),
    ...needBlocks(draw, own),
    note(say(locale, own.readers.length === 0 ? 'need.readers.none' : 'need.readers', { names })),
  ];
}

/** One's own need, those that one was chosen to read, and what each is used for. */
async function page(context: Context, about: WealthContext, title: string): Promise<Result<View>> {
  const { services, community, member, locale, now } = context;
  const { own, shown } = await services.wealth.needs(community.id, about, member.id);
  const draw = (await around(services, { community: community.id, reader: member.id, now }))(
    locale,
  );
  const fields = { context: contextTyped(about) };
  return ok(
    view({
      title: [title],
      landmark: LANDMARK,
      confidential: 'needs',
      blocks: [
        ...ownBlocks(draw, own),
        ...shown.flatMap((need) => [
          titled(say(locale, 'need.of', { name: nameOf(draw, need.member) })),
          ...needBlocks(draw, need),
        ]),
        note(say(locale, 'need.rule')),
      ],
      actions: [
        button(say(locale, own ? 'need.change' : 'need.say'), act('wealth.need', fields)),
        ...(own ? [button(say(locale, 'need.erase'), act('wealth.need-erase', fields))] : []),
      ],
    }),
  );
}

export const need = command({
  id: 'wealth.need',
  params: {
    context: contextParam(),
    amount: optional(named(money())),
    words: optional(named(longText(LIMITS.need))),
    readers: optional(named(people())),
  },
  private: true,
  confidential: true,
  confirm: true,
  async prepare(context, given) {
    const { services, community, member, locale } = context;
    const read = await contextParam().parse(given.context ?? '', context);
    if (!read.ok) return ok({});
    const { own } = await services.wealth.needs(community.id, read.value, member.id);
    if (!own) return ok({});
    const members = await services.community.members(community.id);
    return ok({
      amount: own.cents === null ? '' : euros(own.cents, { locale }),
      words: own.words,
      readers: own.readers.flatMap((id) => personTyped(members, id) ?? []).join(', '),
    });
  },
  async run(context, { context: about, amount, words, readers }) {
    const { services, cause, locale } = context;
    const chosen = [...new Set((readers ?? []).map(({ id }) => id))];
    if (chosen.length > LIMITS.needReaders) {
      return refuse('too-many', { max: LIMITS.needReaders, count: chosen.length }, 'readers');
    }
    const said = { cents: amount, words: words ?? '', readers: chosen };
    const done = await services.wealth.stateNeed(cause, about, said);
    if (!done.ok) return done;
    return page(context, about, say(locale, 'need.done', { name: about.name }));
  },
});

export const needs = command({
  id: 'wealth.needs',
  params: { context: contextParam() },
  private: true,
  confidential: true,
  run: (context, { context: about }) =>
    page(context, about, say(context.locale, 'need.title', { name: about.name })),
});

export const erase = command({
  id: 'wealth.need-erase',
  params: { context: contextParam() },
  private: true,
  confidential: true,
  async run(context, { context: about }) {
    const { services, cause, locale } = context;
    const done = await services.wealth.eraseNeed(cause, about);
    if (!done.ok) return done;
    return ok(
      view({
        title: [say(locale, 'need.erased', { name: about.name })],
        confidential: 'needs',
        blocks: [text(...rich(locale, 'need.erased.what'))],
        actions: [
          button(say(locale, 'need.say'), act('wealth.need', { context: contextTyped(about) })),
        ],
      }),
    );
  },
});
