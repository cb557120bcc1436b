import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from './calendar.js';
import { type Day, soonest } from './grammar/days.js';
import type { Part } from './grammar/hours.js';
import type { Phrase } from './grammar/moment.js';
import type { Turn } from './grammar/turns.js';

/** What one reading of a phrase comes to. */
export type Outcome =
  | {
      readonly type: 'found';
      readonly moments: readonly Temporal.Instant[];
      readonly dateOnly: boolean;
      readonly mended: boolean;
    }
  | { readonly type: 'past'; readonly at: Temporal.Instant }
  | { readonly type: 'no-such-day' }
  /** The phrase tells apart the two turns of an hour that comes once. */
  | { readonly type: 'none' }
  | { readonly type: 'no-such-hour'; readonly after: Temporal.Instant };

interface Setting {
  readonly now: Temporal.ZonedDateTime;
  readonly defaultHour: number;
}

/** Hours offered, in minutes, when the day is today and its usual hour is gone. */
const LATER_TODAY = [1200, 1320, 1440];

const bareHour: Day = (today) => soonest(today, today.add({ days: 1 }));

/** A day and a minute of it, as instants: two where clocks go back, none where they go forward. */
export interface Placed {
  readonly instants: readonly Temporal.Instant[];
  /** The end of the gap, when there is one. */
  readonly after: Temporal.Instant | null;
}

export function place(date: PlainDate, minutes: number, zone: string): Placed {
  const day = date.add({ days: Math.floor(minutes / 1440) });
  const wall = day.toPlainDateTime(
    Temporal.PlainTime.from('00:00').add({ minutes: minutes % 1440 }),
  );
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.equals(later)) return { instants: [earlier.toInstant()], after: null };
  if (earlier.toPlainDateTime().equals(wall))
    return { instants: [earlier.toInstant(), later.toInstant()], after: null };
  return { instants: [], after: earlier.getTimeZoneTransition('next')?.toInstant() ?? null };
}

/** One of the two instants of an hour that comes twice; nothing of an hour that does not. */
export const turned = (placed: Placed, turn: Turn | null): Placed => {
  if (!turn) return placed;
  const [first, second] = placed.instants;
  const at = turn === 'first' ? first : second;
  return { instants: second && at ? [at] : [], after: null };
};

export const usualMinutes = (part: Part | null, defaultHour: number): number => {
  const minutes = defaultHour * 60;
  return part && (minutes < part.from || minutes > part.to) ? part.usual : minutes;
};

/** From a reading of the words to instants, strictly after now. */
export function resolve(phrase: Phrase, { now, defaultHour }: Setting): Outcome {
  const start = now.toInstant();
  if (phrase.type === 'elapsed') {
    const at = start
      .add({ minutes: phrase.minutes })
      // A whole minute is what people see: the end is never before what they asked.
      .round({ smallestUnit: 'minute', roundingMode: 'ceil' });
    return phrase.minutes > 0
      ? { type: 'found', moments: [at], dateOnly: false, mended: false }
      : { type: 'past', at };
  }
  const { part, minutes, turn } = phrase;
  const today = now.toPlainDate();
  const reading = (phrase.day ?? bareHour)(today, minutes ? 'hour' : part ? 'part' : 'day');
  if (reading.pick === 'none') return { type: reading.reason };

  const usual = usualMinutes(part, defaultHour);
  const isAhead = (at: Temporal.Instant) => Temporal.Instant.compare(at, start) > 0;
  const isOpen = ({ instants, after }: Placed) =>
    instants.some(isAhead) || (after !== null && isAhead(after));
  const placeAll = (date: PlainDate, choices: readonly number[]) =>
    choices.map((choice) => turned(place(date, choice, now.timeZoneId), turn));
  const placedOn = (date: PlainDate): readonly Placed[] => {
    const placed = placeAll(date, minutes ?? [usual]);
    const usualIsGone = !minutes && date.equals(today) && !placed.some(isOpen);
    const later = LATER_TODAY.filter((m) => m > usual && m <= (part?.to ?? 1440));
    return usualIsGone ? placeAll(date, later).filter(isOpen) : placed;
  };

  const perDay = reading.days.map(placedOn);
  // Each hour on its own first day: "at 8", said at noon, is tonight or tomorrow morning.
  const firstOpen = (): readonly Placed[] =>
    minutes
      ? minutes.flatMap((_, i) => perDay.flatMap((day) => day[i] ?? []).find(isOpen) ?? [])
      : (perDay.find((day) => day.some(isOpen)) ?? []);
  const open = reading.pick === 'each' ? perDay.flat().filter(isOpen) : firstOpen();
  const moments = unique(open.flatMap(({ instants }) => instants.filter(isAhead)));
  if (moments.length > 0)
    return {
      type: 'found',
      moments: minutes && minutes.length > 1 ? moments.sort(Temporal.Instant.compare) : moments,
      dateOnly: minutes === null,
      mended: reading.mended === true,
    };
  if (turn) return { type: 'none' };
  const after = open.find((each) => each.after)?.after;
  if (after) return { type: 'no-such-hour', after };
  const last = reading.days.at(-1) ?? today;
  const [gone] = placeAll(last, [minutes?.[0] ?? usual]);
  return { type: 'past', at: gone?.instants[0] ?? start };
}

const unique = (moments: readonly Temporal.Instant[]): Temporal.Instant[] =>
  moments.filter((at, i) => moments.findIndex((other) => other.equals(at)) === i);
