import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../../src/kernel/ids.js';
import { readFormula } from '../../../src/wealth/sharing/formula.js';
import {
  type Figures,
  OPEN_RULES,
  type Points,
  shareBy,
  type Terms,
} from '../../../src/wealth/sharing/rules.js';

const id = (name: string): MemberId => name as MemberId;
const NATURES = ['care', 'production', 'communication'] as const;

const known = new Map([
  ['heures', 'hours'],
  ['soin', 'nature care'],
  ['un', 'one'],
]);
const formulaOf = (text: string) => {
  const read = readFormula(text, known);
  return read.type === 'understood' ? read.formula : null;
};

const person = (name: string, minutes: number, more: Partial<Figures> = {}): Figures => ({
  ...{ member: id(name), minutes: BigInt(minutes), natures: new Map(), cents: 0n, ...more },
});
const terms = (pot: bigint, more: Partial<Terms> = {}): Terms => ({
  ...{ pot, bounds: { floor: 0n, cap: null }, weights: new Map(), points: new Map() },
  ...{ formula: null, ...more },
});
const cents = (shared: ReturnType<typeof shareBy>) => {
  if (shared.type !== 'shared') return shared.type;
  return shared.lines.map((line) => `${line.member} ${line.cents}`).join(', ');
};

const people: fc.Arbitrary<Figures[]> = fc
  .uniqueArray(fc.nat(50), { minLength: 1, maxLength: 9 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((n) =>
        fc
          .tuple(fc.nat(600), fc.nat(600), fc.nat(600), fc.nat(5000))
          .map(([care, production, communication, given]) => ({
            member: id(`m${String(n).padStart(2, '0')}`),
            minutes: BigInt(care + production + communication),
            natures: new Map([
              ['care', BigInt(care)],
              ['production', BigInt(production)],
              ['communication', BigInt(communication)],
            ]),
            cents: BigInt(given),
          })),
      ),
    ),
  );
const rule = fc.constantFrom(...OPEN_RULES);
const pointsFor = (all: readonly Figures[]): fc.Arbitrary<Points> =>
  fc
    .array(fc.array(fc.nat(100), { minLength: all.length, maxLength: all.length }), {
      ...{ minLength: all.length, maxLength: all.length },
    })
    .map(
      (rows) =>
        new Map(
          all.map(({ member }, i) => [
            member,
            new Map(all.map((other, j) => [other.member, rows[i]?.[j] ?? 0])),
          ]),
        ),
    );
const cases = people.chain((all) =>
  fc.record({
    all: fc.constant(all),
    rule,
    pot: fc.bigInt({ min: 0n, max: 10_000_000n }),
    points: pointsFor(all),
    weights: fc.tuple(fc.nat(5), fc.nat(5)).map(
      ([care, production]) =>
        new Map([
          ['care', care],
          ['production', production],
        ]),
    ),
    floor: fc.bigInt({ min: 0n, max: 2000n }),
    cap: fc.option(fc.bigInt({ min: 0n, max: 5_000_000n })),
  }),
);
const formula = formulaOf('heures + 2 * soin');

describe('sharing', () => {
  it('sums to the pot, to the cent, within the bounds, whatever the rule', () => {
    fc.assert(
      fc.property(cases, ({ all, rule: by, pot, floor, cap, ...more }) => {
        const shared = shareBy(by, all, terms(pot, { ...more, formula, bounds: { floor, cap } }));
        if (shared.type !== 'shared') return;
        expect(shared.lines.reduce((sum, line) => sum + line.cents, 0n)).toBe(pot);
        for (const line of shared.lines) {
          expect(line.cents >= floor).toBe(true);
          expect(cap === null || line.cents <= cap).toBe(true);
        }
      }),
    );
  });

  it('does not depend on the order of people', () => {
    fc.assert(
      fc.property(cases, fc.nat(100), ({ all, rule: by, pot, floor, cap, ...more }, turn) => {
        const cut = turn % all.length;
        const turned = [...all.slice(cut), ...all.slice(0, cut)].reverse();
        const how = terms(pot, { ...more, formula, bounds: { floor, cap } });
        expect(shareBy(by, turned, how)).toEqual(shareBy(by, all, how));
      }),
    );
  });

  it('ignores a nature whose weight is nothing', () => {
    fc.assert(
      fc.property(people, fc.bigInt({ min: 1n, max: 100_000n }), (all, pot) => {
        const weights = new Map([
          ['care', 3],
          ['production', 0],
        ]);
        const without = all.map((one) => ({
          ...one,
          natures: new Map([...one.natures].filter(([nature]) => nature === 'care')),
        }));
        const how = terms(pot, { weights });
        expect(shareBy('weighted', all, how)).toEqual(shareBy('weighted', without, how));
      }),
    );
  });

  it('by peers: one’s own points, even to oneself, move nothing of one’s own', () => {
    fc.assert(
      fc.property(cases, fc.array(fc.nat(100), { maxLength: 9 }), ({ all, pot, points }, mine) => {
        const [me] = all;
        if (!me) return;
        const changed = new Map(points);
        changed.set(me.member, new Map(all.map(({ member }, i) => [member, mine[i] ?? 0])));
        const before = shareBy('peers', all, terms(pot, { points }));
        const after = shareBy('peers', all, terms(pot, { points: changed }));
        if (before.type !== 'shared' || after.type !== 'shared') {
          expect(after.type).toBe(before.type);
          return;
        }
        const own = (lines: typeof before.lines) =>
          lines.find(({ member }) => member === me.member)?.weight.toFraction();
        expect(own(after.lines)).toBe(own(before.lines));
      }),
    );
  });
});

describe('each rule', () => {
  const three = [person('a', 60), person('b', 120), person('c', 0)];

  it('shares as it says', () => {
    expect(cents(shareBy('equal', three, terms(100n)))).toBe('a 34, b 33, c 33');
    expect(cents(shareBy('time', three, terms(900n)))).toBe('a 300, b 600, c 0');
    expect(cents(shareBy('time', [person('c', 0)], terms(900n)))).toBe('nothing-claimed');
    expect(cents(shareBy('peers', three, terms(900n)))).toBe('not-asked');
    const gave = (who: string, ...to: [string, number][]) =>
      [id(who), new Map(to.map(([name, given]) => [id(name), given]))] as const;
    const all = [
      gave('a', ['b', 100]),
      gave('b', ['a', 9], ['c', 9]),
      gave('c', ['a', 1], ['b', 1]),
    ];
    const own = new Map(all);
    expect(cents(shareBy('peers', three, terms(9n, { points: new Map(all.slice(1)) })))).toBe(
      'not-asked',
    );
    expect(cents(shareBy('peers', three, terms(900n, { points: own })))).toBe(
      'a 300, b 450, c 150',
    );
    expect(cents(shareBy('peers', three.slice(1), terms(9n, { points: own })))).toBe('too-few');
  });

  it('says who was tied for the last cents', () => {
    const shared = shareBy('equal', three, terms(100n));
    expect(shared.type === 'shared' && shared.lines.map(({ tied }) => tied)).toEqual([
      ...[true, true, true],
    ]);
  });

  it('keeps to floors and caps, and says when they cannot hold', () => {
    const bounds = (floor: bigint, cap: bigint | null) => ({ bounds: { floor, cap } });
    expect(cents(shareBy('time', three, terms(900n, bounds(100n, null))))).toBe(
      'a 267, b 533, c 100',
    );
    expect(cents(shareBy('time', three, terms(900n, bounds(0n, 450n))))).toBe('a 450, b 450, c 0');
    expect(cents(shareBy('time', three, terms(90n, bounds(100n, null))))).toBe('floors-too-high');
    expect(cents(shareBy('time', three, terms(90n, bounds(0n, 20n))))).toBe('caps-too-low');
  });

  it('takes a formula of the community', () => {
    const all = [
      person('a', 120, { natures: new Map([['care', 60n]]) }),
      person('b', 60, { natures: new Map() }),
    ];
    const by = (text: string) =>
      cents(shareBy('formula', all, terms(100n, { formula: formulaOf(text) })));
    expect(by('heures + soin')).toBe('a 75, b 25');
    expect(by('1 + 0 * heures')).toBe('a 50, b 50');
    expect(by('(heures - 1) * 2')).toBe('a 100, b 0');
    expect(by('max(heures; 2)')).toBe('a 50, b 50');
    expect(by('min(heures; 1,5) / soin')).toBe('a 100, b 0');
  });
});

describe('a formula', () => {
  it.each([
    ['heures + minutes', 'unknown-name'],
    ['heures +', 'unknown'],
    ['(heures', 'unknown'],
    ['heures heures', 'unknown'],
    ['heures % 2', 'unknown'],
    ['', 'unknown'],
    [`${'('.repeat(40)}1${')'.repeat(40)}`, 'unknown'],
    ['1+'.repeat(150), 'too-long'],
    ['constructor', 'unknown-name'],
  ])('%s', (text, type) => {
    expect(readFormula(text, known).type).toBe(type);
  });

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const read = readFormula(text, known);
        if (read.type === 'understood') read.formula(new Map());
      }),
    );
  });

  it.each(NATURES)('names %s by its hours', (nature) => {
    const names = new Map([['x', `nature ${nature}`]]);
    const read = readFormula('x', names);
    expect(read.type === 'understood' && read.names).toEqual([`nature ${nature}`]);
  });
});
