import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommunityId, EditionId, MemberId, ResourceId } from '../../../src/kernel/ids.js';
import {
  edited,
  inOrder,
  published,
  withdrawn,
  withItems,
  withNote,
  withoutItem,
} from '../../../src/veille/rules/edition.js';
import type { Edition, EditionItem } from '../../../src/veille/types.js';

const id = (one: number) => `r${one}` as ResourceId;
const ids = fc.array(fc.nat(9).map(id));
const items: fc.Arbitrary<EditionItem[]> = fc.uniqueArray(
  fc.record({ resource: fc.nat(9).map(id), note: fc.string({ maxLength: 3 }) }),
  { selector: ({ resource }) => resource },
);
const resources = (all: readonly EditionItem[]) => all.map(({ resource }) => resource);
const sorted = (all: readonly EditionItem[]) =>
  [...all].sort((a, b) => (a.resource < b.resource ? -1 : 1));

const FIRST = new Date('2026-11-21T10:00:00Z');
const LATER = new Date('2026-11-25T10:00:00Z');
const draft: Edition = {
  ...{ id: 'e' as EditionId, community: 'c' as CommunityId, number: 1, state: 'draft' },
  ...{ title: 'Graines', introduction: 'Voici.', items: [], member: 'm' as MemberId },
  ...{ publishedAt: null, correctedAt: null, createdAt: FIRST, updatedAt: FIRST },
};

describe('what an edition holds', () => {
  it('is added at the end, each page once, none moved', () => {
    fc.assert(
      fc.property(items, ids, fc.option(fc.string()), (before, added, note) => {
        const after = resources(withItems(before, added, note));
        expect(after.slice(0, before.length)).toEqual(resources(before));
        expect(new Set(after)).toEqual(new Set([...resources(before), ...added]));
        expect(new Set(after).size).toBe(after.length);
      }),
    );
  });

  it('added again keeps its note, unless there is a new one', () => {
    const before = [{ resource: id(1), note: 'Un' }];
    expect(withItems(before, [id(1)], null)).toEqual(before);
    expect(withItems(before, [id(1), id(2)], 'Deux')).toEqual([
      { resource: id(1), note: 'Deux' },
      { resource: id(2), note: 'Deux' },
    ]);
  });

  it('is only put in another order, those named first', () => {
    fc.assert(
      fc.property(items, ids, (before, order) => {
        const after = inOrder(before, order);
        expect(sorted(after)).toEqual(sorted(before));
        const named = [...new Set(order)].filter((one) => resources(before).includes(one));
        expect(resources(after).slice(0, named.length)).toEqual(named);
        const others = resources(before).filter((one) => !order.includes(one));
        expect(resources(after).slice(named.length)).toEqual(others);
      }),
    );
  });

  it('is noted and taken out one by one', () => {
    fc.assert(
      fc.property(items, fc.nat(9).map(id), (before, one) => {
        expect(resources(withNote(before, one, 'x'))).toEqual(resources(before));
        expect(resources(withoutItem(before, one))).toEqual(
          resources(before).filter((other) => other !== one),
        );
      }),
    );
  });
});

describe('a correction', () => {
  it('is said once people have read it, and only when something changes', () => {
    expect(edited(draft, { title: 'Autre' }, LATER)).toMatchObject({
      ...{ title: 'Autre', correctedAt: null, updatedAt: LATER },
    });
    const read = published(draft, FIRST);
    expect(edited(read, { title: read.title, items: [] }, LATER)).toBe(read);
    expect(edited(read, { introduction: 'Non.' }, LATER).correctedAt).toEqual(LATER);
    const back = withdrawn(read, FIRST);
    expect(back.state).toBe('draft');
    expect(edited(back, { introduction: 'Non.' }, LATER).correctedAt).toEqual(LATER);
    expect(published(back, LATER)).toMatchObject({ publishedAt: FIRST, correctedAt: null });
  });
});
