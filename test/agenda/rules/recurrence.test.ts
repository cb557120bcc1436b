import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  findOccurrence,
  firstOnRule,
  nextOccurrence,
  occurrences,
} from '../../../src/agenda/rules/recurrence.js';
import { given, repeated } from './made.js';
import { RFC_EXAMPLES, startsOf } from './rfc5545.data.js';

const minute = (at: Date): string => at.toISOString().replace(':00.000Z', 'Z');
const END = new Date('2100-01-01');

const rows = readFileSync(join(import.meta.dirname, 'rules.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string, string, string, string]);

describe('rules that another implementation expanded', () => {
  it('are 200 at least', () => expect(rows.length).toBeGreaterThanOrEqual(200));

  it.each(rows)('%s %s %s %s', (zone, start, rule, from, expected) => {
    const instants = expected.split(' ');
    const local = Temporal.PlainDateTime.from(from === '-' ? start : from);
    const first = new Date(local.toZonedDateTime(zone).epochMilliseconds);
    const series = repeated(rule, { start, zone });
    const found = given(occurrences(series, { from: first, to: END, limit: instants.length }));
    expect(found.occurrences.map((one) => minute(one.start))).toEqual(instants);
    const next = given(nextOccurrence(series, new Date(+first - 1)));
    expect(next).toEqual(found.occurrences[0]);
    expect(given(findOccurrence(series, next?.recurrenceId ?? ''))).toEqual(next);
  });
});

describe('the examples of RFC 5545', () => {
  it.each(RFC_EXAMPLES)('%s %s', (rule, day, days) => {
    const expected = startsOf(days);
    const start = `${day}T09:00`;
    const window = { from: new Date('1990-01-01'), to: END, limit: expected.length };
    const series = repeated(rule, { start, zone: 'America/New_York' });
    const found = given(occurrences(series, window));
    expect(found.occurrences.map(({ recurrenceId }) => recurrenceId)).toEqual(expected);
    const isEnded = /COUNT|UNTIL/.test(rule);
    if (isEnded) expect(found.complete).toBe(true);
  });

  it('Friday the 13th, whose start is taken out', () => {
    const series = repeated('FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', {
      ...{ start: '1997-09-02T09:00', zone: 'America/New_York', except: ['1997-09-02T09:00'] },
    });
    const window = { from: new Date('1990-01-01'), to: END, limit: 5 };
    const found = given(occurrences(series, window)).occurrences;
    expect(found.map(({ recurrenceId }) => recurrenceId.slice(0, 10))).toEqual([
      ...['1998-02-13', '1998-03-13', '1998-11-13', '1999-08-13', '2000-10-13'],
    ]);
  });
});

describe('what repeats', () => {
  const ids = (series: ReturnType<typeof repeated>, from: string, to: string, limit = 20) =>
    given(occurrences(series, { from: new Date(from), to: new Date(to), limit })).occurrences.map(
      ({ recurrenceId }) => recurrenceId,
    );

  it('keeps its hour on the wall, and says the night it cannot', () => {
    const series = repeated('FREQ=DAILY', { start: '2027-03-27T02:30' });
    const window = { from: new Date('2027-03-27'), to: new Date('2027-03-30'), limit: 9 };
    expect(given(occurrences(series, window)).occurrences).toEqual([
      { recurrenceId: '2027-03-27T02:30', start: new Date('2027-03-27T01:30Z'), shifted: false },
      { recurrenceId: '2027-03-28T02:30', start: new Date('2027-03-28T01:30Z'), shifted: true },
      { recurrenceId: '2027-03-29T02:30', start: new Date('2027-03-29T00:30Z'), shifted: false },
    ]);
  });

  it('is the first of the two when an hour happens twice', () => {
    const series = repeated('FREQ=DAILY', { start: '2026-10-25T02:30' });
    expect(given(findOccurrence(series, '2026-10-25T02:30'))?.start).toEqual(
      new Date('2026-10-25T00:30Z'),
    );
  });

  it('loses the dates taken out, has the dates added, each once', () => {
    const series = repeated('FREQ=WEEKLY', {
      except: ['2026-12-08T20:00', '2026-12-09T20:00'],
      extra: ['2026-12-10T18:00', '2026-12-15T20:00', '2026-11-30T20:00'],
    });
    expect(ids(series, '2026-11-01', '2026-12-23')).toEqual([
      ...['2026-11-30T20:00', '2026-12-01T20:00', '2026-12-10T18:00'],
      ...['2026-12-15T20:00', '2026-12-22T20:00'],
    ]);
  });

  it('has its start first, even off its rule, and counts it', () => {
    const series = repeated('FREQ=WEEKLY;BYDAY=WE;COUNT=3');
    expect(ids(series, '2026-01-01', '2030-01-01')).toEqual([
      ...['2026-12-01T20:00', '2026-12-02T20:00', '2026-12-09T20:00'],
    ]);
    expect(firstOnRule({ start: '2026-12-01T20:00', rule: 'FREQ=WEEKLY;BYDAY=WE' })).toBe(
      '2026-12-02T20:00',
    );
  });

  it('without a rule is once, and when it is added', () => {
    const once = repeated(null, { extra: ['2027-01-01T20:00'] });
    expect(ids(once, '2020-01-01', '2030-01-01')).toEqual(['2026-12-01T20:00', '2027-01-01T20:00']);
  });

  it('lasts all day from the first instant of the day, there', () => {
    const series = repeated('FREQ=WEEKLY;UNTIL=20261208', {
      ...{ start: '2026-12-01', allDay: true, zone: 'Indian/Reunion' },
    });
    const window = { from: new Date('2026-01-01'), to: new Date('2028-01-01'), limit: 9 };
    expect(given(occurrences(series, window)).occurrences.map(Object.values)).toEqual([
      ['2026-12-01', new Date('2026-11-30T20:00Z'), false],
      ['2026-12-08', new Date('2026-12-07T20:00Z'), false],
    ]);
  });

  it('ends with its last instant, day or local hour included', () => {
    const last = (until: string) =>
      ids(repeated(`FREQ=DAILY;UNTIL=${until}`), '2026-01-01', '2027-01-01').at(-1);
    expect(last('20261204T190000Z')).toBe('2026-12-04T20:00');
    expect(last('20261204T185959Z')).toBe('2026-12-03T20:00');
    expect(last('20261204T200000')).toBe('2026-12-04T20:00');
    expect(last('20261204T195959')).toBe('2026-12-03T20:00');
    expect(last('20261204')).toBe('2026-12-04T20:00');
  });

  it('says when a window has more than was asked for', () => {
    const window = { from: new Date('2026-12-01'), to: new Date('2026-12-20'), limit: 2 };
    expect(given(occurrences(repeated('FREQ=WEEKLY'), window)).complete).toBe(false);
    expect(given(occurrences(repeated('FREQ=WEEKLY'), { ...window, limit: 3 })).complete).toBe(
      true,
    );
  });

  it('has no occurrence by another name', () => {
    expect(given(findOccurrence(repeated('FREQ=WEEKLY'), '2026-12-02T20:00'))).toBeNull();
    expect(given(findOccurrence(repeated('FREQ=WEEKLY'), 'tuesday'))).toBeNull();
  });
});
