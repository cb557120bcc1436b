/** One VEVENT: a meeting, or one occurrence of it that differs. Times are on the wall of `zone`. */
export interface CalendarEvent {
  readonly uid: string;
  readonly sequence: number;
  /** When it last changed. */
  readonly stamp: Date;
  /** `2026-12-01T20:00`, or `2026-12-01` for whole days. */
  readonly start: string;
  /** IANA. */
  readonly zone: string;
  readonly minutes: number;
  /** RECURRENCE-ID; `null` for the meeting itself. */
  readonly recurrence: string | null;
  /** The value of an RRULE. */
  readonly rule: string | null;
  readonly except: readonly string[];
  readonly extra: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly link: string;
  readonly categories: readonly string[];
  readonly cancelled: boolean;
  /** How long before to ring, in minutes. */
  readonly alarms: readonly number[];
  readonly attendees: readonly Attendee[];
  /** Lines that another program wrote and that mean nothing to us, without their folds. */
  readonly kept: readonly string[];
}

export interface Attendee {
  readonly id: string;
  readonly name: string;
  readonly presence: 'yes' | 'maybe' | 'no';
}

/** A meeting with the occurrences that differ: what one calendar object holds. */
export interface CalendarObject {
  readonly master: CalendarEvent;
  readonly overrides: readonly CalendarEvent[];
}

export const isDay = (wall: string): boolean => !wall.includes('T');
