import { accountsOf, getPerson, listMembers } from '../../community/store.js';
import type { Work } from '../../journal/service.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import { ok } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { nextValidators } from '../rules/rotation.js';
import { lockContext, removeParticipants } from '../store/contexts.js';
import { listContributions, updateContribution } from '../store/contributions.js';
import { listExpenses, updateExpense } from '../store/expenses.js';
import type { ExpenseId } from '../types/expenses.js';
import type { Contribution, ContributionId, WealthContext } from '../types.js';
import { askedBefore } from './looking.js';
import { ALARMS, type Parts } from './parts.js';
import {
  contextNow,
  contextsNow,
  contributionNow,
  contributionsNow,
  expenseNow,
  expensesNow,
  participantsNow,
} from './voices.js';

/**
 * What somebody declared or paid stays, and so does their part of what it brings. What waits for
 * them ends: what was written in their name, and their turn to look at what others declared or
 * paid.
 */
export function createLeaving({ prisma, journal, clock }: Parts) {
  /** Somebody else looks at it instead. */
  async function passOn(
    { tx, record }: Work,
    context: WealthContext,
    { id, community }: Contribution,
    member: MemberId,
  ): Promise<void> {
    const contribution = await contributionNow(tx, community, { id });
    if (contribution?.state !== 'declared' || !contribution.asked.includes(member)) return;
    const here = new Set((await listMembers(tx, community)).map((one) => one.id));
    const others = contribution.asked.filter((one) => one !== member);
    const next = nextValidators({
      participants: (await participantsNow(tx, context)).filter((one) => here.has(one)),
      not: [contribution.author, ...others],
      owner: contribution.member,
      before: await askedBefore({ tx, context }, null),
      needed: 1,
    });
    await updateContribution(tx, contribution, { asked: [...others, ...next] });
    await record('wealth.passed-on', id, { number: contribution.number, to: [...next] });
  }

  /** The same for what somebody paid; where nobody else takes part, whoever holds the purse. */
  async function passExpenseOn(
    { tx, record }: Work,
    context: WealthContext,
    id: ExpenseId,
    member: MemberId,
  ): Promise<void> {
    const { community } = context;
    const expense = await expenseNow(tx, community, { id });
    if (expense?.state !== 'declared' || !expense.asked.includes(member)) return;
    const here = await listMembers(tx, community);
    const present = new Set(here.map((one) => one.id));
    const others = expense.asked.filter((one) => one !== member);
    const all = await expensesNow(tx, community, context.id);
    const among = (participants: readonly MemberId[]): MemberId[] =>
      nextValidators({
        participants: participants.filter((one) => one !== member && present.has(one)),
        not: [expense.author, ...others],
        owner: expense.member,
        before: all.map((one) => ({ owner: one.member, asked: one.asked })),
        needed: 1,
      });
    const taking = among(await participantsNow(tx, context));
    const keepers = here.filter((one) => policy.mayPayBack(one, context)).map((one) => one.id);
    const next = taking.length > 0 ? taking : among(keepers);
    await updateExpense(tx, expense, { asked: [...others, ...next] });
    await record('wealth.expense-passed-on', id, { number: expense.number, to: [...next] });
  }

  async function endProposal(
    { tx, record, alarm }: Work,
    community: CommunityId,
    id: ContributionId,
  ): Promise<void> {
    const contribution = await contributionNow(tx, community, { id });
    if (contribution?.state !== 'proposed') return;
    await updateContribution(tx, contribution, { state: 'withdrawn', silentAt: null });
    await alarm(ALARMS.silence, id, null);
    await record('wealth.changed', id, { to: 'withdrawn' });
  }

  const leaves = (community: CommunityId, member: MemberId, id: WealthContext['id']) =>
    journal.write({ community, member: null, event: null, now: clock.now() }, async (work) => {
      const { tx } = work;
      await lockContext(tx, community, { id });
      const context = await contextNow(tx, community, { id });
      if (!context) return ok(undefined);
      const members = await accountsOf(tx, community, member);
      const own = await listContributions(tx, community, { context: id, members });
      for (const one of own) await endProposal(work, community, one.id);
      const paid = (await listExpenses(tx, community, id)).some((one) =>
        members.includes(one.member),
      );
      if (!paid && own.every(({ state }) => state === 'proposed')) {
        await removeParticipants(tx, context, members);
      }
      const declared = { context: id, states: ['declared'] as const };
      for (const one of await contributionsNow(tx, community, declared)) {
        await passOn(work, context, one, member);
      }
      for (const one of await expensesNow(tx, community, id)) {
        await passExpenseOn(work, context, one.id, member);
      }
      return ok(undefined);
    });

  return {
    async left(subject: string, community: CommunityId): Promise<void> {
      const member = subject as MemberId;
      // They may be back already.
      if (!(await getPerson(prisma, community, member))?.left) return;
      for (const { id } of await contextsNow(prisma, community)) {
        await leaves(community, member, id);
      }
    },
  };
}
