import { getMember, nextNumber } from '../../community/store.js';
import { type MemberId, newId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import {
  approvalsNeeded,
  checkSpending,
  expenseStanding,
  mayFollow,
  spendingOf,
} from '../rules/expenses.js';
import { nextValidators } from '../rules/rotation.js';
import { addParticipants } from '../store/contexts.js';
import {
  findExpense,
  insertExpense,
  insertStep,
  type KeptExpense,
  updateExpense,
} from '../store/expenses.js';
import type {
  Expense,
  ExpenseStep,
  ExpenseStepKind,
  Spending,
  WhichExpense,
} from '../types/expenses.js';
import type { WhichContext } from '../types.js';
import { type ByMember, type HeldContext, inContext, openPeriod, type Parts } from './parts.js';
import { keepReceipt, keepStep, readReceipt, stepsOf } from './spending.js';
import { expenseNow, expensesNow } from './voices.js';

/** An expense held for a change, with what was done of it. */
interface Held extends HeldContext {
  readonly expense: KeptExpense;
  readonly steps: readonly ExpenseStep[];
}

const sameSaid = (a: Said, b: Said): boolean =>
  a.receipt === b.receipt &&
  a.spending.cents === b.spending.cents &&
  a.spending.vatCents === b.spending.vatCents &&
  a.spending.what === b.spending.what &&
  a.spending.day === b.spending.day;

/** A step that is not about what the expense says. */
type Gesture = Exclude<ExpenseStepKind, 'declared' | 'corrected'>;

/** What somebody says they paid, and where the receipt is: `''` when nowhere. */
export interface Said {
  readonly spending: Spending;
  readonly receipt: string;
}

export function createExpenses(parts: Parts) {
  const { prisma, vault } = parts;

  /** Loads and holds an expense with its context, then lets `change` decide and save. */
  const changing = async <T>(
    cause: ByMember,
    which: WhichExpense,
    change: (held: Held) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const number = 'number' in which ? which.number : 0;
    const found = await findExpense(prisma, cause.community, which);
    if (!found) return refuse('unknown-expense', { number });
    return inContext(parts, cause, { id: found.context }, async (held) => {
      const expense = await expenseNow(held.tx, cause.community, which);
      if (!expense) return refuse('unknown-expense', { number });
      return change({ ...held, expense, steps: await stepsOf(vault, held.tx, expense) });
    });
  };

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

  /** One more step, and where it leads. */
  async function stepped(
    held: Held,
    done: Pick<ExpenseStep, 'kind'> & Partial<ExpenseStep>,
    now: Date,
  ): Promise<Expense> {
    const { tx, context, expense, steps, member, periods } = held;
    const step: ExpenseStep = {
      ...{ text: '', spending: null, member: member.id, at: now },
      ...{ ...done, position: (steps.at(-1)?.position ?? 0) + 1 },
    };
    await insertStep(tx, context.community, keepStep(vault, context, expense, step));
    const { state } = expenseStanding([...steps, step], expense, context.rule);
    const paidPeriod = state === 'reimbursed' ? (openPeriod(periods)?.id ?? null) : null;
    await updateExpense(tx, expense, { state, paidPeriod });
    const { number } = expense;
    await held.record(`wealth.expense-${done.kind}`, expense.id, { number });
    return { ...expense, state, paidPeriod };
  }

  /** What a closed period holds does not move any more. */
  const frozen = (held: Held, of: Expense['period']): Result<never> | null => {
    const closed = held.periods.find(({ id, closedAt }) => id === of && closedAt !== null);
    const { number } = held.expense;
    return closed?.closedAt ? refuse('expense-frozen', { number, at: closed.closedAt }) : null;
  };

  const gesture = (
    cause: ByMember,
    which: WhichExpense,
    kind: Gesture,
    react: (held: Held) => Result<Partial<ExpenseStep>> | null,
  ): Promise<Result<Expense>> =>
    changing(cause, which, async (held) => {
      const { expense } = held;
      const more = react(held);
      if (more && !more.ok) return more;
      const { number, state } = expense;
      if (!mayFollow(state, kind)) return refuse(`expense-${state}`, { number });
      const paying = kind === 'reimbursed' || kind === 'unreimbursed';
      const stuck = frozen(held, paying ? expense.paidPeriod : expense.period);
      return stuck ?? ok(await stepped(held, { ...more?.value, kind }, cause.now));
    });

  const keeper = ({ member, context }: Held): Result<never> | null =>
    policy.mayPayBack(member, context) ? null : refuse('context-keepers-only');

  const owner = ({ member, expense }: Held): Result<never> | null =>
    policy.isOwnExpense(member.id, expense) ? null : refuse('own-expense-only');

  const other = ({ member, expense }: Held): Result<never> | null =>
    policy.isOwnExpense(member.id, expense) ? refuse('own-expense-not-approved') : null;

  return {
    /** Says what was paid for a context, by oneself or by somebody else. */
    spend: (
      cause: ByMember,
      which: WhichContext,
      { spending, receipt }: Said,
      { payer, today }: { readonly payer: MemberId; readonly today: string },
    ): Promise<Result<Expense>> =>
      inContext(parts, cause, which, async (held) => {
        const { tx, context, periods, member } = held;
        const { now, community } = cause;
        const checked = checkSpending(spending, today);
        if (!checked.ok) return checked;
        if (!(await getMember(tx, community, payer))) return refuse('not-a-member');
        const period = openPeriod(periods);
        if (!period) return refuse('no-open-period', { name: context.name });
        const drafted: Expense = {
          ...{ id: newId<'expense'>(now), community, context: context.id, period: period.id },
          number: await nextNumber(tx, community, 'expenses'),
          ...{ paidPeriod: null, member: payer, author: member.id, state: 'declared' },
          ...{ asked: [], createdAt: now },
        };
        const asked = await put(held, drafted, now);
        const expense = { ...drafted, asked, receipt: keepReceipt(vault, drafted, receipt) };
        await insertExpense(tx, expense);
        const done = { kind: 'declared', spending: checked.value } as const;
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
        if (!mayFollow(state, 'corrected')) return refuse(`expense-${state}`, { number });
        const stuck = frozen(held, period);
        if (stuck) return stuck;
        const before = { spending: spendingOf(steps), receipt: readReceipt(vault, expense) };
        const after = change(before);
        const spending = checkSpending(after.spending, today);
        if (!spending.ok) return spending;
        if (sameSaid(before, after)) return refuse('correction-same', {}, 'amount');
        const asked = await put(held, expense, cause.now);
        const receipt = keepReceipt(vault, expense, after.receipt);
        await updateExpense(tx, expense, { asked, receipt });
        const done = { kind: 'corrected', spending: spending.value } as const;
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
