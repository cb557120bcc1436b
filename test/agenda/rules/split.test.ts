import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrences, type Repetition } from '../../../src/agenda/rules/recurrence.js';
import { splitAt } from '../../../src/agenda/rules/split.js';
import { codeOf, given, repeated, someRule, someStart, ZONES } from './made.js';

const TO = new Date('2032-01-01');
const idsOf = (series: Repetition, limit = 60): string[] =>
  given(occurrences(series, { from: new Date('2020-01-01'), to: TO, limit })).occurrences.map(
    ({ recurrenceId }) => recurrenceId,
  );

describe('this one and the following', () => {
  it('ends the head and starts the tail', () => {
    const split = given(splitAt(repeated('FREQ=WEEKLY;COUNT=10'), '2026-12-22T20:00'));
    expect(split.head).toEqual(repeated('FREQ=WEEKLY;UNTIL=20261222T185959Z'));
    expect(split.tail).toEqual(repeated('FREQ=WEEKLY;COUNT=7', { start: '2026-12-22T20:00' }));
  });

  it('ends a head that lasts all day with a day', () => {
    const series = repeated('FREQ=DAILY', { start: '2026-12-01', allDay: true });
    const { head, tail } = given(splitAt(series, '2026-12-04'));
    expect(head.rule).toBe('FREQ=DAILY;UNTIL=20261203');
    expect(tail.start).toBe('2026-12-04');
  });

  it('gives each its own exceptions and additions, and what comes after the end to the tail', () => {
    const series = repeated('FREQ=WEEKLY;COUNT=3', {
      ...{ except: ['2026-12-08T20:00'], extra: ['2027-02-01T20:00', '2027-03-01T20:00'] },
    });
    const { head, tail } = given(splitAt(series, '2027-02-01T20:00'));
    expect(head).toEqual(repeated('FREQ=WEEKLY;COUNT=3', { except: ['2026-12-08T20:00'] }));
    expect(tail).toEqual(
      repeated(null, { start: '2027-02-01T20:00', extra: ['2027-03-01T20:00'] }),
    );
  });

  it('cuts between an hour put later by the clocks and the hour it is put at', () => {
    const series = repeated('FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0', { start: '2027-03-27T02:00' });
    const { head, tail } = given(splitAt(series, '2027-03-28T03:00'));
    expect(idsOf(head).at(-1)).toBe('2027-03-28T02:00');
    expect(idsOf(tail)[0]).toBe('2027-03-28T03:00');
  });

  it('is refused where there is nothing to cut', () => {
    const series = repeated('FREQ=WEEKLY', { except: ['2026-12-08T20:00'] });
    expect(codeOf(splitAt(series, '2026-12-01T20:00'))).toBe('split-at-first');
    expect(codeOf(splitAt(series, '2026-12-08T20:00'))).toBe('occurrence-unknown');
    expect(codeOf(splitAt(series, '2026-12-09T20:00'))).toBe('occurrence-unknown');
  });

  it('loses nothing and repeats nothing, whatever the rule, the zone and the cut', () => {
    const some = fc.record({
      rule: someRule,
      start: someStart,
      zone: fc.constantFrom(...ZONES),
      cut: fc.nat(),
      dropped: fc.nat(),
      added: fc.option(someStart, { nil: undefined }),
    });
    fc.assert(
      fc.property(some, ({ rule, start, zone, cut, dropped, added }) => {
        const plain = repeated(rule, { start, zone, extra: added ? [added] : [] });
        const every = idsOf(plain, 1000);
        const except = every.filter((_, i) => i > 0 && i === dropped % 20);
        const series = { ...plain, except };
        const whole = idsOf(series, 1000);
        const at = whole[cut % Math.min(whole.length, 60)] ?? start;
        if (at <= start) return;
        const { head, tail } = given(splitAt(series, at));
        const [before, after] = [idsOf(head, 1001), idsOf(tail, 1000)];
        expect(before.every((id) => id < at)).toBe(true);
        expect(after.every((id) => id >= at)).toBe(true);
        expect([...before, ...after].sort().slice(0, 900)).toEqual(whole.toSorted().slice(0, 900));
      }),
      { numRuns: 150 },
    );
  });
});
