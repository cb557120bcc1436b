import { Temporal } from 'temporal-polyfill';
import { nthOfMonth, type PlainDate } from '../calendar.js';
import { dayNumber } from './day-dates.js';
import { type Day, type DayReading, noSuchDay } from './days.js';
import { ordinal } from './numbers.js';
import { article } from './particles.js';
import { digits, either, map, oneOf, optional, type Rule, seq, word } from './rule.js';
import { MONTHS_EN, MONTHS_FR, WEEKDAYS_EN, WEEKDAYS_FR } from './words.js';

/** The months a phrase can mean, soonest first: the first whose days are not all past is taken. */
export type Months = (today: PlainDate) => readonly Temporal.PlainYearMonth[];

const fromThis =
  (...months: readonly number[]): Months =>
  (today) =>
    months.map((n) => today.toPlainYearMonth().add({ months: n }));

const named =
  (month: number, year: number | null): Months =>
  (today) =>
    (year === null ? [today.year, today.year + 1] : [year]).map((y) =>
      Temporal.PlainYearMonth.from({ year: y, month }),
    );

const monthName: Rule<Months> = map(
  seq(either(oneOf(MONTHS_FR), oneOf(MONTHS_EN)), optional(digits(4))),
  ([month, year]) => named(month, year),
);

/** « du mois » rolls over to the next one when its day is past; « de ce mois » does not. */
export const ofNearMonth: Rule<Months> = oneOf<Months>({
  'du mois': fromThis(0, 1),
  'de mois': fromThis(0, 1),
  'de ce mois': fromThis(0),
  'du mois en cours': fromThis(0),
  'du mois prochain': fromThis(1),
  'of the month': fromThis(0, 1),
  'of month': fromThis(0, 1),
  'of this month': fromThis(0),
  'of next month': fromThis(1),
});

const ofMonth: Rule<Months> = either(
  ofNearMonth,
  map(seq(word('de', 'd', 'of', 'in'), monthName), ([, months]) => months),
);

/** The first month that has the days, and has one of them from today on. */
const inMonths =
  (
    months: Months,
    daysOf: (month: Temporal.PlainYearMonth) => readonly (PlainDate | null)[],
  ): Day =>
  (today): DayReading => {
    const sets = months(today).map((month) => daysOf(month).filter((day) => day !== null));
    const ahead = sets.find((days) =>
      days.some((day) => Temporal.PlainDate.compare(day, today) >= 0),
    );
    const days = ahead ?? sets.find(({ length }) => length > 0);
    return days ? { pick: 'each', days } : noSuchDay;
  };

const nth: Rule<number> = either(ordinal, oneOf({ dernier: -1, derniere: -1, last: -1 }));

/** A weekday, or any day (`null`). */
const weekdayOrDay: Rule<{ weekday: number | null }> = map(
  either<number | null>(oneOf(WEEKDAYS_FR), oneOf(WEEKDAYS_EN), word('jour', 'day')),
  (weekday) => ({ weekday }),
);

const middle = word('mi', 'mi du', 'mid', 'middle', 'the middle');
const start = word(
  'debut',
  'le debut',
  'early',
  'beginning',
  'the beginning',
  'start',
  'the start',
);
export const end = word('fin', 'la fin', 'end', 'the end');

export const daysOfMonths: Rule<Day> = either(
  map(seq(optional(article), nth, weekdayOrDay, ofMonth), ([, n, { weekday }, months]) =>
    inMonths(months, (month) => [nthOfMonth(month, n, weekday)]),
  ),
  map(seq(optional(article), dayNumber, ofNearMonth), ([, n, months]) =>
    inMonths(months, (month) => [nthOfMonth(month, n, null)]),
  ),
  map(seq(optional(word('at')), end, either(monthName, ofMonth)), ([, , months]) =>
    inMonths(months, (month) => [nthOfMonth(month, -1, null)]),
  ),
  map(seq(middle, either(monthName, ofMonth)), ([, months]) =>
    inMonths(months, (month) => [nthOfMonth(month, 15, null)]),
  ),
  // Too wide for one day: asked.
  map(seq(start, either(monthName, ofMonth)), ([, months]) =>
    inMonths(months, (month) => [1, 5, 10].map((n) => nthOfMonth(month, n, null))),
  ),
  map(word('le mois prochain', 'next month'), () =>
    inMonths(fromThis(1), (month) => [1, 15, -1].map((n) => nthOfMonth(month, n, null))),
  ),
  map(
    word(
      'fin d annee',
      'la fin de l annee',
      'fin de l annee',
      'end of the year',
      'the end of the year',
      'end of year',
    ),
    () =>
      inMonths(
        (today) => named(12, today.year)(today),
        (month) => [nthOfMonth(month, -1, null)],
      ),
  ),
);
