import type { Tx } from '../../database/transaction.js';
import {
  type CommunityId,
  type EventPlaceId,
  newId,
  type RoomId,
  type SeriesId,
} from '../../kernel/ids.js';
import type { EventPlace, EventProblem, Mirrored, Recurrence, Series } from '../types.js';

type Row = Awaited<ReturnType<Tx['eventPlace']['findFirstOrThrow']>>;
type Key = Pick<EventPlace, 'id' | 'community'>;

const toPlace = ({ id, communityId, platform, place, problem, failures, making }: Row) =>
  ({
    ...{ id: id as EventPlaceId, community: communityId as CommunityId, platform, place },
    ...{ problem: problem as EventProblem | '', failures, making },
  }) satisfies EventPlace;

/** The rooms that hear of the agenda on these networks, by the networks' own ids. */
export async function roomsOn(
  tx: Tx,
  community: CommunityId,
  platforms: readonly string[],
): Promise<{ readonly id: RoomId; readonly platform: string; readonly platformId: string }[]> {
  const rows = await tx.room.findMany({
    where: {
      ...{ communityId: community, platform: { in: [...platforms] } },
      OR: [{ listens: { isEmpty: true } }, { listens: { has: 'agenda' } }],
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, platform, platformId }) => ({ id: id as RoomId, platform, platformId }));
}

export async function listPlaces(tx: Tx, community: CommunityId): Promise<EventPlace[]> {
  const rows = await tx.eventPlace.findMany({
    where: { communityId: community },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toPlace);
}

/** The place, made when it is not known yet. */
export async function openPlace(
  tx: Tx,
  community: CommunityId,
  { platform, place }: Pick<EventPlace, 'platform' | 'place'>,
  now: Date,
): Promise<EventPlace> {
  const row = await tx.eventPlace.upsert({
    where: { communityId_platform_place: { communityId: community, platform, place } },
    create: {
      ...{ id: newId(now), communityId: community, platform, place },
      ...{ problem: '', failures: 0, making: false, createdAt: now },
    },
    update: {},
  });
  return toPlace(row);
}

/** Takes it for oneself for a while; `false` when somebody else has it. */
export async function leasePlace(
  tx: Tx,
  { id, community }: Key,
  now: Date,
  until: Date,
): Promise<boolean> {
  const { count } = await tx.eventPlace.updateMany({
    where: { id, communityId: community, OR: [{ busyUntil: null }, { busyUntil: { lte: now } }] },
    data: { busyUntil: until },
  });
  return count === 1;
}

export async function updatePlace(
  tx: Tx,
  { id, community }: Key,
  change: Partial<Pick<EventPlace, 'problem' | 'failures' | 'making'>> & {
    readonly busyUntil?: null;
  },
): Promise<void> {
  await tx.eventPlace.updateMany({ where: { id, communityId: community }, data: change });
}

/** With all that was shown there. */
export async function deletePlace(tx: Tx, { id, community }: Key): Promise<void> {
  await tx.mirroredEvent.deleteMany({ where: { communityId: community, placeId: id } });
  await tx.eventPlace.deleteMany({ where: { id, communityId: community } });
}

export async function mirroredIn(tx: Tx, { id, community }: Key): Promise<Mirrored[]> {
  const rows = await tx.mirroredEvent.findMany({
    where: { communityId: community, placeId: id },
    orderBy: { startsAt: 'asc' },
  });
  return rows.map(({ seriesId, recurrence, ref, said, startsAt, endsAt }) => ({
    ...{ series: seriesId as SeriesId, recurrence, ref, said, startsAt, endsAt },
  }));
}

/** Which of these some community has, whichever: one server may be the place of several. */
export async function knownRefs(tx: Tx, refs: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.mirroredEvent.findMany({
    where: { ref: { in: [...refs] } },
    select: { ref: true },
  });
  return new Set(rows.map(({ ref }) => ref));
}

export async function putMirrored(
  tx: Tx,
  { id, community }: Key,
  { series, recurrence, ...said }: Mirrored,
  now: Date,
): Promise<void> {
  await tx.mirroredEvent.upsert({
    where: {
      placeId_seriesId_recurrence: { placeId: id, seriesId: series, recurrence },
      communityId: community,
    },
    create: {
      ...{ id: newId(now), communityId: community, placeId: id },
      ...{ seriesId: series, recurrence, ...said },
    },
    update: said,
  });
}

export async function deleteMirrored(
  tx: Tx,
  { id, community }: Key,
  { series, recurrence }: Pick<Mirrored, 'series' | 'recurrence'>,
): Promise<void> {
  await tx.mirroredEvent.deleteMany({
    where: { communityId: community, placeId: id, seriesId: series, recurrence },
  });
}

type Of = Pick<Series, 'id' | 'community'>;

/** Which occurrences of a series some network shows. */
export async function mirroredRecurrences(tx: Tx, { id, community }: Of): Promise<Recurrence[]> {
  const rows = await tx.mirroredEvent.findMany({
    where: { communityId: community, seriesId: id },
    distinct: ['recurrence'],
    select: { recurrence: true },
  });
  return rows.map(({ recurrence }) => recurrence);
}

/** What networks show follows its occurrence to another series or another time. */
export async function moveMirrored(
  tx: Tx,
  { id, community }: Of,
  recurrence: Recurrence,
  to: { readonly series: SeriesId; readonly recurrence: Recurrence },
): Promise<void> {
  await tx.mirroredEvent.updateMany({
    where: { communityId: community, seriesId: id, recurrence },
    data: { seriesId: to.series, recurrence: to.recurrence },
  });
}
