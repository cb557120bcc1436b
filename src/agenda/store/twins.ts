import type { Tx } from '../../database/transaction.js';
import type { CommunityId, SeriesId } from '../../kernel/ids.js';

/** One meeting that two communities have, by the UID that calendars know it by. */
export interface Twin {
  readonly twin: SeriesId;
  readonly kept: SeriesId;
  /** Both have prepared the same occurrence, each in its way. */
  readonly bothPrepared: boolean;
}

export async function listTwins(tx: Tx, from: CommunityId, to: CommunityId): Promise<Twin[]> {
  return tx.$queryRaw<Twin[]>`
    select f.id as twin, t.id as kept, exists (
      select 1 from sittings a join sittings b on b.recurrence = a.recurrence
      where a.series_id = f.id and b.series_id = t.id) as "bothPrepared"
    from series f join series t on t.uid = f.uid and t.community_id = ${to}::uuid
    where f.community_id = ${from}::uuid order by f.id`;
}

export async function renameTwin(tx: Tx, from: CommunityId, { twin }: Twin, uid: string) {
  await tx.series.updateMany({ where: { id: twin, communityId: from }, data: { uid } });
}

/** All that was said and done about the one is about the other; the one is no more. */
export async function mergeTwin(tx: Tx, from: CommunityId, { twin, kept }: Twin): Promise<void> {
  const of = { communityId: from, seriesId: twin };
  const to = { seriesId: kept };
  await tx.answer.updateMany({ where: of, data: to });
  await tx.sitting.updateMany({ where: of, data: to });
  await tx.task.updateMany({ where: of, data: to });
  await tx.poll.updateMany({ where: of, data: to });
  await tx.calendarCopy.updateMany({ where: of, data: to });
  await tx.calendarConflict.updateMany({ where: of, data: to });
  // What was said of it in rooms is drawn anew as the other.
  await tx.delivery.updateMany({
    where: { communityId: from, subject: twin },
    data: { subject: kept },
  });
  await tx.alarm.deleteMany({ where: { communityId: from, subject: twin } });
  await tx.occurrenceChange.deleteMany({ where: of });
  await tx.series.deleteMany({ where: { id: twin, communityId: from } });
}

/**
 * A server that shows the events of both shows them as one community's. Those of a twin that is no
 * more are no longer wanted there, and so are taken away.
 */
export async function mergePlaces(tx: Tx, from: CommunityId, to: CommunityId): Promise<void> {
  const places = await tx.eventPlace.findMany({ where: { communityId: from } });
  for (const { id, platform, place } of places) {
    const same = await tx.eventPlace.findFirst({ where: { communityId: to, platform, place } });
    if (!same) continue;
    await tx.mirroredEvent.updateMany({
      where: { communityId: from, placeId: id },
      data: { placeId: same.id },
    });
    await tx.eventPlace.deleteMany({ where: { id, communityId: from } });
  }
}
