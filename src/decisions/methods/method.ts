import type Fraction from 'fraction.js';
import type { Reader } from './reader.js';
import type { Counts, Step, TallyResult } from './result.js';

/** Something that can be chosen. `key` is what ballots name, `label` what people read. */
export interface Option {
  readonly key: string;
  readonly label: string;
}

/** What every ballot has, whatever the method. */
export interface Cast {
  /**
   * Zero or more, exact. A ballot that weighs nothing is consultative: it is reported, and counts
   * for nothing, not even towards a quorum.
   */
  readonly weight: Fraction;
  /** False when it was cast on an older text and not confirmed since. */
  readonly current: boolean;
}

/** A way to count: how its rule and its ballots are read from data, and the count itself, pure. */
export interface Method<Vote, Rule> {
  /** Other names it goes by in a file, without accents. */
  readonly aliases: readonly string[];
  readonly takesOptions: boolean;
  readonly ruleKeys: readonly string[];
  /** What its ballots hold beside what all ballots do. */
  readonly ballotKeys: readonly string[];
  /** `rule` may be absent: every rule has a default. */
  readRule(rule: Reader): Rule;
  readVote(ballot: Reader, context: { rule: Rule; options: ReadonlyMap<string, Option> }): Vote;
  count(given: {
    rule: Rule;
    ballots: readonly (Cast & Vote)[];
    options: readonly Option[];
  }): TallyResult;
}

interface Sifted<B> {
  readonly counted: readonly B[];
  readonly unconfirmed: readonly B[];
  readonly steps: readonly Step[];
  readonly counts: Pick<Counts, 'ballots' | 'voices' | 'unconfirmed' | 'weightless'>;
}

/**
 * Sets aside what does not count, and says so: ballots that weigh nothing, and those on an older
 * text that nobody confirmed, save where silence must not lift what was said (`stands`).
 */
export function sift<B extends Cast>(
  ballots: readonly B[],
  stands: (ballot: B) => boolean = () => false,
): Sifted<B> {
  const weighing = ballots.filter((ballot) => ballot.weight.n > 0n);
  const counted = weighing.filter((ballot) => ballot.current || stands(ballot));
  const unconfirmed = weighing.filter((ballot) => !ballot.current && !stands(ballot));
  const weightless = ballots.length - weighing.length;
  return {
    counted,
    unconfirmed,
    steps: [
      ...countStep('unconfirmed', unconfirmed.length),
      ...countStep('weightless', weightless),
    ],
    counts: {
      ballots: ballots.length,
      voices: counted.length,
      unconfirmed: unconfirmed.length,
      weightless,
    },
  };
}

/** A step that is only worth telling when there is at least one. */
export const countStep = (code: Step['code'], count: number): Step[] =>
  count > 0 ? [{ code, params: { count } }] : [];
