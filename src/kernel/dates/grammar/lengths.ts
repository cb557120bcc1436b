import { ask, type Day } from './days.js';
import { count, letters } from './numbers.js';
import { digits, either, map, oneOf, optional, type Rule, seq, word } from './rule.js';

export interface CalendarLength {
  readonly days?: number;
  readonly months?: number;
}

const howMany = either(count, oneOf({ a: 1, an: 1 }));

const unit: Rule<CalendarLength> = oneOf<CalendarLength>({
  day: { days: 1 },
  days: { days: 1 },
  semaine: { days: 7 },
  semaines: { days: 7 },
  week: { days: 7 },
  weeks: { days: 7 },
  fortnight: { days: 14 },
  fortnights: { days: 14 },
  mois: { months: 1 },
  month: { months: 1 },
  months: { months: 1 },
  an: { months: 12 },
  ans: { months: 12 },
  annee: { months: 12 },
  annees: { months: 12 },
  year: { months: 12 },
  years: { months: 12 },
});

/**
 * « Quinze jours » is two weeks in French, and « huit jours » one week to many; eight, and
 * fifteen in digits, are counted one by one by others: both are offered.
 */
export const frenchDays: Rule<readonly number[]> = either(
  map(digits(1, 3), (n) => (n === 0 ? undefined : n === 15 ? [15, 14] : n === 8 ? [8, 7] : [n])),
  map(letters, (n) => (n === 15 ? [14] : n === 8 ? [8, 7] : [n])),
);

/** A length in days, weeks, months or years; several where custom differs. */
export const calendarLength: Rule<readonly CalendarLength[]> = either(
  map(seq(frenchDays, word('jour', 'jours')), ([all]) => all.map((days) => ({ days }))),
  map(seq(howMany, unit), ([n, { days = 0, months = 0 }]) => [
    { days: n * days, months: n * months },
  ]),
);

const hours = word('h', 'heure', 'heures', 'hr', 'hrs', 'hour', 'hours');
const minutes = word('min', 'mn', 'mins', 'minute', 'minutes');

/** A length of hours and minutes, in minutes: « 1 h 30 », « une heure et demie », "90 minutes". */
export const clockLength: Rule<number> = either(
  oneOf({
    'une demi heure': 30,
    'demi heure': 30,
    'half an hour': 30,
    'half hour': 30,
    'a half hour': 30,
    'un quart d heure': 15,
    'a quarter of an hour': 15,
    'trois quarts d heure': 45,
    'three quarters of an hour': 45,
    'an hour and a half': 90,
  }),
  map(seq(howMany, minutes), ([n]) => n),
  map(seq(howMany, hours), ([n]) => n * 60),
  map(
    seq(howMany, hours, oneOf({ 'et demie': 30, 'et demi': 30, 'et quart': 15 })),
    ([n, , more]) => n * 60 + more,
  ),
  map(
    seq(howMany, hours, optional(word('et', 'and')), either(digits(2), letters), optional(minutes)),
    ([n, , , more]) => (more < 60 ? n * 60 + more : undefined),
  ),
);

const ahead = word('dans', 'd ici', 'd ici a', 'sous', 'in', 'within');
const fromNow = word('from now');
const ilYA = word('il y a');
const ago = word('ago');

/** « Dans 2 heures », "in 10 min", "2 hours ago": minutes from now, exactly. */
export const elapsed: Rule<number> = either(
  map(seq(ahead, clockLength), ([, n]) => n),
  map(seq(clockLength, fromNow), ([n]) => n),
  map(seq(ilYA, clockLength), ([, n]) => -n),
  map(seq(clockLength, ago), ([n]) => -n),
);

const shifted =
  (lengths: readonly CalendarLength[], sign: 1 | -1): Day =>
  (today) =>
    ask(
      ...lengths.map(({ days = 0, months = 0 }) =>
        today.add({ days: sign * days, months: sign * months }),
      ),
    );

/** « Dans trois jours », « dans un mois », « j+3 », "in a fortnight", "3 days ago". */
export const daysFromNow: Rule<Day> = either(
  map(seq(ahead, calendarLength, optional(word('time'))), ([, all]) => shifted(all, 1)),
  map(seq(calendarLength, fromNow), ([all]) => shifted(all, 1)),
  map(seq(word('j +'), digits(1, 3)), ([, days]) => shifted([{ days }], 1)),
  map(seq(ilYA, calendarLength), ([, all]) => shifted(all, -1)),
  map(seq(calendarLength, ago), ([all]) => shifted(all, -1)),
);
