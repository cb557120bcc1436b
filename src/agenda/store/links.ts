import type { Tx } from '../../database/transaction.js';
import {
  type CommunityId,
  type ConflictId,
  type LinkId,
  type MemberId,
  newId,
  type SeriesId,
} from '../../kernel/ids.js';
import type { CalendarLink, Conflict, Copy } from '../types.js';

type Row = Awaited<ReturnType<Tx['calendarLink']['findFirstOrThrow']>>;
type Key = Pick<CalendarLink, 'id' | 'community'>;

const toLink = ({ id, communityId, memberId, busyUntil: _, ...rest }: Row): CalendarLink => ({
  ...rest,
  id: id as LinkId,
  community: communityId as CommunityId,
  member: memberId as MemberId,
});

export async function insertLink(tx: Tx, link: CalendarLink): Promise<void> {
  const { community, member, ...rest } = link;
  await tx.calendarLink.create({ data: { ...rest, communityId: community, memberId: member } });
}

export async function listLinks(tx: Tx, community: CommunityId): Promise<CalendarLink[]> {
  const rows = await tx.calendarLink.findMany({
    where: { communityId: community },
    orderBy: { number: 'asc' },
  });
  return rows.map(toLink);
}

export async function findLink(
  tx: Tx,
  community: CommunityId,
  id: LinkId,
): Promise<CalendarLink | null> {
  const row = await tx.calendarLink.findFirst({ where: { communityId: community, id } });
  return row && toLink(row);
}

/** Takes the link for oneself for a while; `false` when somebody else has it, or it is gone. */
export async function leaseLink(
  tx: Tx,
  { id, community }: Key,
  now: Date,
  until: Date,
): Promise<boolean> {
  const { count } = await tx.calendarLink.updateMany({
    where: { id, communityId: community, OR: [{ busyUntil: null }, { busyUntil: { lte: now } }] },
    data: { busyUntil: until },
  });
  return count === 1;
}

/** What was found out, and the lease given back; `false` when the link is gone. */
export async function settleLink(
  tx: Tx,
  { id, community }: Key,
  change: Partial<Omit<CalendarLink, 'id' | 'community' | 'member' | 'number'>>,
): Promise<boolean> {
  const where = { id, communityId: community };
  const { count } = await tx.calendarLink.updateMany({
    where,
    data: { ...change, busyUntil: null },
  });
  return count === 1;
}

export async function deleteLink(tx: Tx, { id, community }: Key): Promise<void> {
  await tx.calendarCopy.deleteMany({ where: { communityId: community, linkId: id } });
  await tx.calendarLink.deleteMany({ where: { id, communityId: community } });
}

export async function copiesOf(tx: Tx, { id, community }: Key): Promise<Copy[]> {
  const rows = await tx.calendarCopy.findMany({ where: { communityId: community, linkId: id } });
  return rows.map(({ href, etag, seriesId, agreedAt, kept }) => ({
    ...{ href, etag, agreedAt, kept, series: seriesId as SeriesId | null },
  }));
}

export async function putCopy(tx: Tx, link: Key, copy: Copy, now: Date): Promise<void> {
  const { href, etag, series, agreedAt, kept } = copy;
  const data = { etag, seriesId: series, agreedAt, kept: [...kept] };
  await tx.calendarCopy.upsert({
    where: { linkId_href: { linkId: link.id, href }, communityId: link.community },
    create: { id: newId(now), communityId: link.community, linkId: link.id, href, ...data },
    update: data,
  });
}

export async function deleteCopy(tx: Tx, link: Key, href: string): Promise<void> {
  await tx.calendarCopy.deleteMany({
    where: { communityId: link.community, linkId: link.id, href },
  });
}

/** Ours that are not there as they are here, some at a time: neither followed nor long over. */
export async function seriesToPush(
  tx: Tx,
  link: Key,
  { from, limit }: { readonly from: Date; readonly limit: number },
): Promise<SeriesId[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select s.id from series s
    left join calendar_copies c on c.series_id = s.id and c.link_id = ${link.id}::uuid
    where s.community_id = ${link.community}::uuid and s.followed_id is null and (
      (c.id is null and s.state = 'planned' and (s.last_at is null or s.last_at >= ${from}))
      or (c.id is not null and c.agreed_at is distinct from s.updated_at))
    order by s.id limit ${limit}`;
  return rows.map(({ id }) => id as SeriesId);
}

export async function insertConflict(tx: Tx, conflict: Conflict): Promise<void> {
  const { community, series, ...rest } = conflict;
  await tx.calendarConflict.create({ data: { ...rest, communityId: community, seriesId: series } });
}

export async function findConflict(
  tx: Tx,
  community: CommunityId,
  id: ConflictId,
): Promise<Conflict | null> {
  const row = await tx.calendarConflict.findFirst({ where: { communityId: community, id } });
  if (!row) return null;
  const { seriesId, communityId: _, ...rest } = row;
  return { ...rest, id, community, series: seriesId as SeriesId };
}

export async function updateConflict(
  tx: Tx,
  { id, community }: Pick<Conflict, 'id' | 'community'>,
  change: Pick<Conflict, 'ours' | 'lost' | 'takenAt'>,
): Promise<void> {
  await tx.calendarConflict.updateMany({ where: { id, communityId: community }, data: change });
}
