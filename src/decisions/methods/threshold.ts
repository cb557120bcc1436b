import Fraction from 'fraction.js';
import { fold } from '../../kernel/text.js';
import { exactly } from './amount.js';
import { readShare } from './quorum.js';
import type { Reader } from './reader.js';
import type { Step } from './result.js';

/** What share of the voices for and against must be for. */
export interface Threshold {
  readonly share: Fraction;
  /** As its author wrote it; `null` for the plain majority, more than half. */
  readonly text: string | null;
  /** True: more than the share. False: at least the share. */
  readonly strict: boolean;
}

const MAJORITY: Threshold = { share: new Fraction(1, 2), text: null, strict: true };

export const THRESHOLD_KEYS = ['threshold', 'strict'];

export function readThreshold(rule: Reader): Threshold {
  const at = rule.at('threshold');
  const strict = rule.at('strict').flag(false);
  if (!at.given || (typeof at.value === 'string' && /^majorit[ey]$/.test(fold(at.value)))) {
    if (rule.at('strict').value === false) rule.at('strict').fault('strict-majority');
    return MAJORITY;
  }
  const share = readShare(at);
  if (!share || share.value.n === 0n) {
    at.fault('bad-threshold');
    return MAJORITY;
  }
  if (strict && share.value.equals(1)) rule.at('strict').fault('strict-whole');
  return { share: share.value, text: share.text, strict };
}

/** Abstentions are in neither number. `expressed` is more than zero. */
export function checkThreshold(
  threshold: Threshold,
  votes: { agree: Fraction; expressed: Fraction },
): { met: boolean; step: Step } {
  const order = votes.agree.div(votes.expressed).compare(threshold.share);
  const met = threshold.strict ? order > 0 : order >= 0;
  const params = {
    agree: { amount: exactly(votes.agree) },
    expressed: { amount: exactly(votes.expressed) },
    met: met ? 'yes' : 'no',
  };
  if (threshold.text === null) return { met, step: { code: 'majority', params } };
  const share = { share: threshold.text };
  const strict = threshold.strict ? 'yes' : 'no';
  return { met, step: { code: 'threshold', params: { share, strict, ...params } } };
}
