import { describe, expect, it } from 'vitest';
import {
  checkRepetition,
  nextOccurrence,
  occurrences,
} from '../../../src/agenda/rules/recurrence.js';
import { walk } from '../../../src/agenda/rules/walk.js';
import { parseRule } from '../../../src/kernel/dates/repetition/read.js';
import { codeOf, given, repeated } from './made.js';

const HOURS = Array.from({ length: 24 }, (_, i) => i).join();
const MINUTES = Array.from({ length: 60 }, (_, i) => i).join();

describe('a hostile rule', () => {
  it.each([
    ['FREQ=SECONDLY', 'rule-too-fast'],
    ['FREQ=MINUTELY', 'rule-too-fast'],
    ['FREQ=MINUTELY;INTERVAL=14', 'rule-too-fast'],
    ['FREQ=HOURLY;BYMINUTE=0,10,20,30,40', 'rule-too-fast'],
    [`FREQ=DAILY;BYHOUR=${HOURS};BYMINUTE=${MINUTES};BYSECOND=${MINUTES}`, 'rule-too-fast'],
    ['FREQ=DAILY;COUNT=1000000000000', 'rule-too-long'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'rule-never'],
    ['FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31,-31', 'rule-never'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYYEARDAY=1', 'rule-never'],
    ['FREQ=YEARLY;BYDAY=53MO;BYSETPOS=2', 'rule-never'],
    ['FREQ=MONTHLY;BYSETPOS=300;BYDAY=MO', 'rule-never'],
    ['FREQ=HOURLY;INTERVAL=24;BYHOUR=3', 'rule-never'],
    ['FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29', 'rule-never'],
    ['FREQ=DAILY;UNTIL=20200101T000000Z', 'rule-ends-before-start'],
    ['FREQ=DAILY;INTERVAL=0', 'rule-unreadable'],
    ['FREQ=DAILY;INTERVAL=1000000000000', 'rule-unreadable'],
  ])('%s is refused: %s', (rule, code) => {
    expect(codeOf(checkRepetition(repeated(rule)))).toBe(code);
  });

  it.each([
    ['FREQ=YEARLY;BYWEEKNO=20;BYYEARDAY=1', '2026-12-01T20:00'],
    ['FREQ=HOURLY;INTERVAL=24;BYHOUR=3', '2026-12-01T20:00'],
    [
      `FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=${HOURS};BYMINUTE=0,15,30,45`,
      '0001-01-01T00:00',
    ],
    ['FREQ=DAILY', '0001-01-01T00:00'],
    ['FREQ=DAILY;COUNT=10000', '9998-01-01T00:00'],
    ['FREQ=DAILY;INTERVAL=100000', '9999-12-31T23:59'],
  ])('%s from %s is looked at no longer than it is worth', (text, start) => {
    const rule = given(parseRule(text));
    const budget = { left: 50_000 };
    const first = start.slice(0, 10);
    const from = Date.parse(`${first}T00:00Z`) / 1000;
    let seen = 0;
    for (const _ of walk(rule, from, { from, to: Number.POSITIVE_INFINITY }, budget)) seen += 1;
    expect(seen).toBeLessThanOrEqual(50_000 + 96 * 366);
    // The last period looked at can go past it, by one dense year at most.
    expect(budget.left).toBeGreaterThan(-(96 + 1) * 366);
  });

  it('is reached years later without what is before', () => {
    const rule = given(parseRule('FREQ=DAILY'));
    const at = (year: number) => Date.UTC(year, 0, 1) / 1000;
    const budget = { left: 1000 };
    const span = { from: at(2999), to: at(2999) + 30 * 86_400 };
    expect([...walk(rule, at(2001), span, budget)]).toHaveLength(31);
    expect(budget.left).toBeGreaterThan(900);
  });

  it('has occurrences from the first year to the last', () => {
    const old = repeated('FREQ=YEARLY', { start: '0001-03-01T12:00', zone: 'UTC' });
    const window = { from: new Date('9990-01-01'), to: new Date('9999-12-31'), limit: 50 };
    expect(given(occurrences(old, window)).occurrences).toHaveLength(10);
    expect(given(nextOccurrence(old, new Date('9999-03-01T12:00Z')))).toBeNull();
  });

  it('does not hide a start that cannot be read, nor a zone that is not one', () => {
    const window = { from: new Date(0), to: new Date(1), limit: 1 };
    for (const start of [
      '',
      '2026-02-30T10:00',
      '2026-12-01T24:00',
      '0000-01-01',
      'x'.repeat(9999),
    ])
      expect(codeOf(occurrences(repeated(null, { start }), window))).toBe('moment-unreadable');
    expect(codeOf(occurrences(repeated(null, { extra: ['soon'] }), window))).toBe(
      'moment-unreadable',
    );
    expect(codeOf(occurrences(repeated(null, { zone: 'Mars/Phobos' }), window))).toBe(
      'zone-unknown',
    );
  });
});
