import { getMember } from '../../community/store.js';
import type { Member } from '../../community/types.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import * as policy from '../policy.js';
import { approvalsNeeded, dueOf, spendingOf, WEIGHING } from '../rules/expenses.js';
import type { Counted } from '../rules/matrix.js';
import { listPeriods } from '../store/contexts.js';
import { findCorrecting, type KeptExpense } from '../store/expenses.js';
import type {
  Expense,
  ExpenseDossier,
  ExpenseStep,
  Spending,
  WhichExpense,
} from '../types/expenses.js';
import { type ContextId, EXPENSE, type PeriodId, type WealthContext } from '../types.js';
import type { Parts } from './parts.js';
import { receiptsOf } from './receipts.js';
import { allStepsOf, readReceipt, stepsOf } from './spending.js';
import { contextNow, contextsNow, expenseNow, expensesNow, participantsNow } from './voices.js';

/** One expense in a list; none is in it that its reader may not see. */
export interface ExpenseEntry {
  readonly expense: Expense;
  readonly context: WealthContext;
  readonly spending: Spending;
}

/** An expense as the matrix and the exports take it: what was paid, and what was paid back. */
export interface ExpenseLine extends Counted {
  readonly of: 'expense' | 'reimbursement';
  readonly context: ContextId;
  readonly expense: Expense;
  readonly spending: Spending;
  readonly at: Date;
}

/** What these weigh in a matrix: nothing until they are approved. */
export async function expenseLines(
  { prisma, vault }: Parts,
  community: CommunityId,
  expenses: readonly Expense[],
): Promise<ExpenseLine[]> {
  const weighing = expenses.filter(({ state }) => WEIGHING.includes(state));
  const all = await allStepsOf(vault, prisma, community, weighing);
  return weighing.flatMap((expense) => {
    const steps = all.get(expense.id) ?? [];
    const given = lineOf(expense, steps, 'expense');
    return expense.state === 'approved'
      ? [given]
      : [given, lineOf(expense, steps, 'reimbursement')];
  });
}

function lineOf(
  expense: Expense,
  steps: readonly ExpenseStep[],
  of: ExpenseLine['of'],
): ExpenseLine {
  const spending = spendingOf(steps);
  const { what, day } = spending;
  const paid = of === 'reimbursement';
  const at = steps.findLast(({ kind }) => kind === (paid ? 'reimbursed' : 'approved'))?.at;
  return {
    ...{ of, expense, spending, context: expense.context, member: expense.member },
    ...{ at: at ?? expense.createdAt, period: paid ? expense.paidPeriod : expense.period },
    content: {
      ...{ quantity: { amount: dueOf(spending), unit: 'cent' }, nature: EXPENSE, what, day },
      ...{ flow: paid ? 'received' : 'gave', other: null, scales: {}, note: '' },
      ...{ link: '', reason: '' },
    },
  };
}

export function createExpenseReading(parts: Parts) {
  const { prisma, vault } = parts;

  const readerOf = async (community: CommunityId, id: MemberId | null): Promise<Member | null> =>
    id && (await getMember(prisma, community, id));

  return {
    /** Everything done of an expense, as `reader` may see it; `null` when there is none. */
    async expense(
      community: CommunityId,
      which: WhichExpense,
      reader: MemberId | null,
    ): Promise<ExpenseDossier | null> {
      const kept = await expenseNow(prisma, community, which);
      const context = kept && (await contextNow(prisma, community, { id: kept.context }));
      if (!kept || !context) return null;
      const { receipt: _, ...expense } = kept;
      const around = [
        await readerOf(community, reader),
        expense,
        context,
        await participantsNow(prisma, context),
      ] as const;
      const periods = await listPeriods(prisma, context);
      const reads = policy.mayReadReceipt(...around);
      const before =
        expense.corrects && (await expenseNow(prisma, community, { id: expense.corrects }));
      const after = await findCorrecting(prisma, expense);
      return {
        ...{ expense, context, needed: approvalsNeeded(context.rule) },
        ...{ corrects: before ? before.number : null, correctedBy: after?.number ?? null },
        period: periods.find(({ id }) => id === expense.period) ?? null,
        steps: policy.maySeeExpense(...around) ? await stepsOf(vault, prisma, expense) : null,
        receipt: reads ? readReceipt(vault, kept) : null,
        files: reads
          ? ((await receiptsOf(parts, community, [expense])).get(expense.id) ?? [])
          : null,
      };
    },

    /** Those that `reader` may see, the latest first. */
    async expenses(
      community: CommunityId,
      context: ContextId | null,
      reader: MemberId | null,
    ): Promise<ExpenseEntry[]> {
      const who = await readerOf(community, reader);
      const all = await expensesNow(prisma, community, context);
      const contexts = new Map<ContextId, { context: WealthContext; in: MemberId[] }>();
      for (const one of await contextsNow(prisma, community)) {
        if (!all.some((expense) => expense.context === one.id)) continue;
        contexts.set(one.id, { context: one, in: await participantsNow(prisma, one) });
      }
      const seen = all.filter((one) => {
        const around = contexts.get(one.context);
        return around && policy.maySeeExpense(who, one, around.context, around.in);
      });
      const steps = await allStepsOf(vault, prisma, community, seen);
      return seen.flatMap(({ receipt: _, ...expense }: KeptExpense) => {
        const around = contexts.get(expense.context);
        const spending = spendingOf(steps.get(expense.id) ?? []);
        return around ? [{ expense, context: around.context, spending }] : [];
      });
    },

    /** What expenses weigh in a context, or in one of its periods, in the order of their numbers; for the core's own use. */
    async expenseLinesIn(
      community: CommunityId,
      context: Pick<WealthContext, 'id'>,
      period: PeriodId | null,
    ): Promise<ExpenseLine[]> {
      const all = (await expensesNow(prisma, community, context.id)).reverse();
      const lines = await expenseLines(parts, community, all);
      return period ? lines.filter((line) => line.period === period) : lines;
    },
  };
}
