import { parseRule } from '../../kernel/dates/repetition/read.js';
import type { Rule, Until } from '../../kernel/dates/repetition/rule.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import type { Budget } from './periods.js';
import { type Span, walk } from './walk.js';
import { DAY_SECONDS, place, type Wall, wallAt, wallOf } from './wall.js';

/** How an event repeats, as it is kept: times are local, `2026-12-01T20:00` or `2026-12-01`. */
export interface Repetition {
  readonly start: string;
  /** An IANA zone. */
  readonly zone: string;
  /** The value of an RRULE; `null` when only `extra` repeats it. */
  readonly rule: string | null;
  /** EXDATE. */
  readonly except: readonly string[];
  /** RDATE. */
  readonly extra: readonly string[];
  readonly allDay: boolean;
}

/** The same, read. */
export interface Series {
  readonly start: Wall;
  readonly zone: string;
  readonly rule: Rule | null;
  readonly except: ReadonlySet<Wall>;
  readonly extra: readonly Wall[];
  readonly allDay: boolean;
}

/** Clocks never jump by more than a day (Apia lost 30 December 2011): twice that is safe. */
export const JUMP_SECONDS = 2 * DAY_SECONDS;

/** Days and times looked at before giving up: some 30 ms at worst, and four centuries of years. */
export const MOST_LOOKED_AT = 150_000;

/** Refuses what `parseRule` refuses, `moment-unreadable` and `zone-unknown`. */
export function readSeries(repetition: Repetition): Result<Series> {
  const { zone, allDay } = repetition;
  const rule = repetition.rule === null ? ok(null) : parseRule(repetition.rule);
  if (!rule.ok) return rule;
  const read = (text: string): Wall | null => {
    const wall = wallOf(text);
    return wall !== null && allDay
      ? wall - (((wall % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS)
      : wall;
  };
  const [start, except, extra] = [
    read(repetition.start),
    repetition.except.map(read),
    repetition.extra.map(read),
  ];
  if (start === null || except.includes(null) || extra.includes(null))
    return refuse('moment-unreadable');
  try {
    place(start, zone);
  } catch (error) {
    if (error instanceof RangeError) return refuse('zone-unknown', { zone });
    throw error;
  }
  const known = (walls: readonly (Wall | null)[]) => walls.filter((wall) => wall !== null);
  return ok({
    ...{ start, zone, allDay, rule: rule.value },
    ...{ except: new Set(known(except)), extra: known(extra) },
  });
}

/**
 * The start, which always counts as the first (RFC 5545 §3.8.5.3) even where the rule would not
 * fall on it, then what the rule falls on up to the end of the span; without a COUNT, from its
 * beginning only. Neither RDATE nor EXDATE.
 */
export function* members(series: Series, span: Span, budget: Budget): Generator<Wall> {
  const { start, rule, zone } = series;
  yield start;
  if (!rule) return;
  let left = (rule.count ?? Number.POSITIVE_INFINITY) - 1;
  const end = rule.until ? endOf(rule.until, zone) : null;
  for (const wall of walk(
    rule,
    start,
    rule.count === null ? span : { ...span, from: start },
    budget,
  )) {
    if (wall === start) continue;
    if (left < 1 || (end && wall > end.latest)) return;
    // Not the end yet: on a night when clocks change, a later hour can come before.
    if (end?.isPast(wall)) continue;
    left -= 1;
    yield wall;
  }
}

/** `latest` is certain; around an instant, clock changes make it necessary to look. */
export function endOf(
  until: Until,
  zone: string,
): { latest: Wall; isPast: (wall: Wall) => boolean } {
  if (until.type !== 'instant') {
    const wall = wallOf(until.type === 'day' ? until.day : until.local) ?? 0;
    const latest = until.type === 'day' ? wall + DAY_SECONDS - 1 : wall;
    return { latest, isPast: (other) => other > latest };
  }
  const near = wallAt(until.at, zone);
  return {
    latest: near + JUMP_SECONDS,
    isPast: (wall) => wall > near - JUMP_SECONDS && place(wall, zone).at > until.at,
  };
}
