import type { Locale } from '../../locale.js';

/**
 * A meeting in the wall time of the zone it was said in. `start` is `2026-12-01T20:00`, or
 * `2026-12-01` when `allDay`; `at` is its instant (the start of the day when `allDay`), which
 * tells apart an hour that comes twice. `dateOnly` when no hour was said nor whole days: the hour
 * is then the default one, or missing. `durationMinutes` counts 1440 a day when `allDay`.
 *
 * `rule` is an RFC 5545 RRULE value without its name. Its UNTIL is in UTC (the last second of the
 * last day, in the zone), or a bare date when `allDay`, as section 3.3.10 asks. `except` are the
 * local dates of the occurrences left out.
 */
export interface When {
  readonly start: string;
  readonly at: Date;
  readonly allDay: boolean;
  readonly dateOnly: boolean;
  readonly durationMinutes: number | null;
  readonly rule: string | null;
  readonly except: readonly string[];
}

/** Why a phrase that was read cannot be held. */
export type WhenRefusal =
  | { readonly reason: 'past'; readonly start: string }
  | { readonly reason: 'no-such-day' }
  /** Skipped when clocks go forward, with the first hour after it, in wall time. */
  | { readonly reason: 'no-such-hour'; readonly start: string; readonly after: string }
  | { readonly reason: 'end-before-start' }
  /** « toutes les semaines à 20 h »: which day? */
  | { readonly reason: 'day-missing' }
  /** « mardi pendant 2 heures »: from when? */
  | { readonly reason: 'hour-missing' }
  /** « sauf pendant les vacances »: nobody can compute when those are. */
  | { readonly reason: 'vacations' }
  /** The public holidays of that place are not known. */
  | { readonly reason: 'holidays-unknown' }
  /** Every occurrence is left out. */
  | { readonly reason: 'no-occurrence' }
  /** A day left out that the repetition never falls on. */
  | { readonly reason: 'no-such-occurrence'; readonly date: string };

/** `ambiguous` gives from two to four readings, best first, to be asked. */
export type WhenUnderstanding =
  | ({ readonly type: 'understood' } & When)
  | { readonly type: 'ambiguous'; readonly candidates: readonly When[] }
  | ({ readonly type: 'impossible' } & WhenRefusal)
  | { readonly type: 'unknown' };

export interface WhenSaid {
  readonly text: string;
  readonly now: Date;
  /** An IANA zone: see `isZone`. */
  readonly zone: string;
  /** Decides only what either language leaves open: 3/4, 8:30. */
  readonly locale: Locale;
  /** From 0 to 23, for a day said without its hour; left out, such a day is a whole one. */
  readonly defaultHour?: number;
}
