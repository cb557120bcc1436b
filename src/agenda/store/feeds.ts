import type { Tx } from '../../database/transaction.js';
import type { CommunityId, FeedId, MemberId, RoomId } from '../../kernel/ids.js';
import { localeFrom } from '../../kernel/locale.js';
import type { Feed } from '../types.js';

type Row = Awaited<ReturnType<Tx['calendarFeed']['findFirstOrThrow']>>;

function toFeed(row: Row): Feed {
  const { id, communityId, memberId, roomId, locale, digest: _, ...rest } = row;
  return {
    ...rest,
    id: id as FeedId,
    community: communityId as CommunityId,
    member: memberId as MemberId,
    room: roomId as RoomId | null,
    locale: localeFrom(locale),
  };
}

export async function insertFeed(
  tx: Tx,
  feed: Feed,
  digest: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const { community, member, room, ...rest } = feed;
  await tx.calendarFeed.create({
    data: { ...rest, communityId: community, memberId: member, roomId: room, digest },
  });
}

/** By its secret alone, from whatever community: who holds the address may read. */
export async function findFeedBy(tx: Tx, digest: Uint8Array<ArrayBuffer>): Promise<Feed | null> {
  const row = await tx.calendarFeed.findUnique({ where: { digest } });
  return row && toFeed(row);
}

export async function findFeed(
  tx: Tx,
  community: CommunityId,
  number: number,
): Promise<Feed | null> {
  const row = await tx.calendarFeed.findFirst({ where: { communityId: community, number } });
  return row && toFeed(row);
}

/** Those of a person, and those that are everybody's. */
export async function listFeeds(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
): Promise<Feed[]> {
  const rows = await tx.calendarFeed.findMany({
    where: { communityId: community, OR: [{ memberId: { in: [...members] } }, { public: true }] },
    orderBy: { number: 'asc' },
  });
  return rows.map(toFeed);
}

/** The former address leads nowhere from now on. */
export async function replaceDigest(
  tx: Tx,
  { id, community }: Pick<Feed, 'id' | 'community'>,
  digest: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await tx.calendarFeed.updateMany({ where: { id, communityId: community }, data: { digest } });
}

export async function deleteFeed(
  tx: Tx,
  { id, community }: Pick<Feed, 'id' | 'community'>,
): Promise<void> {
  await tx.calendarFeed.deleteMany({ where: { id, communityId: community } });
}

export async function touchFeed(
  tx: Tx,
  { id, community }: Pick<Feed, 'id' | 'community'>,
  readAt: Date,
): Promise<void> {
  await tx.calendarFeed.updateMany({ where: { id, communityId: community }, data: { readAt } });
}
