import { accountsOf, getPerson, listMembers } from '../../community/store.js';
import type { Work } from '../../journal/service.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import { ok } from '../../kernel/result.js';
import { nextValidators } from '../rules/rotation.js';
import { lockContext, removeParticipants } from '../store/contexts.js';
import { listContributions, updateContribution } from '../store/contributions.js';
import type { Contribution, ContributionId, WealthContext } from '../types.js';
import { askedBefore } from './looking.js';
import { ALARMS, type Parts } from './parts.js';
import {
  contextNow,
  contextsNow,
  contributionNow,
  contributionsNow,
  participantsNow,
} from './voices.js';

/**
 * What somebody declared stays, and so does their part of what it brings. What waits for them ends:
 * what was written in their name, and their turn to look at what others declared.
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
      if (own.every(({ state }) => state === 'proposed')) {
        await removeParticipants(tx, context, members);
      }
      const declared = { context: id, states: ['declared'] as const };
      for (const one of await contributionsNow(tx, community, declared)) {
        await passOn(work, context, one, member);
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
