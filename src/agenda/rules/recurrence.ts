import { parseRule } from '../../kernel/dates/repetition/read.js';
import type { Rule } from '../../kernel/dates/repetition/rule.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import {
  endOf,
  JUMP_SECONDS,
  MOST_LOOKED_AT,
  members,
  type Repetition,
  readSeries,
  type Series,
} from './series.js';
import { EVER, walk } from './walk.js';
import { LAST_WALL, type Placed, place, type Wall, wallAt, wallOf, wallText } from './wall.js';

export type { Repetition } from './series.js';

export interface Occurrence {
  /** The local start that the series gives it: its RECURRENCE-ID, whatever becomes of it. */
  readonly recurrenceId: string;
  /** For what lasts all day, the first instant of that day in the zone. */
  readonly start: Date;
  /** Its hour does not exist on that day: it starts later by what clocks went forward. */
  readonly shifted: boolean;
}

/** Starts from `from` to `to` (excluded), at most `limit` of them. */
export interface Window {
  readonly from: Date;
  readonly to: Date;
  readonly limit: number;
}

export interface Occurrences {
  readonly occurrences: readonly Occurrence[];
  /** Nothing of the window was left out, by its limit or for want of patience. */
  readonly complete: boolean;
}

/**
 * What of a repetition starts in a window, in order. Bounded whatever the rule is: a far window
 * is reached at once, save for a rule with a COUNT (10,000 at most), which is counted.
 */
export function occurrences(repetition: Repetition, window: Window): Result<Occurrences> {
  const series = readSeries(repetition);
  return series.ok ? ok(inWindow(series.value, window)) : series;
}

/** The first occurrence that starts after an instant; `null` when there is none. */
export function nextOccurrence(repetition: Repetition, after: Date): Result<Occurrence | null> {
  const from = new Date(after.getTime() + 1);
  const found = occurrences(repetition, {
    from,
    to: new Date((LAST_WALL + JUMP_SECONDS) * 1000),
    limit: 1,
  });
  return found.ok ? ok(found.value.occurrences[0] ?? null) : found;
}

/** The occurrence by that RECURRENCE-ID; `null` when the series has none, or no longer. */
export function findOccurrence(repetition: Repetition, id: string): Result<Occurrence | null> {
  const series = readSeries(repetition);
  if (!series.ok) return series;
  const wall = wallOf(id);
  if (wall === null) return ok(null);
  const { at } = place(wall, repetition.zone);
  const here = inWindow(series.value, { from: at, to: new Date(at.getTime() + 1), limit: 3 });
  const same = wallText(wall, repetition.allDay);
  return ok(here.occurrences.find(({ recurrenceId }) => recurrenceId === same) ?? null);
}

/**
 * What must hold of a repetition that somebody proposes; gives its rule. Refuses, besides what
 * cannot be read, `rule-never` and `rule-ends-before-start`.
 */
export function checkRepetition(repetition: Repetition): Result<Rule | null> {
  const series = readSeries(repetition);
  if (!series.ok) return series;
  const { rule, start } = series.value;
  if (!rule) return ok(null);
  if (walk(rule, start, EVER, { left: MOST_LOOKED_AT }).next().done) return refuse('rule-never');
  const end = rule.until && endOf(rule.until, series.value.zone);
  return end?.isPast(start) ? refuse('rule-ends-before-start') : ok(rule);
}

/**
 * The first local start from `start` on that the rule falls on: for « chaque mardi » said of a
 * Wednesday. `null` when it never does, or cannot be read.
 */
export function firstOnRule({ start, rule }: { start: string; rule: string }): string | null {
  const read = parseRule(rule);
  const wall = wallOf(start);
  if (!read.ok || wall === null) return null;
  const first = walk(read.value, wall, EVER, { left: MOST_LOOKED_AT }).next();
  return first.done ? null : wallText(first.value, start.length === 10);
}

function inWindow(series: Series, { from, to, limit }: Window): Occurrences {
  const { zone, allDay, extra, except } = series;
  const budget = { left: MOST_LOOKED_AT };
  const [first, last] = [wallAt(from, zone) - JUMP_SECONDS, wallAt(to, zone) + JUMP_SECONDS];
  const found = new Map<Wall, Placed>();
  const add = (wall: Wall): void => {
    if (wall < first || wall > last || except.has(wall)) return;
    const placed = place(wall, zone);
    if (placed.at >= from && placed.at < to) found.set(wall, placed);
  };
  for (const wall of members(series, { from: first, to: last }, budget)) {
    if (found.size > limit) break;
    add(wall);
  }
  extra.forEach(add);
  const all = [...found].sort(([a, there], [b, other]) => +there.at - +other.at || a - b);
  return {
    occurrences: all.slice(0, limit).map(([wall, { at, shifted }]) => ({
      ...{ recurrenceId: wallText(wall, allDay), start: at, shifted },
    })),
    complete: all.length <= limit && budget.left > 0,
  };
}
