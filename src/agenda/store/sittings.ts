import type { Tx } from '../../database/transaction.js';
import {
  type CommunityId,
  type MemberId,
  newId,
  type SeriesId,
  type SittingId,
} from '../../kernel/ids.js';
import type { MeetingRole, Recurrence, RoleHeld, Series } from '../types.js';

type Of = Pick<Series, 'id' | 'community'>;

export async function findSitting(
  tx: Tx,
  { id, community }: Of,
  recurrence: Recurrence,
): Promise<SittingId | null> {
  const row = await tx.sitting.findFirst({
    where: { communityId: community, seriesId: id, recurrence },
  });
  return row && (row.id as SittingId);
}

/** Which occurrence a sitting is of. */
export async function whereabouts(
  tx: Tx,
  community: CommunityId,
  id: SittingId,
): Promise<{ readonly series: SeriesId; readonly recurrence: Recurrence } | null> {
  const row = await tx.sitting.findFirst({ where: { id, communityId: community } });
  return row && { series: row.seriesId as SeriesId, recurrence: row.recurrence };
}

/** The sitting of an occurrence, made when there is none. */
export async function openSitting(
  tx: Tx,
  series: Of,
  recurrence: Recurrence,
  now: Date,
): Promise<SittingId> {
  const known = await findSitting(tx, series, recurrence);
  if (known) return known;
  const id = newId<'sitting'>(now);
  const { id: seriesId, community } = series;
  await tx.sitting.create({
    data: { id, communityId: community, seriesId, recurrence, createdAt: now },
  });
  return id;
}

/** Which occurrences of a series have one. */
export async function sittingRecurrences(tx: Tx, { id, community }: Of): Promise<Recurrence[]> {
  const rows = await tx.sitting.findMany({
    where: { communityId: community, seriesId: id },
    select: { recurrence: true },
  });
  return rows.map(({ recurrence }) => recurrence);
}

/** A sitting follows its occurrence to another series or another time. */
export async function moveSitting(
  tx: Tx,
  { id, community }: Of,
  recurrence: Recurrence,
  to: { readonly series: SeriesId; readonly recurrence: Recurrence },
): Promise<void> {
  await tx.sitting.updateMany({
    where: { communityId: community, seriesId: id, recurrence },
    data: { seriesId: to.series, recurrence: to.recurrence },
  });
}

export async function rolesOf(
  tx: Tx,
  community: CommunityId,
  sitting: SittingId,
): Promise<RoleHeld[]> {
  const rows = await tx.sittingRoleHolder.findMany({
    where: { communityId: community, sittingId: sitting },
    orderBy: { role: 'asc' },
  });
  return rows.map(({ role, memberId, drawn }) => ({ role, member: memberId as MemberId, drawn }));
}

/** One holder each: whoever had it before does not any more. */
export async function putRole(
  tx: Tx,
  community: CommunityId,
  sitting: SittingId,
  held: RoleHeld & { readonly at: Date; readonly now: Date },
): Promise<void> {
  const { role, member, drawn, at, now } = held;
  await tx.sittingRoleHolder.upsert({
    where: { sittingId_role: { sittingId: sitting, role }, communityId: community },
    create: {
      ...{ id: newId(now), communityId: community, sittingId: sitting, role },
      ...{ memberId: member, drawn, heldAt: at },
    },
    update: { memberId: member, drawn, heldAt: at },
  });
}

export async function freeRole(
  tx: Tx,
  community: CommunityId,
  sitting: SittingId,
  role: MeetingRole,
): Promise<void> {
  await tx.sittingRoleHolder.deleteMany({
    where: { communityId: community, sittingId: sitting, role },
  });
}

/** When each account last had a role in a meeting that began before. */
export async function lastHeld(
  tx: Tx,
  community: CommunityId,
  role: MeetingRole,
  before: Date,
): Promise<{ readonly member: MemberId; readonly at: Date }[]> {
  const rows = await tx.sittingRoleHolder.groupBy({
    by: ['memberId'],
    where: { communityId: community, role, heldAt: { lt: before } },
    _max: { heldAt: true },
  });
  return rows.flatMap(({ memberId, _max: { heldAt } }) =>
    heldAt ? [{ member: memberId as MemberId, at: heldAt }] : [],
  );
}
