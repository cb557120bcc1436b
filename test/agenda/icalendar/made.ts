import type { CalendarEvent, CalendarObject } from '../../../src/agenda/icalendar/document.js';
import { createCalendarWriter } from '../../../src/agenda/icalendar/write.js';

/** An event with what matters to a test over what does not. */
export const event = (over: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ uid: 'one@test', sequence: 0, stamp: new Date('2026-11-21T10:00:00Z') },
  ...{ start: '2026-12-01T20:00', zone: 'Europe/Paris', minutes: 90, recurrence: null },
  ...{ rule: null, except: [], extra: [], title: 'Cercle', description: '', place: '', link: '' },
  ...{ categories: [], cancelled: false, alarms: [], attendees: [], kept: [] },
  ...over,
});

export function written(objects: readonly CalendarObject[], zone = 'Europe/Paris'): string {
  const writer = createCalendarWriter();
  return [
    writer.begin({ name: 'Atelier', zone, refreshMinutes: 60 }),
    ...objects.flatMap(({ master, overrides }) => [master, ...overrides]).map(writer.event),
    writer.end(),
  ].join('');
}

/** A calendar by somebody else, from the lines of its events. */
export const foreign = (...events: readonly (readonly string[])[]): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Other//EN'],
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
