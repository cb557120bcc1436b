import { tzlib_get_ical_block } from 'timezones-ical-library';
import { type Attendee, type CalendarEvent, isDay } from './document.js';
import { escapeText, foldLine, quoted, uri } from './lines.js';
import { dayAfter, isUtc, lengthText, ruleText, timeText, utcText } from './times.js';

const PRODUCT = '-//ECC//ECC agenda//FR';

/** What a calendar that people subscribe to says of itself. */
export interface Head {
  readonly name: string;
  readonly zone: string;
  /** How often to look again. */
  readonly refreshMinutes: number;
}

/** Writes a calendar piece by piece, so that a large one is never whole in memory. */
export interface CalendarWriter {
  /** Without a `head`, an object of a CalDAV collection: neither name nor method (RFC 4791 §4.1). */
  begin(head: Head | null): string;
  /** A meeting and, before the first that needs it, its zone. */
  event(event: CalendarEvent): string;
  end(): string;
}

export function createCalendarWriter(): CalendarWriter {
  const zones = new Set<string>();
  const zone = (name: string): string => {
    if (isUtc(name) || zones.has(name)) return '';
    zones.add(name);
    return zoneText(name);
  };
  return {
    begin: (head) =>
      folded([
        ...['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:${PRODUCT}`, 'CALSCALE:GREGORIAN'],
        ...(head ? headLines(head) : []),
      ]),
    event: (event) => `${isDay(event.start) ? '' : zone(event.zone)}${folded(eventLines(event))}`,
    end: () => folded(['END:VCALENDAR']),
  };
}

const folded = (lines: readonly string[]): string => lines.map(foldLine).join('');

/** RFC 7986 §5, and the names that programs older than it know. */
function headLines({ name, zone, refreshMinutes }: Head): string[] {
  const every = lengthText(refreshMinutes);
  return [
    ...['METHOD:PUBLISH', `NAME:${escapeText(name)}`, `X-WR-CALNAME:${escapeText(name)}`],
    `X-WR-TIMEZONE:${zone}`,
    ...[`REFRESH-INTERVAL;VALUE=DURATION:${every}`, `X-PUBLISHED-TTL:${every}`],
  ];
}

/** Old names are links to others: theirs is the one that events say. */
function zoneText(name: string): string {
  const [block] = tzlib_get_ical_block(name);
  if (!block) return '';
  const lines = block.split(/\r?\n/).filter((line) => line !== '');
  return folded(
    lines.map((line) => line.replace(/^(TZID|X-LIC-LOCATION):.*/, (_, key) => `${key}:${name}`)),
  );
}

function eventLines(event: CalendarEvent): string[] {
  const { uid, stamp, start, zone, minutes, recurrence, rule, except, extra, sequence } = event;
  const times = (name: string, walls: readonly string[]): string[] =>
    walls.length === 0 ? [] : [`${name}${timeText(walls, zone)}`];
  const texts = (name: string, text: string): string[] =>
    text === '' ? [] : [`${name}:${escapeText(text)}`];
  return [
    'BEGIN:VEVENT',
    ...texts('UID', uid),
    ...[`DTSTAMP:${utcText(stamp)}`, `LAST-MODIFIED:${utcText(stamp)}`, `SEQUENCE:${sequence}`],
    ...(recurrence === null ? [] : times('RECURRENCE-ID', [recurrence])),
    ...times('DTSTART', [start]),
    ...(isDay(start)
      ? times('DTEND', [dayAfter(start, minutes)])
      : [`DURATION:${lengthText(minutes)}`]),
    ...(rule === null ? [] : [`RRULE:${ruleText(rule, event)}`]),
    ...times('EXDATE', except),
    ...times('RDATE', extra),
    ...texts('SUMMARY', event.title),
    ...texts('DESCRIPTION', event.description),
    ...texts('LOCATION', event.place),
    ...(event.link === '' ? [] : [`URL:${uri(event.link)}`]),
    ...(event.categories.length === 0
      ? []
      : [`CATEGORIES:${event.categories.map(escapeText).join(',')}`]),
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...event.attendees.map(attendeeLine),
    ...event.kept,
    ...(rings(event) ? event.alarms.flatMap((before) => alarmLines(before, event.title)) : []),
    'END:VEVENT',
  ];
}

/** Alarms that somebody set in another program are theirs, and instead of ours. */
const rings = ({ cancelled, kept }: CalendarEvent): boolean =>
  !cancelled && !kept.includes('BEGIN:VALARM');

const PARTSTAT = { yes: 'ACCEPTED', maybe: 'TENTATIVE', no: 'DECLINED' } as const;

/** No address: only a name, and an identifier that leads nowhere. */
const attendeeLine = ({ id, name, presence }: Attendee): string =>
  `ATTENDEE;CN=${quoted(name)};PARTSTAT=${PARTSTAT[presence]}:urn:uuid:${id}`;

const alarmLines = (before: number, title: string): string[] => [
  ...['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:-${lengthText(before)}`],
  ...[`DESCRIPTION:${escapeText(title) || '-'}`, 'END:VALARM'],
];
