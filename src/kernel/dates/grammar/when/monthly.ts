import { type Pattern, pattern } from '../../when/pattern.js';
import { dayNumber } from '../day-dates.js';
import { end, ofNearMonth } from '../day-months.js';
import { part } from '../hours.js';
import { writtenOrdinal } from '../numbers.js';
import { article } from '../particles.js';
import { either, map, optional, type Rule, seq, word } from '../rule.js';
import type { Clause } from './clause.js';
import { anyPlural, anyWeekday, dayNumberList, monthWord, nthList } from './lists.js';

type Mode = Extract<Clause, { kind: 'repeats' }>['mode'];

const repeats = (of: Pattern, mode: Mode): Clause => ({
  kind: 'repeats',
  pattern: of,
  mode,
  part: null,
  count: null,
});

const all = word('tous les', 'toutes les', 'chaque', 'every', 'each');
const the = optional(either(article, word('les')));
const weekday = either(anyWeekday, anyPlural);

/** What makes it sure that it comes back, what leaves it open, and what says nothing of it. */
const ofEach = word(
  'de chaque mois',
  'chaque mois',
  'of every month',
  'of each month',
  'every month',
  'each month',
);
const ofIt = word('du mois', 'de mois', 'of the month', 'of month', 'in the month');
const ofMonths: Rule<Mode> = either<Mode>(
  map(ofEach, () => 'always' as const),
  map(ofIt, () => 'maybe' as const),
  (_, from) => [{ value: 'partial', next: from }],
);

const nthWeekdays = (ns: readonly number[], days: readonly number[]): Partial<Pattern> => ({
  nth: ns.flatMap((n) => days.map((day) => ({ n, weekday: day }))),
});

const nthDay: Rule<Partial<Pattern>> = either<Partial<Pattern>>(
  map(seq(nthList, weekday), ([ns, day]) => nthWeekdays(ns, [day])),
  // « le premier mardi et le troisième mardi »
  map(
    seq(nthList, weekday, word('et', 'and'), the, nthList, weekday),
    ([a, first, , , b, second]) => ({
      nth: [...(nthWeekdays(a, [first]).nth ?? []), ...(nthWeekdays(b, [second]).nth ?? [])],
    }),
  ),
  map(word('dernier jour', 'last day'), () => ({ monthDays: [-1] })),
);

const monthDays = (article: Rule<unknown>): Rule<Partial<Pattern>> =>
  map(seq(article, dayNumberList), ([, days]) =>
    days.every((day) => day >= 1 && day <= 31) ? { monthDays: days } : undefined,
  );
const theMonthDays = monthDays(word('le', 'les', 'the', 'on the'));
const bareMonthDays = monthDays(optional(article));

/** « le 31 »: the months without one are skipped, or end the day before: asked. */
const withShortMonths =
  (rule: Rule<Partial<Pattern>>): Rule<Partial<Pattern>> =>
  (tokens, from) =>
    rule(tokens, from).flatMap(({ value, next }) => {
      const [day = 0, ...more] = value.monthDays ?? [];
      const last = { value: { monthDays: [-1] }, next };
      return day > 28 && more.length === 0 ? [{ value, next }, last] : [{ value, next }];
    });

const monthly = (more: Partial<Pattern>, mode: Mode): Clause =>
  repeats(pattern('MONTHLY', 1, more), mode);

const yearly = (month: number, more: Partial<Pattern>, mode: Mode): Clause =>
  repeats(pattern('YEARLY', 1, { ...more, months: [month] }), mode);

const eachYear = word(
  'de chaque annee',
  'chaque annee',
  'of every year',
  'of each year',
  'every year',
  'each year',
);
const yearMode: Rule<Mode> = either<Mode>(
  map(eachYear, () => 'always' as const),
  (_, from) => [{ value: 'partial', next: from }],
);

const dayOfYear = either(
  map(seq(dayNumber, optional(word('of')), monthWord), ([day, , month]) => ({ day, month })),
  map(seq(monthWord, optional(word('the')), dayNumber), ([month, , day]) => ({ day, month })),
);

/** 29 February: leap years only, or the last of the month each year: asked. */
const onDayOfYear =
  (mode: Rule<Mode>): Rule<Clause> =>
  (tokens, from) =>
    seq(dayOfYear, mode)(tokens, from).flatMap(({ value: [{ day, month }, how], next }) => {
      const days = month === 2 && day === 29 ? [29, -1] : [day];
      return days.map((n) => ({ value: yearly(month, { monthDays: [n] }, how), next }));
    });

const always: Rule<Mode> = (_, from) => [{ value: 'always', next: from }];

/** Months and years: « le premier mardi du mois », "the 15th of every month", « chaque 21 juin ». */
const bare: Rule<Clause> = either<Clause>(
  map(seq(the, nthDay, ofMonths), ([, what, mode]) => monthly(what, mode)),
  map(seq(all, nthDay, optional(either(ofIt, ofEach))), ([, what]) => monthly(what, 'always')),
  map(seq(withShortMonths(theMonthDays), ofMonths), ([what, mode]) => monthly(what, mode)),
  map(seq(withShortMonths(bareMonthDays), ofEach), ([what]) => monthly(what, 'always')),
  map(seq(all, withShortMonths(bareMonthDays), ofIt), ([, what]) => monthly(what, 'always')),
  map(seq(all, writtenOrdinal), ([, day]) => monthly({ monthDays: [day] }, 'always')),
  map(
    seq(
      optional(word('a', 'en', 'at')),
      end,
      either(
        ofNearMonth,
        map(ofEach, () => null),
      ),
    ),
    ([, , near]) => monthly({ monthDays: [-1] }, near ? 'partial' : 'always'),
  ),
  map(word('en fin de mois'), () => monthly({ monthDays: [-1] }, 'maybe')),
  map(
    seq(the, nthDay, word('de', 'd', 'of', 'in'), monthWord, yearMode),
    ([, what, , month, mode]) => yearly(month, what, mode),
  ),
  map(seq(the, onDayOfYear(yearMode)), ([, clause]) => clause),
  map(seq(all, onDayOfYear(always)), ([, clause]) => clause),
);

export const monthlyClause: Rule<Clause> = map(seq(bare, optional(part)), ([clause, which]) =>
  clause.kind === 'repeats' ? { ...clause, part: which } : clause,
);
