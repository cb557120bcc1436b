import type { Frequency } from '../../when/pattern.js';
import { type Part, part } from '../hours.js';
import { frenchDays } from '../lengths.js';
import { count } from '../numbers.js';
import { either, map, oneOf, type Rule, seq, word } from '../rule.js';
import type { Clause } from './clause.js';

type Step = readonly [frequency: Frequency, interval: number];

const every = ([frequency, interval]: Step, dayPart: Part | null = null): Clause => ({
  kind: 'every',
  frequency,
  interval,
  part: dayPart,
});

const UNITS_FR: Readonly<Record<string, Step>> = {
  jour: ['DAILY', 1],
  semaine: ['WEEKLY', 1],
  quinzaine: ['WEEKLY', 2],
  mois: ['MONTHLY', 1],
  trimestre: ['MONTHLY', 3],
  semestre: ['MONTHLY', 6],
  an: ['YEARLY', 1],
  annee: ['YEARLY', 1],
};
const UNITS_EN: Readonly<Record<string, Step>> = {
  day: ['DAILY', 1],
  week: ['WEEKLY', 1],
  fortnight: ['WEEKLY', 2],
  month: ['MONTHLY', 1],
  quarter: ['MONTHLY', 3],
  year: ['YEARLY', 1],
};

const plurals = <T>(words: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([name, value]) => [
      [name, value],
      [`${name}s`, value],
    ]),
  );

const unitFr = oneOf(plurals(UNITS_FR));
const unitEn = oneOf(plurals(UNITS_EN));

const adverb: Rule<Step> = oneOf<Step>({
  quotidien: ['DAILY', 1],
  quotidiennement: ['DAILY', 1],
  daily: ['DAILY', 1],
  hebdo: ['WEEKLY', 1],
  hebdomadaire: ['WEEKLY', 1],
  'une fois par semaine': ['WEEKLY', 1],
  weekly: ['WEEKLY', 1],
  'once a week': ['WEEKLY', 1],
  fortnightly: ['WEEKLY', 2],
  mensuel: ['MONTHLY', 1],
  mensuelle: ['MONTHLY', 1],
  mensuellement: ['MONTHLY', 1],
  'une fois par mois': ['MONTHLY', 1],
  monthly: ['MONTHLY', 1],
  'once a month': ['MONTHLY', 1],
  trimestriel: ['MONTHLY', 3],
  trimestrielle: ['MONTHLY', 3],
  quarterly: ['MONTHLY', 3],
  annuel: ['YEARLY', 1],
  annuelle: ['YEARLY', 1],
  'une fois par an': ['YEARLY', 1],
  yearly: ['YEARLY', 1],
  annually: ['YEARLY', 1],
  'once a year': ['YEARLY', 1],
});

const times = (n: number, [frequency, interval]: Step): Step => [frequency, n * interval];

/** « tous les 15 jours » is every two weeks to most, counted to the day by some. */
const someDays: Rule<readonly Step[]> = map(
  seq(word('tous les'), frenchDays, word('jour', 'jours')),
  ([, all]) => all.map((n): Step => (n % 7 === 0 ? ['WEEKLY', n / 7] : ['DAILY', n])),
);

const all = word('tous les', 'toutes les', 'chaque');
const each = word('every', 'each');
const small = map(count, (n) => (n <= 99 ? n : undefined));
/** "Every second week" counts; "every first week" says nothing. */
const counted = oneOf({ other: 2, second: 2, '2 nd': 2, third: 3, '3 rd': 3, fourth: 4 });

const split =
  <T, U>(rule: Rule<readonly T[]>, meaning: (value: T) => U): Rule<U> =>
  (tokens, from) =>
    rule(tokens, from).flatMap(({ value, next }) =>
      value.map((one) => ({ value: meaning(one), next })),
    );

const partPlural = either(
  part,
  map(
    oneOf({ matins: 'matin', soirs: 'soir', mornings: 'morning', evenings: 'evening' }),
    (name) => part([name], 0)[0]?.value,
  ),
);

/** How often, the days apart: « toutes les deux semaines », "every other month", « mensuel ». */
export const everyClause: Rule<Clause> = either<Clause>(
  map(seq(all, unitFr), ([, step]) => every(step)),
  map(seq(each, oneOf(UNITS_EN)), ([, step]) => every(step)),
  map(
    seq(word('tous les', 'toutes les'), small, oneOf(withoutDays(plurals(UNITS_FR)))),
    ([, n, step]) => every(times(n, step)),
  ),
  split(someDays, (step) => every(step)),
  map(seq(each, small, unitEn), ([, n, step]) => every(times(n, step))),
  map(seq(each, counted, oneOf(UNITS_EN)), ([, n, step]) => every(times(n, step))),
  map(seq(word('un', 'une', '1'), oneOf(UNITS_FR), word('sur'), small), ([, step, , n]) =>
    n > 1 ? every(times(n, step)) : undefined,
  ),
  map(adverb, (step) => every(step)),
  map(seq(either(all, each), partPlural), ([, which]) => every(['DAILY', 1], which)),
);

function withoutDays<T>(words: Record<string, T>): Record<string, T> {
  const { jour, jours, ...rest } = words;
  return rest;
}
