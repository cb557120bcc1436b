import type { Tx } from '../database/transaction.js';
import type { AccountId, CommunityId, Id } from '../kernel/ids.js';

export type DialogueId = Id<'dialogue'>;

export interface DialogueRow {
  readonly id: DialogueId;
  readonly community: CommunityId;
  readonly account: AccountId;
  readonly sealed: string;
}

export async function saveDialogue(tx: Tx, row: DialogueRow, now: Date): Promise<void> {
  const { id, community, account, sealed } = row;
  await tx.dialogue.upsert({
    where: { id },
    create: {
      id,
      communityId: community,
      accountId: account,
      args: sealed,
      createdAt: now,
    },
    update: { args: sealed },
  });
}

export async function findDialogue(tx: Tx, id: string): Promise<DialogueRow | null> {
  const row = await tx.dialogue.findUnique({ where: { id } });
  return (
    row && {
      id: row.id as DialogueId,
      community: row.communityId as CommunityId,
      account: row.accountId as AccountId,
      sealed: row.args,
    }
  );
}

export async function deleteDialogue(tx: Tx, community: CommunityId, id: string): Promise<void> {
  await tx.dialogue.deleteMany({ where: { id, communityId: community } });
}

export async function deleteDialoguesBefore(tx: Tx, before: Date): Promise<void> {
  await tx.dialogue.deleteMany({ where: { createdAt: { lt: before } } });
}
