import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, type Edition, makeDigest } from '../../../src/veille/rules/digest.js';

const day = (n: number): Date => new Date(Date.UTC(2026, 2, n, 7));
const edition: Edition = {
  ...{ after: day(1), until: day(2), shown: new Set<string>() },
  ...{ most: 10, mostEach: 4 },
};
const one = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ id, theme: 'eau', at: day(2), sharedBy: ['nadia'], feed: null },
  ...{ votes: 0, comments: 0, reads: 0, promoted: false, again: false, ...more },
});

describe('a digest', () => {
  it('is empty when nothing is new', () => {
    const old = [one('a', { at: day(1) }), one('b', { at: day(3) })];
    expect(makeDigest(old, edition)).toEqual({ sections: [], leftOut: 0 });
    expect(makeDigest([], edition)).toEqual({ sections: [], leftOut: 0 });
  });

  it('goes by theme, what members valued first, what has no theme last', () => {
    const candidates = [
      one('read', { reads: 3 }),
      one('voted', { votes: 4 }),
      one('bare', { theme: null, promoted: true, votes: 9 }),
      one('seeds', { theme: 'semences', sharedBy: ['nadia', 'tom', 'awa', 'ana', 'zoé'] }),
      one('promoted', { promoted: true, votes: 1 }),
      one('unwanted', { votes: -1 }),
      one('shown', { votes: 50 }),
    ];
    const shown = new Set(['shown']);
    expect(makeDigest(candidates, { ...edition, shown })).toEqual({
      sections: [
        { theme: 'semences', resources: ['seeds'] },
        { theme: 'eau', resources: ['promoted', 'voted', 'read'] },
        { theme: null, resources: ['bare'] },
      ],
      leftOut: 0,
    });
  });

  it('begins with what was put off, however old', () => {
    const put = one('put off', { at: day(1), again: true });
    const { sections } = makeDigest([one('better', { votes: 9 }), put], edition);
    expect(sections).toEqual([{ theme: 'eau', resources: ['put off', 'better'] }]);
  });

  it('is not filled by one feed, nor by one theme', () => {
    const noise = Array.from({ length: 40 }, (_, i) => {
      return one(`noise-${i}`, { theme: 'actualité', sharedBy: [], feed: 'agence', reads: 0 });
    });
    const quiet = one('quiet', { sharedBy: [], feed: 'jardin' });
    const valued = one('valued', { theme: 'actualité', sharedBy: [], feed: 'agence', votes: 2 });
    const { sections, leftOut } = makeDigest([...noise, quiet, valued], edition);
    expect(sections.map(({ theme, resources }) => [theme, resources.length])).toEqual([
      ['actualité', 3],
      ['eau', 1],
    ]);
    expect(sections[0]?.resources[0]).toBe('valued');
    expect(leftOut).toBe(38);
  });
});

const candidate = fc.record({
  id: fc.integer({ min: 0, max: 60 }).map(String),
  theme: fc.constantFrom('eau', 'semences', 'soin', null),
  at: fc.integer({ min: 0, max: 12 }).map(day),
  sharedBy: fc.uniqueArray(fc.constantFrom('nadia', 'tom', 'awa')),
  feed: fc.constantFrom('agence', 'jardin', null),
  votes: fc.integer({ min: -2, max: 5 }),
  comments: fc.nat(20),
  reads: fc.nat(20),
  promoted: fc.boolean(),
  again: fc.constant(false),
});
const candidates = fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 40 });
const limits = fc.record({ most: fc.nat(12), mostEach: fc.nat(6) });
const idsOf = (digest: ReturnType<typeof makeDigest>): string[] =>
  digest.sections.flatMap(({ resources }) => resources);

describe('whatever there is', () => {
  it('the order it comes in changes nothing', () => {
    const shuffled = candidates.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, limits, ([all, other], bounds) => {
        const whole = { ...edition, until: day(12), ...bounds };
        expect(makeDigest(other, whole)).toEqual(makeDigest(all, whole));
      }),
    );
  });

  it('it is short, and no theme waits while another has two more', () => {
    fc.assert(
      fc.property(candidates, limits, (all, bounds) => {
        const digest = makeDigest(all, { ...edition, until: day(12), ...bounds });
        expect(idsOf(digest).length).toBeLessThanOrEqual(bounds.most);
        const wide = makeDigest(all, { ...edition, until: day(12), ...bounds, most: 1_000 });
        for (const { theme, resources } of digest.sections) {
          expect(resources.length).toBeGreaterThan(0);
          expect(resources.length).toBeLessThanOrEqual(bounds.mostEach);
          for (const other of wide.sections) {
            const placed = digest.sections.find((section) => section.theme === other.theme);
            const count = placed?.resources.length ?? 0;
            const waiting = count < other.resources.length && other.theme !== theme;
            if (waiting) expect(resources.length).toBeLessThanOrEqual(count + 1);
          }
        }
      }),
    );
  });

  it('nothing is in two digests, and each is new in its own', () => {
    fc.assert(
      fc.property(candidates, limits, (all, bounds) => {
        const shown = new Set<string>();
        for (let n = 0; n < 12; n += 3) {
          const period = { after: day(n), until: day(n + 3), shown, ...bounds };
          const ids = idsOf(makeDigest([...all, ...all], period));
          expect(new Set(ids).size).toBe(ids.length);
          for (const id of ids) {
            expect(shown.has(id)).toBe(false);
            const { at } = all.find((each) => each.id === id) ?? { at: day(0) };
            expect(at > period.after && at <= period.until).toBe(true);
            shown.add(id);
          }
        }
      }),
    );
  });
});
