import { Temporal } from 'temporal-polyfill';

/** A day of the calendar, in no zone. */
export type PlainDate = Temporal.PlainDate;

/** What people say of a date: the month and the year may be left out. */
export interface DateParts {
  readonly day: number;
  readonly month?: number;
  readonly year?: number;
}

/** How far a day that a month or a year lacks (the 31st, 29 February) is looked for. */
const MONTHS_AHEAD = 12;
const YEARS_AHEAD = 8;

/** `weekday` is 1 for Monday; strictly after `from`. */
export const nextWeekday = (from: PlainDate, weekday: number): PlainDate =>
  from.add({ days: (weekday - from.dayOfWeek + 7) % 7 || 7 });

/** The day of the ISO week (Monday to Sunday) that is `weeks` after the one `today` is in. */
export const dayOfWeekAhead = (today: PlainDate, weeks: number, weekday: number): PlainDate =>
  today.add({ days: 7 * weeks + weekday - today.dayOfWeek });

export const closestWeekday = (to: PlainDate, weekday: number): PlainDate => {
  const after = nextWeekday(to, weekday);
  const before = after.subtract({ weeks: 1 });
  return to.until(after).days <= before.until(to).days ? after : before;
};

/**
 * The days, from today on, that a date can mean, soonest first; the year is never guessed when
 * it is given, even past. `null` when no month or no year has such a day.
 */
export function occurrences(parts: DateParts, today: PlainDate): readonly PlainDate[] | null {
  const { day, month, year } = parts;
  const all: PlainDate[] = [];
  const add = (y: number, m: number) => {
    if (
      m >= 1 &&
      m <= 12 &&
      day >= 1 &&
      day <= Temporal.PlainYearMonth.from({ year: y, month: m }).daysInMonth
    )
      all.push(Temporal.PlainDate.from({ year: y, month: m, day }));
  };
  if (month !== undefined && year !== undefined) {
    add(year, month);
    return all.length > 0 ? all : null;
  }
  if (month !== undefined) for (let i = 0; i <= YEARS_AHEAD; i++) add(today.year + i, month);
  else
    for (let i = 0; i <= MONTHS_AHEAD; i++) {
      const ahead = today.toPlainYearMonth().add({ months: i });
      add(ahead.year, ahead.month);
    }
  const ahead = all.filter((date) => Temporal.PlainDate.compare(date, today) >= 0);
  return ahead.length > 0 ? ahead : null;
}

/** The nth such weekday of a month, or its nth day without one; from its end when `n` is -1. */
export function nthOfMonth(
  month: Temporal.PlainYearMonth,
  n: number,
  weekday: number | null,
): PlainDate | null {
  const days = Array.from({ length: month.daysInMonth }, (_, i) =>
    month.toPlainDate({ day: i + 1 }),
  );
  const fitting = weekday === null ? days : days.filter((date) => date.dayOfWeek === weekday);
  return fitting.at(n < 0 ? n : n - 1) ?? null;
}
