import type { Prisma } from '../../database/generated/client.js';
import type { Tx } from '../../database/transaction.js';
import {
  type CommunityId,
  type FollowedId,
  type MemberId,
  newId,
  type RoomId,
  type SeriesId,
} from '../../kernel/ids.js';
import type { Change, Series, Which } from '../types.js';

type Row = Awaited<ReturnType<Tx['series']['findFirstOrThrow']>>;
type ChangeRow = Awaited<ReturnType<Tx['occurrenceChange']['findFirstOrThrow']>>;

export function toSeries(row: Row): Series {
  const { communityId, id, roomId, authorId, followedId, firstAt: _, lastAt: __, ...rest } = row;
  return {
    ...rest,
    id: id as SeriesId,
    community: communityId as CommunityId,
    room: roomId as RoomId | null,
    author: authorId as MemberId,
    followed: followedId as FollowedId | null,
  };
}

const toChange = ({ id: _, communityId: __, seriesId: ___, ...change }: ChangeRow): Change =>
  change;

/** When a series begins and, unless it is endless, ends: what a window is compared to. */
export interface Span {
  readonly firstAt: Date;
  readonly lastAt: Date | null;
}

const columns = (series: Series): Prisma.SeriesCreateInput => {
  const { community, room, author, followed, except, extra, remindBefore, ...rest } = series;
  return {
    ...rest,
    ...{ communityId: community, roomId: room, authorId: author, followedId: followed },
    ...{ except: [...except], extra: [...extra], remindBefore: [...remindBefore] },
  } as unknown as Prisma.SeriesCreateInput;
};

export async function insertSeries(tx: Tx, series: Series, span: Span): Promise<void> {
  await tx.series.create({ data: { ...columns(series), ...span } });
}

export async function saveSeries(tx: Tx, series: Series, span: Span): Promise<void> {
  const { id, community } = series;
  await tx.series.updateMany({
    where: { id, communityId: community },
    data: { ...columns(series), ...span } as Prisma.SeriesUpdateManyMutationInput,
  });
}

export async function findSeries(
  tx: Tx,
  community: CommunityId,
  which: Which,
): Promise<Series | null> {
  const row = await tx.series.findFirst({ where: { communityId: community, ...which } });
  return row && toSeries(row);
}

/** Holds the series until the end of the transaction: places are given in turn. */
export async function lockSeries(tx: Tx, community: CommunityId, which: Which): Promise<void> {
  if ('id' in which) {
    await tx.$queryRaw`select 1 from series
      where community_id = ${community}::uuid and id = ${which.id}::uuid for update`;
  } else {
    await tx.$queryRaw`select 1 from series
      where community_id = ${community}::uuid and number = ${which.number} for update`;
  }
}

/** Those that may have an occurrence between two instants. */
export async function seriesBetween(
  tx: Tx,
  community: CommunityId,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<Series[]> {
  const rows = await tx.series.findMany({
    where: {
      ...{ communityId: community, firstAt: { lt: to } },
      OR: [{ lastAt: null }, { lastAt: { gte: from } }],
    },
    orderBy: [{ firstAt: 'asc' }, { number: 'asc' }],
  });
  return rows.map(toSeries);
}

/** Whether any meeting of a community changed at that instant, or since. */
export async function changedSince(tx: Tx, community: CommunityId, at: Date): Promise<boolean> {
  const where = { communityId: community, updatedAt: { gte: at } };
  return (await tx.series.count({ where })) > 0;
}

export async function changesOf(
  tx: Tx,
  community: CommunityId,
  series: readonly SeriesId[],
): Promise<Map<SeriesId, Change[]>> {
  const rows = await tx.occurrenceChange.findMany({
    where: { communityId: community, seriesId: { in: [...series] } },
    orderBy: { recurrence: 'asc' },
  });
  const found = new Map<SeriesId, Change[]>();
  for (const row of rows) {
    const id = row.seriesId as SeriesId;
    found.set(id, [...(found.get(id) ?? []), toChange(row)]);
  }
  return found;
}

export async function putChange(
  tx: Tx,
  { id, community }: Pick<Series, 'id' | 'community'>,
  change: Change,
): Promise<void> {
  await tx.occurrenceChange.upsert({
    where: {
      seriesId_recurrence: { seriesId: id, recurrence: change.recurrence },
      communityId: community,
    },
    create: { id: newId(change.updatedAt), communityId: community, seriesId: id, ...change },
    update: { ...change },
  });
}

/** Moves changes to another series or another time; what is not given is left where it is. */
export async function moveChange(
  tx: Tx,
  { id, community }: Pick<Series, 'id' | 'community'>,
  recurrence: string,
  to: { readonly series: SeriesId; readonly recurrence: string },
): Promise<void> {
  await tx.occurrenceChange.updateMany({
    where: { communityId: community, seriesId: id, recurrence },
    data: { seriesId: to.series, recurrence: to.recurrence },
  });
}

export async function findByUid(
  tx: Tx,
  community: CommunityId,
  uid: string,
): Promise<Series | null> {
  const row = await tx.series.findFirst({ where: { communityId: community, uid } });
  return row && toSeries(row);
}

/** Of one followed calendar. */
export async function followedSeries(
  tx: Tx,
  community: CommunityId,
  followed: FollowedId,
): Promise<Series[]> {
  const rows = await tx.series.findMany({
    where: { communityId: community, followedId: followed },
  });
  return rows.map(toSeries);
}

/** The changes of a series are these, and no others. */
export async function replaceChanges(
  tx: Tx,
  series: Pick<Series, 'id' | 'community'>,
  changes: readonly Change[],
): Promise<void> {
  const recurrences = changes.map(({ recurrence }) => recurrence);
  await tx.occurrenceChange.deleteMany({
    where: {
      ...{ communityId: series.community, seriesId: series.id },
      recurrence: { notIn: recurrences },
    },
  });
  for (const change of changes) await putChange(tx, series, change);
}

/** With its changes; nobody has answered it. */
export async function deleteSeries(
  tx: Tx,
  { id, community }: Pick<Series, 'id' | 'community'>,
): Promise<void> {
  await tx.occurrenceChange.deleteMany({ where: { communityId: community, seriesId: id } });
  await tx.series.deleteMany({ where: { communityId: community, id } });
}
