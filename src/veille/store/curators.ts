import type { Tx } from '../../database/transaction.js';
import { type CommunityId, type MemberId, newId } from '../../kernel/ids.js';

/** Who looks after which theme; of linked accounts, each its own. */
export async function listCurators(
  tx: Tx,
  community: CommunityId,
): Promise<{ readonly theme: string; readonly member: MemberId }[]> {
  const rows = await tx.themeCurator.findMany({
    where: { communityId: community },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ theme, memberId }) => ({ theme, member: memberId as MemberId }));
}

export async function addCurator(
  tx: Tx,
  community: CommunityId,
  of: { readonly theme: string; readonly member: MemberId; readonly now: Date },
): Promise<void> {
  const { theme, member, now } = of;
  await tx.themeCurator.createMany({
    data: [{ id: newId(now), communityId: community, theme, memberId: member, at: now }],
    skipDuplicates: true,
  });
}

/** `false` when none of them was. */
export async function removeCurators(
  tx: Tx,
  community: CommunityId,
  of: { readonly theme: string; readonly members: readonly MemberId[] },
): Promise<boolean> {
  const { count } = await tx.themeCurator.deleteMany({
    where: { communityId: community, theme: of.theme, memberId: { in: [...of.members] } },
  });
  return count > 0;
}

export async function renameCurated(
  tx: Tx,
  community: CommunityId,
  from: string,
  to: string,
): Promise<void> {
  const rows = await tx.themeCurator.findMany({ where: { communityId: community, theme: from } });
  await tx.themeCurator.createMany({
    data: rows.map((row) => ({ ...row, id: newId(row.at), theme: to })),
    skipDuplicates: true,
  });
  await tx.themeCurator.deleteMany({ where: { communityId: community, theme: from } });
}
