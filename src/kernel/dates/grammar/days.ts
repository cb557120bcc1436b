import type { PlainDate } from '../calendar.js';

/** How exactly the hour is said beside a day: it decides whether « samedi » can be today. */
type Precision = 'day' | 'part' | 'hour';

/**
 * The days that a phrase can mean, best first. `first`: the first that has the moment still
 * ahead; `each`: the person chooses. `mended` marks a phrase that contradicts itself (a weekday
 * that is not the date's) and is only offered when no other reading holds.
 */
export type DayReading =
  | { readonly pick: 'first' | 'each'; readonly days: readonly PlainDate[]; readonly mended?: true }
  | { readonly pick: 'none'; readonly reason: 'no-such-day' };

/** What a day phrase means, once today is known. */
export type Day = (today: PlainDate, precision: Precision) => DayReading;

export const noSuchDay: DayReading = { pick: 'none', reason: 'no-such-day' };

export const sure = (day: PlainDate): DayReading => ({ pick: 'first', days: [day] });
export const soonest = (...days: readonly PlainDate[]): DayReading => ({ pick: 'first', days });
export const ask = (...days: readonly PlainDate[]): DayReading => ({ pick: 'each', days });
