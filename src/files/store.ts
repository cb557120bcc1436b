import type { Tx } from '../database/transaction.js';
import type { AccountId, CommunityId, FileId } from '../kernel/ids.js';

/** A file as it is kept, without its bytes. */
export interface KeptFile {
  readonly id: FileId;
  readonly community: CommunityId;
  /** What is said of it, sealed. */
  readonly about: string;
}

export async function insertFile(
  tx: Tx,
  file: KeptFile & {
    readonly account: AccountId;
    readonly content: Uint8Array;
    readonly createdAt: Date;
  },
): Promise<void> {
  const { community, account, content, ...rest } = file;
  await tx.givenFile.create({
    data: {
      ...{ ...rest, communityId: community, accountId: account, kept: false },
      content: new Uint8Array(content),
    },
  });
}

const WITHOUT_BYTES = { id: true, communityId: true, about: true } as const;

const toKept = (row: { id: string; communityId: string; about: string }): KeptFile => ({
  ...{ id: row.id as FileId, community: row.communityId as CommunityId, about: row.about },
});

/** One that this account gave, and that nothing has kept yet. */
export async function findHeld(
  tx: Tx,
  community: CommunityId,
  account: AccountId,
  id: FileId,
): Promise<KeptFile | null> {
  const row = await tx.givenFile.findFirst({
    where: { id, communityId: community, accountId: account, kept: false },
    select: WITHOUT_BYTES,
  });
  return row && toKept(row);
}

export async function listKept(
  tx: Tx,
  community: CommunityId,
  ids: readonly FileId[],
): Promise<KeptFile[]> {
  const rows = await tx.givenFile.findMany({
    where: { communityId: community, id: { in: [...ids] }, kept: true },
    select: WITHOUT_BYTES,
  });
  return rows.map(toKept);
}

export async function readContent(
  tx: Tx,
  community: CommunityId,
  id: FileId,
): Promise<Uint8Array | null> {
  const row = await tx.givenFile.findFirst({
    where: { id, communityId: community, kept: true },
    select: { content: true },
  });
  return row?.content ?? null;
}

/** `false` when it is gone, or something has it already. */
export async function keepFile(tx: Tx, community: CommunityId, id: FileId): Promise<boolean> {
  const { count } = await tx.givenFile.updateMany({
    where: { id, communityId: community, kept: false },
    data: { kept: true },
  });
  return count === 1;
}

export async function deleteFile(tx: Tx, community: CommunityId, id: FileId): Promise<void> {
  await tx.givenFile.deleteMany({ where: { id, communityId: community } });
}

/** What nothing kept. */
export async function deleteHeldBefore(tx: Tx, before: Date): Promise<void> {
  await tx.givenFile.deleteMany({ where: { kept: false, createdAt: { lt: before } } });
}
