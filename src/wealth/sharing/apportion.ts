import Fraction from 'fraction.js';
import type { MemberId } from '../../kernel/ids.js';

/** What somebody has a claim to, as an exact weight; none is below zero. */
export interface Claim {
  readonly member: MemberId;
  readonly weight: Fraction;
}

/** Cents that nobody goes below, and that nobody goes beyond; `null`: none. */
export interface Bounds {
  readonly floor: bigint;
  readonly cap: bigint | null;
}

const NO_BOUNDS: Bounds = { floor: 0n, cap: null };

export interface Portion {
  readonly member: MemberId;
  readonly cents: bigint;
  /** The last cents could have gone to others as well: it went to who was here first. */
  readonly tied: boolean;
  /** A floor or a cap decided. */
  readonly bound: 'floor' | 'cap' | null;
}

export type Apportioned =
  | { readonly type: 'shared'; readonly portions: readonly Portion[] }
  /** Nobody has any claim; floors ask for more than there is; caps leave some over. */
  | { readonly type: 'nothing-claimed' | 'floors-too-high' | 'caps-too-low' };

const ZERO = new Fraction(0);

/**
 * Shares a pot, to the cent, by claims and within bounds; the sum is the pot. The last cents go by
 * largest remainder (Hamilton), and among equal remainders to the smaller id, which is who came
 * first: so that the order in which people are given changes nothing.
 */
export function apportion(
  pot: bigint,
  claims: readonly Claim[],
  bounds: Bounds = NO_BOUNDS,
): Apportioned {
  const count = BigInt(claims.length);
  if (claims.every(({ weight }) => weight.compare(ZERO) <= 0)) return { type: 'nothing-claimed' };
  if (bounds.floor * count > pot) return { type: 'floors-too-high' };
  if (bounds.cap !== null && bounds.cap * count < pot) return { type: 'caps-too-low' };
  const sorted = [...claims].sort((a, b) => (a.member < b.member ? -1 : 1));
  return { type: 'shared', portions: rounded(pot, within(pot, sorted, bounds)) };
}

interface Exact {
  readonly member: MemberId;
  readonly amount: Fraction;
  readonly bound: Portion['bound'];
}

/**
 * The one division in which everybody outside the bounds is at a bound, and the others have the
 * same amount for the same claim. Each turn settles somebody for good: the side that is further
 * out, as the other may come back within (waterfilling).
 */
function within(pot: bigint, claims: readonly Claim[], { floor, cap }: Bounds): Exact[] {
  const settled = new Map<MemberId, { amount: bigint; bound: 'floor' | 'cap' }>();
  for (;;) {
    const free = claims.filter(({ member }) => !settled.has(member));
    const taken = [...settled.values()].reduce((sum, { amount }) => sum + amount, 0n);
    const amounts = proportional(new Fraction(pot - taken), free);
    const low = amounts.filter(({ amount }) => amount.compare(floor) < 0);
    const high = cap === null ? [] : amounts.filter(({ amount }) => amount.compare(cap) > 0);
    if (low.length === 0 && high.length === 0) {
      return claims.map(({ member }) => {
        const held = settled.get(member);
        if (held) return { member, amount: new Fraction(held.amount), bound: held.bound };
        const own = amounts.find((one) => one.member === member);
        return { member, amount: own?.amount ?? ZERO, bound: null };
      });
    }
    const lacking = sum(low.map(({ amount }) => new Fraction(floor).sub(amount)));
    const excess = sum(high.map(({ amount }) => amount.sub(cap ?? 0n)));
    if (lacking.compare(excess) >= 0) {
      for (const { member } of low) settled.set(member, { amount: floor, bound: 'floor' });
    } else {
      for (const { member } of high) settled.set(member, { amount: cap ?? 0n, bound: 'cap' });
    }
  }
}

/** By claims; equally among those who have none, when nobody left has any. */
function proportional(pot: Fraction, claims: readonly Claim[]): Omit<Exact, 'bound'>[] {
  const all = sum(claims.map(({ weight }) => weight));
  return claims.map(({ member, weight }) => ({
    member,
    amount: all.compare(ZERO) > 0 ? pot.mul(weight).div(all) : pot.div(claims.length),
  }));
}

const sum = (all: readonly Fraction[]): Fraction => all.reduce((a, b) => a.add(b), ZERO);

function rounded(pot: bigint, exact: readonly Exact[]): Portion[] {
  const lines = exact.map((one) => {
    const whole = one.amount.n / one.amount.d;
    return { ...one, whole, rest: one.amount.sub(whole) };
  });
  const left = Number(pot - lines.reduce((total, { whole }) => total + whole, 0n));
  const byRest = [...lines].sort((a, b) => b.rest.compare(a.rest));
  const more = new Set(byRest.slice(0, left).map(({ member }) => member));
  const last = left > 0 ? byRest[left - 1] : undefined;
  const next = byRest[left];
  const tie = last && next?.rest.equals(last.rest) ? last.rest : null;
  return lines.map(({ member, whole, rest, bound }) => ({
    ...{ member, bound, cents: whole + (more.has(member) ? 1n : 0n) },
    tied: tie !== null && rest.equals(tie),
  }));
}
