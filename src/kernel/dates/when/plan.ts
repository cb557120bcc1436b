import type { PlainDate } from '../calendar.js';
import type { Exception } from '../grammar/when/clause.js';
import { type Pattern, pattern } from './pattern.js';
import type { Of, Reading } from './reading.js';

/** What repeats when a day is said with how often; several when it could be either. */
export function patternsOf(
  { frequency, interval }: Of<'every'>,
  said: Of<'day'>['said'],
  date: PlainDate,
): readonly Pattern[] {
  const make = (more: Partial<Pattern>) => pattern(frequency, interval, more);
  const fifth = date.day > 28;
  const sameWeekday = {
    nth: [{ n: fifth ? -1 : Math.ceil(date.day / 7), weekday: date.dayOfWeek }],
  };
  const months = [date.month];
  switch (frequency) {
    case 'DAILY':
      return [make({})];
    case 'WEEKLY':
      return [make({ weekdays: [date.dayOfWeek] })];
    case 'MONTHLY': {
      if (said === 'month') return [];
      const sameDay = make({ monthDays: [date.day] });
      if (said !== 'date') return [make(sameWeekday), sameDay];
      return fifth ? [sameDay, make({ monthDays: [-1] })] : [sameDay];
    }
    case 'YEARLY': {
      if (said === 'month') return [];
      const sameDay = make({ months, monthDays: [date.day] });
      if (said === 'other') return [sameDay, make({ ...sameWeekday, months })];
      return date.month === 2 && date.day === 29
        ? [sameDay, make({ months, monthDays: [-1] })]
        : [sameDay];
    }
  }
}

/** « toutes les deux semaines » and « le lundi » together; `null` when they contradict. */
export function merged(every: Of<'every'> | null, repeats: Of<'repeats'>): Pattern | null {
  const { pattern: of } = repeats;
  if (!every) return of;
  if (every.frequency === 'DAILY' && every.interval === 1 && of.frequency === 'WEEKLY') return of;
  if (every.frequency !== of.frequency) return null;
  if (of.interval > 1 && every.interval > 1) return null;
  return { ...of, interval: Math.max(of.interval, every.interval) };
}

const NTHS = [1, 2, 3, 4, 5];

type NthException = Extract<Exception, { type: 'nth' }>;
const nthsOf = (exceptions: readonly Exception[], weekday: number): number[] =>
  exceptions.flatMap((one) => (one.type === 'nth' && one.weekday === weekday ? one.ns : []));

/** « chaque mardi » as all the Tuesdays of each month, counted from the side that exceptions are. */
function everyNth(of: Pattern, exceptions: readonly Exception[]): Pattern {
  const nth = of.weekdays.flatMap((weekday) => {
    const sign = nthsOf(exceptions, weekday).some((n) => n < 0) ? -1 : 1;
    return NTHS.map((n) => ({ n: n * sign, weekday }));
  });
  return { ...of, frequency: 'MONTHLY', weekdays: [], nth };
}

/** Whether a rule can leave out such days of each month: what none can say is not read. */
export function canExcept(of: Pattern, exceptions: readonly Exception[]): boolean {
  const said = exceptions.filter((one): one is NthException => one.type === 'nth');
  if (said.length === 0) return true;
  const isWeekly = of.frequency === 'WEEKLY' && of.interval === 1 && of.weekdays.length > 0;
  const isCounted = of.nth.length > 0 && of.weekdays.length + of.monthDays.length === 0;
  if (!isWeekly && !isCounted) return false;
  // The fourth and the last can be the same: counted from both sides, no rule is right.
  return said.every(({ weekday }) => {
    const counted = isWeekly ? [] : of.nth.filter((one) => one.weekday === weekday);
    const all = [...nthsOf(exceptions, weekday), ...counted.map(({ n }) => n)];
    return all.every((n) => n > 0) || all.every((n) => n < 0);
  });
}

const EVERY_MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const EVERY_WEEKDAY = [1, 2, 3, 4, 5, 6, 7];

/** The pattern without the months and weekdays left out; `null` when nothing is left of it. */
export function without(of: Pattern, exceptions: readonly Exception[]): Pattern | null {
  let left = of;
  for (const exception of exceptions) {
    if (exception.type === 'nth') {
      const counted = left.nth.length > 0 ? left : everyNth(left, exceptions);
      const nth = counted.nth.filter(
        ({ n, weekday }) => weekday !== exception.weekday || !exception.ns.includes(n),
      );
      if (nth.length === 0) return null;
      left = { ...counted, nth };
    }
    if (exception.type === 'months') {
      const months = (left.months.length > 0 ? left.months : EVERY_MONTH).filter(
        (month) => !exception.months.includes(month),
      );
      if (months.length === 0) return null;
      left = { ...left, months };
    }
    if (exception.type === 'weekdays') {
      const nth = left.nth.filter(({ weekday }) => !exception.weekdays.includes(weekday));
      const weekdays = (left.weekdays.length > 0 ? left.weekdays : EVERY_WEEKDAY).filter(
        (weekday) => !exception.weekdays.includes(weekday),
      );
      if (left.nth.length > 0 ? nth.length === 0 : weekdays.length === 0) return null;
      // Every day but Sunday is what a week holds: plainer than a day with a limit.
      const daily = left.frequency === 'DAILY' && left.interval === 1;
      left = {
        ...left,
        ...(left.nth.length > 0 ? { nth } : { weekdays }),
        frequency: daily ? 'WEEKLY' : left.frequency,
      };
    }
  }
  return left;
}

/** The months of « de septembre à juin », past December when need be. */
const seasonMonths = ({ first, last }: Of<'season'>): number[] =>
  Array.from({ length: ((last - first + 12) % 12) + 1 }, (_, i) => ((first + i - 1) % 12) + 1);

export const inSeason = (of: Pattern, { season }: Reading): Pattern =>
  season?.yearly ? { ...of, months: seasonMonths(season) } : of;

/** Midnight at the end of a day is the next one's start: `null` where no rule can say so. */
export function shifted(of: Pattern, days: number): Pattern | null {
  if (days === 0) return of;
  const movable = of.months.length === 0 && (of.frequency === 'WEEKLY' || of.frequency === 'DAILY');
  return movable
    ? { ...of, weekdays: of.weekdays.map((weekday) => ((weekday - 1 + days) % 7) + 1) }
    : null;
}
