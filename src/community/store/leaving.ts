import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import type { Farewell } from '../types.js';
import { forgetHeard } from './network-roles.js';

/** Not a member any more, under any of their accounts; what they held here is free. */
export async function markLeft(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
  { at, removedFor, askedBackAt }: Farewell,
): Promise<void> {
  const where = { communityId: community, id: { in: [...members] } };
  const data = { leftAt: at, removedFor, askedBackAt, role: 'member' } as const;
  await tx.member.updateMany({ where, data });
  await forgetHeard(tx, community, members);
  await tx.linkCode.deleteMany({ where: { communityId: community, memberId: where.id } });
}

export async function markAskedBack(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
  askedBackAt: Date | null,
): Promise<void> {
  const where = { communityId: community, id: { in: [...members] } };
  await tx.member.updateMany({ where, data: { askedBackAt } });
}

/** A member again, as they were but for what they held. */
export async function markBack(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
): Promise<void> {
  const where = { communityId: community, id: { in: [...members] } };
  await tx.member.updateMany({
    where,
    data: { leftAt: null, removedFor: null, askedBackAt: null },
  });
}

/** Nobody is called by their name any more: `instead` stands where it stood. */
export async function eraseName(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
  instead: string,
): Promise<void> {
  const ids = [...members];
  const data = { name: instead };
  await tx.member.updateMany({ where: { communityId: community, id: { in: ids } }, data });
  const accounts = { communityId: community, memberId: { in: ids } };
  await tx.account.updateMany({ where: accounts, data: { name: '' } });
}

/** Who had their name erased is called as their network calls them again; others stay as they are. */
export async function giveName(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
  name: string,
): Promise<void> {
  const accounts = { communityId: community, memberId: { in: [...members] }, name: '' };
  const { count } = await tx.account.updateMany({ where: accounts, data: { name } });
  if (count === 0) return;
  const where = { communityId: community, id: { in: [...members] } };
  await tx.member.updateMany({ where, data: { name } });
}
