import type { GivenFile } from '../../kernel/files.js';
import type { CommunityId, FileId, Id, MemberId } from '../../kernel/ids.js';
import type { ContextId, Period, PeriodId, WealthContext } from '../types.js';

export type ExpenseId = Id<'expense'>;

/** What somebody says they paid for a context: a *note de frais*. */
export interface SaidSpending {
  /** In all, taxes included. */
  readonly cents: bigint;
  /** The part of it that is tax; `null`: not known. */
  readonly vatCents: bigint | null;
  readonly what: string;
  /** ISO 8601 day on which it was paid. */
  readonly day: string;
  /** Why this version differs from the one before. */
  readonly reason: string;
}

/** The same as it is kept. */
export interface Spending extends SaidSpending {
  /** What a closed period holds of it, that this says again: only the difference is owed. */
  readonly replaces: Pick<SaidSpending, 'cents' | 'vatCents'> | null;
}

export type ExpenseState = 'declared' | 'approved' | 'refused' | 'reimbursed' | 'withdrawn';

export const EXPENSE_STEPS = [
  ...(['declared', 'corrected', 'approved', 'unapproved', 'refused', 'unrefused'] as const),
  ...(['reimbursed', 'unreimbursed', 'withdrawn', 'restored'] as const),
  ...(['attached', 'detached'] as const),
] as const;
export type ExpenseStepKind = (typeof EXPENSE_STEPS)[number];

/** One thing done about an expense, by whom and when; none is ever changed or deleted. */
export interface ExpenseStep {
  readonly position: number;
  readonly kind: ExpenseStepKind;
  readonly member: MemberId;
  readonly at: Date;
  /** Why, for a refusal. */
  readonly text: string;
  /** What it says from then on. */
  readonly spending: Spending | null;
}

export interface Expense {
  readonly id: ExpenseId;
  readonly community: CommunityId;
  readonly number: number;
  readonly context: ContextId;
  /** `null`: it waits for the next one. */
  readonly period: PeriodId | null;
  /** In which it was paid back. */
  readonly paidPeriod: PeriodId | null;
  /** Who paid. */
  readonly member: MemberId;
  /** Who wrote it. */
  readonly author: MemberId;
  readonly state: ExpenseState;
  /** Who was asked to look at it. */
  readonly asked: readonly MemberId[];
  /** What of a closed period it says again. */
  readonly corrects: ExpenseId | null;
  readonly createdAt: Date;
}

/** A file that proves an expense: what it holds is read apart. */
export interface ExpenseFile {
  readonly file: FileId;
  /** Its place in the expense: what people and buttons call it by. */
  readonly position: number;
  readonly member: MemberId;
  readonly at: Date;
}

/** The same, with what is said of it. */
export type Receipt = Omit<ExpenseFile, 'file'> & { readonly file: GivenFile };

/** An expense with all that was done of it, as one reader may see it. */
export interface ExpenseDossier {
  readonly expense: Expense;
  readonly context: WealthContext;
  readonly period: Period | null;
  /** Oldest first; `null`: not for these eyes. */
  readonly steps: readonly ExpenseStep[] | null;
  /** Where the receipt is; `''`: none; `null`: not for these eyes. */
  readonly receipt: string | null;
  /** The files joined to it, oldest first; `null`: not for these eyes. */
  readonly files: readonly Receipt[] | null;
  /** How many others must find it right. */
  readonly needed: number;
  /** The number of the one that it corrects, and of the one that corrects it. */
  readonly corrects: number | null;
  readonly correctedBy: number | null;
}

export type WhichExpense = { readonly number: number } | { readonly id: ExpenseId };
