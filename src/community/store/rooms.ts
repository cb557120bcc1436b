import type { Tx } from '../../database/transaction.js';
import type { CommunityId, RoomId } from '../../kernel/ids.js';
import { isLocale } from '../../kernel/locale.js';
import type { Room } from '../types.js';

const toRoom = (row: Awaited<ReturnType<Tx['room']['findFirstOrThrow']>>): Room => ({
  id: row.id as RoomId,
  name: row.name,
  locale: row.locale && isLocale(row.locale) ? row.locale : null,
  listens: row.listens,
  shareSign: row.shareSign,
  platform: row.platform,
  goneAt: row.goneAt,
});

/** The room and whose it is, by the platform's id: how a community is known from outside. */
export async function findRoom(
  tx: Tx,
  platform: string,
  platformId: string,
): Promise<{ community: CommunityId; room: Room } | null> {
  const row = await tx.room.findUnique({
    where: { platform_platformId: { platform, platformId } },
  });
  return row && { community: row.communityId as CommunityId, room: toRoom(row) };
}

/** Nothing to do when the new one is known already. */
export async function moveRoom(tx: Tx, platform: string, from: string, to: string): Promise<void> {
  if (await findRoom(tx, platform, to)) return;
  await tx.room.updateMany({ where: { platform, platformId: from }, data: { platformId: to } });
}

export async function createRoom(
  tx: Tx,
  community: CommunityId,
  room: { id: RoomId; platform: string; platformId: string; name: string },
  now: Date,
): Promise<void> {
  await tx.room.create({ data: { ...room, communityId: community, createdAt: now } });
}

/** The rooms of a community, the oldest first. */
export async function listRooms(tx: Tx, community: CommunityId): Promise<Room[]> {
  const rows = await tx.room.findMany({
    where: { communityId: community },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toRoom);
}

/** Somebody uses ECC there again: what was left to say is said. */
export async function welcomeBack(tx: Tx, community: CommunityId, room: RoomId): Promise<void> {
  await tx.room.updateMany({
    where: { id: room, communityId: community },
    data: { goneAt: null },
  });
}

/** Of whichever community: the network knows rooms, not communities. */
export async function markGone(
  tx: Tx,
  { platform, platformIds }: { readonly platform: string; readonly platformIds: readonly string[] },
  now: Date,
): Promise<void> {
  await tx.room.updateMany({
    where: { platform, platformId: { in: [...platformIds] }, goneAt: null },
    data: { goneAt: now },
  });
}
