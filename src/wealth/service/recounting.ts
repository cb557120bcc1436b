import { accountsOf } from '../../community/store.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import { ok } from '../../kernel/result.js';
import { expenseStanding } from '../rules/expenses.js';
import { listPeriods, lockContext } from '../store/contexts.js';
import { touchedBy } from '../store/contributions.js';
import { expensesTouchedBy, updateExpense } from '../store/expenses.js';
import type { ExpenseId } from '../types/expenses.js';
import type { ContextId, ContributionId } from '../types.js';
import { recounted } from './looking.js';
import type { Parts } from './parts.js';
import { readReview } from './sealed.js';
import { stepsOf } from './spending.js';
import { contextNow, contributionNow, expenseNow, reviewsNow } from './voices.js';

/** What somebody has a part in, by context. */
interface Touched {
  readonly contributions: ContributionId[];
  readonly expenses: ExpenseId[];
}

/**
 * Accounts became one voice, or voices again: what they declared and validated is counted with the
 * voices that there are now. A closed period does not move.
 */
export const createRecounting = (parts: Parts) => {
  const { prisma, journal, clock, vault } = parts;

  async function touched(
    community: CommunityId,
    members: readonly MemberId[],
  ): Promise<ReadonlyMap<ContextId, Touched>> {
    const all = new Map<ContextId, Touched>();
    const of = (context: ContextId): Touched => {
      const known = all.get(context) ?? { contributions: [], expenses: [] };
      all.set(context, known);
      return known;
    };
    for (const { id, context } of await touchedBy(prisma, community, members)) {
      of(context).contributions.push(id);
    }
    for (const { id, context } of await expensesTouchedBy(prisma, community, members)) {
      of(context).expenses.push(id);
    }
    return all;
  }

  return {
    /** @param event what it is a consequence of: however often it is heard, it is done once. */
    async recount(
      community: CommunityId,
      {
        member,
        others,
        event,
      }: {
        readonly member: MemberId;
        /** Who have been of one voice with them, and are not any more. */
        readonly others: readonly MemberId[];
        readonly event: string;
      },
    ): Promise<void> {
      const now = clock.now();
      const members = [...(await accountsOf(prisma, community, member)), ...others];
      for (const [id, { contributions, expenses }] of await touched(community, members)) {
        const cause = { community, member: null, event: `${event}:${id}`, now };
        await journal.write(cause, async (work) => {
          const { tx } = work;
          await lockContext(tx, community, { id });
          const context = await contextNow(tx, community, { id });
          if (!context) return ok(undefined);
          const closed = new Set(
            (await listPeriods(tx, context)).filter((one) => one.closedAt).map((one) => one.id),
          );
          for (const which of contributions) {
            const contribution = await contributionNow(tx, community, { id: which });
            if (!contribution || (contribution.period && closed.has(contribution.period))) continue;
            const kept = await reviewsNow(tx, contribution);
            const reviews = kept.map((review) => readReview(vault, contribution, review));
            await recounted({ ...work, context, contribution }, reviews, now);
          }
          for (const which of expenses) {
            const expense = await expenseNow(tx, community, { id: which });
            if (!expense || (expense.period && closed.has(expense.period))) continue;
            const steps = await stepsOf(vault, tx, expense);
            const { state } = expenseStanding(steps, expense, context.rule);
            if (state === expense.state) continue;
            await updateExpense(tx, expense, { state });
            await work.record('wealth.expense-changed', expense.id, { number: expense.number });
          }
          return ok(undefined);
        });
      }
    },
  };
};
