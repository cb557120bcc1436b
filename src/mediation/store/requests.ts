import type { Tx } from '../../database/transaction.js';
import { type CommunityId, type MediationId, newId } from '../../kernel/ids.js';

/** A request as the database has it: whose, and what, is sealed. */
export interface Kept {
  readonly id: MediationId;
  readonly sealed: string;
  readonly createdOn: Date;
}

const DAY_MS = 86_400_000;

/** No hour, in ids either: it would tell whose it is to who watches the rooms. */
export const newSecretId = (now: Date): MediationId =>
  newId(new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS));

const toKept = ({ id, ...rest }: { id: string; sealed: string; createdOn: Date }): Kept => ({
  ...{ id: id as MediationId, sealed: rest.sealed, createdOn: rest.createdOn },
});

export async function insertRequest(
  tx: Tx,
  community: CommunityId,
  { id, sealed }: Omit<Kept, 'createdOn'>,
  now: Date,
): Promise<void> {
  await tx.mediation.create({ data: { id, communityId: community, createdOn: now, sealed } });
}

export async function saveRequest(
  tx: Tx,
  community: CommunityId,
  kept: Omit<Kept, 'createdOn'>,
): Promise<void> {
  const { id, sealed } = kept;
  await tx.mediation.updateMany({ where: { id, communityId: community }, data: { sealed } });
}

/** Holds it until the end of the transaction. */
export async function lockRequest(tx: Tx, community: CommunityId, id: MediationId): Promise<void> {
  await tx.$queryRaw`select 1 from mediations
    where id = ${id}::uuid and community_id = ${community}::uuid for update`;
}

export async function findRequest(
  tx: Tx,
  community: CommunityId,
  id: MediationId,
): Promise<Kept | null> {
  const row = await tx.mediation.findFirst({ where: { id, communityId: community } });
  return row && toKept(row);
}

export async function listRequests(tx: Tx, community: CommunityId): Promise<Kept[]> {
  const rows = await tx.mediation.findMany({
    where: { communityId: community },
    orderBy: { id: 'asc' },
  });
  return rows.map(toKept);
}

/** The request and all that was written of it; with its key, nothing is left. */
export async function deleteRequest(
  tx: Tx,
  community: CommunityId,
  id: MediationId,
): Promise<void> {
  await tx.mediationPage.deleteMany({ where: { communityId: community, mediationId: id } });
  await tx.mediation.deleteMany({ where: { communityId: community, id } });
}

export async function addPage(
  tx: Tx,
  community: CommunityId,
  request: MediationId,
  page: { readonly id: string; readonly sealed: string },
): Promise<void> {
  await tx.mediationPage.create({
    data: { ...page, communityId: community, mediationId: request },
  });
}

/** In the order they were written. */
export async function listPages(
  tx: Tx,
  community: CommunityId,
  request: MediationId,
): Promise<{ id: string; sealed: string }[]> {
  return tx.mediationPage.findMany({
    where: { communityId: community, mediationId: request },
    orderBy: { position: 'asc' },
    select: { id: true, sealed: true },
  });
}

export async function deletePages(
  tx: Tx,
  community: CommunityId,
  ids: readonly string[],
): Promise<void> {
  await tx.mediationPage.deleteMany({ where: { communityId: community, id: { in: [...ids] } } });
}
