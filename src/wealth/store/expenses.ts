import type { Tx } from '../../database/transaction.js';
import { type CommunityId, type MemberId, newId } from '../../kernel/ids.js';
import type {
  Expense,
  ExpenseId,
  ExpenseState,
  ExpenseStep,
  WhichExpense,
} from '../types/expenses.js';
import type { ContextId, PeriodId } from '../types.js';

type Of = Pick<Expense, 'id' | 'community'>;
type Row = Awaited<ReturnType<Tx['expense']['findFirstOrThrow']>>;

/** An expense as it is kept, with its receipt still sealed. */
export interface KeptExpense extends Expense {
  readonly receipt: string;
}

/** A step as it is kept. */
export interface KeptStep extends Omit<ExpenseStep, 'text' | 'spending'> {
  readonly expense: ExpenseId;
  readonly content: string;
}

const toExpense = (row: Row): KeptExpense => {
  const { communityId, contextId, periodId, paidPeriodId, memberId, authorId, ...more } = row;
  const { askedIds, correctsId, ...rest } = more;
  return {
    ...rest,
    id: rest.id as ExpenseId,
    community: communityId as CommunityId,
    context: contextId as ContextId,
    period: periodId as PeriodId | null,
    paidPeriod: paidPeriodId as PeriodId | null,
    member: memberId as MemberId,
    author: authorId as MemberId,
    asked: askedIds as MemberId[],
    corrects: correctsId as ExpenseId | null,
  };
};

export async function insertExpense(tx: Tx, expense: KeptExpense): Promise<void> {
  const { community, context, period, paidPeriod, member, author, asked, corrects, ...rest } =
    expense;
  await tx.expense.create({
    data: {
      ...{ ...rest, communityId: community, contextId: context, periodId: period },
      ...{ paidPeriodId: paidPeriod, memberId: member, authorId: author, askedIds: [...asked] },
      correctsId: corrects,
    },
  });
}

export async function updateExpense(
  tx: Tx,
  { id, community }: Of,
  change: {
    readonly state?: ExpenseState;
    readonly paidPeriod?: PeriodId | null;
    readonly asked?: readonly MemberId[];
    readonly receipt?: string;
  },
): Promise<void> {
  const { asked, paidPeriod, ...plain } = change;
  await tx.expense.updateMany({
    where: { id, communityId: community },
    data: {
      ...plain,
      ...(asked && { askedIds: [...asked] }),
      ...(paidPeriod !== undefined && { paidPeriodId: paidPeriod }),
    },
  });
}

export async function findExpense(
  tx: Tx,
  community: CommunityId,
  which: WhichExpense,
): Promise<KeptExpense | null> {
  const row = await tx.expense.findFirst({ where: { communityId: community, ...which } });
  return row && toExpense(row);
}

/** What says again one of a closed period, unless it was withdrawn. */
export async function findCorrecting(
  tx: Tx,
  { id, community }: Of,
): Promise<Pick<Expense, 'id' | 'number'> | null> {
  const row = await tx.expense.findFirst({
    where: { communityId: community, correctsId: id, state: { not: 'withdrawn' } },
  });
  return row && { id: row.id as ExpenseId, number: row.number };
}

/** The latest first; of one context, or of all of them. */
export async function listExpenses(
  tx: Tx,
  community: CommunityId,
  context: ContextId | null,
): Promise<KeptExpense[]> {
  const rows = await tx.expense.findMany({
    where: { communityId: community, ...(context && { contextId: context }) },
    orderBy: { number: 'desc' },
  });
  return rows.map(toExpense);
}

/** Those not paid back yet in which these have a part: who paid, wrote or found right. */
export async function expensesTouchedBy(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
): Promise<{ readonly id: ExpenseId; readonly context: ContextId }[]> {
  const rows = await tx.$queryRaw<{ id: string; context: string }[]>`
    select e.id, e.context_id as context from expenses e
    where e.community_id = ${community}::uuid and e.state in ('declared', 'approved')
      and (e.member_id = any(${[...members]}::uuid[]) or e.author_id = any(${[...members]}::uuid[])
        or exists (select 1 from expense_steps s
          where s.expense_id = e.id and s.member_id = any(${[...members]}::uuid[])))
    order by e.number`;
  return rows.map(({ id, context }) => ({
    ...{ id: id as ExpenseId, context: context as ContextId },
  }));
}

/** Those that nobody has settled go to another period; all that waited for one go to it. */
export async function movePendingExpenses(
  tx: Tx,
  community: CommunityId,
  context: ContextId,
  { from, to }: { readonly from: PeriodId | null; readonly to: PeriodId | null },
): Promise<number> {
  const own = { communityId: community, contextId: context };
  if (from === null) {
    const paid = { ...own, state: 'reimbursed', paidPeriodId: null } as const;
    await tx.expense.updateMany({ where: paid, data: { paidPeriodId: to } });
  }
  const unsettled = { state: { in: ['declared' as const, 'refused' as const] } };
  const { count } = await tx.expense.updateMany({
    where: { ...own, periodId: from, ...(from === null ? {} : unsettled) },
    data: { periodId: to },
  });
  return count;
}

export async function insertStep(
  tx: Tx,
  community: CommunityId,
  { expense, member, ...step }: KeptStep,
): Promise<void> {
  await tx.expenseStep.create({
    data: {
      ...{ ...step, id: newId(step.at), communityId: community },
      ...{ expenseId: expense, memberId: member },
    },
  });
}

/** More at once than one query takes well. */
const MOST_AT_ONCE = 5000;

/** What was done of each of these, in order. */
export async function listSteps(
  tx: Tx,
  community: CommunityId,
  expenses: readonly Pick<Expense, 'id'>[],
): Promise<ReadonlyMap<ExpenseId, KeptStep[]>> {
  const found = new Map<ExpenseId, KeptStep[]>(expenses.map(({ id }) => [id, []]));
  for (let start = 0; start < expenses.length; start += MOST_AT_ONCE) {
    const ids = expenses.slice(start, start + MOST_AT_ONCE).map(({ id }) => id);
    const rows = await tx.expenseStep.findMany({
      where: { communityId: community, expenseId: { in: ids } },
      orderBy: { position: 'asc' },
    });
    for (const { expenseId, memberId, position, kind, content, at } of rows) {
      const expense = expenseId as ExpenseId;
      const step = { expense, position, kind, content, at, member: memberId as MemberId };
      found.get(expense)?.push(step);
    }
  }
  return found;
}
