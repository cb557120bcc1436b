import { ok, refuse } from '../../../src/kernel/result.js';
import { lengthOf } from '../../../src/kernel/text.js';
import {
  CONTEXT_KINDS,
  type ContextRule,
  FIRST_RULE,
  LIMITS,
  NATURES,
  SEES,
  SILENCES,
  type WealthContext,
} from '../../../src/wealth/types.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { advanced, choice, integer, line, lines, optional } from '../../registry/param.js';
import { act, button, note, text, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { context as contextParam, contextTyped, natureName, wealthSettings } from '../params.js';
import { ruleText } from '../views/rule.js';

const kinds = () =>
  choice(CONTEXT_KINDS, (one, { locale }: Context) => say(locale, `context-kind.${one}`));
const silences = () =>
  choice(SILENCES, (one, { locale }: Context) => say(locale, `silence.${one}`));
const seers = () => choice(SEES, (one, { locale }: Context) => say(locale, `sees.${one}`));

const rules = () => ({
  validations: advanced(optional(integer({ min: 0, max: LIMITS.validations }))),
  silence: advanced(optional(silences())),
  days: advanced(optional(integer({ min: 1, max: LIMITS.silenceDays }))),
  sees: advanced(optional(seers())),
});

const ruleOf = (
  args: { [Name in keyof ReturnType<typeof rules>]: unknown },
  before: ContextRule,
): ContextRule => ({
  validations: (args.validations as number | null) ?? before.validations,
  silence: (args.silence as ContextRule['silence'] | null) ?? before.silence,
  silenceDays: (args.days as number | null) ?? before.silenceDays,
  sees: (args.sees as ContextRule['sees'] | null) ?? before.sees,
});

const held = ({ locale }: Context, done: WealthContext, key: 'opened' | 'changed'): View =>
  view({
    title: [say(locale, `wealth.context.done.${key}`, { name: done.name })],
    blocks: [
      text(...rich(locale, 'wealth.context.next', { name: done.name })),
      note(...rich(locale, 'wealth.rule', { rule: ruleText(done.rule, locale) })),
    ],
    actions: [
      button(
        say(locale, 'wealth.declare'),
        act('wealth.declare', { context: contextTyped(done) }),
        'primary',
      ),
      button(
        say(locale, 'wealth.context.change'),
        act('wealth.change-context', { context: contextTyped(done) }),
      ),
    ],
  });

export const open = command({
  id: 'wealth.open-context',
  params: { name: line(LIMITS.context), kind: optional(kinds()), ...rules() },
  async run(context, { name, kind, ...args }) {
    const draft = { name, kind: kind ?? ('project' as const), rule: ruleOf(args, FIRST_RULE) };
    const done = await context.services.wealth.openContext(context.cause, draft);
    return done.ok ? ok(held(context, done.value, 'opened')) : done;
  },
});

export const change = command({
  id: 'wealth.change-context',
  params: { context: contextParam(), name: line(LIMITS.context), kind: kinds(), ...shown() },
  confirm: true,
  async prepare(context, given) {
    const found = await contextParam().parse(given.context ?? '', context);
    if (!found.ok) return ok({});
    const { name, kind, rule } = found.value;
    const { validations, silence, silenceDays, sees } = rule;
    return ok({
      ...{ name, kind, validations: String(validations), silence },
      ...{ days: String(silenceDays), sees },
    });
  },
  async run(context, { context: about, name, kind, ...args }) {
    const draft = { name, kind, rule: ruleOf(args, about.rule) };
    const done = await context.services.wealth.changeContext(context.cause, about, draft);
    return done.ok ? ok(held(context, done.value, 'changed')) : done;
  },
});

/** The rule is what one comes for: nothing of it is folded away. */
function shown(): ReturnType<typeof rules> {
  const all = Object.entries(rules()).map(([name, param]) => [
    name,
    { ...param, advanced: false, required: true },
  ]);
  return Object.fromEntries(all) as ReturnType<typeof rules>;
}

const taking = (name: 'join' | 'leave', undo: string) =>
  command({
    id: `wealth.${name}`,
    params: { context: contextParam() },
    async run({ services, cause, locale }, { context: about }) {
      const done = await services.wealth[name](cause, about);
      if (!done.ok) return done;
      const fields = { context: contextTyped(done.value) };
      return ok(
        view({
          title: [say(locale, `wealth.done.${name}`, { name: done.value.name })],
          blocks: [text(say(locale, `wealth.done.${name}.next`))],
          actions: [button(say(locale, 'wealth.undo'), act(undo, fields))],
        }),
      );
    },
  });

export const join = taking('join', 'wealth.leave');
export const leave = taking('leave', 'wealth.join');

/** What this community counts, and by what names: for those who facilitate. */
export const settings = command({
  id: 'wealth.settings',
  params: {
    natures: lines(LIMITS.nature, LIMITS.natures),
    tokens: optional(lines(LIMITS.nature, LIMITS.tokens)),
    hours: integer({ min: 1, max: 24 }),
  },
  allows: ({ role }) => role === 'facilitator',
  confirm: true,
  async prepare({ community, locale }) {
    const { natures, tokens, dayMinutes } = wealthSettings(community);
    return ok({
      natures: natures.map((one) => natureName(one, locale)).join('\n'),
      tokens: tokens.join('\n'),
      hours: String(Math.round(dayMinutes / 60)),
    });
  },
  async run({ services, cause, community, locale }, { natures, tokens, hours }) {
    const long = natures.find((one) => lengthOf(one) > LIMITS.nature);
    if (long) return refuse('nature-too-long', { typed: long, max: LIMITS.nature }, 'natures');
    // Ours keep their key, and with it their name in both languages.
    const keys = natures.map(
      (one) => NATURES.find((key) => natureName(key, locale) === one) ?? one,
    );
    const wealth = { natures: keys, tokens: [...(tokens ?? [])], dayMinutes: hours * 60 };
    const done = await services.community.setCommunity(cause, { settings: { wealth } });
    if (!done.ok) return done;
    const list = wealthSettings({ ...community, settings: { wealth } }).natures;
    return ok(
      view({
        title: [say(locale, 'wealth.settings.done')],
        blocks: [
          text(list.map((one) => natureName(one, locale)).join(', ')),
          text(say(locale, 'wealth.settings.day', { hours })),
        ],
        actions: [button(say(locale, 'wealth.settings.edit'), act('wealth.settings'))],
      }),
    );
  },
});
