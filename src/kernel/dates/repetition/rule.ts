/** From the fastest; those that RFC 5545 has and that no agenda needs (SECONDLY) are refused. */
export const FREQUENCIES = ['MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** As RFC 5545 writes them, Monday first: the place in the list, from 1, is the ISO number. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export interface RuleWeekday {
  /** 1 for Monday. */
  readonly weekday: number;
  /** The first (1), the last (-1) of the month or the year; `null` is all of them. */
  readonly nth: number | null;
}

/** What a repetition ends with, the day or the instant being part of it. */
export type Until =
  | { readonly type: 'day'; readonly day: string }
  /** Wall time of the event’s own zone. */
  | { readonly type: 'local'; readonly local: string }
  | { readonly type: 'instant'; readonly at: Date };

/** An RFC 5545 recurrence rule (§3.3.10) in parts; an empty list is a part that was not given. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly until: Until | null;
  readonly months: readonly number[];
  readonly weeks: readonly number[];
  readonly yearDays: readonly number[];
  readonly monthDays: readonly number[];
  readonly weekdays: readonly RuleWeekday[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
  readonly positions: readonly number[];
  /** 1 for Monday. */
  readonly weekStart: number;
}

/** A rule that only says how often: the rest comes from its start. */
export const everyOne = (frequency: Frequency, interval = 1): Rule => ({
  frequency,
  interval,
  count: null,
  until: null,
  months: [],
  weeks: [],
  yearDays: [],
  monthDays: [],
  weekdays: [],
  hours: [],
  minutes: [],
  seconds: [],
  positions: [],
  weekStart: 1,
});
