import { cleanText } from '../../kernel/text.js';
import { exactly, Sum } from './amount.js';
import { countStep, type Method, sift } from './method.js';
import { checkQuorum, QUORUM_KEYS, type Quorum, readQuorum } from './quorum.js';
import type { Outcome, Step } from './result.js';
import { checkThreshold, readThreshold, THRESHOLD_KEYS, type Threshold } from './threshold.js';
import { weightedStep } from './weights.js';

const VOTES = ['agree', 'disagree', 'block', 'abstain'] as const;

export interface AgreementVote {
  readonly vote: (typeof VOTES)[number];
}

export interface AgreementRule {
  readonly quorum: Quorum | null;
  readonly threshold: Threshold;
}

/**
 * Agreement: adopted when the share of `agree` among all but abstentions reaches the threshold.
 * In this order: `blocked` (one block is enough, quorum or not, and it stands on an older text as
 * an objection does), `no-votes` (nothing but abstentions), `no-quorum`, then `adopted` or
 * `rejected`. Abstentions count towards the quorum only.
 */
export const agreement: Method<AgreementVote, AgreementRule> = {
  aliases: ['accord'],
  takesOptions: false,
  ruleKeys: [...QUORUM_KEYS, ...THRESHOLD_KEYS],
  ballotKeys: ['vote'],

  readRule: (rule) => ({ quorum: readQuorum(rule), threshold: readThreshold(rule) }),

  readVote(ballot) {
    const vote = ballot.at('vote').oneOf(VOTES);
    if (vote === 'block') {
      const { value } = ballot.at('reason');
      const silent = value === undefined || (typeof value === 'string' && cleanText(value) === '');
      if (silent) ballot.at('reason').fault('block-without-reason');
    }
    return { vote: vote ?? 'abstain' };
  },

  count({ rule, ballots }) {
    const sifted = sift(ballots, (ballot) => ballot.vote === 'block');
    const sums = { agree: new Sum(), disagree: new Sum(), block: new Sum(), abstain: new Sum() };
    for (const ballot of sifted.counted) sums[ballot.vote].add(ballot.weight);

    const agree = sums.agree.total;
    const expressed = agree.add(sums.disagree.total).add(sums.block.total);
    const quorum = checkQuorum(rule.quorum, sifted.counted.length);
    const threshold =
      expressed.n > 0n ? checkThreshold(rule.threshold, { agree, expressed }) : null;

    let outcome: Outcome = threshold?.met ? 'adopted' : 'rejected';
    if (sums.block.count > 0) outcome = 'blocked';
    else if (!threshold) outcome = 'no-votes';
    else if (!quorum.met) outcome = 'no-quorum';

    const tallies = VOTES.map((key) => ({
      key,
      voices: sums[key].count,
      weight: exactly(sums[key].total),
    }));
    const older = sifted.counted.filter((ballot) => !ballot.current);
    const nothing: Step = { code: 'nothing-expressed', params: {} };
    return {
      outcome,
      steps: [
        {
          code: 'agreement-votes',
          params: Object.fromEntries(tallies.map(({ key, weight }) => [key, { amount: weight }])),
        },
        ...weightedStep(sifted.counted),
        ...countStep('older-blocks', older.length),
        ...sifted.steps,
        ...quorum.steps,
        threshold ? threshold.step : nothing,
      ],
      counts: { ...sifted.counts, tallies },
    };
  },
};
