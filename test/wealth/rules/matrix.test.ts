import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../../src/kernel/ids.js';
import { sumByUnit, type Unit } from '../../../src/kernel/quantities/quantity.js';
import {
  asSeenBy,
  type Counted,
  endsOf,
  matrixOf,
  unitsOf,
} from '../../../src/wealth/rules/matrix.js';
import type { Content } from '../../../src/wealth/types.js';

const NAMES = ['a', 'b', 'c', 'd'] as const;
const id = (name: string): MemberId => name as MemberId;

const counted: fc.Arbitrary<Counted> = fc
  .record({
    member: fc.constantFrom(...NAMES).map(id),
    other: fc.option(fc.constantFrom(...NAMES).map(id)),
    flow: fc.constantFrom<Content['flow']>('gave', 'received'),
    nature: fc.constantFrom('care', 'production'),
    amount: fc.bigInt({ min: -50n, max: 1000n }),
    unit: fc.constantFrom<Unit>('min', 'cent', 'g'),
    joy: fc.constantFrom<1 | 3 | 5>(1, 3, 5),
  })
  .filter(({ member, other }) => member !== other)
  .map(({ member, other, flow, nature, amount, unit, joy }) => ({
    ...{ member, period: null },
    content: {
      ...{ quantity: { amount, unit }, nature, what: 'x', flow, other, day: '2026-11-21' },
      ...{ scales: { joy }, note: '', link: '', reason: '' },
    },
  }));

const all = fc.array(counted, { maxLength: 30 });
const amounts = (cells: Parameters<typeof sumByUnit>[0]) => [...sumByUnit(cells)].sort();

describe('the matrix', () => {
  it('loses nothing and makes nothing: what is given is received, by unit', () => {
    fc.assert(
      fc.property(all, (lines) => {
        const matrix = matrixOf(lines);
        expect(amounts(matrix.flows)).toEqual(
          amounts(lines.map(({ content }) => content.quantity)),
        );
        const fromPeople = matrix.flows.filter(({ from }) => from !== null);
        expect(amounts(matrix.given)).toEqual(amounts(fromPeople));
        expect(amounts(matrix.totals)).toEqual(amounts(fromPeople));
        expect(amounts(matrix.received)).toEqual(
          amounts(matrix.flows.filter(({ to }) => to !== null)),
        );
      }),
    );
  });

  it('does not depend on the order of what was declared', () => {
    fc.assert(
      fc.property(all, fc.nat(100), (lines, turn) => {
        const cut = lines.length === 0 ? 0 : turn % lines.length;
        const turned = [...lines.slice(cut), ...lines.slice(0, cut)].reverse();
        expect(matrixOf(turned)).toEqual(matrixOf(lines));
      }),
    );
  });

  it('knows which unit is the most used', () => {
    expect(unitsOf(matrixOf([]))).toEqual([]);
  });
});

describe('the matrix of a discreet context', () => {
  it('shows to others nothing that depends on what one or two declared', () => {
    fc.assert(
      fc.property(all, (lines) => {
        const reader = id('a');
        const seen = asSeenBy(lines, { sees: 'validators', reader, participants: [] });
        expect(seen.people.every((one) => one === reader)).toBe(true);
        for (const cell of [...seen.given, ...seen.received]) {
          const own = lines.filter(({ member }) => member === reader);
          const ends = own.flatMap((one) => [endsOf(one).from, endsOf(one).to]);
          expect(ends).toContain(cell.member);
        }
        for (const { nature, unit, people } of seen.totals) {
          const givers = lines
            .filter(({ content }) => content.nature === nature && content.quantity.unit === unit)
            .map((one) => endsOf(one).from)
            .filter((from) => from !== null);
          expect(new Set(givers).size).toBe(people);
          expect(people).toBeGreaterThanOrEqual(3);
        }
      }),
    );
  });

  it('is whole for those whom its rule names', () => {
    fc.assert(
      fc.property(all, (lines) => {
        const participants = [id('a')];
        const whole = matrixOf(lines);
        const inside = { sees: 'participants' as const, reader: id('a'), participants };
        expect(asSeenBy(lines, inside)).toEqual(whole);
        expect(asSeenBy(lines, { sees: 'everybody', reader: null, participants })).toEqual(whole);
      }),
    );
  });
});
