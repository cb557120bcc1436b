import type { PlainDate } from '../calendar.js';
import type { HourSpan } from '../grammar/when/clause.js';
import { usualMinutes } from '../resolve.js';
import type { Reading } from './reading.js';
import { wallLength } from './wall.js';

/** When in a day, and how long. */
export interface Slot {
  /** `null` for a whole day. */
  readonly minutes: number | null;
  /** No hour was said, nor whole days. */
  readonly vague: boolean;
  /** A length of days bounds the repetition, and is not the meeting's own. */
  readonly bounds: boolean;
  readonly lengthFrom: (date: PlainDate, zone: string, repeated: boolean) => number | null;
}

const DAY = 1440;
/** The least days in each period, to tell its bound from a length that fits in it. */
const PERIODS = { DAILY: 1, WEEKLY: 7, MONTHLY: 28, YEARLY: 365 } as const;

/** Whether a length of days says how long it is held, rather than how long it lasts each time. */
function isBound({ lasts, every, repeats }: Reading): boolean {
  const period = repeats?.pattern.frequency ?? every?.frequency;
  if (!lasts || !period) return false;
  return (lasts.months ?? 0) > 0 || (lasts.days ?? 0) >= PERIODS[period];
}

export function slotsOf(reading: Reading, defaultHour: number | null): readonly Slot[] | 'hour' {
  const { hours, part, minutes, lasts } = reading;
  const bounds = isBound(reading);
  const days = lasts && !bounds ? (lasts.days ?? 0) : 0;
  // Months are no length of a meeting, and hours with days are read elsewhere.
  if (lasts && !bounds && (days === 0 || Array.isArray(hours) || part)) return [];
  const fixed = (length: number | null) => () => length;
  if (hours === 'all-day' || days > 0)
    return [{ minutes: null, vague: false, bounds, lengthFrom: fixed((days || 1) * DAY) }];
  if (Array.isArray(hours))
    return (hours as readonly HourSpan[]).map(({ start, end }) => ({
      minutes: start,
      vague: false,
      bounds,
      lengthFrom: (date, zone, repeated) =>
        end === null
          ? minutes
          : repeated
            ? end - start
            : wallLength([date, start], [date, end], zone),
    }));
  if (part || defaultHour !== null) {
    const start = usualMinutes(part, defaultHour ?? (part?.usual ?? 0) / 60);
    return [{ minutes: start, vague: true, bounds, lengthFrom: fixed(minutes) }];
  }
  if (minutes !== null) return 'hour';
  return [{ minutes: null, vague: true, bounds, lengthFrom: fixed(DAY) }];
}
