import type Fraction from 'fraction.js';
import { exactly, ONE, parseAmount, Sum } from './amount.js';
import type { Reader } from './reader.js';
import type { Step } from './result.js';

/** Sixty digits: room for any real file, and a bound on the time an exact sum can take. */
const FINEST = 10n ** 60n;

/**
 * Reads the weights of one file, 1 when absent. Refuses those that have no common denominator of
 * a reasonable size: adding a million unlike fractions exactly would never end.
 */
export function weightReader(): (at: Reader) => Fraction {
  let common = 1n;
  let refused = false;
  return (at) => {
    if (!at.given) return ONE;
    const weight = parseAmount(at.value);
    if (!weight) {
      at.fault('bad-weight');
      return ONE;
    }
    if (!refused && common % weight.d !== 0n) {
      common = (common / gcd(common, weight.d)) * weight.d;
      refused = common > FINEST;
      if (refused) at.fault('weights-too-fine');
    }
    return weight;
  };
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** Says that numbers are weights and not voices, when they are. */
export function weightedStep(ballots: readonly { weight: Fraction }[]): Step[] {
  if (ballots.every((ballot) => ballot.weight.equals(ONE))) return [];
  const sum = new Sum();
  for (const ballot of ballots) sum.add(ballot.weight);
  return [
    { code: 'weighted', params: { count: sum.count, weight: { amount: exactly(sum.total) } } },
  ];
}
