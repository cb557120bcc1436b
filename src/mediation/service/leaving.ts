import { accountsOf, getPerson } from '../../community/store.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import { ok } from '../../kernel/result.js';
import { listAgreements } from '../store/agreements.js';
import { deleteMediator } from '../store/pool.js';
import { listRequests } from '../store/requests.js';
import { FOLLOW } from './agreed.js';
import { type Parts, TICK } from './parts.js';

/** Rings when somebody is not a member any more. */
export const LEFT = 'mediation.left';

/**
 * They are asked no more. Every request and agreement of the community is looked at, so that none
 * tells whose it is: those they made are closed, those they had in hand go on to somebody else,
 * those they were invited to and those they kept are theirs no more.
 */
export const createLeaving = ({ journal, clock }: Pick<Parts, 'journal' | 'clock'>) => ({
  async left(subject: string, community: CommunityId): Promise<void> {
    const member = subject as MemberId;
    const now = clock.now();
    await journal.write({ community, member: null, event: null, now }, async ({ tx, alarm }) => {
      // They may be back already.
      if (!(await getPerson(tx, community, member))?.left) return ok(undefined);
      await deleteMediator(tx, community, await accountsOf(tx, community, member));
      for (const { id } of await listRequests(tx, community)) await alarm(TICK, id, now);
      for (const { id } of await listAgreements(tx, community)) await alarm(FOLLOW, id, now);
      return ok(undefined);
    });
  },
});
