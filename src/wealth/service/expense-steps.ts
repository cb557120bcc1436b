import { type Result, refuse } from '../../kernel/result.js';
import { expenseStanding } from '../rules/expenses.js';
import { findExpense, insertStep, type KeptExpense, updateExpense } from '../store/expenses.js';
import type { Expense, ExpenseStep, WhichExpense } from '../types/expenses.js';
import { type ByMember, type HeldContext, inContext, openPeriod, type Parts } from './parts.js';
import { keepStep, stepsOf } from './spending.js';
import { expenseNow } from './voices.js';

/** An expense held for a change, with what was done of it. */
export interface HeldExpense extends HeldContext {
  readonly expense: KeptExpense;
  readonly steps: readonly ExpenseStep[];
}

/** How an expense is changed: held with its context, one step after the other. */
export function createExpenseSteps(parts: Parts) {
  const { prisma, vault } = parts;

  /** Loads and holds an expense with its context, then lets `change` decide and save. */
  const changing = async <T>(
    cause: ByMember,
    which: WhichExpense,
    change: (held: HeldExpense) => Promise<Result<T>>,
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

  /** One more step, and where it leads. */
  async function stepped(
    held: HeldExpense,
    done: Pick<ExpenseStep, 'kind'> & Partial<ExpenseStep>,
    now: Date,
  ): Promise<Expense> {
    const { tx, context, expense, steps, member, periods } = held;
    const step: ExpenseStep = {
      ...{ text: '', spending: null, member: member.id, at: now },
      ...{ ...done, position: (steps.at(-1)?.position ?? 0) + 1 },
    };
    await insertStep(tx, context.community, keepStep(vault, context, expense, step));
    // A file says nothing of what the others found right.
    const { state } =
      done.kind === 'attached' || done.kind === 'detached'
        ? expense
        : expenseStanding([...steps, step], expense, context.rule);
    const paid =
      done.kind === 'reimbursed' ? (openPeriod(periods)?.id ?? null) : expense.paidPeriod;
    const paidPeriod = state === 'reimbursed' ? paid : null;
    await updateExpense(tx, expense, { state, paidPeriod });
    const { number } = expense;
    await held.record(`wealth.expense-${done.kind}`, expense.id, { number });
    return { ...expense, state, paidPeriod };
  }

  /** What a closed period holds does not move any more. */
  const frozen = (held: HeldExpense, of: Expense['period']): Result<never> | null => {
    const closed = held.periods.find(({ id, closedAt }) => id === of && closedAt !== null);
    const { number } = held.expense;
    return closed?.closedAt ? refuse('expense-frozen', { number, at: closed.closedAt }) : null;
  };

  return { changing, stepped, frozen };
}
