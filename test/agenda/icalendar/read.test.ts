import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../../src/agenda/icalendar/read.js';
import { foreign } from './made.js';

const read = (text: string) => {
  const found = readCalendar(text, { zone: 'Europe/Paris' });
  if (!found.ok) throw new Error(found.refusals[0].code);
  return found.value;
};
const code = (text: string) => {
  const found = readCalendar(text, { zone: 'Europe/Paris' });
  return found.ok ? 'read' : found.refusals[0].code;
};
const BASE = ['UID:a@b', 'DTSTAMP:20261101T000000Z', 'SUMMARY:Assemblée'];

describe('what others write', () => {
  it.each([
    ['a zone by its name', 'DTSTART;TZID=America/Toronto:20261201T200000', 'America/Toronto'],
    ['a Windows name', 'DTSTART;TZID=Romance Standard Time:20261201T200000', 'Europe/Paris'],
    [
      'a path',
      'DTSTART;TZID=/citadel.org/20250101_1/Indian/Reunion:20261201T200000',
      'Indian/Reunion',
    ],
    ['in quotes', 'DTSTART;TZID="Europe/Rome":20261201T200000', 'Europe/Rome'],
    ['no zone', 'DTSTART:20261201T200000', 'Europe/Paris'],
  ])('%s', (_, start, zone) => {
    const [object] = read(foreign([...BASE, start, 'DURATION:PT2H'])).objects;
    expect(object?.master).toMatchObject({ start: '2026-12-01T20:00', zone, minutes: 120 });
  });

  it('an instant that comes once is on the clock of here; one that repeats stays on its own', () => {
    const start = 'DTSTART:20261201T190000Z';
    const [once] = read(foreign([...BASE, start])).objects;
    expect(once?.master).toMatchObject({ start: '2026-12-01T20:00', zone: 'Europe/Paris' });
    const [again] = read(foreign([...BASE, start, 'RRULE:FREQ=WEEKLY'])).objects;
    expect(again?.master).toMatchObject({ start: '2026-12-01T19:00', zone: 'UTC' });
  });

  it('exceptions in another zone, or by the day, are on the wall of the meeting', () => {
    const [object] = read(
      foreign(
        [
          ...[...BASE, 'DTSTART;TZID=Europe/Paris:20261201T200000', 'RRULE:FREQ=WEEKLY'],
          ...['EXDATE:20261208T190000Z', 'EXDATE;VALUE=DATE:20261215'],
        ],
        [
          ...['UID:a@b', 'SEQUENCE:2', 'RECURRENCE-ID:20261222T190000Z', 'STATUS:CANCELLED'],
          'DTSTART:20261222T190000Z',
        ],
      ),
    ).objects;
    expect(object?.master.except).toEqual(['2026-12-08T20:00', '2026-12-15T20:00']);
    expect(object?.overrides).toMatchObject([{ recurrence: '2026-12-22T20:00', cancelled: true }]);
  });

  it('what means nothing to us is kept', () => {
    const alarm = ['BEGIN:VALARM', 'ACTION:AUDIO', 'TRIGGER:-PT5M', 'END:VALARM'];
    const lines = ['ATTENDEE;CN=Ana:mailto:ana@example.org', 'X-COLOUR:blue'];
    const [object] = read(
      foreign([...BASE, 'DTSTART:20261201T200000', ...lines, ...alarm]),
    ).objects;
    expect(object?.master.kept).toEqual([...lines, ...alarm]);
  });
});

describe('what is wrong costs as little as it can', () => {
  const good = [...BASE, 'DTSTART:20261201T200000'];
  it.each([
    ['a trillion times', 'RRULE:FREQ=MINUTELY;COUNT=1000000000000'],
    ['a rule of nonsense', 'RRULE:FREQ=SOMETIMES'],
    ['every second', 'RRULE:FREQ=SECONDLY'],
    ['no such day', 'DTSTART:20260231T200000'],
    ['no such zone', 'DTSTART;TZID=Nowhere Time:20261201T200000'],
    ['a broken date', 'DTSTART:tomorrow'],
    ['an end of nonsense', 'DTEND:x'],
    ['a line without a value', 'DTSTART'],
  ])('%s: that event alone', (_, line) => {
    const bad = ['UID:bad', 'SUMMARY:Piège', line];
    const lines = line.startsWith('DTSTART') ? bad : [...bad, 'DTSTART:20261201T200000'];
    const { objects, skipped } = read(foreign(lines, good));
    expect(objects.map(({ master }) => master.title)).toEqual(['Assemblée']);
    expect(skipped.map(({ title }) => title)).toEqual(['Piège']);
  });

  it.each([
    ['nothing', '', 'calendar-not-one'],
    ['a page', '<!doctype html><html></html>', 'calendar-not-one'],
    ['a card', 'BEGIN:VCARD\r\nFN:A\r\nEND:VCARD\r\n', 'calendar-not-one'],
    ['cut short', foreign(good).slice(0, -16), 'calendar-cut'],
    ['crossed', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\nEND:VEVENT\n', 'calendar-garbled'],
    [
      'no end of alarms',
      `BEGIN:VCALENDAR\n${'BEGIN:VALARM\n'.repeat(100_000)}`,
      'calendar-garbled',
    ],
    ['50 MB', `BEGIN:VCALENDAR\n${'X-A:b\n'.repeat(8_400_000)}END:VCALENDAR\n`, 'calendar-large'],
    ['too many', foreign(...Array.from({ length: 20_001 }, () => ['UID:a'])), 'calendar-large'],
  ])('%s is refused', (_, text, refused) => {
    expect(code(text)).toBe(refused);
  });

  it('one endless line, or an event of endless lines, is read for what it begins with', () => {
    const endless = ` ${'a'.repeat(70)}\r\n`.repeat(80_000);
    const folded = foreign([...good, `X-PICTURE:a\r\n${endless}X-END:1`]);
    expect(read(folded).objects).toHaveLength(1);
    const many = foreign([...good, ...Array.from({ length: 300_000 }, () => 'COMMENT:no')]);
    expect(read(many).objects).toHaveLength(1);
  });
});
