import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../../../locale.js';
import type { Day } from '../days.js';
import { ask, soonest } from '../days.js';
import { count } from '../numbers.js';
import { digits, either, map, optional, type Rule, seq, word } from '../rule.js';
import type { Clause, Exception } from './clause.js';
import { daySpans } from './day-spans.js';
import { holidayException } from './holidays.js';
import {
  anyPlural,
  anyWeekday,
  list,
  monthList,
  monthWord,
  nthList,
  severalMixed,
} from './lists.js';

/** The first or last day of each month that a name can mean, soonest first. */
const edgeOf =
  (month: number, year: number | null, edge: 'first' | 'last' | 'before'): Day =>
  (today) => {
    const years = year === null ? [today.year, today.year + 1] : [year];
    const days = years.map((y) => {
      const first = Temporal.PlainDate.from({ year: y, month, day: 1 });
      if (edge === 'first') return first;
      return edge === 'last'
        ? first.add({ months: 1 }).subtract({ days: 1 })
        : first.subtract({ days: 1 });
    });
    // « à partir de janvier », said in January: from now, or the next one.
    if (edge === 'first' && year === null && today.month === month)
      return ask(today, ...days.slice(1));
    const ahead = days.filter((day) => Temporal.PlainDate.compare(day, today) >= 0);
    return soonest(...(ahead.length > 0 ? ahead : days).slice(0, 1));
  };

const month = map(seq(monthWord, optional(digits(4))), ([name, year]) => ({ name, year }));
const nextMonth: Day = (today) => soonest(today.with({ day: 1 }).add({ months: 1 }));
const nextWeek: Day = (today) => soonest(today.add({ days: 8 - today.dayOfWeek }));
const nextYear: Day = (today) => soonest(today.with({ month: 1, day: 1 }).add({ years: 1 }));

const starting = word(
  'a partir de',
  'a partir du',
  'a partir d',
  'a compter de',
  'a compter du',
  'des',
  'des le',
  'depuis',
  'en commencant',
  'en commencant le',
  'starting',
  'starting in',
  'starting on',
  'starting from',
  'beginning',
  'beginning in',
  'beginning on',
  'from',
  'as of',
);

const ofEachMonth = map(
  word(
    ...['du mois', 'de mois', 'de chaque mois', 'of the month', 'of each month'],
    ...['of every month', 'in the month'],
  ),
  () => true,
);

const inclusive = optional(
  word('inclus', 'inclusivement', 'compris', 'y compris', 'included', 'inclusive'),
);

export function fromClauses(anyDay: Rule<Day>): Rule<Clause> {
  const from = (day: Day, exact: boolean): Clause => ({ kind: 'from', day, exact });
  return either<Clause>(
    map(seq(starting, optional(word('debut', 'early')), month), ([, , { name, year }]) =>
      from(edgeOf(name, year, 'first'), false),
    ),
    map(seq(starting, word('la semaine prochaine', 'next week')), () => from(nextWeek, false)),
    map(seq(starting, word('mois prochain', 'next month')), () => from(nextMonth, false)),
    map(seq(starting, word('l annee prochaine', 'next year')), () => from(nextYear, false)),
    map(seq(starting, optional(word('le')), anyDay), ([, , day]) => from(day, true)),
    // « à partir du 5 »: the article is in the lead.
    map(seq(word('a partir du', 'a compter du'), digits(1, 2)), ([, day]) =>
      day >= 1 && day <= 31 ? from(nextNumber(day), true) : undefined,
    ),
  );
}

const nextNumber =
  (number: number): Day =>
  (today) => {
    const months = [0, 1, 2].map((n) => today.with({ day: 1 }).add({ months: n }));
    const days = months.flatMap((first) =>
      number <= first.daysInMonth ? [first.with({ day: number })] : [],
    );
    return soonest(
      ...days.filter((day) => Temporal.PlainDate.compare(day, today) >= 0).slice(0, 1),
    );
  };

/** « jusqu’en juin »: June included, to most; to others, it stops there: asked. */
export function untilClauses(anyDay: Rule<Day>): Rule<Clause> {
  const until = word(
    'jusqu',
    'jusqu a',
    'until',
    'till',
    'til',
    'up to',
    'through',
    'ending',
    'ending on',
  );
  const whole = word(
    'through',
    'thru',
    'until the end of',
    'jusqu a la fin de',
    'jusqu a la fin d',
  );
  const open = word('jusqu en', 'jusqu a', 'until', 'till', 'up to');
  const last = ({ name, year }: { name: number; year: number | null }): Clause => ({
    kind: 'until',
    day: edgeOf(name, year, 'last'),
  });
  return either<Clause>(
    map(seq(until, anyDay, inclusive), ([, day]) => ({ kind: 'until', day })),
    map(seq(whole, month), ([, said]) => last(said)),
    map(seq(open, month, word('inclus', 'compris', 'included', 'inclusive')), ([, said]) =>
      last(said),
    ),
    either<Clause>(
      map(seq(open, month), ([, said]) => last(said)),
      map(seq(open, month), ([, { name, year }]) => ({
        kind: 'until',
        day: edgeOf(name, year, 'before'),
      })),
    ),
  );
}

export function exceptClauses(locale: Locale, anyDay: Rule<Day>): Rule<Clause> {
  const lead = word(
    'sauf',
    'sauf en',
    'hors',
    'hormis',
    'excepte',
    'excepte en',
    'a l exception de',
    'a l exception du',
    'a part',
    'a part en',
    'mais pas',
    'mais pas en',
    'except',
    'except in',
    'except on',
    'except for',
    'but not',
    'but not in',
    'but not on',
    'excluding',
    'not in',
    'apart from',
  );
  const weekdays = map(
    seq(optional(word('le', 'les', 'du', 'on')), severalMixed),
    ([, days]): Exception => ({ type: 'weekdays', weekdays: days }),
  );
  const weekends = map(
    word(
      'le week end',
      'les week ends',
      'le weekend',
      'les weekends',
      'weekends',
      'at weekends',
      'on weekends',
      'at the weekend',
    ),
    (): Exception => ({ type: 'weekdays', weekdays: [6, 7] }),
  );
  const months = either(
    map(monthList, (all): Exception => ({ type: 'months', months: all })),
    // « juillet-août » is read as two words: the hyphen is gone.
    map(seq(monthWord, monthWord), ([a, b]): Exception => ({ type: 'months', months: [a, b] })),
  );
  const inYear = map(
    seq(monthWord, digits(4)),
    ([name, year]): Exception => ({
      type: 'days',
      days: () => {
        const first = Temporal.PlainDate.from({ year, month: name, day: 1 });
        return { type: 'days', first, last: first.add({ months: 1 }).subtract({ days: 1 }) };
      },
    }),
  );
  /** « sauf le premier mardi »: of each month, or the very first: asked. */
  const nths: Rule<Exception> = (tokens, from) =>
    seq(
      optional(word('le', 'les', 'the', 'on the')),
      nthList,
      either(anyWeekday, anyPlural),
      optional(ofEachMonth),
    )(tokens, from).flatMap(({ value: [, ns, weekday, ofMonth], next }) => {
      const isFirst = ofMonth === null && ns.length === 1 && ns[0] === 1;
      return [
        { value: { type: 'nth' as const, ns, weekday }, next },
        ...(isFirst ? [{ value: { type: 'first' as const, weekday }, next }] : []),
      ];
    });
  /** « sauf le dimanche » is each of them; « sauf dimanche » can be the next one only. */
  const habit = seq(word('le'), anyWeekday);
  const theFirst = word('le premier', 'the first');
  const oneDay: Rule<Day> = (tokens, from) => {
    const habitEnds = habit(tokens, from).map(({ next }) => next);
    // « sauf le premier » is the first of them, not the first of the month.
    if (theFirst(tokens, from).length > 0) habitEnds.push(from + 2);
    return anyDay(tokens, from).filter(({ next }) => !habitEnds.includes(next));
  };
  const day = map(oneDay, (one): Exception => ({ type: 'day', day: one }));
  const days = map(daySpans(locale), (span): Exception => ({ type: 'days', days: span }));
  const one = either(weekends, months, inYear, days, day, nths, holidayException);
  return map(
    seq(
      lead,
      either(
        list(one),
        map(weekdays, (each) => [each]),
      ),
    ),
    ([, exceptions]) => ({
      kind: 'except',
      exceptions,
    }),
  );
}

export const timesClause: Rule<Clause> = map(
  seq(
    optional(word('pendant', 'pour', 'for', 'sur')),
    count,
    word(
      'fois',
      'seances',
      'occurrences',
      'rencontres',
      'reunions',
      'rendez vous',
      'times',
      'sessions',
      'meetings',
    ),
    optional(word('en tout', 'in all', 'in total')),
  ),
  ([, times]) => (times > 1 ? { kind: 'times', times } : undefined),
);

/** « de janvier à juin », « en janvier »: this time only, or each year: asked. */
export const seasonClause: Rule<Clause> = (tokens, from) =>
  either(
    map(
      seq(
        word('de', 'd', 'entre', 'from', 'between'),
        monthWord,
        word('a', 'et', 'to', 'and', 'through'),
        monthWord,
      ),
      ([, first, , last]) => ({ first, last }),
    ),
    map(seq(word('de', 'd', 'en', 'in'), monthWord), ([, only]) => ({ first: only, last: only })),
  )(tokens, from).flatMap(({ value, next }) =>
    [false, true].map((yearly) => ({ value: { kind: 'season' as const, ...value, yearly }, next })),
  );
