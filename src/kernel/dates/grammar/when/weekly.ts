import { type Pattern, pattern } from '../../when/pattern.js';
import { inPart, type Part, part } from '../hours.js';
import { count } from '../numbers.js';
import { either, map, oneOf, optional, type Rule, seq, word } from '../rule.js';
import type { Clause } from './clause.js';
import {
  anyPlural,
  anyWeekday,
  list,
  pluralList,
  severalMixed,
  severalWeekdays,
  weekdayEn,
  weekdayFr,
  weekdayList,
} from './lists.js';

type Mode = Extract<Clause, { kind: 'repeats' }>['mode'];
interface Said {
  readonly pattern: Pattern;
  readonly mode: Mode;
  readonly count?: number;
}

const weekly = (weekdays: readonly number[], mode: Mode = 'always', interval = 1): Said => ({
  pattern: pattern('WEEKLY', interval, { weekdays }),
  mode,
});

const WORK_DAYS = [1, 2, 3, 4, 5];

const sets: Rule<readonly number[]> = map(
  word(
    'en semaine',
    'les jours de semaine',
    'tous les jours de semaine',
    'les jours ouvres',
    'tous les jours ouvres',
    'chaque jour ouvre',
    'weekdays',
    'on weekdays',
    'every weekday',
    'each weekday',
    'every working day',
  ),
  () => WORK_DAYS,
);

const weekends = word(
  'tous les week ends',
  'tous les weekends',
  'chaque week end',
  'chaque weekend',
  'les week ends',
  'les weekends',
  'every weekend',
  'each weekend',
  'weekends',
  'on weekends',
);

/** To some, Saturday is one of the « jours ouvrables », and Sunday a day of the week. */
const disputed = oneOf<readonly (readonly number[])[]>({
  'tous les jours de la semaine': [WORK_DAYS, [1, 2, 3, 4, 5, 6, 7]],
  'tous les jours ouvrables': [[1, 2, 3, 4, 5, 6], WORK_DAYS],
  'les jours ouvrables': [[1, 2, 3, 4, 5, 6], WORK_DAYS],
});

const each = word('tous les', 'toutes les', 'chaque', 'every', 'each');

/** From one weekday to another, both included, past Sunday when need be. */
const through = (first: number, last: number): number[] =>
  Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => ((first + i - 1) % 7) + 1);

export const weekdayRange: Rule<readonly [number, number]> = either(
  map(seq(word('du', 'de'), weekdayFr, word('au', 'a'), weekdayFr), ([, a, , b]) => both(a, b)),
  map(
    seq(optional(word('from')), weekdayEn, word('to', 'through', 'thru', '-', '–'), weekdayEn),
    ([, a, , b]) => both(a, b),
  ),
);
const both = (a: number, b: number): readonly [number, number] | undefined =>
  a === b ? undefined : [a, b];

/** « du lundi au vendredi »: each week, where the span of days reads this once. */
const ranged: Rule<Said> = map(weekdayRange, ([first, last]) =>
  weekly(through(first, last), 'maybe'),
);

/** « lundi et jeudi »: each week, or once each. */
const several: Rule<Said> = (tokens, from) =>
  severalWeekdays(tokens, from).flatMap(({ value, next }) =>
    [weekly(value, 'maybe'), { ...weekly(value, 'once'), count: value.length }].map((said) => ({
      value: said,
      next,
    })),
  );

const said: Rule<Said> = either<Said>(
  map(seq(each, severalMixed), ([, days]) => weekly(days)),
  map(
    list(
      map(seq(each, either(anyWeekday, anyPlural)), ([, day]) => day),
      2,
    ),
    (days) => weekly(days),
  ),
  map(seq(word('les'), weekdayList), ([, days]) => (days.length > 1 ? weekly(days) : undefined)),
  map(seq(optional(word('les', 'on', 'le')), pluralList), ([, days]) => weekly(days)),
  map(seq(word('le'), weekdayFr), ([, day]) => weekly([day], 'maybe')),
  map(seq(optional(word('on')), anyWeekday), ([, day]) => weekly([day], 'partial')),
  several,
  map(seq(word('un', '1'), weekdayFr, word('sur'), count), ([, day, , n]) =>
    n > 1 && n < 100 ? weekly([day], 'always', n) : undefined,
  ),
  map(seq(word('every other', 'each other', 'alternate'), severalMixed), ([, days]) =>
    weekly(days, 'always', 2),
  ),
  map(seq(word('tous les', 'every'), count, severalMixed), ([, n, days]) =>
    n > 1 && n < 100 ? weekly(days, 'always', n) : undefined,
  ),
  map(seq(word('every'), oneOf({ second: 2, third: 3, fourth: 4 }), anyWeekday), ([, n, day]) =>
    weekly([day], 'always', n),
  ),
  map(seq(word('every'), oneOf({ '2 nd': 2, '3 rd': 3, '4 th': 4 }), anyWeekday), ([, n, day]) =>
    weekly([day], 'always', n),
  ),
  map(sets, (days) => weekly(days)),
  map(weekends, () => weekly([6, 7])),
  ranged,
  (tokens, from) =>
    disputed(tokens, from).flatMap(({ value, next }) =>
      value.map((days) => ({ value: weekly(days), next })),
    ),
);

const partToo: Rule<Part | null> = optional(
  either(
    part,
    inPart,
    map(word('soirs'), () => part(['soir'], 0)[0]?.value),
    map(word('matins'), () => part(['matin'], 0)[0]?.value),
    map(word('evenings'), () => part(['evening'], 0)[0]?.value),
    map(word('mornings'), () => part(['morning'], 0)[0]?.value),
  ),
);

/** Weeks: « tous les mardis soir », « un jeudi sur deux », "weekdays", « du lundi au vendredi ». */
export const weeklyClause: Rule<Clause> = map(
  seq(said, partToo),
  ([{ count = null, ...rest }, which]) => ({ kind: 'repeats', part: which, count, ...rest }),
);
