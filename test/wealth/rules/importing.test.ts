import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MemberId } from '../../../src/kernel/ids.js';
import { freshOf } from '../../../src/wealth/rules/importing.js';
import type { Content } from '../../../src/wealth/types.js';

const content = (more: Partial<Content> = {}): Content => ({
  ...{ quantity: { amount: 60n, unit: 'min' }, nature: 'care', what: 'Soupe', flow: 'gave' },
  ...{ other: null, day: '2026-03-01', scales: {}, note: '', link: '', reason: '', ...more },
});
const told = (member: string, more: Partial<Content> = {}) => ({
  member: member as MemberId,
  content: content(more),
});

it('leaves out what is declared already, whatever the case, the note or the side', () => {
  const declared = [
    told('a', { what: 'soupe', note: 'Chaude' }),
    told('b', { flow: 'received', other: 'a' as MemberId }),
  ];
  const lines = [
    told('a'),
    told('a', { other: 'b' as MemberId }),
    told('a', { day: '2026-03-02' }),
    told('b'),
  ];
  expect(freshOf(lines, declared)).toEqual(lines.slice(2));
});

it('takes what is written twice as done twice', () => {
  expect(freshOf([told('a'), told('a'), told('a')], [told('a')])).toHaveLength(2);
});

it('once taken in, adds nothing more', () => {
  const some = fc.array(
    fc
      .tuple(fc.constantFrom('a', 'b'), fc.constantFrom('Soupe', 'Pain'), fc.bigInt(1n, 3n))
      .map(([who, what, amount]) => told(who, { what, quantity: { amount, unit: 'min' } })),
  );
  fc.assert(
    fc.property(some, some, (before, lines) => {
      const fresh = freshOf(lines, before);
      expect(freshOf(lines, [...before, ...fresh])).toEqual([]);
    }),
  );
});
