import ICAL from 'ical.js';
import { cleanLine, cleanText } from '../../kernel/text.js';
import type { CalendarEvent } from './document.js';
import { isDay } from './document.js';
import type { Piece } from './pieces.js';
import { inZone, minutesBetween } from './times.js';
import { zoneOf } from './zones.js';

/** Why one event of a calendar cannot be taken; a refusal's code. */
export class Unreadable extends Error {}

/** What times are read with. */
export interface Zones {
  readonly locations: ReadonlyMap<string, string>;
  /** For times that say no zone. */
  readonly fallback: string;
}

interface Moment {
  readonly wall: string;
  readonly zone: string;
}

/** One event, its RECURRENCE-ID still in the zone that it says. */
export interface ReadEvent extends CalendarEvent {
  readonly recurrenceAt: Moment | null;
  readonly exceptAt: readonly Moment[];
  readonly extraAt: readonly Moment[];
}

/** What we read or write ourselves: everything else is kept as it is. */
const OURS = new Set([
  ...[
    'UID',
    'DTSTAMP',
    'LAST-MODIFIED',
    'CREATED',
    'SEQUENCE',
    'RECURRENCE-ID',
    'DTSTART',
    'DTEND',
  ],
  ...[
    'DURATION',
    'RRULE',
    'EXRULE',
    'EXDATE',
    'RDATE',
    'SUMMARY',
    'DESCRIPTION',
    'LOCATION',
    'URL',
  ],
  ...['CATEGORIES', 'STATUS'],
]);
const MOST_KEPT = 60;
const MOST_KEPT_CHARACTERS = 2_000;

const keyOf = (line: string): string => /^[\w-]+/.exec(line)?.[0]?.toUpperCase() ?? '';

/** @throws Unreadable, and whatever a parser throws at what it cannot read. */
export function readEvent({ own, inner }: Piece, zones: Zones): ReadEvent {
  const rules = own.filter((line) => keyOf(line) === 'RRULE');
  if (rules.length > 1 || own.some((line) => keyOf(line) === 'EXRULE')) {
    throw new Unreadable('rule-unsupported');
  }
  // Of what is left to the parser, a rule is not: ours judges it.
  const wanted = own.filter((line) => OURS.has(keyOf(line)) && keyOf(line) !== 'RRULE');
  const component = new ICAL.Component(
    ICAL.parse(['BEGIN:VEVENT', ...wanted, 'END:VEVENT'].join('\r\n')) as object as unknown[],
  );
  const momentsOf = (name: string): Moment[] =>
    component.getAllProperties(name).flatMap((one) => moments(one, zones));
  const textOf = (name: string): string => String(component.getFirstPropertyValue(name) ?? '');
  const [start] = momentsOf('dtstart');
  if (!start) throw new Unreadable('calendar-no-date');
  const [recurrenceAt = null] = momentsOf('recurrence-id');
  if (component.getFirstProperty('recurrence-id')?.getFirstParameter('range')) {
    throw new Unreadable('calendar-range');
  }
  const title = cleanLine(textOf('summary'));
  return {
    uid: cleanLine(textOf('uid')) || `${start.wall} ${title}`,
    sequence: Math.max(0, Math.min(1e9, Math.trunc(Number(textOf('sequence')) || 0))),
    stamp: stampOf(component),
    ...{ start: start.wall, zone: start.zone, minutes: minutesOf(component, start, zones) },
    ...{ recurrence: null, recurrenceAt, rule: rules[0]?.replace(/^[^:]*:/, '').trim() ?? null },
    ...{ except: [], extra: [], exceptAt: momentsOf('exdate'), extraAt: momentsOf('rdate') },
    ...{ title, description: cleanText(textOf('description')) },
    ...{ place: cleanLine(textOf('location')), link: textOf('url').trim() },
    categories: component
      .getAllProperties('categories')
      .flatMap((one) => one.getValues().map((value) => cleanLine(String(value))))
      .filter((one) => one !== ''),
    cancelled: textOf('status').toUpperCase() === 'CANCELLED',
    ...{ alarms: [], attendees: [] },
    kept: keptOf(own, inner),
  };
}

/** What is inside is kept whole or not at all: half of it would be no calendar. */
function keptOf(own: readonly string[], inner: readonly string[]): string[] {
  const short = (line: string): boolean => line.length <= MOST_KEPT_CHARACTERS;
  const lines = own.filter((line) => !OURS.has(keyOf(line)) && short(line)).slice(0, MOST_KEPT);
  return inner.length <= MOST_KEPT && inner.every(short) ? [...lines, ...inner] : lines;
}

function moments(property: ICAL.Property, { locations, fallback }: Zones): Moment[] {
  const [, , type, ...values] = property.toJSON() as [string, object, string, ...unknown[]];
  const tzid = property.getFirstParameter('tzid');
  const zone = tzid ? zoneOf(tzid, locations) : fallback;
  return values.map((value) => {
    // A period's beginning is what it is known by.
    const text = String(Array.isArray(value) ? value[0] : value);
    if (type === 'date') return { wall: dayOf(text), zone: fallback };
    const [, wall, utc] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d)?(Z?)$/.exec(text) ?? [];
    if (!wall) throw new Unreadable('calendar-no-date');
    if (!utc && zone === null) throw new Unreadable('calendar-zone');
    const moment = { wall, zone: utc ? 'UTC' : (zone ?? fallback) };
    // There is such a day: else this throws.
    minutesBetween(moment, moment);
    return moment;
  });
}

function dayOf(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new Unreadable('calendar-no-date');
  minutesBetween({ wall: text, zone: 'UTC' }, { wall: text, zone: 'UTC' });
  return text;
}

const DAY = 1440;

function minutesOf(component: ICAL.Component, start: Moment, zones: Zones): number {
  const end = component.getFirstProperty('dtend');
  const [until] = end ? moments(end, zones) : [];
  const length = component.getFirstPropertyValue('duration');
  const whole = isDay(start.wall);
  let minutes = whole ? DAY : 0;
  if (until) minutes = minutesBetween(start, until);
  else if (length instanceof ICAL.Duration) minutes = Math.round(length.toSeconds() / 60);
  return whole ? Math.max(DAY, Math.round(minutes / DAY) * DAY) : Math.max(0, minutes);
}

function stampOf(component: ICAL.Component): Date {
  for (const name of ['last-modified', 'dtstamp', 'created']) {
    const value = component.getFirstPropertyValue(name);
    const at =
      value instanceof ICAL.Time
        ? new Date(Date.parse(`${value.toString().replace(/Z?$/, 'Z')}`))
        : null;
    if (at && !Number.isNaN(at.getTime())) return at;
  }
  return new Date(0);
}

/**
 * The times of an event on the wall of the meeting that it belongs to, which begins at `first`
 * there; its own beginning when it is that meeting.
 */
export function onWallOf(event: ReadEvent, zone: string, first: string | null): CalendarEvent {
  const { recurrenceAt, exceptAt, extraAt, ...plain } = event;
  const own = inZone(plain.start, plain.zone, zone);
  const start = first ?? own;
  const there = ({ wall, zone: from }: Moment): string => {
    // A day alone, said of what has an hour, means that hour.
    if (isDay(wall) && !isDay(start)) return `${wall}${start.slice(10)}`;
    const moved = inZone(wall, from, zone);
    return isDay(start) ? moved.slice(0, 10) : moved;
  };
  return {
    ...plain,
    ...{ start: own, zone },
    recurrence: recurrenceAt && there(recurrenceAt),
    except: exceptAt.map(there),
    extra: extraAt.map(there).filter((one) => one !== start),
  };
}
