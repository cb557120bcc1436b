import { getMember, nextNumber } from '../../community/store.js';
import { type FileId, type MemberId, newId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import {
  approvalsNeeded,
  checkSpending,
  expenseStanding,
  mayFollow,
  spendingOf,
  WEIGHING,
} from '../rules/expenses.js';
import { nextValidators } from '../rules/rotation.js';
import { addParticipants } from '../store/contexts.js';
import { findCorrecting, insertExpense, updateExpense } from '../store/expenses.js';
import type {
  Expense,
  ExpenseStep,
  ExpenseStepKind,
  SaidSpending,
  WhichExpense,
} from '../types/expenses.js';
import type { WhichContext } from '../types.js';
import { createExpenseSteps, type HeldExpense } from './expense-steps.js';
import { type ByMember, type HeldContext, inContext, openPeriod, type Parts } from './parts.js';
import { keepWith } from './receipts.js';
import { keepReceipt, readReceipt } from './spending.js';
import { expensesNow } from './voices.js';

const sameSaid = (a: Said, b: Said): boolean =>
  a.receipt === b.receipt &&
  a.spending.cents === b.spending.cents &&
  a.spending.vatCents === b.spending.vatCents &&
  a.spending.what === b.spending.what &&
  a.spending.day === b.spending.day;

/** A step that is not about what the expense says. */
type Gesture = Exclude<ExpenseStepKind, 'declared' | 'corrected' | 'attached' | 'detached'>;

/** What somebody says they paid, and where the receipt is: `''` when nowhere. */
export interface Said {
  readonly spending: SaidSpending;
  readonly receipt: string;
}

/** Whose it is, on which day of the community it is said, and what proves it. */
export interface Spent {
  readonly payer: MemberId;
  readonly today: string;
  readonly file: FileId | null;
}

export function createExpenses(parts: Parts) {
  const { vault } = parts;
  const { changing, stepped, frozen } = createExpenseSteps(parts);

  /** Who is asked to look, in turn; who paid takes part from now on. */
  async function put(held: HeldContext, expense: Expense, now: Date): Promise<MemberId[]> {
    const { tx, context, participants } = held;
    const newcomers = participants.includes(expense.member) ? [] : [expense.member];
    await addParticipants(tx, context, newcomers, now);
    const before = await expensesNow(tx, context.community, context.id);
    return nextValidators({
      participants: [...participants, ...newcomers],
      not: [expense.author],
      owner: expense.member,
      before: before
        .filter(({ id }) => id !== expense.id)
        .map(({ member: owner, asked }) => ({ owner, asked })),
      needed: approvalsNeeded(context.rule),
    });
  }

  /** What is said anew, if it is right and not the same. */
  function checked(before: Said, change: (before: Said) => Said, today: string): Result<Said> {
    const after = change(before);
    const spending = checkSpending(after.spending, today);
    if (!spending.ok) return spending;
    if (sameSaid(before, after)) return refuse('correction-same', {}, 'amount');
    return ok({ ...after, spending: spending.value });
  }

  /**
   * A closed period does not move: what was wrong in it is said again in the one that is open,
   * where others look at it, and only the difference is owed.
   */
  async function correctFrozen(
    held: HeldExpense,
    change: (before: Said) => Said,
    { today, now }: { readonly today: string; readonly now: Date },
  ): Promise<Result<Expense>> {
    const { tx, context, expense, steps, member, periods } = held;
    const { number, state, community } = expense;
    if (!WEIGHING.includes(state)) return refuse(`expense-${state}`, { number });
    const again = await findCorrecting(tx, expense);
    if (again) return refuse('expense-corrected-by', { number, by: again.number });
    const period = openPeriod(periods);
    if (!period) return refuse('no-open-period', { name: context.name });
    const before = { spending: spendingOf(steps), receipt: readReceipt(vault, expense) };
    const after = checked(before, change, today);
    if (!after.ok) return after;
    const drafted: Expense = {
      ...{ id: newId<'expense'>(now), community, context: context.id, period: period.id },
      number: await nextNumber(tx, community, 'expenses'),
      ...{ paidPeriod: null, member: expense.member, author: member.id, state: 'declared' },
      ...{ asked: [], corrects: expense.id, createdAt: now },
    };
    const asked = await put(held, drafted, now);
    const receipt = keepReceipt(vault, drafted, after.value.receipt);
    const correcting = { ...drafted, asked, receipt };
    await insertExpense(tx, correcting);
    const { cents, vatCents } = before.spending;
    const spending = { ...after.value.spending, replaces: { cents, vatCents } };
    await held.record('wealth.expense-changed', expense.id, { number });
    const done = { kind: 'declared', spending } as const;
    return ok(await stepped({ ...held, expense: correcting, steps: [] }, done, now));
  }

  const gesture = (
    cause: ByMember,
    which: WhichExpense,
    kind: Gesture,
    react: (held: HeldExpense) => Result<Partial<ExpenseStep>> | null,
  ): Promise<Result<Expense>> =>
    changing(cause, which, async (held) => {
      const { expense } = held;
      const more = react(held);
      if (more && !more.ok) return more;
      const { number, state, corrects } = expense;
      const again =
        kind === 'restored' && corrects
          ? await findCorrecting(held.tx, { ...expense, id: corrects })
          : null;
      if (again) return refuse('expense-corrected-by', { number, by: again.number });
      if (!mayFollow(state, kind)) return refuse(`expense-${state}`, { number });
      const paying = kind === 'reimbursed' || kind === 'unreimbursed';
      const stuck = frozen(held, paying ? expense.paidPeriod : expense.period);
      return stuck ?? ok(await stepped(held, { ...more?.value, kind }, cause.now));
    });

  const keeper = ({ member, context }: HeldExpense): Result<never> | null =>
    policy.mayPayBack(member, context) ? null : refuse('context-keepers-only');

  const owner = ({ member, expense }: HeldExpense): Result<never> | null =>
    policy.isOwnExpense(member.id, expense) ? null : refuse('own-expense-only');

  const other = ({ member, expense }: HeldExpense): Result<never> | null =>
    policy.isOwnExpense(member.id, expense) ? refuse('own-expense-not-approved') : null;

  return {
    /** Says what was paid for a context, by oneself or by somebody else. */
    spend: (
      cause: ByMember,
      which: WhichContext,
      { spending, receipt }: Said,
      { payer, today, file }: Spent,
    ): Promise<Result<Expense>> =>
      inContext(parts, cause, which, async (held) => {
        const { tx, context, periods, member } = held;
        const { now, community } = cause;
        const right = checkSpending(spending, today);
        if (!right.ok) return right;
        if (!(await getMember(tx, community, payer))) return refuse('not-a-member');
        const period = openPeriod(periods);
        if (!period) return refuse('no-open-period', { name: context.name });
        const drafted: Expense = {
          ...{ id: newId<'expense'>(now), community, context: context.id, period: period.id },
          number: await nextNumber(tx, community, 'expenses'),
          ...{ paidPeriod: null, member: payer, author: member.id, state: 'declared' },
          ...{ asked: [], corrects: null, createdAt: now },
        };
        const asked = await put(held, drafted, now);
        const expense = { ...drafted, asked, receipt: keepReceipt(vault, drafted, receipt) };
        await insertExpense(tx, expense);
        const given = file && { file, member: member.id, at: now };
        if (given && !(await keepWith(parts, tx, expense, given)))
          return refuse('file-gone', {}, 'file');
        if (right.value.cents === 0n) return refuse('expense-nothing', {}, 'amount');
        const said = { ...right.value, replaces: null };
        const done = { kind: 'declared', spending: said } as const;
        return ok(await stepped({ ...held, expense, steps: [] }, done, now));
      }),

    /** Says again what was paid, and why; what was said before stays, and others look anew. */
    respend: (
      cause: ByMember,
      which: WhichExpense,
      change: (before: Said) => Said,
      today: string,
    ): Promise<Result<Expense>> =>
      changing(cause, which, async (held) => {
        const { tx, expense, steps } = held;
        const { number, state, period } = expense;
        const not = owner(held);
        if (not) return not;
        if (frozen(held, period)) return correctFrozen(held, change, { today, now: cause.now });
        if (!mayFollow(state, 'corrected')) return refuse(`expense-${state}`, { number });
        const before = { spending: spendingOf(steps), receipt: readReceipt(vault, expense) };
        const after = checked(before, change, today);
        if (!after.ok) return after;
        const { spending: said, receipt: link } = after.value;
        const { replaces } = before.spending;
        if (said.cents === 0n && !replaces) return refuse('expense-nothing', {}, 'amount');
        const asked = await put(held, expense, cause.now);
        const receipt = keepReceipt(vault, expense, link);
        await updateExpense(tx, expense, { asked, receipt });
        const done = { kind: 'corrected', spending: { ...said, replaces } } as const;
        return ok(await stepped({ ...held, expense: { ...expense, asked } }, done, cause.now));
      }),

    approveExpense: (cause: ByMember, which: WhichExpense): Promise<Result<Expense>> =>
      gesture(cause, which, 'approved', (held) => {
        const { member, expense, context, participants, steps } = held;
        const { number } = expense;
        const not = other(held);
        if (not) return not;
        const { name } = context;
        if (!policy.maySeeExpense(member, expense, context, participants)) {
          return refuse('not-for-you', { name });
        }
        if (!policy.mayApprove(member, expense, context, participants)) {
          return refuse('participants-only', { name });
        }
        const { approvals } = expenseStanding(steps, expense, context.rule);
        const done = approvals.some((one) => one.member === member.id);
        return done ? refuse('expense-already-approved', { number }) : null;
      }),

    /** Takes one's approval back. */
    unapproveExpense: (cause: ByMember, which: WhichExpense): Promise<Result<Expense>> =>
      gesture(cause, which, 'unapproved', ({ member, expense, context, steps }) => {
        const { approvals } = expenseStanding(steps, expense, context.rule);
        const mine = approvals.some((one) => one.member === member.id);
        return mine ? null : refuse('expense-not-approved-by-you', { number: expense.number });
      }),

    refuseExpense: (cause: ByMember, which: WhichExpense, why: string): Promise<Result<Expense>> =>
      gesture(cause, which, 'refused', (held) => keeper(held) ?? other(held) ?? ok({ text: why })),

    unrefuseExpense: (cause: ByMember, which: WhichExpense): Promise<Result<Expense>> =>
      gesture(cause, which, 'unrefused', (held) => keeper(held) ?? other(held)),

    /** Marks it paid back, or not after all. Nothing is paid by itself. */
    reimburse: (cause: ByMember, which: WhichExpense, paid: boolean): Promise<Result<Expense>> =>
      gesture(cause, which, paid ? 'reimbursed' : 'unreimbursed', keeper),

    withdrawExpense: (cause: ByMember, which: WhichExpense): Promise<Result<Expense>> =>
      gesture(cause, which, 'withdrawn', owner),

    restoreExpense: (cause: ByMember, which: WhichExpense): Promise<Result<Expense>> =>
      gesture(cause, which, 'restored', owner),
  };
}
