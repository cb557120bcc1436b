import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MemberId, OutletId } from '../../kernel/ids.js';
import type { Outlet } from '../types/giving.js';

type Row = Awaited<ReturnType<Tx['veilleOutlet']['findFirstOrThrow']>>;
type Of = Pick<Outlet, 'id' | 'community'>;
/** What its address is found by. */
type Digest = Uint8Array<ArrayBuffer>;

const toOutlet = ({ id, communityId, memberId, digest: _, ...rest }: Row): Outlet => ({
  ...{ ...rest, id: id as OutletId },
  ...{ community: communityId as CommunityId, member: memberId as MemberId },
});

export async function insertOutlet(tx: Tx, outlet: Outlet, digest: Digest): Promise<void> {
  const { community, member, ...rest } = outlet;
  await tx.veilleOutlet.create({
    data: { ...rest, communityId: community, memberId: member, digest },
  });
}

/** By its address alone, from whatever community: who holds it may read. */
export async function findOutletBy(tx: Tx, digest: Digest): Promise<Outlet | null> {
  const row = await tx.veilleOutlet.findUnique({ where: { digest } });
  return row && toOutlet(row);
}

export async function findOutlet(
  tx: Tx,
  community: CommunityId,
  which: { readonly number: number } | { readonly id: OutletId },
): Promise<Outlet | null> {
  const row = await tx.veilleOutlet.findFirst({ where: { communityId: community, ...which } });
  return row && toOutlet(row);
}

/** Those of a person, and those that are everybody's. */
export async function listOutlets(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
): Promise<Outlet[]> {
  const rows = await tx.veilleOutlet.findMany({
    where: {
      communityId: community,
      OR: [{ memberId: { in: [...members] } }, { key: { not: null } }],
    },
    orderBy: { number: 'asc' },
  });
  return rows.map(toOutlet);
}

/** The former address leads nowhere from now on. */
export async function replaceAddress(
  tx: Tx,
  { id, community }: Of,
  address: { readonly key: string | null; readonly digest: Digest },
): Promise<void> {
  await tx.veilleOutlet.updateMany({ where: { id, communityId: community }, data: address });
}

export async function deleteOutlet(tx: Tx, { id, community }: Of): Promise<void> {
  await tx.veilleOutlet.deleteMany({ where: { id, communityId: community } });
}

export async function touchOutlet(tx: Tx, { id, community }: Of, readAt: Date): Promise<void> {
  await tx.veilleOutlet.updateMany({ where: { id, communityId: community }, data: { readAt } });
}

/** What shows a theme shows it under its other name. */
export async function renameGiven(
  tx: Tx,
  community: CommunityId,
  from: string,
  to: string,
): Promise<void> {
  await tx.veilleOutlet.updateMany({
    where: { communityId: community, theme: from },
    data: { theme: to },
  });
}
