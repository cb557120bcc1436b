import type { Locale } from '../../locale.js';
import { closestWeekday, type DateParts, occurrences, type PlainDate } from '../calendar.js';
import { ask, type Day, type DayReading, noSuchDay, soonest, sure } from './days.js';
import { dayOrdinal, letters, writtenOrdinal } from './numbers.js';
import { article } from './particles.js';
import { digits, either, map, oneOf, optional, type Rule, seq, word } from './rule.js';
import { MONTHS_EN, MONTHS_FR, WEEKDAYS_EN, WEEKDAYS_FR } from './words.js';

const comma = optional(word(','));
const cardinal = either(digits(1, 2), letters);
export const dayNumber = either(cardinal, dayOrdinal);
const year = digits(4);
const shortYear = map(digits(2), (n) => 2000 + n);

const parts = (day: number, month: number, year: number | null): DateParts =>
  year === null ? { day, month } : { day, month, year };

/** « 3 décembre 2026 », « 1er décembre prochain ». */
const frenchDate: Rule<DateParts> = map(
  seq(
    dayNumber,
    oneOf(MONTHS_FR),
    either<number | null>(
      optional(year),
      map(word('prochain'), () => null),
    ),
  ),
  ([day, month, y]) => parts(day, month, y),
);

/** "3 December", "3rd of December 2026", "Dec 3, 2026". */
const englishDate: Rule<DateParts> = either(
  map(
    seq(dayNumber, optional(word('of')), oneOf(MONTHS_EN), comma, optional(year)),
    ([day, , month, , y]) => parts(day, month, y),
  ),
  map(
    seq(oneOf(MONTHS_EN), optional(word('the')), dayNumber, comma, optional(year)),
    ([month, , day, , y]) => parts(day, month, y),
  ),
);

/** 2026-12-03: the same everywhere. */
const isoDate: Rule<DateParts> = either(
  ...['-', '/'].map((sign) =>
    map(seq(year, word(sign), digits(1, 2), word(sign), digits(1, 2)), ([y, , month, , day]) =>
      parts(day, month, y),
    ),
  ),
);

interface InNumbers {
  readonly first: number;
  readonly second: number;
  readonly year: number | null;
}

/** 3/12, 3/12/2026, 3/12/26, 3.12.26; with hyphens the year is whole (26-12-03 says nothing). */
const inNumbers: Rule<InNumbers> = either<InNumbers>(
  map(seq(digits(1, 2), word('/'), digits(1, 2)), ([first, , second]) => ({
    first,
    second,
    year: null,
  })),
  ...['/', '.', '-'].map((sign) =>
    map(
      seq(
        digits(1, 2),
        word(sign),
        digits(1, 2),
        word(sign),
        sign === '-' ? year : either(year, shortYear),
      ),
      ([first, , second, , y]) => ({ first, second, year: y }),
    ),
  ),
);

/** The day first in French; either in English, where both are read. */
const slashDate = (locale: Locale): Rule<DateParts> => {
  const dayFirst = map(inNumbers, ({ first, second, year }) => parts(first, second, year));
  const monthFirst = map(inNumbers, ({ first, second, year }) => parts(second, first, year));
  return locale === 'fr' ? dayFirst : either(dayFirst, monthFirst);
};

const dated =
  (date: DateParts): Day =>
  (today, precision) => {
    const days = occurrences(date, today);
    const [first, second] = days ?? [];
    if (!first) return noSuchDay;
    // « Le 21 » said on the 21st: with an hour still ahead it is today, else it is asked.
    if (date.month === undefined && second && first.equals(today))
      return precision === 'hour' ? soonest(first, second) : ask(first, second);
    return sure(first);
  };

/** How long a date whose weekday agrees is preferred to a nearer one whose weekday does not. */
const AGREES_WITHIN_DAYS = 62;

/** A weekday and a date that agree; else the readings that could mend it, to be asked. */
const datedOn =
  (weekday: number, date: DateParts): Day =>
  (today): DayReading => {
    const days = occurrences(date, today);
    const [first] = days ?? [];
    if (!days || !first) return noSuchDay;
    if (first.dayOfWeek === weekday) return sure(first);
    const agreeing = days.find(
      (day) => day.dayOfWeek === weekday && today.until(day).days <= AGREES_WITHIN_DAYS,
    );
    const mended: PlainDate[] = [first, closestWeekday(first, weekday)];
    return { pick: 'each', days: agreeing ? [agreeing, ...mended] : mended, mended: true };
  };

/** « Le 3 », "the 3rd": a number alone is a day only after an article, or as "3rd". */
const dayAlone: Rule<DateParts> = either(
  map(seq(word('le', 'au', 'the', 'on the'), dayNumber), ([, day]) => ({ day })),
  map(writtenOrdinal, (day) => ({ day })),
);

const the = optional(word('le', 'the'));

/** A date with its month, however it is written. */
export const fullDate = (locale: Locale): Rule<DateParts> =>
  either(frenchDate, englishDate, isoDate, slashDate(locale));

/** « le 3 décembre », « le 3 »: no weekday said. */
export const plainDates = (locale: Locale): Rule<Day> =>
  either(
    map(seq(optional(article), fullDate(locale)), ([, date]) => dated(date)),
    map(dayAlone, dated),
  );

/** « mardi 1er décembre », "friday the 27th". */
export const weekdayDates = (locale: Locale): Rule<Day> => {
  const full = fullDate(locale);
  return either(
    map(
      seq(optional(article), either(oneOf(WEEKDAYS_FR), oneOf(WEEKDAYS_EN)), comma, the, full),
      ([, weekday, , , date]) => datedOn(weekday, date),
    ),
    map(seq(optional(article), oneOf(WEEKDAYS_FR), the, dayNumber), ([, weekday, , day]) =>
      datedOn(weekday, { day }),
    ),
    // "Friday 8" could be an hour: English needs "the 8th" or "8th".
    map(seq(optional(article), oneOf(WEEKDAYS_EN), the, dayOrdinal), ([, weekday, , day]) =>
      datedOn(weekday, { day }),
    ),
  );
};

export const dates = (locale: Locale): Rule<Day> =>
  either(plainDates(locale), weekdayDates(locale));
