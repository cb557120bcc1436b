import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../locale.js';
import { fold } from '../text.js';
import { understandMoment } from './understand.js';

/** The day that an instant falls on in a zone, as ISO 8601: `2026-11-20`. */
export const isoDay = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();

/** Noon of an ISO 8601 day in a zone. */
export const noonOf = (day: string, zone: string): Date =>
  new Date(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: '12:00' })
      .epochMilliseconds,
  );

const TWO_DAYS_BEFORE = new Set([
  ...['avant-hier', 'avant hier', 'day before yesterday', 'the day before yesterday'],
]);

const WEEKDAY =
  /^(on )?(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

const DAY_OF_MONTH = /^(le |the )?\d{1,2}(er|st|nd|rd|th)?$/;
/** A day and a month, in digits or by name: unlike « demain », it comes back every year. */
const DATE =
  /\d\d?[/.-]\d\d?$|\b(janv|fevr|mars|avr|mai|juin|juil|aou|sept|oct|nov|dec|jan|feb|mar|apr|may|jun|jul|aug)/;

export type ReadDay =
  | { readonly type: 'understood'; readonly day: string }
  | { readonly type: 'unknown' }
  | { readonly type: 'ambiguous'; readonly candidates: readonly string[] };

/**
 * The day something was done on: « hier », « mardi », « 12 octobre » are those that have been. A
 * year that was said is kept, even one to come.
 */
export function understandPastDay(parts: {
  readonly text: string;
  readonly now: Date;
  readonly zone: string;
  readonly locale: Locale;
}): ReadDay {
  const { text, now, zone } = parts;
  const today = Temporal.PlainDate.from(isoDay(now, zone));
  const words = fold(text);
  if (TWO_DAYS_BEFORE.has(words)) {
    return { type: 'understood', day: today.subtract({ days: 2 }).toString() };
  }
  const been = (at: Date): string => {
    const day = Temporal.PlainDate.from(isoDay(at, zone));
    if (Temporal.PlainDate.compare(day, today) <= 0 || /\b\d{4}\b/.test(words)) {
      return day.toString();
    }
    if (WEEKDAY.test(words)) return day.subtract({ days: 7 }).toString();
    if (DAY_OF_MONTH.test(words)) return day.subtract({ months: 1 }).toString();
    return (DATE.test(words) ? day.subtract({ years: 1 }) : day).toString();
  };
  const read = understandMoment({ ...parts, defaultHour: 12 });
  if (read.type === 'understood') return { type: 'understood', day: been(read.at) };
  if (read.type === 'impossible' && read.reason === 'past') {
    return { type: 'understood', day: isoDay(read.at, zone) };
  }
  if (read.type !== 'ambiguous') return { type: 'unknown' };
  const candidates = [...new Set(read.candidates.map(been))];
  const [only] = candidates;
  return candidates.length === 1 && only
    ? { type: 'understood', day: only }
    : { type: 'ambiguous', candidates };
}

/** The first instant of the next month, in a zone. */
export const nextMonth = (at: Date, zone: string): Date => {
  const first = Temporal.PlainDate.from(isoDay(at, zone)).with({ day: 1 }).add({ months: 1 });
  return new Date(first.toZonedDateTime({ timeZone: zone }).epochMilliseconds);
};
