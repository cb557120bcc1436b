import { ok, type Result, refuse } from '../../kernel/result.js';
import type { Period } from '../types.js';

const DAY_MS = 86_400_000;

/** Between its opening and its end, when it has one far enough: the moment to look back halfway. */
export function markOf(openedAt: Date, endsAt: Date | null): Date | null {
  if (!endsAt || endsAt.getTime() - openedAt.getTime() < 2 * DAY_MS) return null;
  return new Date((openedAt.getTime() + endsAt.getTime()) / 2);
}

/** When a period is next to be looked at: its middle, then its end. */
export const nextMoment = (period: Period, now: Date): Date | null => {
  if (period.closedAt) return null;
  const { markAt, endsAt } = period;
  return markAt && markAt > now ? markAt : endsAt;
};

/** An end that leaves time, and does not let a period outlive memory. */
export function checkEnd(endsAt: Date | null, now: Date): Result<Date | null> {
  if (!endsAt) return ok(null);
  const days = (endsAt.getTime() - now.getTime()) / DAY_MS;
  if (days <= 0) return refuse('period-end-past', { at: endsAt }, 'ends');
  return days > 2 * 366 ? refuse('period-end-far', { years: 2 }, 'ends') : ok(endsAt);
}
