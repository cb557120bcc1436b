import type { Locale } from '../../../locale.js';
import { plainDates, weekdayDates } from '../day-dates.js';
import { daysOfMonths } from '../day-months.js';
import { daysAhead, nearDays, weekdays, wideDays } from '../day-weeks.js';
import type { Day } from '../days.js';
import { inPart, part, partOfToday } from '../hours.js';
import { daysFromNow, elapsed } from '../lengths.js';
import { either, map, optional, type Rule, seq, word } from '../rule.js';
import { turn } from '../turns.js';
import { exceptClauses, fromClauses, seasonClause, timesClause, untilClauses } from './bounds.js';
import type { Clause } from './clause.js';
import { daySpanClauses } from './day-spans.js';
import { everyClause } from './every.js';
import { lengthClauses } from './length.js';
import { monthlyClause } from './monthly.js';
import { timeClauses } from './times.js';
import { weeklyClause } from './weekly.js';

/** Readings kept of one phrase: beyond, it says too many things at once to be asked about. */
const MOST_READINGS = 48;
const MOST_STEPS = 5000;

const inSome = word('dans', 'in');
/** Of the lengths from now, only those that say when, not by when: « sous 48 h » does not. */
const ahead =
  <T>(rule: Rule<T>): Rule<T> =>
  (tokens, from) =>
    inSome(tokens, from).length > 0 ||
    tokens[from + 1] === '+' ||
    /^[\dau]/.test(tokens[from] ?? '')
      ? rule(tokens, from)
      : [];

function dayClauses(locale: Locale): Rule<Clause> {
  type Said = Extract<Clause, { kind: 'day' }>['said'];
  const said = (rule: Rule<Day>, how: Said): Rule<Clause> =>
    map(
      seq(optional(word('pour', 'for')), rule, optional(either(part, inPart))),
      ([, day, which]) => ({ kind: 'day', day, part: which, said: how }),
    );
  return either<Clause>(
    said(either(nearDays, weekdays, wideDays, ahead(daysFromNow)), 'other'),
    said(plainDates(locale), 'date'),
    said(weekdayDates(locale), 'dated-weekday'),
    said(daysOfMonths, 'month'),
    map(partOfToday, (which) => ({ kind: 'day', day: daysAhead(0), part: which, said: 'other' })),
    map(ahead(elapsed), (minutes) => ({ kind: 'elapsed', minutes })),
  );
}

const exactDay = (locale: Locale): Rule<Day> =>
  either(nearDays, weekdays, plainDates(locale), weekdayDates(locale), daysOfMonths);

/** Every row of clauses that reads the whole phrase. */
export function meeting(locale: Locale): (tokens: readonly string[]) => readonly Clause[][] {
  const anyDay = exactDay(locale);
  const clause = either<Clause>(
    weeklyClause,
    monthlyClause,
    everyClause,
    dayClauses(locale),
    daySpanClauses(locale),
    timeClauses(locale),
    lengthClauses(locale),
    exceptClauses(locale, either(nearDays, weekdays, plainDates(locale), weekdayDates(locale))),
    fromClauses(anyDay),
    untilClauses(anyDay),
    timesClause,
    seasonClause,
    map(turn, (which) => ({ kind: 'turn', turn: which })),
  );
  return (tokens) => rows(clause, tokens);
}

/**
 * Each place is read once, however many ways lead to it, and only ways that lead to the end are
 * followed: the work grows with the square of a phrase, not with its number of readings.
 */
function rows(clause: Rule<Clause>, tokens: readonly string[]): readonly Clause[][] {
  const matches = new Map<number, ReturnType<Rule<Clause>>>();
  const at = (from: number) => {
    const kept = matches.get(from);
    if (kept) return kept;
    const found = clause(tokens, from).filter(({ next }) => next > from);
    matches.set(from, found);
    return found;
  };
  const skip = (from: number): number =>
    from > 0 && (tokens[from] === ',' || tokens[from] === ';') ? from + 1 : from;
  const ends = new Map<number, boolean>();
  const leads = (from: number): boolean => {
    if (from === tokens.length) return true;
    const known = ends.get(from);
    if (known !== undefined) return known;
    const found = at(skip(from)).some(({ next }) => leads(next));
    ends.set(from, found);
    return found;
  };

  const all: Clause[][] = [];
  let steps = 0;
  const follow = (from: number, row: readonly Clause[]): void => {
    if (all.length > MOST_READINGS || ++steps > MOST_STEPS) return;
    if (from === tokens.length) {
      all.push([...row]);
      return;
    }
    for (const { value, next } of at(skip(from)))
      if (leads(next) && row.every(({ kind }) => kind !== value.kind))
        follow(next, [...row, value]);
  };
  if (tokens.length > 0 && leads(0)) follow(0, []);
  return all.length > MOST_READINGS || steps > MOST_STEPS ? [] : all;
}
