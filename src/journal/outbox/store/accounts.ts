import type { Tx } from '../../../database/transaction.js';
import type { CommunityId, MemberId } from '../../../kernel/ids.js';

/**
 * Every account of one person that can be reached, linked ones included, the newest first. Who
 * left is reached only for what `farewell` says is about that.
 */
export async function accountsOf(
  tx: Tx,
  community: CommunityId,
  member: MemberId,
  farewell = false,
): Promise<string[]> {
  const linked = await tx.member.findMany({
    where: { communityId: community, OR: [{ id: member }, { mergedInto: member }] },
  });
  const left = linked.find(({ id }) => id === member)?.leftAt;
  if (left && !farewell) return [];
  const accounts = await tx.account.findMany({
    where: {
      communityId: community,
      memberId: { in: linked.map(({ id }) => id) },
      lastRoomId: { not: null },
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  return accounts.map(({ id }) => id);
}
