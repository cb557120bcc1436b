import { Temporal } from 'temporal-polyfill';
import type { WallTime } from '../types.js';

const DAY_MINUTES = 1440;

export const isAllDay = (wall: WallTime): boolean => !wall.includes('T');

/**
 * The instant of a wall time; a day is its first instant there. An hour that the clocks skip is
 * read with the offset before the gap, and one that comes twice is the first (RFC 5545 §3.3.5).
 */
export const instantOf = (wall: WallTime, zone: string): Date =>
  new Date(
    (isAllDay(wall)
      ? Temporal.PlainDate.from(wall).toZonedDateTime(zone)
      : Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'compatible' })
    ).epochMilliseconds,
  );

/** When what begins then and lasts so long is over: whole days end with the day, whatever its length. */
export function endOf(wall: WallTime, zone: string, minutes: number): Date {
  if (!isAllDay(wall)) return new Date(instantOf(wall, zone).getTime() + minutes * 60_000);
  const days = Math.max(1, Math.round(minutes / DAY_MINUTES));
  return instantOf(Temporal.PlainDate.from(wall).add({ days }).toString(), zone);
}

/** How far `to` is from `from` on the wall; adding it to a time moves it as far. */
export function wallShift(from: WallTime, to: WallTime): Temporal.Duration {
  const [a, b] = [plain(from), plain(to)];
  return a.until(b, { largestUnit: 'days' });
}

/** The same wall time moved; it stays a day or a time as `like` is. */
export function shifted(wall: WallTime, by: Temporal.Duration, like: WallTime): WallTime {
  const moved = plain(wall).add(by);
  return isAllDay(like) ? moved.toPlainDate().toString() : wallText(moved);
}

const plain = (wall: WallTime): Temporal.PlainDateTime =>
  isAllDay(wall)
    ? Temporal.PlainDate.from(wall).toPlainDateTime()
    : Temporal.PlainDateTime.from(wall);

/** To the minute, as it is kept. */
const wallText = (time: Temporal.PlainDateTime): WallTime =>
  time.toString({ smallestUnit: 'minute' });
