import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../../src/kernel/ids.js';
import { closedCircles, nextValidators } from '../../../src/wealth/rules/rotation.js';

const id = (name: string): MemberId => name as MemberId;
const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(id) as [
  ...[MemberId, MemberId, MemberId, MemberId, MemberId],
];
const all = [a, b, c, d, e];

describe('who is asked to look', () => {
  it('is each in turn, never the person, nor who wrote it', () => {
    const before: { owner: MemberId; asked: MemberId[] }[] = [];
    for (let round = 0; round < 6; round++) {
      const asked = nextValidators({ participants: all, not: [b], owner: a, before, needed: 1 });
      before.push({ owner: a, asked });
    }
    expect(before.map(({ asked }) => asked.join())).toEqual(['c', 'd', 'e', 'c', 'd', 'e']);
  });

  it('are nobody twice, never more than needed, and as even as can be', () => {
    const people = fc.uniqueArray(
      fc.nat(20).map((n) => id(`m${n}`)),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(people, fc.nat(5), fc.nat(12), (participants, needed, rounds) => {
        const owner = participants[0] ?? a;
        const before: { owner: MemberId; asked: MemberId[] }[] = [];
        for (let round = 0; round < rounds; round++) {
          const asked = nextValidators({ participants, not: [], owner, before, needed });
          expect(asked).not.toContain(owner);
          expect(new Set(asked).size).toBe(asked.length);
          expect(asked.length).toBe(Math.min(needed, participants.length - 1));
          before.push({ owner, asked });
        }
        const times = participants
          .filter((one) => one !== owner)
          .map((one) => before.filter(({ asked }) => asked.includes(one)).length);
        if (times.length > 0) expect(Math.max(...times) - Math.min(...times)).toBeLessThan(2);
      }),
    );
  });
});

describe('a closed circle', () => {
  const between = (by: MemberId, of: MemberId, times: number) =>
    Array.from({ length: times }, () => ({ by, of }));

  it('is pointed out when its people only validate each other', () => {
    const validated = [...between(a, b, 2), ...between(b, a, 2), ...between(c, d, 1)];
    expect(closedCircles(validated, all)).toEqual([{ members: [a, b], count: 4 }]);
  });

  it('is open as soon as one of them looks elsewhere, or somebody else at them', () => {
    const closed = [...between(a, b, 3), ...between(b, a, 3)];
    expect(closedCircles([...closed, ...between(a, c, 1)], all)).toEqual([]);
    expect(closedCircles([...closed, ...between(c, b, 1)], all)).toEqual([]);
  });

  it('is not one where there is hardly anybody else, or hardly anything yet', () => {
    expect(closedCircles([...between(a, b, 3), ...between(b, a, 3)], [a, b, c])).toEqual([]);
    expect(closedCircles([...between(a, b, 1), ...between(b, a, 1)], all)).toEqual([]);
  });
});
