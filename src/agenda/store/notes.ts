import type { Tx } from '../../database/transaction.js';
import { type CommunityId, type MemberId, newId, type SittingId } from '../../kernel/ids.js';
import type { Note, Presences } from '../types.js';

/** Every version of every line, in the order they were written. */
export async function notesOf(tx: Tx, community: CommunityId, sitting: SittingId): Promise<Note[]> {
  const rows = await tx.sittingNote.findMany({
    where: { communityId: community, sittingId: sitting },
    orderBy: [{ key: 'asc' }, { version: 'asc' }],
  });
  return rows.map(({ key, version, item, text, authorId, createdAt }) => ({
    ...{ key, version, item, text, writtenAt: createdAt },
    author: authorId as MemberId,
  }));
}

export async function insertNote(
  tx: Tx,
  community: CommunityId,
  sitting: SittingId,
  { author, writtenAt, ...note }: Note,
): Promise<void> {
  await tx.sittingNote.create({
    data: {
      ...{ id: newId(writtenAt), communityId: community, sittingId: sitting, ...note },
      ...{ authorId: author, createdAt: writtenAt },
    },
  });
}

/** As it was written each time, the first first. */
export async function presencesOf(
  tx: Tx,
  community: CommunityId,
  sitting: SittingId,
): Promise<Presences[]> {
  const rows = await tx.sittingPresence.findMany({
    where: { communityId: community, sittingId: sitting },
    orderBy: { version: 'asc' },
  });
  return rows.map(({ version, memberIds, authorId, createdAt }) => ({
    ...{ version, members: memberIds as MemberId[], writtenAt: createdAt },
    author: authorId as MemberId,
  }));
}

export async function insertPresences(
  tx: Tx,
  community: CommunityId,
  sitting: SittingId,
  { version, members, author, writtenAt }: Presences,
): Promise<void> {
  await tx.sittingPresence.create({
    data: {
      ...{ id: newId(writtenAt), communityId: community, sittingId: sitting, version },
      ...{ memberIds: [...members], authorId: author, createdAt: writtenAt },
    },
  });
}
