import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import type { ContextId, ImportId, WealthImport } from '../types.js';

type Of = Pick<WealthImport, 'id' | 'community'>;

/** A file, and what is kept of it. */
export interface KeptImport {
  readonly file: WealthImport;
  readonly content: string;
}

export async function insertImport(tx: Tx, { file, content }: KeptImport): Promise<void> {
  const { community, context, member, ...rest } = file;
  await tx.wealthImport.create({
    data: { ...rest, content, communityId: community, contextId: context, memberId: member },
  });
}

export async function findImport(
  tx: Tx,
  community: CommunityId,
  which: { readonly number: number } | { readonly id: ImportId },
): Promise<KeptImport | null> {
  const row = await tx.wealthImport.findFirst({ where: { communityId: community, ...which } });
  if (!row) return null;
  const { id, communityId: _, contextId, memberId, content, ...rest } = row;
  const file: WealthImport = {
    ...{ ...rest, id: id as ImportId, community },
    ...{ context: contextId as ContextId, member: memberId as MemberId },
  };
  return { file, content };
}

/** It is taken in: what was read of it is not kept a second time. */
export async function setImported(tx: Tx, { id, community }: Of, doneAt: Date): Promise<void> {
  await tx.wealthImport.updateMany({
    where: { id, communityId: community },
    data: { content: '', doneAt },
  });
}

export async function setUndone(tx: Tx, { id, community }: Of, undoneAt: Date): Promise<void> {
  await tx.wealthImport.updateMany({ where: { id, communityId: community }, data: { undoneAt } });
}

/** What was only read: that of one person, and what anybody left there before. */
export async function forgetImports(
  tx: Tx,
  community: CommunityId,
  { member, before }: { readonly member: MemberId; readonly before: Date },
): Promise<void> {
  await tx.wealthImport.deleteMany({
    where: {
      ...{ communityId: community, doneAt: null },
      OR: [{ memberId: member }, { createdAt: { lt: before } }],
    },
  });
}
