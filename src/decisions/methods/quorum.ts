import type Fraction from 'fraction.js';
import { parseAmount, parseShare } from './amount.js';
import type { Reader } from './reader.js';
import type { Step } from './result.js';

/** How many must take part: a number of voices, or a share of those who may vote. */
export type Quorum =
  | { readonly voices: number }
  | { readonly share: Fraction; readonly text: string; readonly electorate: number };

export const QUORUM_KEYS = ['quorum', 'electorate'];

/** `null` when nobody in particular must take part. */
export function readQuorum(rule: Reader): Quorum | null {
  const quorum = rule.at('quorum');
  const electorate = rule.at('electorate');
  const people = electorate.given ? electorate.whole(0) : null;
  if (!quorum.given) return null;

  const voices = /[/%]/.test(String(quorum.value)) ? null : parseAmount(quorum.value);
  if (voices?.d === 1n && voices.n <= Number.MAX_SAFE_INTEGER) {
    return voices.n > 0n ? { voices: Number(voices.n) } : null;
  }

  const share = readShare(quorum);
  if (!share) quorum.fault('bad-quorum');
  else if (people === null) quorum.fault('quorum-without-electorate');
  else if (share.value.n > 0n) {
    return { share: share.value, text: share.text, electorate: people };
  }
  return null;
}

/** A share of a whole, as `"2/3"`, `"75%"`, `0.75` or `{ numerator, denominator }`. */
export function readShare(at: Reader): { value: Fraction; text: string } | null {
  const { value } = at;
  const pair = typeof value === 'object' && value !== null && at.object(PAIR);
  const written = pair ? PAIR.map((key) => String(at.at(key).value)).join('/') : value;
  const share = parseShare(written);
  return share && { value: share, text: String(written).replaceAll(/\s/g, '') };
}

const PAIR = ['numerator', 'denominator'];

/** A quorum counts voices, one for each ballot that counts, whatever they weigh. */
export function checkQuorum(
  quorum: Quorum | null,
  voices: number,
): { met: boolean; steps: Step[] } {
  if (!quorum) return { met: true, steps: [] };
  if ('voices' in quorum) {
    const met = voices >= quorum.voices;
    const params = { needed: quorum.voices, voices, met: met ? 'yes' : 'no' };
    return { met, steps: [{ code: 'quorum', params }] };
  }
  const { share, text, electorate } = quorum;
  const needed = Number(share.mul(electorate).ceil().n);
  const met = voices >= needed;
  const params = { share: { share: text }, electorate, needed, voices, met: met ? 'yes' : 'no' };
  return { met, steps: [{ code: 'quorum-share', params }] };
}
