import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../../src/kernel/ids.js';
import { silencePasses, standingOf, stateFrom } from '../../../src/wealth/rules/review.js';
import type { Review } from '../../../src/wealth/types.js';

const owner = 'owner' as MemberId;
const author = 'author' as MemberId;
const contribution = { version: 2, member: owner, author };
const CLOCK = { silentAt: null, now: new Date(0) };
const rule = { validations: 1, silence: 'validates' } as const;

const said = (member: string, kind: Review['kind'], more: Partial<Review> = {}): Review => ({
  ...{ position: 1, version: 2, member: member as MemberId, kind, text: '', quantity: null },
  ...{ replyTo: null, createdAt: new Date(0), ...more },
});
const state = (reviews: Review[], validations = 1) =>
  stateFrom(standingOf(reviews, contribution), { ...rule, validations }, CLOCK);

describe('a contribution', () => {
  it('is validated by as many others as the rule says', () => {
    expect(state([])).toBe('declared');
    expect(state([], 0)).toBe('validated');
    expect(state([said('b', 'validate')])).toBe('validated');
    expect(state([said('b', 'validate')], 2)).toBe('declared');
    expect(state([said('b', 'validate'), said('b', 'validate')], 2)).toBe('declared');
    expect(state([said('b', 'validate'), said('c', 'validate')], 2)).toBe('validated');
  });

  it('is not by what was said of an older version', () => {
    expect(state([said('b', 'validate', { version: 1 })])).toBe('declared');
  });

  it('needs one more for each other figure, until it is taken back', () => {
    const figure = said('c', 'figure');
    expect(state([said('b', 'validate'), figure])).toBe('declared');
    expect(state([said('b', 'validate'), figure, said('d', 'validate')])).toBe('validated');
    expect(state([said('b', 'validate'), figure, said('c', 'none')])).toBe('validated');
  });

  it('never counts the word of whose it is, or who wrote it', () => {
    const kinds = fc.constantFrom<Review['kind']>('validate', 'figure', 'none');
    const own = fc.tuple(fc.constantFrom('owner', 'author'), kinds);
    const others = fc.tuple(fc.constantFrom('b', 'c', 'd'), kinds);
    const made = (all: (readonly [string, Review['kind']])[]) =>
      all.map(([who, kind]) => said(who, kind));
    fc.assert(
      fc.property(fc.array(others), fc.array(own), fc.nat(4), (words, selfish, needed) => {
        const without = state(made(words), needed);
        expect(state([...made(selfish), ...made(words)], needed)).toBe(without);
      }),
    );
  });
});

describe('silence', () => {
  const passes = (reviews: Review[], silence: 'validates' | 'waits' = 'validates') =>
    silencePasses(standingOf(reviews, contribution), { ...rule, silence });

  it('validates when the rule says so and nothing is in the way', () => {
    expect(passes([])).toBe(true);
    expect(passes([], 'waits')).toBe(false);
    expect(passes([said('b', 'figure')])).toBe(false);
    const question = said('b', 'question', { position: 4 });
    expect(passes([question])).toBe(false);
    const past = { silentAt: new Date(0), now: new Date(0) };
    expect(stateFrom(standingOf([], contribution), rule, past)).toBe('validated');
    expect(stateFrom(standingOf([question], contribution), rule, past)).toBe('declared');
    const ahead = { ...past, silentAt: new Date(1) };
    expect(stateFrom(standingOf([], contribution), rule, ahead)).toBe('declared');
    expect(passes([question, said('owner', 'answer', { position: 5, replyTo: 4 })])).toBe(true);
  });
});
