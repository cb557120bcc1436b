import type { Community } from '../../../src/community/types.js';
import {
  type Decision,
  type DefaultRule,
  FIRST_RULE,
  KINDS,
  LIMITS,
  MAJORITY,
} from '../../../src/decisions/types.js';
import { formatMoment } from '../../../src/kernel/dates/format.js';
import { zoneName } from '../../../src/kernel/dates/zones.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { ok, refuse } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { moment } from '../../registry/moment.js';
import {
  advanced,
  choice,
  flag,
  integer,
  line,
  lines,
  optional,
  text,
  unasked,
  when,
} from '../../registry/param.js';
import { act, button, note, text as paragraph, view } from '../../view/build.js';
import { rich, say } from '../../words/index.js';
import { decisionNumber, readNumber } from '../params.js';
import { quoted } from '../quoted.js';
import { share } from '../share.js';
import { thresholdTyped } from '../typed.js';
import { tiedOptions } from '../views/next.js';

/** A deadline without an hour is at the end of the working day. */
export const DEADLINE_HOUR = 18;

/** The rule a community proposes first: its own, or the house's. */
export const defaultRule = ({ settings }: Community): DefaultRule => ({
  ...FIRST_RULE,
  ...(settings.decisions as Partial<DefaultRule> | undefined),
});

const kinds = () => choice(KINDS, (kind, { locale }: Context) => say(locale, `kind.${kind}`));

const ruleTyped = (rule: DefaultRule, locale: Locale) => ({
  kind: rule.kind,
  threshold: thresholdTyped(rule.threshold, locale),
  quorum: String(rule.quorum ?? 0),
  secret: rule.secret ? 'yes' : 'no',
  early: rule.closeEarly ? 'yes' : 'no',
});

/** A decision as it would be proposed again; after a tie, only what tied is left to choose from. */
function proposalTyped(decision: Decision, locale: Locale) {
  const { kind, text, rule } = decision;
  const options = tiedOptions(decision) ?? decision.options;
  return {
    ...ruleTyped({ kind, ...rule }, locale),
    ...{ name: text.title, body: text.body },
    options: options.map(({ label }) => label).join('\n'),
    max: String(Math.min(rule.max, Math.max(options.length, 1))),
  };
}

export const propose = command({
  id: 'decision.propose',
  params: {
    from: advanced(unasked(optional(decisionNumber('any')))),
    name: line(LIMITS.title),
    body: text(LIMITS.body),
    kind: kinds(),
    closes: moment(DEADLINE_HOUR),
    options: when('kind', ['choice'], lines(LIMITS.optionLabel, LIMITS.options)),
    max: when('kind', ['choice'], advanced(optional(integer({ min: 1, max: LIMITS.options }), 1))),
    threshold: when('kind', ['agreement'], advanced(optional(share()))),
    quorum: advanced(optional(integer({ min: 0, max: 100_000 }))),
    secret: when('kind', ['agreement', 'choice'], advanced(flag())),
    early: advanced(flag()),
  },
  async prepare({ services, community, member, locale }, given) {
    const number = readNumber(given.from ?? '');
    if (number === null) return ok(ruleTyped(defaultRule(community), locale));
    const dossier = await services.decisions.dossier(community.id, { number }, member.id);
    return dossier
      ? ok(proposalTyped(dossier.decision, locale))
      : refuse('unknown-decision', { number });
  },
  onMessage: (message, { speaker }) => ({ body: quoted(message, speaker.userId) }),
  async run({ services, cause, community, locale, now }, args) {
    const done = await services.decisions.propose(cause, {
      kind: args.kind,
      title: args.name,
      body: args.body,
      options: args.options ?? [],
      closesAt: args.closes,
      rule: {
        quorum: args.quorum || null,
        threshold: args.threshold ?? MAJORITY,
        secret: args.secret ?? false,
        max: args.max ?? 1,
        closeEarly: args.early,
      },
    });
    if (!done.ok) return done;
    const { number, closesAt, rule } = done.value;
    const { length: count } = await services.community.members(community.id);
    const quorum = rule.quorum ?? 0;
    const { zone } = community;
    const at = formatMoment(closesAt, { zone, locale, now });
    return {
      ok: true,
      value: view({
        title: [say(locale, 'done.proposed', { number })],
        blocks: [
          paragraph(...rich(locale, 'done.proposed.closes', { at, zone: zoneName(zone, locale) })),
          ...(quorum > count ? [note(say(locale, 'card.voters-quorum', { quorum, count }))] : []),
        ],
        actions: [
          button(say(locale, 'done.fix-date'), act('decision.extend', { decision: number })),
          button(say(locale, 'done.fix-text'), act('decision.amend', { decision: number })),
          button(
            say(locale, 'done.withdraw'),
            act('decision.withdraw', { decision: number }),
            'danger',
          ),
        ],
      }),
    };
  },
});
