import { listMembers } from '../../community/store.js';
import type { AgreementId, CommunityId } from '../../kernel/ids.js';
import { ok } from '../../kernel/result.js';
import { drop, followDue } from '../rules/agreements.js';
import { deleteAgreement, findAgreement, lockAgreement } from '../store/agreements.js';
import { FOLLOW, keepAgreement, openAgreement, tellOf } from './agreed.js';
import { createFinish, type Finishing } from './finishing.js';
import type { Parts } from './parts.js';

const DAY_MS = 86_400_000;
const TRY_AGAIN_MS = 5 * 60_000;

/** What the time brings an agreement: the question at the date they chose, and its end. */
export function createFollowing(parts: Parts & Finishing) {
  const { journal, keys, clock } = parts;
  const finish = createFinish(parts);

  return {
    async follow(subject: string, community: CommunityId): Promise<void> {
      const id = subject as AgreementId;
      const now = clock.now();
      const cause = { community, member: null, event: null, now };
      let left: number | null = null;
      await journal.write(cause, async (work) => {
        const { tx, alarm, hush } = work;
        await lockAgreement(tx, community, id);
        const agreement = await openAgreement(tx, keys, community, id);
        const lost = !agreement && (await findAgreement(tx, community, id));
        if (lost) {
          // Its key may be in a folder that is away today; what cannot be read harms nobody.
          await alarm(FOLLOW, id, new Date(now.getTime() + DAY_MS));
          return ok(undefined);
        }
        const people = await listMembers(tx, community);
        const gone = (agreement?.keepers ?? []).filter(
          (one) => !people.some((is) => is.id === one),
        );
        const kept = agreement && gone.reduce(drop, agreement);
        if (!kept || kept.keepers.length === 0) {
          await deleteAgreement(tx, community, id);
          left = await hush(id);
          return ok(undefined);
        }
        const due = followDue(kept);
        const asks = due !== null && due <= now;
        await keepAgreement(
          keys,
          work,
          { ...kept, followed: kept.followed || asks },
          { now, first: false },
        );
        for (const one of asks ? kept.keepers : []) await tellOf(work, kept, one);
        return ok(undefined);
      });
      if (left === null) return;
      const done = left === 0 && (await finish(id));
      await journal.write(cause, async ({ alarm }) => {
        await alarm(FOLLOW, id, done ? null : new Date(now.getTime() + TRY_AGAIN_MS));
        return ok(undefined);
      });
    },
  };
}
