import { Temporal } from 'temporal-polyfill';

/**
 * Wall time as whole seconds since 1 January 1970 on the wall, in no zone: what people read on a
 * clock, in numbers that are quick to count with.
 */
export type Wall = number;
/** Days since 1 January 1970. */
export type DayNumber = number;

export const DAY_SECONDS = 86_400;
/** The last second that four digits can write. */
export const LAST_WALL: Wall = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

const TEXT = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** Reads `2026-12-01T20:00`, or `2026-12-01` for its midnight; `null` when no day is so named. */
export function wallOf(text: string): Wall | null {
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = TEXT.exec(text) ?? [];
  if (year === undefined || Number(year) === 0) return null;
  const days = dayNumber(Number(year), Number(month), Number(day));
  const date = dateOf(days);
  if (date.month !== Number(month) || date.day !== Number(day)) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return days * DAY_SECONDS + Number(hour) * 3600 + Number(minute) * 60 + Number(second);
}

/** `2026-12-01T20:00`; the day alone for what lasts all day. */
export function wallText(wall: Wall, allDay: boolean): string {
  const text = new Date(wall * 1000).toISOString();
  return text.slice(0, allDay ? 10 : text.slice(17, 19) === '00' ? 16 : 19);
}

export function dateOf(days: DayNumber): { year: number; month: number; day: number } {
  const date = new Date(days * DAY_SECONDS * 1000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** A month past the twelfth runs into the following years. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  // Date.UTC takes the years 0 to 99 for the twentieth century; 400 years are 146097 days.
  return Date.UTC(year + 400, month - 1, day) / (DAY_SECONDS * 1000) - 146_097;
}

/** 1 for Monday: 1 January 1970 was a Thursday. */
export const weekdayOf = (days: DayNumber): number => ((((days + 3) % 7) + 7) % 7) + 1;

export interface Placed {
  readonly at: Date;
  /** No clock showed that hour on that day: it is later by what clocks went forward. */
  readonly shifted: boolean;
}

/**
 * Where a wall time is on the line of time. An hour that happens twice is the first; one that
 * does not exist is counted with the offset before the gap (RFC 5545 §3.3.5). §3.3.10 would leave
 * such an occurrence out: a meeting that vanishes for one night is worse than one an hour later,
 * and the calendars that people use show it too.
 */
export function place(wall: Wall, zone: string): Placed {
  const date = new Date(wall * 1000).toISOString().slice(0, 19);
  const local = Temporal.PlainDateTime.from(date);
  const there = local.toZonedDateTime(zone, { disambiguation: 'compatible' });
  return {
    at: new Date(there.epochMilliseconds),
    shifted: !there.toPlainDateTime().equals(local),
  };
}

export function wallAt(at: Date, zone: string): Wall {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return Math.floor(at.getTime() / 1000 + there.offsetNanoseconds / 1e9);
}
