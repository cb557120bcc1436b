import type { Tx } from '../../database/transaction.js';
import {
  type CommunityId,
  type FloorId,
  type MemberId,
  newId,
  type SittingId,
} from '../../kernel/ids.js';
import type { Floor, Turn } from '../types.js';

type Row = Awaited<ReturnType<Tx['floor']['findFirstOrThrow']>>;

const toFloor = ({ id, communityId, sittingId, shares, openedAt, closedAt }: Row): Floor => ({
  ...{ shares, openedAt, closedAt },
  id: id as FloorId,
  community: communityId as CommunityId,
  sitting: sittingId as SittingId | null,
});

export async function insertFloor(tx: Tx, floor: Floor): Promise<void> {
  const { community, sitting, ...rest } = floor;
  await tx.floor.create({ data: { ...rest, communityId: community, sittingId: sitting } });
}

/** The latest that is open: of that sitting, or beside any. */
export async function openFloor(
  tx: Tx,
  community: CommunityId,
  sitting: SittingId | null,
): Promise<Floor | null> {
  const row = await tx.floor.findFirst({
    where: { communityId: community, sittingId: sitting, closedAt: null },
    orderBy: { openedAt: 'desc' },
  });
  return row && toFloor(row);
}

export async function findFloor(
  tx: Tx,
  community: CommunityId,
  id: FloorId,
): Promise<Floor | null> {
  const row = await tx.floor.findFirst({ where: { id, communityId: community } });
  return row && toFloor(row);
}

/** Holds it until the end of the transaction: the floor is given in turn. */
export async function lockFloor(tx: Tx, community: CommunityId, id: FloorId): Promise<void> {
  await tx.$queryRaw`select 1 from floors
    where community_id = ${community}::uuid and id = ${id}::uuid for update`;
}

export async function closeFloor(
  tx: Tx,
  { id, community }: Pick<Floor, 'id' | 'community'>,
  now: Date,
): Promise<void> {
  await tx.floor.updateMany({ where: { id, communityId: community }, data: { closedAt: now } });
}

export async function turnsOf(
  tx: Tx,
  { id, community }: Pick<Floor, 'id' | 'community'>,
): Promise<Turn[]> {
  const rows = await tx.floorTurn.findMany({
    where: { communityId: community, floorId: id },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id: turn, memberId, askedAt, startedAt, endedAt }) => ({
    ...{ id: turn, member: memberId as MemberId, askedAt, startedAt, endedAt },
  }));
}

export async function insertTurn(
  tx: Tx,
  { id, community }: Pick<Floor, 'id' | 'community'>,
  member: MemberId,
  now: Date,
): Promise<void> {
  await tx.floorTurn.create({
    data: {
      ...{ id: newId(now), communityId: community, floorId: id, memberId: member },
      ...{ askedAt: now, startedAt: null, endedAt: null },
    },
  });
}

export async function timeTurn(
  tx: Tx,
  community: CommunityId,
  turn: string,
  times: { readonly startedAt?: Date; readonly endedAt?: Date },
): Promise<void> {
  await tx.floorTurn.updateMany({ where: { id: turn, communityId: community }, data: times });
}

/** They do not ask any more, under any of their accounts. */
export async function deleteWaiting(
  tx: Tx,
  { id, community }: Pick<Floor, 'id' | 'community'>,
  members: readonly MemberId[],
): Promise<number> {
  const { count } = await tx.floorTurn.deleteMany({
    where: {
      ...{ communityId: community, floorId: id, startedAt: null },
      memberId: { in: [...members] },
    },
  });
  return count;
}
