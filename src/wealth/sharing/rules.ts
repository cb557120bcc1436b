import Fraction from 'fraction.js';
import type { MemberId } from '../../kernel/ids.js';
import { apportion, type Bounds, type Claim, type Portion } from './apportion.js';
import type { Formula } from './formula.js';

/** Those that everybody may see worked out; what needs leave is shared by one of them. */
export const OPEN_RULES = ['equal', 'time', 'weighted', 'peers', 'formula'] as const;
export type OpenRule = (typeof OPEN_RULES)[number];

export const SHARE_RULES = [...OPEN_RULES, 'needs'] as const;
export type ShareRule = (typeof SHARE_RULES)[number];

/** What one person is known by, from what is validated: never from what they validated. */
export interface Figures {
  readonly member: MemberId;
  readonly minutes: bigint;
  /** Minutes by nature. */
  readonly natures: ReadonlyMap<string, bigint>;
  /** Cents given. */
  readonly cents: bigint;
}

/** What each gave of their hundred points, to others only. */
export type Points = ReadonlyMap<MemberId, ReadonlyMap<MemberId, number>>;

export interface Terms {
  readonly pot: bigint;
  readonly bounds: Bounds;
  /** By nature; one that is not named weighs nothing. */
  readonly weights: ReadonlyMap<string, number>;
  readonly points: Points;
  readonly formula: Formula | null;
}

/** What somebody gets, and the weight it comes from: enough to say why. */
export interface Line extends Portion {
  readonly weight: Fraction;
}

export type Shared =
  | { readonly type: 'shared'; readonly lines: readonly Line[]; readonly all: Fraction }
  | {
      readonly type:
        | ('nothing-claimed' | 'floors-too-high' | 'caps-too-low')
        | ('not-asked' | 'too-few');
    };

const ZERO = new Fraction(0);
const POINTS = 100;
/** Between two, each can only give to the other. */
const FEWEST_PEERS = 3;

/** Shares the pot of some people by one rule. */
export function shareBy(rule: OpenRule, people: readonly Figures[], terms: Terms): Shared {
  const claims = claimsBy(rule, people, terms);
  if (claims === 'not-asked' || claims === 'too-few') return { type: claims };
  const done = apportion(terms.pot, claims, terms.bounds);
  if (done.type !== 'shared') return done;
  const weights = new Map(claims.map(({ member, weight }) => [member, weight]));
  return {
    type: 'shared',
    lines: done.portions.map((one) => ({ ...one, weight: weights.get(one.member) ?? ZERO })),
    all: claims.reduce((sum, { weight }) => sum.add(weight), ZERO),
  };
}

function claimsBy(
  rule: OpenRule,
  people: readonly Figures[],
  terms: Terms,
): readonly Claim[] | 'not-asked' | 'too-few' {
  const by = (weigh: (one: Figures) => Fraction): Claim[] =>
    people.map((one) => {
      const weight = weigh(one);
      // A correction may take back more than there was: nobody owes for it.
      return { member: one.member, weight: weight.compare(ZERO) < 0 ? ZERO : weight };
    });
  switch (rule) {
    case 'equal':
      return by(() => new Fraction(1));
    case 'time':
      return by(({ minutes }) => new Fraction(minutes));
    case 'weighted':
      return terms.weights.size === 0 ? 'not-asked' : by((one) => weighted(one, terms.weights));
    case 'peers':
      if (people.length < FEWEST_PEERS) return 'too-few';
      // Of fewer, what each received would tell what each gave.
      return terms.points.size < FEWEST_PEERS ? 'not-asked' : peers(people, terms.points);
    case 'formula': {
      const { formula } = terms;
      return formula === null ? 'not-asked' : by((one) => formula(columnsOf(one)));
    }
  }
}

const weighted = ({ natures }: Figures, weights: ReadonlyMap<string, number>): Fraction =>
  [...weights].reduce(
    (sum, [nature, weight]) => sum.add(new Fraction(natures.get(nature) ?? 0n).mul(weight)),
    ZERO,
  );

/**
 * Each shares a hundred points among the others, none to oneself. One's own points move nothing of
 * one's own share: it is impartial, in the sense of G. de Clippel, H. Moulin and N. Tideman,
 * « Impartial division of a dollar », Journal of Economic Theory 139 (2008). Who says nothing is
 * taken to share equally among the others.
 */
function peers(people: readonly Figures[], points: Points): Claim[] {
  const weights = new Map<MemberId, Fraction>(people.map(({ member }) => [member, ZERO]));
  for (const { member: giver } of people) {
    const others = people.filter(({ member }) => member !== giver);
    const given = new Map(
      others.map(({ member }) => [member, Math.max(points.get(giver)?.get(member) ?? 0, 0)]),
    );
    const all = [...given.values()].reduce((sum, one) => sum + one, 0);
    for (const [member, value] of given) {
      const part =
        all === 0 ? new Fraction(POINTS, others.length) : new Fraction(value * POINTS, all);
      weights.set(member, (weights.get(member) ?? ZERO).add(part));
    }
  }
  return [...weights].map(([member, weight]) => ({ member, weight }));
}

/** What a formula can name. */
export const COLUMNS = ['hours', 'euros', 'one'] as const;

/** The columns of one person: hours in all, hours of each nature, euros given, and one. */
function columnsOf({ minutes, natures, cents }: Figures): ReadonlyMap<string, Fraction> {
  return new Map<string, Fraction>([
    ['hours', new Fraction(minutes).div(60)],
    ['euros', new Fraction(cents).div(100)],
    ['one', new Fraction(1)],
    ...[...natures].map(
      ([nature, own]) => [`nature ${nature}`, new Fraction(own).div(60)] as const,
    ),
  ]);
}
