import type { Tx } from '../database/transaction.js';
import type { CommunityId, Id, MemberId } from '../kernel/ids.js';
import type { Json } from '../kernel/json.js';
import type { Entry } from './types.js';

export async function append(tx: Tx, entry: Entry): Promise<void> {
  const { id, community, kind, subject, member, data, at } = entry;
  await tx.journalEntry.create({
    data: { id, communityId: community, kind, subject, memberId: member, data, at },
  });
}

/** Marks an event as done; `false` when it already was. Waits for one being done right now. */
export async function claimEvent(
  tx: Tx,
  community: CommunityId,
  event: string,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.handledEvent.createMany({
    data: [{ communityId: community, event, at }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** The oldest entries whose consequences have not been put in the outbox yet. */
export async function unhandled(tx: Tx, community: CommunityId, limit: number): Promise<Entry[]> {
  const rows = await tx.journalEntry.findMany({
    where: { communityId: community, handledAt: null },
    orderBy: { position: 'asc' },
    take: limit,
  });
  return rows.map((row) => ({
    id: row.id,
    community,
    kind: row.kind,
    subject: row.subject,
    member: row.memberId as Id<'member'> | null satisfies MemberId | null,
    data: row.data as Record<string, Json>,
    at: row.at,
  }));
}

export async function markHandled(
  tx: Tx,
  community: CommunityId,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await tx.journalEntry.updateMany({
    where: { communityId: community, id: { in: [...ids] } },
    data: { handledAt: at },
  });
}

/** Communities with something left to handle. The one question asked across communities. */
export async function communitiesWaiting(tx: Tx): Promise<CommunityId[]> {
  const rows = await tx.journalEntry.findMany({
    where: { handledAt: null },
    distinct: ['communityId'],
    select: { communityId: true },
  });
  return rows.map((row) => row.communityId as CommunityId);
}

/** What somebody was called when they came is not kept either. */
export async function forgetNames(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
): Promise<void> {
  await tx.$executeRaw`update journal_entries set data = data - 'name'
    where community_id = ${community}::uuid and kind = 'member.joined'
      and subject = any(${[...members]}::uuid[])`;
}

/** Forgets the events nobody can deliver again. */
export async function forgetEvents(tx: Tx, before: Date): Promise<void> {
  await tx.handledEvent.deleteMany({ where: { at: { lt: before } } });
}
