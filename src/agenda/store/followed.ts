import type { Tx } from '../../database/transaction.js';
import type { CommunityId, FollowedId, MemberId, RoomId } from '../../kernel/ids.js';
import type { Followed } from '../types.js';

type Row = Awaited<ReturnType<Tx['followedCalendar']['findFirstOrThrow']>>;

const toFollowed = ({ id, communityId, memberId, roomId, ...rest }: Row): Followed => ({
  ...rest,
  id: id as FollowedId,
  community: communityId as CommunityId,
  member: memberId as MemberId,
  room: roomId as RoomId | null,
});

export async function insertFollowed(tx: Tx, followed: Followed): Promise<void> {
  const { community, member, room, ...rest } = followed;
  await tx.followedCalendar.create({
    data: { ...rest, communityId: community, memberId: member, roomId: room },
  });
}

export async function listFollowed(tx: Tx, community: CommunityId): Promise<Followed[]> {
  const rows = await tx.followedCalendar.findMany({
    where: { communityId: community },
    orderBy: { number: 'asc' },
  });
  return rows.map(toFollowed);
}

export async function findFollowed(
  tx: Tx,
  community: CommunityId,
  which: { readonly number: number } | { readonly id: FollowedId },
): Promise<Followed | null> {
  const row = await tx.followedCalendar.findFirst({ where: { communityId: community, ...which } });
  return row && toFollowed(row);
}

/** `null` when nobody follows it any more; else nobody stops while the transaction lasts. */
export async function lockFollowed(
  tx: Tx,
  community: CommunityId,
  id: FollowedId,
): Promise<Followed | null> {
  await tx.$queryRaw`select 1 from followed_calendars
    where community_id = ${community}::uuid and id = ${id}::uuid for update`;
  return findFollowed(tx, community, { id });
}

export async function updateFollowed(
  tx: Tx,
  { id, community }: Pick<Followed, 'id' | 'community'>,
  change: Partial<Omit<Followed, 'id' | 'community' | 'member' | 'room' | 'number'>>,
): Promise<void> {
  await tx.followedCalendar.updateMany({ where: { id, communityId: community }, data: change });
}

export async function deleteFollowed(
  tx: Tx,
  { id, community }: Pick<Followed, 'id' | 'community'>,
): Promise<void> {
  await tx.followedCalendar.deleteMany({ where: { id, communityId: community } });
}
