import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../calendar.js';
import { type DayReading, soonest } from '../grammar/days.js';
import { place, turned } from '../resolve.js';
import { boundDays, exceptDates, isBefore, seasonDays, untilText } from './limits.js';
import { daysFrom, fits, occurrencesFrom, type Pattern, pattern, ruleText } from './pattern.js';
import { canExcept, inSeason, merged, patternsOf, shifted, without } from './plan.js';
import type { Reading } from './reading.js';
import { type Slot, slotsOf } from './slots.js';
import type { When, WhenRefusal } from './types.js';

export interface Setting {
  readonly now: Temporal.ZonedDateTime;
  readonly defaultHour: number | null;
}

export type WhenOutcome =
  | { readonly type: 'found'; readonly when: When; readonly mended: boolean }
  | { readonly type: 'refused'; readonly refusal: WhenRefusal };

/** A day that may begin a repetition, and the repetition. */
interface Begun {
  readonly date: PlainDate;
  readonly of: Pattern | null;
  readonly mended: boolean;
}

const refused = (refusal: WhenRefusal): WhenOutcome[] => [{ type: 'refused', refusal }];

/** Everything that one reading can come to. */
export function resolveWhen(reading: Reading, setting: Setting): readonly WhenOutcome[] {
  if (reading.hours === 'end-before-start') return refused({ reason: 'end-before-start' });
  const slots = slotsOf(reading, setting.defaultHour);
  if (!Array.isArray(slots)) return refused({ reason: 'hour-missing' });
  return (slots as readonly Slot[]).flatMap((slot) => resolveSlot(reading, slot, setting));
}

function resolveSlot(reading: Reading, slot: Slot, setting: Setting): readonly WhenOutcome[] {
  const today = setting.now.toPlainDate();
  if (reading.day) {
    // « samedi toute la journée » said on a Saturday can be either, as « samedi soir ».
    const asked = reading.hours === 'all-day' || (reading.part && !reading.hours);
    const said = reading.day.day(today, asked ? 'part' : reading.hours ? 'hour' : 'day');
    return fromDays(said, reading, slot, setting);
  }
  const ofRepeats = reading.repeats && merged(reading.every, reading.repeats);
  if (reading.repeats && !ofRepeats) return [];
  const of =
    ofRepeats ??
    (reading.every?.frequency === 'DAILY' ? pattern('DAILY', reading.every.interval) : null);
  if (!of && reading.every) return refused({ reason: 'day-missing' });
  if (!of) return fromDays(soonest(today, today.add({ days: 1 })), reading, slot, setting);
  return fromPattern(of, reading, slot, setting);
}

/** A day is said: what repeats is told by it, or must agree with it. */
function fromDays(
  said: DayReading,
  reading: Reading,
  slot: Slot,
  setting: Setting,
): readonly WhenOutcome[] {
  if (said.pick === 'none') return refused({ reason: said.reason });
  const open = said.days.filter((date) => isOpen(date, slot, setting));
  const dates = said.pick === 'first' ? open.slice(0, 1) : open;
  const [last = setting.now.toPlainDate()] = said.days.slice(-1);
  if (dates.length === 0) return refused({ reason: 'past', start: wall(last, slot) });
  const mended = said.mended === true;
  return dates.flatMap((date) =>
    begun(date, reading, mended).flatMap((each) => whole(each, reading, slot, setting)),
  );
}

function begun(date: PlainDate, reading: Reading, mended: boolean): Begun[] {
  const { every, repeats, day } = reading;
  if (!repeats)
    return every
      ? patternsOf(every, day?.said ?? 'other', date).map((of) => ({ date, of, mended }))
      : [{ date, of: null, mended }];
  const of = merged(every, repeats);
  if (!of) return [];
  if (fits(date, of)) return [{ date, of, mended }];
  // « jeudi, tous les mardis »: the day or the repetition is a slip, which one is asked.
  const [next] = daysFrom(date, of);
  const mends: Begun[] = next ? [{ date: next, of, mended: true }] : [];
  if (of.frequency === 'WEEKLY')
    mends.push({ date, of: { ...of, weekdays: [date.dayOfWeek] }, mended: true });
  return mends;
}

/** No day is said: the first that the repetition falls on. */
function fromPattern(
  of: Pattern,
  reading: Reading,
  slot: Slot,
  setting: Setting,
): readonly WhenOutcome[] {
  const today = setting.now.toPlainDate();
  if (!canExcept(of, reading.except)) return [];
  const kept = without(inSeason(of, reading), reading.except);
  if (!kept) return refused({ reason: 'no-occurrence' });
  const from = reading.from?.(today, 'hour');
  if (from?.pick === 'none') return refused({ reason: from.reason });
  const season = seasonDays(reading, today);
  const bounds = from ? (from.pick === 'first' ? from.days.slice(0, 1) : from.days) : [null];
  return bounds.flatMap((bound) => {
    const lower = [bound, season?.first ?? null, today].flatMap((day) => day ?? []);
    const first = lower.reduce((a, b) => (isBefore(a, b) ? b : a));
    // A day without its hour is not today's, as for a weekday said alone.
    const tomorrow = slot.vague && !reading.part && !bound && first.equals(today);
    const earliest = tomorrow ? today.add({ days: 1 }) : first;
    const starts = firstOpen(earliest, kept, slot, setting);
    const [start] = starts;
    if (!start) return refused({ reason: 'no-occurrence' });
    const asked = reading.part && !reading.hours && start.equals(today) ? starts : [start];
    return asked.flatMap((date) =>
      whole({ date, of: kept, mended: false }, reading, slot, setting),
    );
  });
}

/** The first day whose moment is ahead, and the one after it. */
function firstOpen(from: PlainDate, of: Pattern, slot: Slot, setting: Setting): PlainDate[] {
  const found: PlainDate[] = [];
  for (const date of daysFrom(from, of)) {
    if (isOpen(date, slot, setting)) found.push(date);
    if (found.length === 2) break;
  }
  return found;
}

function isOpen(date: PlainDate, slot: Slot, { now }: Setting): boolean {
  if (slot.minutes === null) return !isBefore(date, now.toPlainDate());
  const { instants, after } = place(date, slot.minutes, now.timeZoneId);
  const last = instants.at(-1) ?? after;
  return last !== null && Temporal.Instant.compare(last, now.toInstant()) > 0;
}

const wall = (date: PlainDate, { minutes }: Slot): string => {
  if (minutes === null) return date.toString();
  const day = date.add({ days: Math.floor(minutes / 1440) });
  const time = Temporal.PlainTime.from('00:00').add({ minutes: minutes % 1440 });
  return day.toPlainDateTime(time).toString({ smallestUnit: 'minute' });
};

/** The meeting whole: its instants, its rule with its bounds, the dates left out. */
function whole(
  { date, of, mended }: Begun,
  reading: Reading,
  slot: Slot,
  setting: Setting,
  /** The dates left out, once the first of them has moved the start. */
  moved?: readonly PlainDate[],
): readonly WhenOutcome[] {
  const zone = setting.now.timeZoneId;
  const today = setting.now.toPlainDate();
  const start = wall(date, slot);
  const placed =
    slot.minutes === null
      ? { instants: [date.toZonedDateTime(zone).toInstant()], after: null }
      : turned(place(date, slot.minutes, zone), reading.turn);
  if (placed.instants.length === 0 && reading.turn) return [];
  if (placed.instants.length === 0)
    return refused({
      reason: 'no-such-hour',
      start,
      after: (placed.after ?? setting.now.toInstant())
        .toZonedDateTimeISO(zone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' }),
    });
  const ahead = placed.instants.filter(
    (at) => slot.minutes === null || Temporal.Instant.compare(at, setting.now.toInstant()) > 0,
  );

  if (of && !canExcept(of, reading.except)) return [];
  const dayShift = Math.floor((slot.minutes ?? 0) / 1440);
  const kept = of && without(inSeason(of, reading), reading.except);
  if (of && !kept) return refused({ reason: 'no-occurrence' });
  const rule = kept && shifted(kept, dayShift);
  if (kept && !rule) return [];
  const told = reading.day !== null || reading.from !== null;
  const beginning = { today, start: date, told, zone };
  const except = moved ?? (kept ? exceptDates(reading.except, kept, beginning) : []);
  if ('reason' in except) return refused(except);
  if (kept && except.some((each) => each.equals(date))) {
    const next = firstKept(date, kept, except);
    return next
      ? whole({ date: next, of, mended }, reading, slot, setting, pastDropped(except, next))
      : refused({ reason: 'no-occurrence' });
  }

  // « jeudi 3 décembre, tous les jeudis sauf le premier du mois »: the day said is not one of them.
  const counted = reading.except.some(({ type }) => type === 'nth');
  if (kept && counted && !fits(date, kept)) {
    const [next] = occurrencesFrom(date, kept, date);
    return next
      ? whole({ date: next, of, mended: true }, reading, slot, setting)
      : refused({ reason: 'no-occurrence' });
  }

  const season = seasonDays(reading, today);
  const lasts = reading.lasts && slot.bounds ? date.add(reading.lasts).subtract({ days: 1 }) : null;
  const limits = reading.until
    ? boundDays(reading.until, beginning)
    : [season?.last ?? lasts ?? null];
  if (limits.length === 0) return refused({ reason: 'end-before-start' });
  return limits.flatMap((limit) => {
    if (limit && isBefore(limit, date)) return refused({ reason: 'end-before-start' });
    const bound = [
      limit && rule
        ? `;UNTIL=${untilText(limit.add({ days: dayShift }), zone, slot.minutes === null)}`
        : '',
      rule && reading.times !== null ? `;COUNT=${reading.times}` : '',
    ].join('');
    const last = limit ?? (kept && lastOf(kept, date, reading.times));
    return ahead.map(
      (at): WhenOutcome => ({
        type: 'found',
        mended,
        when: {
          start,
          at: new Date(at.epochMilliseconds),
          allDay: slot.minutes === null,
          dateOnly: slot.vague,
          durationMinutes: slot.lengthFrom(date, zone, rule !== null),
          rule: rule && ruleText(rule) + bound,
          except: except
            .filter((each) => last === null || !isBefore(last, each))
            .map((each) => each.add({ days: dayShift }).toString()),
        },
      }),
    );
  });
}

/** The start itself is left out: the repetition begins at its next day, in step. */
function firstKept(
  start: PlainDate,
  of: Pattern,
  except: readonly PlainDate[],
): PlainDate | undefined {
  for (const day of occurrencesFrom(start, of, start))
    if (!except.some((each) => each.equals(day))) return day;
  return undefined;
}

/** The last of so many, those left out among them. */
function lastOf(of: Pattern, start: PlainDate, times: number | null): PlainDate | null {
  if (times === null) return null;
  let left = times;
  for (const day of occurrencesFrom(start, of, start)) if (--left === 0) return day;
  return null;
}

const pastDropped = (except: readonly PlainDate[], start: PlainDate): PlainDate[] =>
  except.filter((each) => isBefore(start, each));
