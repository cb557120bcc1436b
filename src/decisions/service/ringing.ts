import type { Work } from '../../journal/service.js';
import type { CommunityId, DecisionId } from '../../kernel/ids.js';
import { ok } from '../../kernel/result.js';
import { findDecision, lockDecision } from '../store/decisions.js';
import type { Decision } from '../types.js';
import { close } from './closing.js';
import type { Parts } from './parts.js';

/** What a decision does when its time has come. */
export function createRinging(parts: Parts) {
  const ringing =
    (name: string, react: (work: Work, decision: Decision, now: Date) => Promise<void>) =>
    async (subject: string, community: CommunityId): Promise<void> => {
      const now = parts.clock.now();
      const which = { id: subject as DecisionId };
      const found = await findDecision(parts.prisma, community, which);
      if (!found) return;
      // An alarm may ring twice; for one deadline and one review date it does its work once.
      const event = `alarm:${name}:${subject}:${Number(found.closesAt)}:${Number(found.reviewAt)}`;
      const cause = { community, member: null, event, now };
      await parts.journal.write(cause, async (work) => {
        await lockDecision(work.tx, community, which);
        const decision = await findDecision(work.tx, community, which);
        if (decision) await react(work, decision, now);
        return ok(undefined);
      });
    };

  return {
    close: ringing('close', async (work, decision, now) => {
      if (decision.state !== 'open' || now < decision.closesAt) return;
      await close(parts, work, decision, { by: 'deadline', reason: null, now });
    }),
    remind: ringing('remind', async ({ record }, decision, now) => {
      if (decision.state !== 'open' || now >= decision.closesAt) return;
      await record('decision.reminder', decision.id, { number: decision.number });
    }),
    review: ringing('review', async ({ record }, decision) => {
      await record('decision.review-due', decision.id, { number: decision.number });
    }),
  };
}
