import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../calendar.js';
import type { Day } from '../grammar/days.js';
import type { Exception } from '../grammar/when/clause.js';
import { shortEnough } from '../grammar/when/day-spans.js';
import { FEASTS, publicHolidays } from '../holidays.js';
import { occurrencesBetween, occurrencesFrom, type Pattern } from './pattern.js';
import type { Reading } from './reading.js';
import type { WhenRefusal } from './types.js';

export const isBefore = (a: PlainDate, b: PlainDate): boolean =>
  Temporal.PlainDate.compare(a, b) < 0;

/** Where a repetition begins; `told` when the phrase says so, as a day or with « à partir de ». */
export interface Beginning {
  readonly today: PlainDate;
  readonly start: PlainDate;
  readonly told: boolean;
  /** Says whose public holidays. */
  readonly zone: string;
}

/**
 * The days a bound can mean, from now on; or else from the start that was told: « à partir de
 * septembre, jusqu’à fin juin », said in May, leads to the June after.
 */
export function boundDays(day: Day, { today, start, told }: Beginning): readonly PlainDate[] {
  const ahead = (from: PlainDate) => {
    const reading = day(from, 'hour');
    if (reading.pick === 'none') return null;
    const days = reading.days.filter((each) => !isBefore(each, start));
    return reading.pick === 'first' ? days.slice(0, 1) : days;
  };
  const now = ahead(today);
  return now && now.length > 0 ? now : told ? (ahead(start) ?? []) : [];
}

/** The first and last day of this season, the one under way if there is one. */
export function seasonDays({ season }: Reading, today: PlainDate) {
  if (!season || season.yearly) return null;
  const month = (n: number, year: number) => Temporal.PlainDate.from({ year, month: n, day: 1 });
  const endOf = (year: number) => month(season.last, year).add({ months: 1 }).subtract({ days: 1 });
  const end = isBefore(endOf(today.year), today) ? endOf(today.year + 1) : endOf(today.year);
  const start = month(season.first, season.first > season.last ? end.year - 1 : end.year);
  return { first: isBefore(start, today) ? today : start, last: end };
}

/** Local dates left out, in order; every one must be an occurrence. */
export function exceptDates(
  exceptions: readonly Exception[],
  of: Pattern,
  beginning: Beginning,
): readonly PlainDate[] | WhenRefusal {
  const { today, start, told } = beginning;
  const all: PlainDate[] = [];
  for (const exception of exceptions) {
    if (exception.type === 'first') {
      const [first] = occurrencesFrom(start, { ...of, ...only(exception.weekday) }, start);
      if (first) all.push(first);
    }
    if (exception.type === 'holidays') {
      const dates = holidays(exception.which, beginning);
      if ('reason' in dates) return dates;
      all.push(...dates.filter((date) => occurrencesBetween(of, start, [date, date]).length > 0));
    }
    if (exception.type === 'day') {
      const [date] = boundDays(exception.day, beginning);
      if (!date) {
        const said = exception.day(today, 'hour');
        return said.pick === 'none' || !said.days[0]
          ? { reason: 'no-such-day' }
          : { reason: 'no-such-occurrence', date: said.days[0].toString() };
      }
      if (occurrencesBetween(of, start, [date, date]).length === 0)
        return { reason: 'no-such-occurrence', date: date.toString() };
      all.push(date);
    }
    if (exception.type === 'days') {
      const said = exception.days(today);
      const over = said.type === 'running' && isBefore(said.last, start);
      const span = over && told ? exception.days(start) : said;
      if (span.type !== 'days' && span.type !== 'running') return { reason: span.type };
      const first = span.type === 'running' ? today : span.first;
      if (!shortEnough(first, span.last)) return { reason: 'no-occurrence' };
      const dates = occurrencesBetween(of, start, [first, span.last]);
      if (dates.length === 0) return { reason: 'no-such-occurrence', date: first.toString() };
      all.push(...dates);
    }
  }
  return [...new Map(all.map((date) => [date.toString(), date])).values()].sort(
    Temporal.PlainDate.compare,
  );
}

/** Only those of its days that are that one of the week. */
const only = (weekday: number): Partial<Pattern> => ({ weekdays: [weekday] });

/** A repetition that has no end is kept free of holidays for as long as agendas go ahead. */
const YEARS_OF_HOLIDAYS = 10;

function holidays(
  which: Extract<Exception, { type: 'holidays' }>['which'],
  { start, zone }: Beginning,
): readonly PlainDate[] | WhenRefusal {
  if (which === 'vacations') return { reason: 'vacations' };
  const all: PlainDate[] = [];
  for (let year = start.year; year <= start.year + YEARS_OF_HOLIDAYS; year++) {
    const dates = which === 'public' ? publicHolidays(zone, year) : [FEASTS[which](year)];
    if (!dates) return { reason: 'holidays-unknown' };
    all.push(...dates);
  }
  return all.filter((date) => !isBefore(date, start));
}

/** The last second of a day in UTC, or the bare date of whole days (RFC 5545, 3.3.10). */
export function untilText(last: PlainDate, zone: string, allDay: boolean): string {
  if (allDay) return last.toString().replaceAll('-', '');
  const end = last.add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ seconds: 1 });
  return end.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}
