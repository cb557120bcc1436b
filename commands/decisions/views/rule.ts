import type { DefaultRule, Kind, Rule, Threshold } from '../../../src/decisions/types.js';
import { formatMoment } from '../../../src/kernel/dates/format.js';
import { zoneName } from '../../../src/kernel/dates/zones.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { say } from '../../words/index.js';

/** What the sentences of a rule need to know of the decision it rules. */
export interface Ruled {
  readonly kind: Kind;
  readonly rule: Rule;
  readonly closesAt: Date;
}

export function thresholdText(
  { numerator, denominator, strict }: Threshold,
  locale: Locale,
): string {
  if (strict && numerator * 2 === denominator) return say(locale, 'threshold.majority');
  if (!strict && numerator === denominator) return say(locale, 'threshold.all');
  const share = denominator === 100 ? percent(numerator, locale) : `${numerator}/${denominator}`;
  return say(locale, strict ? 'threshold.share-strict' : 'threshold.share', { share });
}

const percent = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { style: 'percent' }).format(value / 100);

/** The rule of the game in full sentences: method, quorum, who votes, who sees what, early end. */
export function ruleSentences(
  { kind, rule, closesAt }: Ruled,
  about: {
    readonly electorate: number;
    readonly zone: string;
    readonly locale: Locale;
    readonly now: Date;
  },
): string[] {
  const { electorate, zone, locale, now } = about;
  const closes = say(locale, 'rule.closes', {
    at: formatMoment(closesAt, { zone, locale, now }),
    zone: zoneName(zone, locale),
  });
  const early = kind === 'consent' ? 'rule.early-consent' : 'rule.early';
  return [
    say(locale, `rule.${kind}`, {
      closes,
      threshold: thresholdText(rule.threshold, locale),
      max: rule.max,
    }),
    ...[
      rule.quorum === null
        ? say(locale, 'rule.no-quorum')
        : say(locale, 'rule.quorum', { quorum: rule.quorum }),
    ],
    say(locale, 'rule.voters', { count: electorate }),
    say(locale, rule.secret ? 'rule.secret' : 'rule.open'),
    ...(rule.closeEarly ? [say(locale, early)] : []),
  ];
}

/** A community's default rule in a few words. */
export function defaultRuleText(rule: DefaultRule, locale: Locale): string {
  const parts = [
    say(locale, `kind.${rule.kind}`),
    ...(rule.kind === 'agreement' ? [thresholdText(rule.threshold, locale)] : []),
    rule.quorum === null
      ? say(locale, 'rule.no-quorum')
      : say(locale, 'rule.quorum', { quorum: rule.quorum }),
    ...(rule.secret ? [say(locale, 'command.decision.propose.secret')] : []),
    ...(rule.closeEarly ? [say(locale, 'command.decision.propose.early')] : []),
  ];
  return parts.map((part) => part.replace(/\.$/, '').toLowerCase()).join(', ');
}
