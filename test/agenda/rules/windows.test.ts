import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { occurrences } from '../../../src/agenda/rules/recurrence.js';
import { readSeries } from '../../../src/agenda/rules/series.js';
import { EVER, walk } from '../../../src/agenda/rules/walk.js';
import { parseRule } from '../../../src/kernel/dates/repetition/read.js';
import { simplified } from '../../../src/kernel/dates/repetition/simplify.js';
import { given, repeated, someRule, someStart, ZONES } from './made.js';

const DAY = 86_400_000;
const some = fc.record({ rule: someRule, start: someStart, zone: fc.constantFrom(...ZONES) });

describe('a window', () => {
  it('shows what the whole series has there, in order, however far it is', () => {
    const day = fc.integer({ min: -50, max: 1500 });
    fc.assert(
      fc.property(
        some,
        day,
        fc.integer({ min: 1, max: 120 }),
        ({ rule, start, zone }, at, days) => {
          const series = repeated(rule, { start, zone });
          const from = new Date(Date.UTC(2026, 8, 1) + at * DAY);
          const to = new Date(+from + days * DAY);
          const origin = new Date(Date.UTC(2026, 7, 1));
          const whole = given(occurrences(series, { from: origin, to, limit: 100_000 }));
          const part = given(occurrences(series, { from, to, limit: 100_000 }));
          const expected = whole.occurrences.filter((one) => one.start >= from);
          expect(part).toEqual({ occurrences: expected, complete: true });
          const starts = part.occurrences.map((one) => +one.start);
          expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        },
      ),
    );
  });

  it('has each at the hour on its wall, but for those it says are shifted', () => {
    fc.assert(
      fc.property(some, ({ rule, start, zone }) => {
        const window = { from: new Date(0), to: new Date('2029-01-01'), limit: 50 };
        const found = given(occurrences(repeated(rule, { start, zone }), window));
        for (const { recurrenceId, start: at, shifted } of found.occurrences) {
          const there = Temporal.Instant.fromEpochMilliseconds(+at).toZonedDateTimeISO(zone);
          const wall = there.toPlainDateTime().toString({ smallestUnit: 'minute' });
          expect(wall === recurrenceId).toBe(!shifted);
        }
      }),
    );
  });
});

describe('the rule that words are made of', () => {
  it('falls on the same days as the one that was given', () => {
    fc.assert(
      fc.property(some, ({ rule, start }) => {
        const read = given(parseRule(rule));
        const { start: wall } = given(readSeries(repeated(rule, { start })));
        const local = Temporal.PlainDateTime.from(start);
        const simple = simplified(read, {
          ...{ weekday: local.dayOfWeek, day: local.day, month: local.month },
          ...{ hour: local.hour, minute: local.minute, second: local.second },
        });
        const first = (one: typeof read) => {
          const walls: number[] = [];
          for (const at of walk(one, wall, EVER, { left: 20_000 })) if (walls.push(at) > 40) break;
          return walls;
        };
        expect(first(simple)).toEqual(first(read));
      }),
    );
  });
});
