import type { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../calendar.js';
import { place } from '../resolve.js';

type Wall = readonly [date: PlainDate, minutes: number];

/** Minutes that pass from one wall time to another: an hour more or less when clocks change. */
export function wallLength([from, start]: Wall, [to, end]: Wall, zone: string): number {
  const instant = (date: PlainDate, minutes: number): Temporal.Instant | undefined => {
    const { instants, after } = place(date, minutes, zone);
    return instants[0] ?? after ?? undefined;
  };
  const first = instant(from, start);
  const last = instant(to, end);
  return first && last ? Math.round(first.until(last).total('minutes')) : end - start;
}
