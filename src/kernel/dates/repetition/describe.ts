import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../../locale.js';
import { formatTime } from '../format.js';
import { dateFormat, formatList } from '../intl.js';
import { daysSaid } from './days-said.js';
import type { Rule, Until } from './rule.js';
import { simplified } from './simplify.js';
import { monthsWords } from './words.js';

export interface RuleWords {
  readonly text: string;
  /** `false`: the rule is too odd for words, and its next dates have to be shown. */
  readonly inWords: boolean;
}

interface Described {
  readonly rule: Rule;
  /** Local: `2026-12-01T20:00`, or the day alone. */
  readonly start: string;
  readonly zone: string;
  readonly locale: Locale;
}

/** « le premier mardi du mois jusqu’au 30 juin 2027 »; "every Tuesday except in August". */
export function describeRule({ rule, start, zone, locale }: Described): RuleWords {
  const local = Temporal.PlainDateTime.from(start);
  const simple = simplified(rule, {
    ...{ day: local.day, month: local.month, weekday: local.dayOfWeek },
    ...{ hour: local.hour, minute: local.minute, second: local.second },
  });
  const days = daysSaid(simple, locale);
  const hours = hoursSaid(simple, local, locale);
  const isOdd = days === null || hours === null;
  const odd = locale === 'fr' ? 'selon une règle particulière' : 'by a rule of its own';
  const body = isOdd ? odd : days + hours + monthsSaid(simple, locale);
  return { text: body + endSaid(rule, local, zone, locale), inWords: !isOdd };
}

/** Past four, a list of hours is no longer read. */
const MOST_HOURS = 4;

function hoursSaid(rule: Rule, start: Temporal.PlainDateTime, locale: Locale): string | null {
  const { hours, minutes, seconds, positions } = rule;
  if (seconds.length > 0) return null;
  if (hours.length === 0 && minutes.length === 0) return '';
  const times = (hours.length > 0 ? hours : [start.hour]).flatMap((hour) =>
    (minutes.length > 0 ? minutes : [start.minute]).map((minute) =>
      formatTime(new Date(Date.UTC(2024, 0, 1, hour, minute)), { zone: 'UTC', locale }),
    ),
  );
  if (times.length > MOST_HOURS || positions.length > 0) return null;
  if (locale === 'en') return ` at ${formatList(times, 'en')}`;
  return ` ${formatList(
    times.map((time) => `à ${time}`),
    'fr',
  )}`;
}

const ALL_MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
/** « sauf en août » is said of one month or two; more is said the other way round. */
const MOST_EXCEPTED = 2;

/** A year says its month itself. */
function monthsSaid({ frequency, months }: Rule, locale: Locale): string {
  if (frequency === 'YEARLY' || months.length === 0 || months.length === 12) return '';
  const others = ALL_MONTHS.filter((month) => !months.includes(month));
  if (others.length > MOST_EXCEPTED) return `, ${monthsWords(months, locale)}`;
  return `${locale === 'fr' ? ' sauf' : ' except'} ${monthsWords(others, locale)}`;
}

function endSaid(
  { count, until, hours }: Rule,
  start: Temporal.PlainDateTime,
  zone: string,
  locale: Locale,
): string {
  if (count === 1) return locale === 'fr' ? ', une fois' : ', once';
  if (count !== null) return locale === 'fr' ? `, ${count} fois` : `, ${count} times`;
  if (!until) return '';
  const last = endDay(until, hours.length > 0 ? null : start.toPlainTime(), zone);
  const day = dateFormat('date', { zone: 'UTC', locale })
    .formatToParts(new Date(Date.UTC(last.year, last.month - 1, last.day)))
    .map(({ type, value }) => (type === 'day' && value === '1' && locale === 'fr' ? '1er' : value))
    .join('');
  return locale === 'fr' ? ` jusqu’au ${day}` : ` until ${day}`;
}

/** The last day there can be one: an end that comes before its hour leaves that day out. */
function endDay(until: Until, hour: Temporal.PlainTime | null, zone: string): Temporal.PlainDate {
  if (until.type === 'day') return Temporal.PlainDate.from(until.day);
  const local =
    until.type === 'local'
      ? Temporal.PlainDateTime.from(until.local)
      : Temporal.Instant.fromEpochMilliseconds(until.at.getTime())
          .toZonedDateTimeISO(zone)
          .toPlainDateTime();
  const isShort = hour && Temporal.PlainTime.compare(local.toPlainTime(), hour) < 0;
  return isShort ? local.toPlainDate().subtract({ days: 1 }) : local.toPlainDate();
}
