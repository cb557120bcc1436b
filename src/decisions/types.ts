import type { CommunityId, DecisionId, MemberId } from '../kernel/ids.js';
import type { Json } from '../kernel/json.js';
import type { TallyResult } from './methods/result.js';

export const KINDS = ['consent', 'agreement', 'choice'] as const;
/** How it is decided: consent in rounds, agreement with a threshold, choice among options. */
export type Kind = (typeof KINDS)[number];

export type State = 'open' | 'between_rounds' | 'closed' | 'withdrawn';

/** A share of those who expressed themselves; `strict`: more than it, not exactly it. */
export interface Threshold {
  readonly numerator: number;
  readonly denominator: number;
  readonly strict: boolean;
}

/** The rule of the game, printed on every card and frozen when the decision opens. */
export interface Rule {
  /** Voices needed for the outcome to hold; `null` for none. */
  readonly quorum: number | null;
  /** Agreement only. */
  readonly threshold: Threshold;
  /** Nobody sees who voted what, before or after closing. */
  readonly secret: boolean;
  /** Choice only: how many options one ballot may hold. */
  readonly max: number;
  /** Closes as soon as every member has voted. */
  readonly closeEarly: boolean;
}

/** What a community proposes by default when a decision is opened. */
export interface DefaultRule {
  readonly kind: Kind;
  readonly quorum: number | null;
  readonly threshold: Threshold;
  readonly secret: boolean;
  readonly closeEarly: boolean;
}

export const MAJORITY: Threshold = { numerator: 1, denominator: 2, strict: true };

export const FIRST_RULE: DefaultRule = {
  kind: 'consent',
  quorum: null,
  threshold: MAJORITY,
  secret: false,
  closeEarly: false,
};

export interface Option {
  readonly key: string;
  readonly label: string;
}

/** What somebody votes. A reason is needed to object or to block, welcome otherwise. */
export type Vote =
  | { readonly kind: 'consent'; readonly vote: 'consent' | 'objection'; readonly reason: string }
  | {
      readonly kind: 'agreement';
      readonly vote: 'agree' | 'abstain' | 'disagree' | 'block';
      readonly reason: string;
    }
  /** No option at all is a blank vote. */
  | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly reason: string };

export interface Ballot {
  readonly member: MemberId;
  /** The version of the text it was cast on, or last confirmed on. */
  readonly version: number;
  /** `null`: secret, and not the reader's own. */
  readonly vote: Vote | null;
  readonly castAt: Date;
}

export interface Objection {
  readonly id: string;
  readonly member: MemberId;
  readonly raisedOn: number;
  readonly heldOn: number;
  readonly round: number;
  readonly reason: string;
  readonly state: 'standing' | 'integrated' | 'withdrawn';
}

export interface Remark {
  readonly position: number;
  readonly member: MemberId;
  readonly kind: 'question' | 'answer' | 'reaction';
  readonly replyTo: number | null;
  readonly text: string;
}

export interface Text {
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly author: MemberId;
}

/** How a decision came to its end. */
export type Ending = 'deadline' | 'everybody' | 'hand';

/** What was counted, frozen at closing: with it anybody can recount. */
export interface Outcome {
  readonly result: TallyResult;
  /** A complete input of `tally`; without names when ballots are secret. */
  readonly counted: TallyInput;
  /** How many could have voted. */
  readonly electorate: number;
  /** How many of them had been removed since they voted; older outcomes do not say. */
  readonly former?: number;
}

/** The shape that `npx ecc tally` reads. */
export interface TallyInput {
  readonly method: Kind;
  readonly options?: readonly Option[];
  readonly rule: Readonly<Record<string, Json>>;
  readonly ballots: readonly Readonly<Record<string, Json>>[];
}

/** What a decision came of, in another function. */
export interface Origin {
  /** Of the sitting of a meeting. */
  readonly id: string;
  /** Which part of it: the key of an item; 0 for none. */
  readonly part: number;
}

/** A decision named by its short number, or by its id. */
export type Which = { readonly number: number } | { readonly id: DecisionId };

export interface Decision {
  readonly id: DecisionId;
  readonly community: CommunityId;
  readonly number: number;
  readonly kind: Kind;
  readonly state: State;
  readonly rule: Rule;
  readonly options: readonly Option[];
  readonly author: MemberId;
  readonly text: Text;
  readonly round: number;
  readonly openedAt: Date;
  readonly closesAt: Date;
  readonly closedAt: Date | null;
  readonly closedBy: Ending | null;
  readonly closeReason: string | null;
  readonly outcome: Outcome | null;
  readonly conclusion: string | null;
  readonly reviewAt: Date | null;
  readonly origin: Origin | null;
}

/** A decision with all that was said in it, as one reader may see it. */
export interface Dossier {
  readonly decision: Decision;
  readonly ballots: readonly Ballot[];
  readonly objections: readonly Objection[];
  readonly remarks: readonly Remark[];
  /** How many may vote, and those who did before they were removed. */
  readonly electorate: number;
  /** How many were removed since they voted on this text: their voices hold. */
  readonly former: number;
}

/** Limits that are checked and said. Lengths in characters as people count them. */
export const LIMITS = {
  title: 120,
  body: 4000,
  reason: 1000,
  options: 20,
  optionLabel: 100,
  conclusion: 1000,
  daysAhead: 366,
} as const;
