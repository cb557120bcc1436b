import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import type { CalendarEvent, CalendarObject } from '../../../src/agenda/icalendar/document.js';
import { readCalendar } from '../../../src/agenda/icalendar/read.js';
import { occurrences } from '../../../src/agenda/rules/recurrence.js';
import { cleanLine, cleanText } from '../../../src/kernel/text.js';
import { event, written } from './made.js';

const text = (max: number) =>
  fc.string({ unit: 'grapheme', maxLength: max }).map((one) => cleanText(one));
const line = (max: number) => text(max).map(cleanLine);
const ZONES = ['Europe/Paris', 'America/Toronto', 'Indian/Reunion', 'UTC', 'Australia/Lord_Howe'];
const RULES = [
  null,
  'FREQ=WEEKLY;BYDAY=TU',
  'FREQ=MONTHLY;COUNT=6;BYDAY=1TU',
  'FREQ=DAILY;INTERVAL=3;UNTIL=20270301T060000Z',
  'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
];
const wall = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 16));
const each = <T>(inner: fc.Arbitrary<T>, by: (one: T) => string) =>
  fc.uniqueArray(inner, { maxLength: 3, selector: by }).map((all) => all.toSorted());

const object = fc
  .record({
    ...{ start: wall, zone: fc.constantFrom(...ZONES), rule: fc.constantFrom(...RULES) },
    ...{ days: fc.boolean(), minutes: fc.integer({ min: 0, max: 3000 }) },
    ...{ except: each(wall, String), extra: each(wall, String), moved: each(wall, String) },
    ...{ title: line(80), description: text(300), place: line(80), category: line(30) },
    ...{ cancelled: fc.boolean(), sequence: fc.nat(50) },
  })
  .map(({ days, moved, category, ...one }): CalendarObject => {
    const cut = (walls: readonly string[]) =>
      days ? [...new Set(walls.map((each) => each.slice(0, 10)))] : walls;
    const [start = ''] = cut([one.start]);
    const minutes = days ? 1440 * (1 + (one.minutes % 3)) : one.minutes;
    const master = event({
      ...{ ...one, start, minutes, uid: 'x@y', stamp: new Date('2026-11-21T10:00:00Z') },
      except: cut(one.except),
      extra: cut(one.extra).filter((each) => each !== start),
      categories: category === '' ? [] : [category],
    });
    const override = (recurrence: string): CalendarEvent => ({
      ...{ ...master, recurrence, rule: null, except: [], extra: [], title: 'Ailleurs' },
    });
    return { master, overrides: cut(moved).map(override) };
  });

it('what is written is read back the same', () => {
  fc.assert(
    fc.property(object, (one) => {
      const read = readCalendar(written([one], one.master.zone), { zone: one.master.zone });
      if (!read.ok) throw new Error(read.refusals[0].code);
      expect(read.value).toEqual({ name: 'Atelier', objects: [withEnd(one)], skipped: [] });
    }),
  );
});

/** The end of a rule becomes a day where the meeting lasts whole days. */
function withEnd({ master, overrides }: CalendarObject): CalendarObject {
  const days = master.start.length === 10;
  const rule = days ? (master.rule?.replace('T060000Z', '') ?? null) : master.rule;
  return { master: { ...master, rule }, overrides };
}

it('no line is longer than 74 octets, and no character is cut', () => {
  fc.assert(
    fc.property(object, (one) => {
      for (const each of written([one]).split('\r\n')) {
        expect(Buffer.byteLength(each)).toBeLessThanOrEqual(74);
        expect(each.isWellFormed()).toBe(true);
      }
    }),
  );
});

it('another library finds the same instants, across the clock changes', () => {
  const weekly = event({
    ...{ start: '2026-10-13T20:00', rule: 'FREQ=WEEKLY;BYDAY=TU', except: ['2026-10-27T20:00'] },
  });
  const ours = occurrences(
    { ...weekly, allDay: false },
    { from: new Date('2026-10-01'), to: new Date('2027-04-30'), limit: 100 },
  );
  if (!ours.ok) throw new Error('unread');
  const parsed = new ICAL.Component(ICAL.parse(written([{ master: weekly, overrides: [] }])));
  for (const zone of parsed.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const found = parsed.getFirstSubcomponent('vevent');
  if (!found) throw new Error('no event');
  const times = new ICAL.Event(found).iterator();
  const expected = ours.value.occurrences.map(({ start }) => start.toISOString());
  expect(expected.length).toBeGreaterThan(25);
  expect(expected.map(() => times.next().toJSDate().toISOString())).toEqual(expected);
});
