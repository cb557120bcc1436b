import { Temporal } from 'temporal-polyfill';
import { understandPastDay } from '../../kernel/dates/past.js';
import { LOCALES } from '../../kernel/locale.js';
import { fold } from '../../kernel/text.js';
import { MONTHS } from '../reading/months.js';

type Day = Temporal.PlainDate;

export interface Period {
  readonly from: Date;
  /** Excluded. */
  readonly to: Date;
}

/** What a length of time begins with. */
const UNITS: readonly (readonly [RegExp, 'days' | 'weeks' | 'months' | 'years'])[] = [
  [/^(?:j|jours?|d|days?)$/, 'days'],
  [/^(?:s|sem|semaines?|w|weeks?)$/, 'weeks'],
  [/^(?:mois|m|months?)$/, 'months'],
  [/^(?:ans?|annees?|a|y|years?)$/, 'years'],
];

/**
 * The days that a word of a search names, never after today: `mars`, `mars 2026`, `2026-03`,
 * `5/3/2026`, `semaine`, `15j`, and a day as people say it: `lundi`, `hier`, `le 12 octobre`.
 * `null` when it names none.
 */
export function periodOf(said: string, { now, zone }: { now: Date; zone: string }): Period | null {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  const text = fold(said).replaceAll(/[\s_]+/g, ' ');
  const span =
    figures(text) ?? monthNamed(text, today) ?? relative(text, today) ?? dayIn(said, { now, zone });
  if (!span) return null;
  const moment = (day: Day): Date => new Date(day.toZonedDateTime(zone).epochMilliseconds);
  return { from: moment(span[0]), to: moment(span[1]) };
}

type Span = readonly [Day, Day];

const months = (from: Day, count: number): Span => [from, from.add({ months: count })];
const days = (from: Day, count: number): Span => [from, from.add({ days: count })];

function figures(text: string): Span | null {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (iso) return named(iso[1], iso[2], iso[3]);
  const french = /^(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})$/.exec(text);
  return french ? named(french[3], french[2], french[1]) : null;
}

/** A year, one of its months, or one of its days. */
function named(year?: string, month?: string, day?: string): Span | null {
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  if (y < 1970 || m < 1 || m > 12 || d < 1) return null;
  const start = Temporal.PlainDate.from({ year: y, month: m, day: 1 });
  if (d > start.daysInMonth) return null;
  if (month === undefined) return months(start, 12);
  return day === undefined ? months(start, 1) : days(start.with({ day: d }), 1);
}

/** Without its year, the last one there was; the one there is, too. */
function monthNamed(text: string, today: Day): Span | null {
  const [, name = '', year] = /^([a-z]+)\.?[ -]?(\d{4})?$/.exec(text) ?? [];
  const month = MONTHS.get(name);
  if (month === undefined) return null;
  if (year !== undefined) return named(year, String(month));
  const start = today.with({ day: 1, month });
  return months(month > today.month ? start.subtract({ years: 1 }) : start, 1);
}

/** A day in words, in either language. */
function dayIn(text: string, at: { now: Date; zone: string }): Span | null {
  for (const locale of LOCALES) {
    const read = understandPastDay({ text, locale, ...at });
    if (read.type === 'understood') return days(Temporal.PlainDate.from(read.day), 1);
  }
  return null;
}

function relative(text: string, today: Day): Span | null {
  const [, count, word = ''] = /^(\d{1,3})? ?([a-z]+)$/.exec(text) ?? [];
  const unit = UNITS.find(([form]) => form.test(word))?.[1];
  if (!unit) return null;
  if (count !== undefined) {
    const from = today.subtract({ [unit]: Number(count) });
    return [from, today.add({ days: 1 })];
  }
  // A letter alone counts nothing.
  return word.length > 1 ? current(unit, today) : null;
}

function current(unit: 'days' | 'weeks' | 'months' | 'years', today: Day): Span {
  if (unit === 'days') return days(today, 1);
  if (unit === 'weeks') return days(today.subtract({ days: today.dayOfWeek - 1 }), 7);
  if (unit === 'months') return months(today.with({ day: 1 }), 1);
  return months(today.with({ day: 1, month: 1 }), 12);
}
