/** How a count comes out; which of them a method can give is said in its own file. */
export type Outcome =
  | 'adopted'
  | 'objections'
  | 'rejected'
  | 'blocked'
  | 'no-quorum'
  | 'no-votes'
  | 'decided'
  | 'tie';

/** What a step tells; its words are in `decisions/tally/words.ts`, in each language. */
export type StepCode =
  | 'consent-votes'
  | 'agreement-votes'
  | 'choice-votes'
  | 'older-objections'
  | 'older-blocks'
  | 'unconfirmed'
  | 'weightless'
  | 'weighted'
  | 'nothing-expressed'
  | 'quorum'
  | 'quorum-share'
  | 'threshold'
  | 'majority'
  | 'option'
  | 'winner'
  | 'tie';

/**
 * A number of ballots, a text, several texts, an exact quantity (`"12"`, `"3/2"`), or a share as
 * its author wrote it (`"2/3"`, `"75%"`). All of it is plain JSON.
 */
export type StepParam =
  | number
  | string
  | readonly string[]
  | { readonly amount: string }
  | { readonly share: string };

/** One line of the working, as data, so that a card, a page and a terminal can each say it. */
export interface Step {
  readonly code: StepCode;
  readonly params: Readonly<Record<string, StepParam>>;
}

/** What one answer received: how many ballots, and their exact weight (`"12"`, `"3/2"`). */
export interface Tally {
  readonly key: string;
  readonly voices: number;
  readonly weight: string;
}

export interface Counts {
  /** Ballots in the file. */
  readonly ballots: number;
  /** Ballots that count towards the quorum, one each whatever they weigh. */
  readonly voices: number;
  /** Ballots left out: cast on an older text and not confirmed since. */
  readonly unconfirmed: number;
  /** Ballots left out: they weigh nothing. */
  readonly weightless: number;
  /** Ballots that count towards the quorum and choose nothing; only where one can. */
  readonly blank?: number;
  /** One for each possible answer, in the order of the method or of the options. */
  readonly tallies: readonly Tally[];
}

/**
 * The result of every method. What does not apply to a method is left out: consent and agreement
 * have no winners and no ranking.
 */
export interface TallyResult {
  /** Keys of the options that won: several when tied, none when nothing was decided. */
  readonly winners?: readonly string[];
  /** Every option once, best first, those with equal weight together in the order they were given. */
  readonly ranking?: readonly (readonly string[])[];
  readonly outcome: Outcome;
  readonly steps: readonly Step[];
  readonly counts: Counts;
}
