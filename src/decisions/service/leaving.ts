import { accountsOf, getPerson } from '../../community/store.js';
import type { Work } from '../../journal/service.js';
import type { CommunityId, DecisionId, MemberId } from '../../kernel/ids.js';
import { ok } from '../../kernel/result.js';
import { takesVotes } from '../rules/course.js';
import { deleteBallot } from '../store/ballots.js';
import { listDecisions, lockDecision } from '../store/decisions.js';
import { updateObjection } from '../store/talk.js';
import type { Decision } from '../types.js';
import { closeIfAllVoted } from './closing.js';
import type { Parts } from './parts.js';
import { ballotsNow, decisionNow, objectionsNow } from './voices.js';

/** More open at once than any community has. */
const EVERY = 1000;

/** Somebody's ballot, and the objection that goes with it. */
async function takeBack(
  { tx, record }: Pick<Work, 'tx' | 'record'>,
  decision: Decision,
  member: MemberId,
  now: Date,
): Promise<void> {
  const { community, id, number } = decision;
  await deleteBallot(tx, decision, await accountsOf(tx, community, member));
  for (const one of await objectionsNow(tx, decision)) {
    if (one.member !== member || one.state !== 'standing') continue;
    await updateObjection(tx, community, one.id, { state: 'withdrawn', settledAt: now });
    await record('decision.objection-lifted', id, { number, state: 'withdrawn' });
  }
}

/** In a new round, people are asked anew: those who are not members any more have no voice in it. */
export async function withoutFormer(
  work: Pick<Work, 'tx' | 'record'>,
  decision: Decision,
  now: Date,
): Promise<void> {
  const { tx } = work;
  const spoke = [...(await ballotsNow(tx, decision)), ...(await objectionsNow(tx, decision))];
  for (const member of new Set(spoke.map((one) => one.member))) {
    const person = await getPerson(tx, decision.community, member);
    if (person?.left) await takeBack(work, decision, member, now);
  }
}

/**
 * What becomes of a voice when its person is not a member any more. Who leaves takes their ballots
 * and objections back, as they could have. Nobody takes back those of who was removed: removing
 * people must not change a count. They hold until the vote, or the round, is over.
 */
export function createLeaving(parts: Parts) {
  const { prisma, journal, clock } = parts;

  async function leaves(
    { community, member }: { readonly community: CommunityId; readonly member: MemberId },
    id: DecisionId,
  ): Promise<void> {
    const now = clock.now();
    await journal.write({ community, member: null, event: null, now }, async (work) => {
      const { tx, record } = work;
      await lockDecision(tx, community, { id });
      const decision = await decisionNow(tx, community, { id });
      const person = await getPerson(tx, community, member);
      // They may be back already.
      if (!decision || !person?.left) return ok(undefined);
      if (decision.state === 'closed' || decision.state === 'withdrawn') return ok(undefined);
      const { number } = decision;
      if (person.left.removedFor === null) await takeBack(work, decision, member, now);
      await record('decision.voices-changed', id, { number });
      if (takesVotes(decision, now)) await closeIfAllVoted(parts, work, decision, now);
      return ok(undefined);
    });
  }

  return {
    async left(subject: string, community: CommunityId): Promise<void> {
      const member = subject as MemberId;
      const open = await listDecisions(prisma, community, { ended: false, limit: EVERY });
      for (const { id } of open) await leaves({ community, member }, id);
    },
  };
}
