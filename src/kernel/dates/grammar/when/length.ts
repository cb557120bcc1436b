import type { Locale } from '../../../locale.js';
import { hour } from '../hours.js';
import { type CalendarLength, calendarLength, clockLength } from '../lengths.js';
import { count } from '../numbers.js';
import { digits, either, map, oneOf, optional, type Rule, seq, word } from '../rule.js';
import type { Clause } from './clause.js';

const half = oneOf({ 'and a half': 30, 'and a quarter': 15, 'et trois quarts': 45 });
const hours = word('h', 'heure', 'heures', 'hour', 'hours', 'hr', 'hrs');

/** Minutes: « 1 h 30 », 1:30, « 1,5 h », "two and a half hours", « trois quarts d’heure ». */
const written: Rule<number> = either(
  clockLength,
  map(seq(digits(1, 2), word(':'), digits(2)), ([h, , m]) => (m < 60 ? h * 60 + m : undefined)),
  map(seq(digits(1, 2), word(',', '.'), digits(1), hours), ([h, , tenths]) => h * 60 + tenths * 6),
  map(seq(count, half, word('hours')), ([n, more]) => n * 60 + more),
  map(seq(count, hours, half), ([n, , more]) => n * 60 + more),
  oneOf({ 'une heure trois quarts': 105, 'one and a half hours': 90 }),
);

/** Minutes, at least one. */
export const minutesLong: Rule<number> = map(written, (n) => (n > 0 ? n : undefined));

/** Days, weeks, months: a length of the calendar; several where custom differs. */
export const calendarLong: Rule<CalendarLength> = either(
  (tokens, from) =>
    calendarLength(tokens, from).flatMap(({ value, next }) =>
      value.map((length) => ({ value: length, next })),
    ),
  oneOf<CalendarLength>({ 'une journee': { days: 1 }, 'une quinzaine': { days: 14 } }),
  map(seq(count, word('journees')), ([days]) => ({ days })),
);

const lead = word(
  'pendant',
  'durant',
  'duree',
  'duree :',
  'duree de',
  'd une duree de',
  'pour une duree de',
  'pour',
  'sur',
  'qui dure',
  'ca dure',
  'for',
  'lasting',
  'length',
  'length :',
  'duration',
  'duration :',
);

/** « 25 h » is a slip in an hour, not a length. */
const isFrenchHour = (token: string): boolean => ['h', 'heure', 'heures'].includes(token);

export function lengthClauses(locale: Locale): Rule<Clause> {
  const any = hour(locale, 24);
  /** Without its lead, only what cannot be an hour of the day: "90 min". */
  const unled: Rule<number> = (tokens, from) =>
    any(tokens, from).length > 0
      ? []
      : clockLength(tokens, from).filter(
          ({ value, next }) => value > 0 && !tokens.slice(from, next).some(isFrenchHour),
        );
  return either<Clause>(
    map(seq(optional(lead), unled, optional(word('long'))), ([, minutes]) => ({
      kind: 'length',
      minutes,
    })),
    map(seq(lead, minutesLong), ([, minutes]) => ({ kind: 'length', minutes })),
    map(seq(word('('), minutesLong, word(')')), ([, minutes]) => ({ kind: 'length', minutes })),
    map(seq(lead, calendarLong), ([, length]) => ({ kind: 'lasts', length })),
  );
}
