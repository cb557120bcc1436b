import type { Occurrence, Terms } from '../types.js';

/** Something that a meeting does of itself when its time comes. */
export interface Tick {
  readonly kind: 'remind' | 'start' | 'end';
  readonly at: Date;
  readonly occurrence: Occurrence;
  /** The first reminder of an occurrence, which also asks those who have not answered. */
  readonly first: boolean;
}

const MINUTE_MS = 60_000;

/**
 * What one occurrence does, in order. A reminder that would fall before the meeting was made is
 * not one; `madeAt` says when that was.
 */
export function ticksOf(
  occurrence: Occurrence,
  { remindBefore }: Pick<Terms, 'remindBefore'>,
  madeAt: Date,
): Tick[] {
  if (occurrence.cancelled) return [];
  const reminders = [...new Set(remindBefore)]
    .map((minutes) => new Date(occurrence.start.getTime() - minutes * MINUTE_MS))
    .filter((at) => at > madeAt)
    .sort((a, b) => a.getTime() - b.getTime());
  return [
    ...reminders.map((at, index): Tick => ({ kind: 'remind', at, occurrence, first: index === 0 })),
    { kind: 'start', at: occurrence.start, occurrence, first: false },
    { kind: 'end', at: occurrence.end, occurrence, first: false },
  ];
}

/** How long after its time something is still worth saying. */
const STILL_WORTH_MS = { remind: 0, start: 15 * MINUTE_MS, end: 7 * 1440 * MINUTE_MS } as const;

/**
 * Whether it is still worth doing, when it comes late: no reminder once the meeting has begun, no
 * beginning a quarter of an hour later; minutes, still a week after.
 */
export function stillWorth({ kind, at, occurrence }: Tick, now: Date): boolean {
  const limit = kind === 'remind' ? occurrence.start : at;
  return now.getTime() <= limit.getTime() + STILL_WORTH_MS[kind];
}

/** Several reminders of one occurrence that are due at once are one, and still ask if one did. */
export function oneReminderEach(ticks: readonly Tick[]): Tick[] {
  const same = (a: Tick, b: Tick): boolean =>
    a.kind === 'remind' &&
    b.kind === 'remind' &&
    a.occurrence.recurrence === b.occurrence.recurrence;
  return ticks
    .filter((tick) => !ticks.some((other) => same(tick, other) && other.at > tick.at))
    .map((tick) => ({
      ...tick,
      first: ticks.some((one) => same(tick, one) && one.first) || tick.first,
    }));
}
