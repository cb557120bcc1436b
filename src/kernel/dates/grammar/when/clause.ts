import type { PlainDate } from '../../calendar.js';
import type { Feast } from '../../holidays.js';
import type { Frequency, Pattern } from '../../when/pattern.js';
import type { Day } from '../days.js';
import type { Part } from '../hours.js';
import type { CalendarLength } from '../lengths.js';
import type { Turn } from '../turns.js';

/** Minutes since the start of a day; an end beyond 1440 is on the next one. */
export interface HourSpan {
  readonly start: number;
  readonly end: number | null;
}

/** Whole days, the last one included; `null` when a day that was named does not exist. */
export type DaySpan = (today: PlainDate) => DaySpanReading;
export type DaySpanReading =
  | { readonly type: 'days'; readonly first: PlainDate; readonly last: PlainDate }
  /** Its first day is past, its last is not. */
  | { readonly type: 'running'; readonly last: PlainDate }
  | { readonly type: 'no-such-day' | 'end-before-start' };

/** The days left out of a repetition. */
export type Exception =
  | { readonly type: 'months'; readonly months: readonly number[] }
  | { readonly type: 'weekdays'; readonly weekdays: readonly number[] }
  /** « le premier mardi du mois »; counted from the end of the month when negative. */
  | { readonly type: 'nth'; readonly ns: readonly number[]; readonly weekday: number }
  /** « le premier mardi »: the first there would be. */
  | { readonly type: 'first'; readonly weekday: number }
  /** Each year. `vacations` are weeks that nobody can compute. */
  | { readonly type: 'holidays'; readonly which: Feast | 'public' | 'vacations' }
  | { readonly type: 'days'; readonly days: DaySpan }
  | { readonly type: 'day'; readonly day: Day };

/**
 * One thing said of a meeting. A phrase is a row of these in any order, each at most once but the
 * exceptions.
 */
export type Clause =
  /** `said` decides what repeats each month or year: the 3rd, or the first Tuesday. */
  | {
      readonly kind: 'day';
      readonly day: Day;
      readonly part: Part | null;
      readonly said: 'date' | 'dated-weekday' | 'month' | 'other';
    }
  | { readonly kind: 'elapsed'; readonly minutes: number }
  | {
      readonly kind: 'days';
      readonly days: DaySpan;
      readonly firstMinutes: number | null;
      readonly lastMinutes: number | null;
    }
  | { readonly kind: 'time'; readonly spans: readonly HourSpan[] | 'all-day' | 'end-before-start' }
  | { readonly kind: 'end'; readonly minutes: readonly number[] }
  | { readonly kind: 'turn'; readonly turn: Turn }
  | { readonly kind: 'length'; readonly minutes: number }
  | { readonly kind: 'lasts'; readonly length: CalendarLength }
  /** « toutes les deux semaines »: how often, not which days. */
  | {
      readonly kind: 'every';
      readonly frequency: Frequency;
      readonly interval: number;
      readonly part: Part | null;
    }
  /**
   * Which days. `always` repeats by itself; `maybe` is also read as one day (« le mardi »);
   * `once` is those days only; `partial` needs to be told how often (« le premier mardi »).
   */
  | {
      readonly kind: 'repeats';
      readonly pattern: Pattern;
      readonly mode: 'always' | 'maybe' | 'once' | 'partial';
      readonly part: Part | null;
      readonly count: number | null;
    }
  | { readonly kind: 'except'; readonly exceptions: readonly Exception[] }
  | { readonly kind: 'from'; readonly day: Day; readonly exact: boolean }
  | { readonly kind: 'until'; readonly day: Day }
  | { readonly kind: 'times'; readonly times: number }
  /** « de janvier à juin »: this time, or each year. */
  | {
      readonly kind: 'season';
      readonly first: number;
      readonly last: number;
      readonly yearly: boolean;
    };
