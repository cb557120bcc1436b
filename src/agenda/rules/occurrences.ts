import {
  type Change,
  type Occurrence,
  ONCE,
  type Recurrence,
  type Series,
  type WallTime,
} from '../types.js';
import { recurrencesOf } from './pattern.js';
import { endOf, instantOf, isAllDay } from './times.js';

export interface Window {
  readonly from: Date;
  readonly to: Date;
  /** At most so many occurrences of one series, the earliest. */
  readonly limit: number;
}

/**
 * The occurrences of a series that are on, even in part, between `from` and `to`, in order, each
 * with its change applied; those cancelled too, said to be.
 */
export function occurrencesOf(
  series: Series,
  changes: readonly Change[],
  window: Window,
): Occurrence[] {
  const byRecurrence = new Map(changes.map((change) => [change.recurrence, change]));
  const planned = plannedIn(series, window).filter(
    ({ recurrence }) => byRecurrence.get(recurrence)?.start == null,
  );
  const moved = changes.flatMap(({ recurrence, start }) => (start ? [{ recurrence }] : []));
  return [...planned, ...moved]
    .map(({ recurrence }) => occurrenceOf(series, recurrence, byRecurrence.get(recurrence)))
    .filter(({ start, end }) => start < window.to && (end > window.from || start >= window.from))
    .sort((a, b) => a.start.getTime() - b.start.getTime())
    .slice(0, window.limit);
}

function plannedIn(series: Series, { from, to, limit }: Window): { recurrence: Recurrence }[] {
  if (series.rule === null && series.extra.length === 0) return [{ recurrence: ONCE }];
  const lasting = instantOf(series.start, series.zone).getTime();
  const length = endOf(series.start, series.zone, series.minutes).getTime() - lasting;
  // An hour more: whole days are not all as long as the first.
  const since = new Date(from.getTime() - length - 3_600_000);
  return recurrencesOf(series, { from: since, to, limit: limit + 1 }).map((recurrence) => ({
    recurrence,
  }));
}

/** One occurrence as it will be. */
export function occurrenceOf(
  series: Series,
  recurrence: Recurrence,
  change: Change | undefined,
): Occurrence {
  const { id, number, zone } = series;
  const planned: WallTime = recurrence === ONCE ? series.start : recurrence;
  const start = change?.start ?? planned;
  return {
    ...{ series: id, number, recurrence, zone },
    title: change?.title ?? series.title,
    description: change?.description ?? series.description,
    place: change?.place ?? series.place,
    link: change?.link ?? series.link,
    start: instantOf(start, zone),
    end: endOf(start, zone, change?.minutes ?? series.minutes),
    allDay: isAllDay(start),
    repeats: series.rule !== null || series.extra.length > 0,
    cancelled: series.state === 'cancelled' || (change?.cancelled ?? false),
    reason: change?.cancelled ? change.reason : series.cancelReason,
    movedFrom: change?.start ? instantOf(planned, zone) : null,
  };
}
