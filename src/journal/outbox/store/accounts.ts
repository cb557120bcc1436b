import type { Tx } from '../../../database/transaction.js';
import type { CommunityId, MemberId } from '../../../kernel/ids.js';

/** Every account of one person that can be reached, linked ones included, the newest first. */
export async function accountsOf(
  tx: Tx,
  community: CommunityId,
  member: MemberId,
): Promise<string[]> {
  const linked = await tx.member.findMany({
    where: { communityId: community, mergedInto: member },
    select: { id: true },
  });
  const accounts = await tx.account.findMany({
    where: {
      communityId: community,
      memberId: { in: [member, ...linked.map(({ id }) => id)] },
      lastRoomId: { not: null },
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  return accounts.map(({ id }) => id);
}
