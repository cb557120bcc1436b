import { Temporal } from 'temporal-polyfill';
import { nthOfMonth, type PlainDate } from '../calendar.js';

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

export interface NthWeekday {
  /** From the end of the month when negative. */
  readonly n: number;
  readonly weekday: number;
}

/** The part of an RFC 5545 rule that people say; an empty list says nothing of its kind. */
export interface Pattern {
  readonly frequency: Frequency;
  readonly interval: number;
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  readonly nth: readonly NthWeekday[];
  readonly monthDays: readonly number[];
  readonly months: readonly number[];
}

export const pattern = (
  frequency: Frequency,
  interval: number,
  more: Partial<Pattern> = {},
): Pattern => ({ weekdays: [], nth: [], monthDays: [], months: [], ...more, frequency, interval });

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const code = (weekday: number): string => CODES[weekday - 1] ?? '';
const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

/** An RRULE value without UNTIL nor COUNT. */
export function ruleText({ frequency, interval, weekdays, nth, monthDays, months }: Pattern) {
  const days = [
    ...ascending(weekdays).map(code),
    ...nth.map(({ n, weekday }) => `${n}${code(weekday)}`),
  ];
  const parts = [
    ['FREQ', frequency],
    ['INTERVAL', interval === 1 ? '' : `${interval}`],
    ['BYMONTH', ascending(months).join(',')],
    ['BYMONTHDAY', monthDays.join(',')],
    ['BYDAY', days.join(',')],
  ];
  return parts.flatMap(([name, value]) => (value ? [`${name}=${value}`] : [])).join(';');
}

/** Whether a day is one of the pattern's, its interval apart. */
export function fits(date: PlainDate, { weekdays, nth, monthDays, months }: Pattern): boolean {
  if (months.length > 0 && !months.includes(date.month)) return false;
  if (weekdays.length > 0 && !weekdays.includes(date.dayOfWeek)) return false;
  if (monthDays.length > 0 && !monthDays.some((n) => date.day === dayOf(n, date.daysInMonth)))
    return false;
  const month = date.toPlainYearMonth();
  return (
    nth.length === 0 ||
    nth.some(({ n, weekday }) => nthOfMonth(month, n, weekday)?.equals(date) === true)
  );
}

const dayOf = (n: number, daysInMonth: number): number => (n < 0 ? daysInMonth + 1 + n : n);

/** Whether a day falls in a period of a repetition that begins at `start`. */
function inStep(date: PlainDate, start: PlainDate, { frequency, interval }: Pattern): boolean {
  const monday = (day: PlainDate) => day.subtract({ days: day.dayOfWeek - 1 });
  const months = 12 * (date.year - start.year) + date.month - start.month;
  switch (frequency) {
    case 'DAILY':
      return start.until(date).days % interval === 0;
    case 'WEEKLY':
      return (monday(start).until(monday(date)).days / 7) % interval === 0;
    case 'MONTHLY':
      return months % interval === 0;
    case 'YEARLY':
      return (date.year - start.year) % interval === 0;
  }
}

/** Twelve years hold a 29 February, even around 2100. */
const MONTHS_SEARCHED = 12 * 12;

/** The days of a month worth trying, in order. */
function daysTried(month: Temporal.PlainYearMonth, { nth, monthDays }: Pattern): PlainDate[] {
  const numbers =
    nth.length > 0
      ? nth.map(({ n, weekday }) => nthOfMonth(month, n, weekday)?.day ?? 0)
      : monthDays.length > 0
        ? monthDays.map((n) => dayOf(n, month.daysInMonth))
        : Array.from({ length: month.daysInMonth }, (_, i) => i + 1);
  return ascending([...new Set(numbers)])
    .filter((day) => day >= 1 && day <= month.daysInMonth)
    .map((day) => month.toPlainDate({ day }));
}

/** The pattern's days from one day on, whatever its interval, soonest first. */
export function* daysFrom(from: PlainDate, of: Pattern): Generator<PlainDate> {
  const first = from.toPlainYearMonth();
  for (let i = 0; i < MONTHS_SEARCHED; i++) {
    const month = first.add({ months: i });
    if (of.months.length > 0 && !of.months.includes(month.month)) continue;
    for (const date of daysTried(month, of))
      if (Temporal.PlainDate.compare(date, from) >= 0 && fits(date, of)) yield date;
  }
}

/** The occurrences of a repetition that begins at `start`, from another day on. */
export function* occurrencesFrom(
  from: PlainDate,
  of: Pattern,
  start: PlainDate,
): Generator<PlainDate> {
  const first = Temporal.PlainDate.compare(from, start) < 0 ? start : from;
  for (const date of daysFrom(first, of)) if (inStep(date, start, of)) yield date;
}

/** Those between two days, both included. */
export function occurrencesBetween(
  of: Pattern,
  start: PlainDate,
  [first, last]: readonly [PlainDate, PlainDate],
): PlainDate[] {
  const all: PlainDate[] = [];
  for (const date of occurrencesFrom(first, of, start)) {
    if (Temporal.PlainDate.compare(date, last) > 0) break;
    all.push(date);
  }
  return all;
}
