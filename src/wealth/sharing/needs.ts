import Fraction from 'fraction.js';
import type { MemberId } from '../../kernel/ids.js';
import { apportion, type Claim } from './apportion.js';

/** What each said they need, in cents; whoever said nothing is not in it. */
export type Needs = ReadonlyMap<MemberId, bigint>;

/** What somebody gets, and how much of it answers what they said they need. */
export interface NeedsPortion {
  readonly member: MemberId;
  readonly cents: bigint;
  readonly toNeed: bigint;
  readonly tied: boolean;
}

export type SharedByNeeds =
  | {
      readonly type: 'shared';
      readonly portions: readonly NeedsPortion[];
      /** They ask for more than there is: each has the same part of what they said. */
      readonly short: boolean;
    }
  /** Nobody said a need; or nobody has a claim to what is left. */
  | { readonly type: 'no-needs' | 'nothing-claimed' };

/**
 * Needs first, then what is left by other claims, to the cent; the sum is the pot. When needs ask
 * for more than the pot, each is answered in proportion to what it asks. Only the needs of those
 * who have a claim, be it of zero, count: it is among them that the pot is shared.
 */
export function needsFirst(pot: bigint, needs: Needs, rest: readonly Claim[]): SharedByNeeds {
  const asked = rest
    .map(({ member }) => ({ member, cents: needs.get(member) ?? 0n }))
    .filter(({ cents }) => cents > 0n);
  if (asked.length === 0) return { type: 'no-needs' };
  const total = asked.reduce((sum, { cents }) => sum + cents, 0n);
  const short = total > pot;
  const claims = asked.map(({ member, cents }) => ({ member, weight: new Fraction(cents) }));
  const first = short ? parts(pot, claims) : new Map(asked.map((one) => [one.member, whole(one)]));
  const left = short ? 0n : pot - total;
  const then = left === 0n ? new Map<MemberId, Part>() : parts(left, rest);
  if (!first || !then) return { type: 'nothing-claimed' };
  const members = rest.map(({ member }) => member).sort();
  const portions = members.map((member): NeedsPortion => {
    const [need, more] = [first.get(member), then.get(member)];
    const toNeed = need?.cents ?? 0n;
    return {
      ...{ member, toNeed, cents: toNeed + (more?.cents ?? 0n) },
      tied: (need?.tied ?? false) || (more?.tied ?? false),
    };
  });
  return { type: 'shared', portions, short };
}

interface Part {
  readonly cents: bigint;
  readonly tied: boolean;
}

const whole = ({ cents }: { readonly cents: bigint }): Part => ({ cents, tied: false });

/** By claims, to the cent; `null` when nobody has any. */
function parts(pot: bigint, claims: readonly Claim[]): Map<MemberId, Part> | null {
  const done = apportion(pot, claims);
  if (done.type !== 'shared') return null;
  return new Map(done.portions.map(({ member, cents, tied }) => [member, { cents, tied }]));
}
