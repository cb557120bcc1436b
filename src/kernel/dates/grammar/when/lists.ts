import { dayNumber } from '../day-dates.js';
import { ordinal } from '../numbers.js';
import { either, map, oneOf, optional, type Rule, seq, word } from '../rule.js';
import { MONTHS_EN, MONTHS_FR, ORDINALS_FR, WEEKDAYS_EN, WEEKDAYS_FR } from '../words.js';

type Words = Readonly<Record<string, number>>;

/** « mardis », "tuesdays": of whole words only, since « mars » is a month. */
const plural = (words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).flatMap(([name, value]) =>
      name.length > 5 ? [[`${name}s`, value]] : [],
    ),
  );

const FRENCH_PLURALS = plural({ ...WEEKDAYS_FR, lundi: 1, mardi: 2, jeudi: 4 });
const SHORT_FRENCH_PLURALS: Words = { lundis: 1, mardis: 2, jeudis: 4 };

export const weekdayFr = oneOf(WEEKDAYS_FR);
export const weekdayEn = oneOf(WEEKDAYS_EN);
const pluralFr = oneOf({ ...FRENCH_PLURALS, ...SHORT_FRENCH_PLURALS });
const pluralEn = oneOf(plural(WEEKDAYS_EN));
export const anyWeekday = either(weekdayFr, weekdayEn);
export const anyPlural = either(pluralFr, pluralEn);
export const monthWord = either(oneOf(MONTHS_FR), oneOf(MONTHS_EN));

const and = word(',', 'et', 'and', '&', '+', ', et', ', and');

/** Two or more of the same kind, or more than one only: « lundi, mardi et jeudi ». */
export const list =
  <T>(item: Rule<T>, least = 1): Rule<readonly T[]> =>
  (tokens, from) => {
    const more = map(seq(and, item), ([, value]) => value);
    let ends = item(tokens, from).map(({ value, next }) => ({ value: [value], next }));
    const all = [...ends];
    while (ends.length > 0) {
      ends = ends.flatMap(({ value, next }) =>
        more(tokens, next).map((match) => ({ value: [...value, match.value], next: match.next })),
      );
      all.push(...ends);
    }
    return all.filter(({ value }) => value.length >= least && new Set(value).size === value.length);
  };

const inList = optional(word('le', 'les', 'on', 'the'));
const articled = <T>(item: Rule<T>): Rule<T> => map(seq(inList, item), ([, value]) => value);

export const weekdayList = list(articled(anyWeekday));
export const pluralList = list(articled(anyPlural));
export const severalWeekdays = list(articled(anyWeekday), 2);
export const severalMixed = list(articled(either(anyPlural, anyWeekday)));
export const monthList = list(
  map(seq(optional(word('en', 'in')), monthWord), ([, month]) => month),
);
export const dayNumberList = list(articled(dayNumber));

const PLURAL_ORDINALS: Words = {
  ...Object.fromEntries(Object.entries(ORDINALS_FR).map(([name, n]) => [`${name}s`, n])),
  derniers: -1,
  dernieres: -1,
};

const nth: Rule<number> = either(
  map(ordinal, (n) => (n >= 1 && n <= 5 ? n : undefined)),
  oneOf({
    ...PLURAL_ORDINALS,
    dernier: -1,
    derniere: -1,
    last: -1,
    'avant dernier': -2,
    'second to last': -2,
  }),
);
export const nthList = list(articled(nth));
