import { dayOfWeekAhead, nextWeekday, type PlainDate } from '../calendar.js';
import { ask, type Day, soonest, sure } from './days.js';
import { count } from './numbers.js';
import { article } from './particles.js';
import { either, map, oneOf, optional, type Rule, seq, word } from './rule.js';
import { NEAR_DAYS, WEEKDAYS_EN, WEEKDAYS_FR } from './words.js';

const weekday = either(oneOf(WEEKDAYS_FR), oneOf(WEEKDAYS_EN));
const comma = optional(word(','));

/** The next such day, strictly after today unless an hour of today still ahead is given. */
const bare =
  (day: number): Day =>
  (today, precision) => {
    const next = nextWeekday(today, day);
    if (today.dayOfWeek !== day || precision === 'day') return sure(next);
    return precision === 'hour' ? soonest(today, next) : ask(today, next);
  };

const coming =
  (day: number): Day =>
  (today) =>
    sure(nextWeekday(today, day));

/** « Ce samedi » said on a Saturday can be either. */
const thisOne =
  (day: number): Day =>
  (today) =>
    today.dayOfWeek === day ? ask(today, nextWeekday(today, day)) : sure(nextWeekday(today, day));

/**
 * "Next friday" said before Friday is next week's to some, the first to come to others.
 * « Vendredi prochain » is the first to come (Dictionnaire de l’Académie, « prochain »).
 */
const englishNext =
  (day: number): Day =>
  (today) => {
    const inNextWeek = dayOfWeekAhead(today, 1, day);
    const first = nextWeekday(today, day);
    return first.equals(inNextWeek) ? sure(first) : ask(inNextWeek, first);
  };

const last =
  (day: number): Day =>
  (today) =>
    sure(nextWeekday(today, day).subtract({ weeks: today.dayOfWeek === day ? 2 : 1 }));

const ofNextWeek =
  (day: number): Day =>
  (today) =>
    sure(dayOfWeekAhead(today, 1, day));

/** « Mardi en huit » said on a Tuesday: counted from today by some, from the next by others. */
const weeksAfter =
  (day: number, weeks: number): Day =>
  (today) => {
    const next = nextWeekday(today, day).add({ weeks });
    return today.dayOfWeek === day ? ask(today.add({ weeks }), next) : sure(next);
  };

const nextWeek = word('semaine prochaine', 'la semaine prochaine', 'next week');
const enHuit = oneOf({ 'en huit': 1, 'en 8': 1, 'en quinze': 2, 'en 15': 2 });

const weeks: Rule<number> = either(
  map(seq(either(count, oneOf({ a: 1 })), word('week', 'weeks')), ([n]) => n),
  map(seq(word('a'), word('fortnight')), () => 2),
);

export const weekdays: Rule<Day> = either(
  map(seq(optional(article), weekday, optional(word('qui vient'))), ([, day]) => bare(day)),
  map(seq(optional(article), word('prochain'), oneOf(WEEKDAYS_FR)), ([, , day]) => coming(day)),
  map(seq(optional(article), oneOf(WEEKDAYS_FR), word('prochain')), ([, day]) => coming(day)),
  map(seq(word('ce'), oneOf(WEEKDAYS_FR)), ([, day]) => thisOne(day)),
  map(seq(optional(word('on')), word('this'), oneOf(WEEKDAYS_EN)), ([, , day]) => thisOne(day)),
  map(seq(optional(word('on')), word('next'), oneOf(WEEKDAYS_EN)), ([, , day]) => englishNext(day)),
  map(seq(word('last'), oneOf(WEEKDAYS_EN)), ([, day]) => last(day)),
  map(seq(oneOf(WEEKDAYS_FR), word('dernier', 'passe')), ([day]) => last(day)),
  map(seq(optional(article), weekday, comma, optional(word('de', 'of')), nextWeek), ([, day]) =>
    ofNextWeek(day),
  ),
  map(seq(nextWeek, comma, optional(article), weekday), ([, , , day]) => ofNextWeek(day)),
  map(seq(optional(article), oneOf(WEEKDAYS_FR), enHuit), ([, day, n]) => weeksAfter(day, n)),
  map(seq(optional(word('on')), oneOf(WEEKDAYS_EN), word('week')), ([, day]) => weeksAfter(day, 1)),
  map(seq(weeks, word('from', 'on', 'after'), oneOf(WEEKDAYS_EN)), ([n, , day]) =>
    weeksAfter(day, n),
  ),
);

/** « Demain », « demain en huit », « d’aujourd’hui en huit », "a week from tomorrow". */
export const nearDays: Rule<Day> = either(
  map(oneOf(NEAR_DAYS), daysAhead),
  map(seq(optional(word('d')), oneOf(NEAR_DAYS), enHuit), ([, n, more]) => daysAhead(n + 7 * more)),
  map(
    seq(weeks, optional(word('from', 'after')), oneOf({ today: 0, tomorrow: 1, now: 0 })),
    ([n, , day]) => daysAhead(7 * n + day),
  ),
);

export function daysAhead(days: number): Day {
  return (today) => sure(today.add({ days }));
}

const inWeek =
  (weeks: number, ...days: readonly number[]): Day =>
  (today) =>
    ask(...days.map((day) => dayOfWeekAhead(today, weeks, day)));

const weekend: Day = inWeek(0, 6, 7);
const nextWeekend: Day = (today) => {
  const inNextWeek = dayOfWeekAhead(today, 1, 6);
  const first: PlainDate = dayOfWeekAhead(today, 0, 6);
  return today.dayOfWeek >= 6
    ? ask(inNextWeek, inNextWeek.add({ days: 1 }))
    : ask(first, first.add({ days: 1 }), inNextWeek);
};

/** Friday to some, Sunday to others. */
const END_OF_WEEK = [5, 7];

/** Phrases too wide for one day: the person is asked. */
export const wideDays: Rule<Day> = oneOf({
  'ce week end': weekend,
  'ce weekend': weekend,
  'le week end': weekend,
  'le weekend': weekend,
  'this weekend': weekend,
  'this week end': weekend,
  'the weekend': weekend,
  'le week end prochain': nextWeekend,
  'le weekend prochain': nextWeekend,
  'next weekend': nextWeekend,
  'cette semaine': inWeek(0, ...END_OF_WEEK),
  'this week': inWeek(0, ...END_OF_WEEK),
  'semaine prochaine': inWeek(1, 1, 3, 5),
  'la semaine prochaine': inWeek(1, 1, 3, 5),
  'next week': inWeek(1, 1, 3, 5),
  'debut de semaine prochaine': inWeek(1, 1, 2),
  'debut de la semaine prochaine': inWeek(1, 1, 2),
  'fin de semaine': inWeek(0, ...END_OF_WEEK),
  'la fin de semaine': inWeek(0, ...END_OF_WEEK),
  'fin de la semaine': inWeek(0, ...END_OF_WEEK),
  'la fin de la semaine': inWeek(0, ...END_OF_WEEK),
  'end of the week': inWeek(0, ...END_OF_WEEK),
  'the end of the week': inWeek(0, ...END_OF_WEEK),
  'end of week': inWeek(0, ...END_OF_WEEK),
  'fin de semaine prochaine': inWeek(1, ...END_OF_WEEK),
  'fin de la semaine prochaine': inWeek(1, ...END_OF_WEEK),
  'la fin de la semaine prochaine': inWeek(1, ...END_OF_WEEK),
  'end of next week': inWeek(1, ...END_OF_WEEK),
  'the end of next week': inWeek(1, ...END_OF_WEEK),
});
