import type { CalendarEvent, CalendarObject } from '../icalendar/document.js';
import { type Answer, type Change, EACH, ONCE, type Series } from '../types.js';
import { occurrenceOf } from './occurrences.js';

/** What is added to a meeting for whoever reads it in a calendar. */
export interface Dressing {
  /** The text under its title. */
  readonly describe: (details: { readonly description: string; readonly reason: string }) => string;
  readonly alarms: boolean;
  readonly attendees: CalendarEvent['attendees'];
}

/** A meeting as calendars know it: the series, and each occurrence that differs. */
export function calendarObject(
  series: Series,
  changes: readonly Change[],
  { describe, alarms, attendees }: Dressing,
): CalendarObject {
  const master: CalendarEvent = {
    ...{ uid: series.uid, sequence: series.sequence, stamp: series.updatedAt },
    ...{ start: series.start, zone: series.zone, minutes: series.minutes },
    ...{ recurrence: null, rule: series.rule, except: series.except, extra: series.extra },
    ...{ title: series.title, place: series.place, link: series.link },
    description: describe({ description: series.description, reason: series.cancelReason }),
    categories: series.theme === '' ? [] : [series.theme],
    cancelled: series.state === 'cancelled',
    alarms: alarms ? series.remindBefore : [],
    ...{ attendees, kept: [] },
  };
  const overrides = changes
    .filter(({ recurrence }) => recurrence !== ONCE)
    .map((change): CalendarEvent => {
      const one = occurrenceOf(series, change.recurrence, change);
      return {
        ...master,
        ...{ recurrence: change.recurrence, rule: null, except: [], extra: [] },
        start: change.start ?? change.recurrence,
        minutes: change.minutes ?? series.minutes,
        ...{ title: one.title, place: one.place, link: one.link, cancelled: one.cancelled },
        description: describe(one),
      };
    });
  return { master, overrides };
}

/**
 * What somebody comes to. Who said yes for each time has the meeting itself, without the dates they
 * said otherwise of; who said yes to some dates has those dates, each an event of its own.
 */
export function comingTo(
  { master, overrides }: CalendarObject,
  answers: readonly Answer[],
): readonly CalendarEvent[] {
  // In the order they were said: of several accounts, the last word.
  const said = new Map(answers.map(({ recurrence, presence }) => [recurrence, presence]));
  if (said.get(ONCE) === 'yes') return [master];
  const dates = [...said].filter(([recurrence]) => recurrence !== EACH && recurrence !== ONCE);
  if (said.get(EACH) === 'yes') {
    const without = dates.filter(([, presence]) => presence !== 'yes').map(([date]) => date);
    const kept = overrides.filter(({ recurrence }) => !without.includes(recurrence ?? ''));
    return [{ ...master, except: [...master.except, ...without] }, ...kept];
  }
  return dates
    .filter(([, presence]) => presence === 'yes')
    .map(([date]) => {
      const own = overrides.find(({ recurrence }) => recurrence === date);
      return {
        ...(own ?? { ...master, start: date }),
        ...{ uid: `${date}.${master.uid}`, recurrence: null },
        ...{ rule: null, except: [], extra: [] },
      };
    });
}

/** Calendars show a year back: the first of its month, so that it moves once a month. */
export function shownFrom(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear() - 1, now.getUTCMonth(), 1));
}
