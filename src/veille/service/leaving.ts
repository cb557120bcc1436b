import { accountsOf, getPerson, lockCommunity } from '../../community/store.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import { ok } from '../../kernel/result.js';
import { listCurators, removeCurators } from '../store/curators.js';
import { saveSubscription, subscriptionTo } from '../store/digests.js';
import { listFollows, updateFollow } from '../store/feeds.js';
import { deleteOutlet, listOutlets } from '../store/outlets.js';
import { DIGEST } from './digests.js';
import { LOOK } from './following.js';
import type { Parts } from './parts.js';

/** Rings when somebody is not a member any more. */
export const LEFT = 'veille.left';

/**
 * What somebody brought stays. Nothing comes in their name any more: their feeds stop, and can be
 * taken up again by others; so do their digest and what they looked after. Their own addresses lead nowhere,
 * even if they come back. Their editions stay, in the care of those who edit.
 */
export const createLeaving = ({ journal, clock }: Pick<Parts, 'journal' | 'clock'>) => ({
  async left(subject: string, community: CommunityId): Promise<void> {
    const member = subject as MemberId;
    const now = clock.now();
    const cause = { community, member: null, event: null, now };
    await journal.write(cause, async ({ tx, alarm, record }) => {
      await lockCommunity(tx, community);
      // They may be back already.
      if (!(await getPerson(tx, community, member))?.left) return ok(undefined);
      const members = await accountsOf(tx, community, member);
      const digest = await subscriptionTo(tx, community, { members });
      if (digest?.active) {
        await saveSubscription(tx, { ...digest, active: false });
        await alarm(DIGEST, digest.id, null);
      }
      for (const follow of await listFollows(tx, community)) {
        if (!members.includes(follow.member)) continue;
        await updateFollow(tx, follow, { state: 'stopped' }, now);
        await alarm(LOOK, follow.id, null);
        await record('veille.follow-changed', follow.id, { number: follow.number });
      }
      for (const outlet of await listOutlets(tx, community, members)) {
        if (outlet.key === null) await deleteOutlet(tx, outlet);
      }
      const themes = new Set((await listCurators(tx, community)).map(({ theme }) => theme));
      for (const theme of themes) await removeCurators(tx, community, { theme, members });
      return ok(undefined);
    });
  },
});
