import { Temporal } from 'temporal-polyfill';

/** When a room or a person wants their digest. */
export interface DigestSchedule {
  readonly frequency: 'daily' | 'weekly';
  /** From 0 to 23, on the wall. */
  readonly hour: number;
  /** 1 for Monday; says nothing of a daily one. */
  readonly weekday: number;
  /** IANA. */
  readonly zone: string;
}

/**
 * The next time, strictly after a moment: one a day or a week, however long it was waited for. An
 * hour that clocks skip is the one they go to; an hour that comes twice is the first.
 */
export function nextDigestAt(schedule: DigestSchedule, after: Date): Date {
  const { frequency, hour, weekday, zone } = schedule;
  const now = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(zone);
  const today = now.toPlainDate();
  const step = frequency === 'daily' ? 1 : DAYS;
  let days = frequency === 'daily' ? 0 : (weekday - today.dayOfWeek + DAYS) % DAYS;
  for (;;) {
    const there = today.add({ days }).toPlainDateTime({ hour }).toZonedDateTime(zone);
    if (there.epochMilliseconds > after.getTime()) return new Date(there.epochMilliseconds);
    days += step;
  }
}

const DAYS = 7;
