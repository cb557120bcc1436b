import type { MemberId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import type {
  Expense,
  ExpenseState,
  ExpenseStep,
  ExpenseStepKind,
  SaidSpending,
  Spending,
} from '../types/expenses.js';
import { type ContextRule, LIMITS } from '../types.js';
import { dayNumber } from './declaring.js';

/** Money leaves with somebody else's eyes on it, whatever one's word is worth in the context. */
export const approvalsNeeded = (rule: Pick<ContextRule, 'validations'>): number =>
  Math.max(1, rule.validations);

/** What weighs in a matrix: money somebody else has found right. */
export const WEIGHING: readonly ExpenseState[] = ['approved', 'reimbursed'];

/** Where an expense stands, and by whose doing. */
export interface ExpenseStanding {
  readonly state: ExpenseState;
  /** Of what it says now, in order: one a person. */
  readonly approvals: readonly ExpenseStep[];
  readonly refusal: ExpenseStep | null;
  readonly reimbursement: ExpenseStep | null;
}

const START: ExpenseStanding = {
  state: 'declared',
  approvals: [],
  refusal: null,
  reimbursement: null,
};

/** Read from what was done, in order. Approvals by who paid or wrote it are nothing. */
export function expenseStanding(
  steps: readonly ExpenseStep[],
  { member, author }: Pick<Expense, 'member' | 'author'>,
  rule: Pick<ContextRule, 'validations'>,
): ExpenseStanding {
  let now = START;
  let withdrawn = false;
  for (const step of steps) {
    const others = now.approvals.filter((one) => one.member !== step.member);
    switch (step.kind) {
      case 'declared':
      case 'corrected':
        now = START;
        withdrawn = false;
        break;
      case 'approved':
        if (step.member === member || step.member === author) break;
        now = { ...now, approvals: [...others, step] };
        break;
      case 'unapproved':
        now = { ...now, approvals: others };
        break;
      case 'refused':
        now = { ...now, refusal: step };
        break;
      case 'unrefused':
        now = { ...now, refusal: null };
        break;
      case 'reimbursed':
        now = { ...now, reimbursement: step };
        break;
      case 'unreimbursed':
        now = { ...now, reimbursement: null };
        break;
      case 'withdrawn':
      case 'restored':
        withdrawn = step.kind === 'withdrawn';
        break;
      case 'attached':
      case 'detached':
        break;
    }
  }
  return { ...now, state: stateOf(now, withdrawn, approvalsNeeded(rule)) };
}

function stateOf(
  { approvals, refusal, reimbursement }: ExpenseStanding,
  withdrawn: boolean,
  needed: number,
): ExpenseState {
  if (withdrawn) return 'withdrawn';
  if (reimbursement) return 'reimbursed';
  if (refusal) return 'refused';
  return approvals.length >= needed ? 'approved' : 'declared';
}

/** From which states each step can be made; what is paid back moves only once that is undone. */
const FROM: Readonly<Record<Exclude<ExpenseStepKind, 'declared'>, readonly ExpenseState[]>> = {
  corrected: ['declared', 'approved', 'refused', 'withdrawn'],
  approved: ['declared', 'approved'],
  unapproved: ['declared', 'approved'],
  refused: ['declared', 'approved'],
  unrefused: ['refused'],
  reimbursed: ['approved'],
  unreimbursed: ['reimbursed'],
  withdrawn: ['declared', 'approved', 'refused'],
  restored: ['withdrawn'],
  // What was approved was approved with it.
  attached: ['declared', 'approved', 'refused', 'reimbursed'],
  detached: ['declared', 'refused', 'withdrawn'],
};

export const mayFollow = (
  state: ExpenseState,
  step: Exclude<ExpenseStepKind, 'declared'>,
): boolean => FROM[step].includes(state);

/** What it says: the last time that it was said. */
export const spendingOf = (steps: readonly ExpenseStep[]): Spending => {
  const last = steps.findLast(({ spending }) => spending !== null)?.spending;
  if (!last) throw new Error('an expense says nothing');
  return last;
};

/** What is to be paid back of it; less than nothing: what is to be given back. */
export const dueOf = ({ cents, replaces }: Spending): bigint => cents - (replaces?.cents ?? 0n);

/** Paid already, not too long ago; a tax is a part of what was paid. */
export function checkSpending(spending: SaidSpending, today: string): Result<SaidSpending> {
  const ago = dayNumber(today) - dayNumber(spending.day);
  if (Number.isNaN(ago)) throw new Error('a day is an ISO 8601 day');
  if (ago < 0) return refuse('day-ahead', {}, 'day');
  if (ago > LIMITS.daysBack) return refuse('day-far', { years: 3 }, 'day');
  const { cents, vatCents } = spending;
  if (vatCents !== null && vatCents >= cents) return refuse('vat-too-much', {}, 'vat');
  return ok(spending);
}

/** Sums a reader may act on. */
export interface ExpenseSums {
  readonly declared: bigint;
  readonly approved: bigint;
  readonly reimbursed: bigint;
}

/** What is to be approved, to be paid back, and paid back. */
export function expenseSums(
  all: readonly { readonly state: ExpenseState; readonly cents: bigint }[],
): ExpenseSums {
  const of = (wanted: ExpenseState): bigint =>
    all.filter(({ state }) => state === wanted).reduce((sum, { cents }) => sum + cents, 0n);
  return { declared: of('declared'), approved: of('approved'), reimbursed: of('reimbursed') };
}

/** Owed to each one: approved, and not paid back. */
export function owedTo(
  all: readonly {
    readonly member: MemberId;
    readonly state: ExpenseState;
    readonly cents: bigint;
  }[],
): ReadonlyMap<MemberId, bigint> {
  const owed = new Map<MemberId, bigint>();
  for (const { member, state, cents } of all) {
    if (state === 'approved') owed.set(member, (owed.get(member) ?? 0n) + cents);
  }
  return owed;
}
