import type { Tx } from '../../database/transaction.js';
import type { AgreementId, CommunityId } from '../../kernel/ids.js';

/** An agreement as the database has it: between whom, and what, is sealed. */
export interface KeptAgreement {
  readonly id: AgreementId;
  readonly sealed: string;
}

export async function insertAgreement(
  tx: Tx,
  community: CommunityId,
  { id, sealed }: KeptAgreement,
  now: Date,
): Promise<void> {
  await tx.mediationAgreement.create({
    data: { id, communityId: community, createdOn: now, sealed },
  });
}

export async function saveAgreement(
  tx: Tx,
  community: CommunityId,
  { id, sealed }: KeptAgreement,
): Promise<void> {
  const where = { id, communityId: community };
  await tx.mediationAgreement.updateMany({ where, data: { sealed } });
}

/** Holds it until the end of the transaction. */
export async function lockAgreement(
  tx: Tx,
  community: CommunityId,
  id: AgreementId,
): Promise<void> {
  await tx.$queryRaw`select 1 from mediation_agreements
    where id = ${id}::uuid and community_id = ${community}::uuid for update`;
}

export async function findAgreement(
  tx: Tx,
  community: CommunityId,
  id: AgreementId,
): Promise<KeptAgreement | null> {
  const row = await tx.mediationAgreement.findFirst({ where: { id, communityId: community } });
  return row && { id, sealed: row.sealed };
}

export async function listAgreements(tx: Tx, community: CommunityId): Promise<KeptAgreement[]> {
  const rows = await tx.mediationAgreement.findMany({
    where: { communityId: community },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, sealed }) => ({ id: id as AgreementId, sealed }));
}

export async function deleteAgreement(
  tx: Tx,
  community: CommunityId,
  id: AgreementId,
): Promise<void> {
  await tx.mediationAgreement.deleteMany({ where: { id, communityId: community } });
}
