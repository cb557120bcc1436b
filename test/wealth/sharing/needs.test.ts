import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../../src/kernel/ids.js';
import { apportion, type Claim } from '../../../src/wealth/sharing/apportion.js';
import { needsFirst } from '../../../src/wealth/sharing/needs.js';

const id = (name: string): MemberId => name as MemberId;
const claim = (name: string, weight: number): Claim => ({
  ...{ member: id(name), weight: new Fraction(weight) },
});
const EQUAL = ['a', 'b', 'c'].map((name) => claim(name, 1));
const needsOf = (all: Readonly<Record<string, number>>) =>
  new Map(Object.entries(all).map(([name, cents]) => [id(name), BigInt(cents)]));

/** What each gets, in order of names. */
const cents = (pot: number, needs: Readonly<Record<string, number>>, rest = EQUAL) => {
  const shared = needsFirst(BigInt(pot), needsOf(needs), rest);
  return shared.type === 'shared' ? shared.portions.map((one) => Number(one.cents)) : shared.type;
};

describe('needs first', () => {
  it.each<readonly [pot: number, needs: Readonly<Record<string, number>>, expected: unknown]>([
    [900, { a: 300 }, [500, 200, 200]],
    [900, { a: 900 }, [900, 0, 0]],
    [900, { a: 300, b: 600 }, [300, 600, 0]],
    // Half of what each asks.
    [900, { a: 600, b: 1200 }, [300, 600, 0]],
    [100, { a: 100, b: 100, c: 100 }, [34, 33, 33]],
    [900, {}, 'no-needs'],
    [900, { a: 0 }, 'no-needs'],
    // Somebody who does not take part any more has no part either.
    [900, { z: 500 }, 'no-needs'],
    [900, { a: 300, z: 500 }, [500, 200, 200]],
  ])('of %i, with %j: %j', (pot, needs, expected) => {
    expect(cents(pot, needs)).toEqual(expected);
  });

  it('shares what is left by the other claims, or says that nobody has any', () => {
    expect(cents(900, { a: 300 }, [claim('a', 0), claim('b', 2), claim('c', 1)])).toEqual([
      ...[300, 400, 200],
    ]);
    const none = ['a', 'b'].map((name) => claim(name, 0));
    expect(cents(900, { a: 300 }, none)).toBe('nothing-claimed');
    expect(cents(300, { a: 300 }, none)).toEqual([300, 0]);
  });

  const cases = fc
    .array(fc.tuple(fc.nat(2000), fc.nat(20)), { minLength: 1, maxLength: 8 })
    .chain((all) =>
      fc.record({
        pot: fc.bigInt({ min: 1n, max: 20_000n }),
        turn: fc.nat(all.length - 1),
        claims: fc.constant(all.map(([, weight], index) => claim(`m${index}`, weight + 1))),
        needs: fc.constant(new Map(all.map(([need], index) => [id(`m${index}`), BigInt(need)]))),
      }),
    );

  it('sums to the pot, answers every need or the same part of each, and takes from none', () => {
    fc.assert(
      fc.property(cases, ({ pot, claims, needs }) => {
        const shared = needsFirst(pot, needs, claims);
        if (shared.type !== 'shared') return;
        expect(shared.portions.reduce((sum, one) => sum + one.cents, 0n)).toBe(pot);
        const total = [...needs.values()].reduce((sum, one) => sum + one, 0n);
        expect(shared.short).toBe(total > pot);
        for (const { member, cents: got, toNeed } of shared.portions) {
          const need = needs.get(member) ?? 0n;
          expect(toNeed <= got).toBe(true);
          if (!shared.short) expect(toNeed).toBe(need);
          else {
            expect(got).toBe(toNeed);
            // To the cent: never a whole cent away from the exact part, nor more than was asked.
            const exact = new Fraction(pot).mul(need).div(total);
            expect(exact.sub(got).abs().compare(1)).toBeLessThan(0);
            expect(got <= need).toBe(true);
          }
        }
      }),
    );
  });

  it('does not depend on the order of people, and shares the rest as its rule does', () => {
    fc.assert(
      fc.property(cases, ({ pot, claims, needs, turn }) => {
        const shared = needsFirst(pot, needs, claims);
        const turned = [...claims.slice(turn), ...claims.slice(0, turn)].reverse();
        const said = new Map([...needs].reverse());
        expect(needsFirst(pot, said, turned)).toEqual(shared);
        if (shared.type !== 'shared' || shared.short) return;
        const left = shared.portions.reduce((sum, one) => sum + one.cents - one.toNeed, 0n);
        if (left === 0n) return;
        const alone = apportion(left, claims);
        if (alone.type !== 'shared') throw new Error(alone.type);
        const rest = shared.portions.map(({ member, cents: got, toNeed }) => [
          member,
          got - toNeed,
        ]);
        expect(new Map(rest as [MemberId, bigint][])).toEqual(
          new Map(alone.portions.map((one) => [one.member, one.cents])),
        );
      }),
    );
  });
});
