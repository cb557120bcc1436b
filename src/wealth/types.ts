import type { CommunityId, Id, MemberId, RoomId } from '../kernel/ids.js';
import type { Quantity } from '../kernel/quantities/quantity.js';
import type { OpenRule } from './sharing/rules.js';

export type ContextId = Id<'context'>;
export type PeriodId = Id<'period'>;
export type ContributionId = Id<'contribution'>;
export type ImportId = Id<'wealth-import'>;

export const CONTEXT_KINDS = ['project', 'action', 'person', 'event'] as const;
export type ContextKind = (typeof CONTEXT_KINDS)[number];

export const SEES = ['everybody', 'participants', 'validators'] as const;
/** Who reads what each one declared; the others see sums. */
export type Sees = (typeof SEES)[number];

export const SILENCES = ['validates', 'waits'] as const;
export type Silence = (typeof SILENCES)[number];

/** The rule of the game of a context, printed on what is declared in it. */
export interface ContextRule {
  /** How many others must find a declaration right; 0: one's word is enough. */
  readonly validations: number;
  /** What nobody having said anything means, after so many days. */
  readonly silence: Silence;
  readonly silenceDays: number;
  readonly sees: Sees;
}

export const FIRST_RULE: ContextRule = {
  validations: 1,
  silence: 'validates',
  silenceDays: 7,
  sees: 'everybody',
};

export interface WealthContext {
  readonly id: ContextId;
  readonly community: CommunityId;
  readonly number: number;
  readonly kind: ContextKind;
  readonly name: string;
  readonly author: MemberId;
  readonly rule: ContextRule;
  readonly createdAt: Date;
}

export interface Period {
  readonly id: PeriodId;
  readonly position: number;
  readonly monthly: boolean;
  readonly openedAt: Date;
  readonly markAt: Date | null;
  readonly endsAt: Date | null;
  readonly closedAt: Date | null;
}

/** What people give, unless the community says otherwise. */
export const NATURES = [
  ...['production', 'documentation', 'communication', 'networking', 'animation'],
  ...['joy-making', 'hospitality', 'care', 'learning', 'goods', 'money'],
] as const;

/** What expenses are in a matrix; nobody declares under it. */
export const EXPENSE = 'expense';

export const SCALES = ['joy', 'satisfaction', 'arduousness', 'learning', 'quality'] as const;
/** How it was, for who did it; `quality` is what they think of the result. */
export type Scale = (typeof SCALES)[number];

export const STEPS = [1, 2, 3, 4, 5] as const;
export type Step = (typeof STEPS)[number];

/** What was given or received. */
export interface Content {
  readonly quantity: Quantity;
  /** A key of {@link NATURES}, or words of the community. */
  readonly nature: string;
  readonly what: string;
  /** `gave`: from the person; `received`: to them. */
  readonly flow: 'gave' | 'received';
  /** The other end; `null`: the context itself. */
  readonly other: MemberId | null;
  /** ISO 8601 day on which it happened. */
  readonly day: string;
  readonly scales: Readonly<Partial<Record<Scale, Step>>>;
  readonly note: string;
  /** The trace it left. */
  readonly link: string;
  /** Why this version differs from the one before. */
  readonly reason: string;
}

export type ContributionState = 'proposed' | 'declined' | 'declared' | 'validated' | 'withdrawn';

export interface Contribution {
  readonly id: ContributionId;
  readonly community: CommunityId;
  readonly number: number;
  readonly context: ContextId;
  readonly period: PeriodId | null;
  readonly member: MemberId;
  readonly author: MemberId;
  readonly state: ContributionState;
  readonly version: number;
  readonly asked: readonly MemberId[];
  readonly corrects: ContributionId | null;
  readonly silentAt: Date | null;
  readonly room: RoomId | null;
  /** The file it came with. */
  readonly import: ImportId | null;
  readonly createdAt: Date;
}

export interface Version {
  readonly version: number;
  readonly content: Content;
  readonly author: MemberId;
  readonly createdAt: Date;
}

/** `figure`: another quantity would be right; `none`: what was said is taken back. */
export interface Review {
  readonly position: number;
  readonly version: number;
  readonly member: MemberId;
  readonly kind: 'validate' | 'figure' | 'none' | 'question' | 'answer';
  readonly text: string;
  readonly quantity: Quantity | null;
  /** For an answer: the position of the question. */
  readonly replyTo: number | null;
  readonly createdAt: Date;
}

/** One line of a file: what it declares, in whose name. */
export interface ImportLine {
  /** Its place in the file, the heading being 1. */
  readonly line: number;
  readonly member: MemberId;
  readonly content: Content;
}

/** A file of past declarations. */
export interface WealthImport {
  readonly id: ImportId;
  readonly community: CommunityId;
  readonly number: number;
  readonly context: ContextId;
  readonly member: MemberId;
  readonly createdAt: Date;
  readonly doneAt: Date | null;
  readonly undoneAt: Date | null;
}

/** A contribution with all that was said of it, as one reader may see it. */
export interface Dossier {
  readonly contribution: Contribution;
  readonly context: WealthContext;
  /** `null`: it waits for the next one. */
  readonly period: Period | null;
  /** Oldest first; `null`: not for these eyes. */
  readonly versions: readonly Version[] | null;
  readonly reviews: readonly Review[];
}

export type Which = { readonly number: number } | { readonly id: ContributionId };
export type WhichContext = { readonly number: number } | { readonly id: ContextId };

/** What the community means by its words, in its settings under `wealth`. */
export interface WealthSettings {
  readonly natures: readonly string[];
  readonly tokens: readonly string[];
  readonly dayMinutes: number;
}

export const FIRST_SETTINGS: WealthSettings = { natures: NATURES, tokens: [], dayMinutes: 420 };

/** Limits that are checked and said. Lengths in characters as people count them. */
export const LIMITS = {
  context: 60,
  what: 120,
  note: 1000,
  reason: 500,
  link: 500,
  nature: 30,
  natures: 30,
  tokens: 10,
  validations: 5,
  silenceDays: 60,
  /** Something done longer ago is history, not a declaration. */
  daysBack: 3 * 366,
  retro: 500,
  theme: 60,
  thanks: 300,
  /** Lines of a file of past declarations. */
  imported: 500,
  formula: 200,
  need: 1000,
  needReaders: 10,
  /** Files of one expense. */
  receipts: 5,
} as const;

export const RETRO_KINDS = ['good', 'improve', 'try'] as const;
/** What was good, what to improve, what to try. */
export type RetroKind = (typeof RETRO_KINDS)[number];

/** One thing said when looking back at a period. */
export interface RetroNote {
  readonly id: Id<'retro-note'>;
  readonly period: PeriodId;
  /** Its place in the context: what people and buttons call it by. */
  readonly position: number;
  /** `null`: said without a name. */
  readonly member: MemberId | null;
  readonly kind: RetroKind;
  readonly text: string;
  readonly theme: string;
  readonly carried: boolean;
}

/** Thanks from one person to another. */
export interface Gratitude {
  readonly id: Id<'gratitude'>;
  readonly community: CommunityId;
  readonly number: number;
  readonly context: ContextId | null;
  readonly from: MemberId;
  readonly to: MemberId;
  readonly text: string;
  readonly withdrawnAt: Date | null;
  readonly createdAt: Date;
}

/** What a sharing was asked for. */
export interface ShareTerms {
  readonly floor: string;
  readonly cap: string | null;
  readonly weights: Readonly<Record<string, number>>;
  /** As its author typed it. */
  readonly formula: string | null;
  readonly period: number | null;
  /** How many validated contributions it is made of. */
  readonly count: number;
  /** By which rule what needs leave is shared. */
  readonly rest?: OpenRule;
}

/** One person's line under one rule; amounts and weights as exact text. */
export interface ShareLine {
  readonly member: MemberId;
  readonly cents: string;
  readonly weight: string;
  readonly tied: boolean;
  readonly bound: 'floor' | 'cap' | null;
}

/** How one rule came out: its lines and the sum of weights, or why not. */
export type ShareResult =
  | {
      readonly type: 'shared';
      readonly lines: readonly ShareLine[];
      readonly all: string;
      /** Needs asked for more than there is. */
      readonly short?: boolean;
    }
  | {
      readonly type:
        | ('nothing-claimed' | 'floors-too-high' | 'caps-too-low')
        | ('not-asked' | 'too-few');
    };

/** A pot and how each rule would share it: `P-3`. */
export interface Distribution {
  readonly id: Id<'distribution'>;
  readonly community: CommunityId;
  readonly number: number;
  readonly context: ContextId;
  readonly author: MemberId;
  readonly state: 'draft' | 'proposed' | 'adopted';
  readonly cents: bigint;
  readonly terms: ShareTerms;
  readonly results: Readonly<Record<string, ShareResult>>;
  readonly rule: string | null;
  readonly decision: Id<'decision'> | null;
  readonly createdAt: Date;
}

export interface Payment {
  readonly member: MemberId;
  readonly cents: bigint;
  readonly paidAt: Date | null;
}
