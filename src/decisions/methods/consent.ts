import { exactly, Sum } from './amount.js';
import { countStep, type Method, sift } from './method.js';
import { checkQuorum, QUORUM_KEYS, type Quorum, readQuorum } from './quorum.js';
import type { Outcome, Tally } from './result.js';

const STATES = ['standing', 'integrated', 'withdrawn'] as const;
type Answer = 'consent' | (typeof STATES)[number];

/** `answer`: consent, or what has become of the objection. */
export interface ConsentVote {
  readonly answer: Answer;
}

export interface ConsentRule {
  readonly quorum: Quorum | null;
}

/**
 * Consent: adopted when no objection stands and the quorum is reached. In this order: `objections`
 * (one is enough, quorum or not), `no-quorum`, `no-votes`, `adopted`. An objection on an older text stands
 * until it is integrated or withdrawn: silence does not lift it. A consent on an older text does
 * not count, for silence does not consent either. Weights do not matter, save zero.
 * What nobody has read is not adopted: one voice is needed even without a quorum.
 */
export const consent: Method<ConsentVote, ConsentRule> = {
  aliases: ['consentement'],
  takesOptions: false,
  ruleKeys: QUORUM_KEYS,
  ballotKeys: ['vote', 'state'],

  readRule: (rule) => ({ quorum: readQuorum(rule) }),

  readVote(ballot) {
    const vote = ballot.at('vote').oneOf(['consent', 'objection']);
    const state = ballot.at('state');
    if (vote === 'objection') {
      return { answer: state.given ? (state.oneOf(STATES) ?? 'standing') : 'standing' };
    }
    if (vote && state.given) state.fault('state-without-objection');
    return { answer: 'consent' };
  },

  count({ rule, ballots }) {
    const sifted = sift(ballots, (ballot) => ballot.answer === 'standing');
    const consents = sifted.counted.filter((ballot) => ballot.answer === 'consent');
    // An objection that was lifted is told even when its author did not confirm the new text.
    const objections = [...sifted.counted, ...sifted.unconfirmed].filter(
      (ballot) => ballot.answer !== 'consent',
    );
    const tallies = (['consent', ...STATES] as const).map((key): Tally => {
      const sum = new Sum();
      for (const ballot of key === 'consent' ? consents : objections) {
        if (ballot.answer === key) sum.add(ballot.weight);
      }
      return { key, voices: sum.count, weight: exactly(sum.total) };
    });
    const voices = (key: Answer) => tallies.find((tally) => tally.key === key)?.voices ?? 0;
    const standing = voices('standing');
    const quorum = checkQuorum(rule.quorum, sifted.counted.length);

    let outcome: Outcome = 'adopted';
    if (standing > 0) outcome = 'objections';
    else if (!quorum.met) outcome = 'no-quorum';
    else if (sifted.counted.length === 0) outcome = 'no-votes';

    const older = objections.filter((ballot) => ballot.answer === 'standing' && !ballot.current);
    const params = {
      consents: consents.length,
      standing,
      integrated: voices('integrated'),
      withdrawn: voices('withdrawn'),
    };
    return {
      outcome,
      steps: [
        { code: 'consent-votes', params },
        ...countStep('older-objections', older.length),
        ...sifted.steps,
        ...quorum.steps,
      ],
      counts: { ...sifted.counts, tallies },
    };
  },
};
