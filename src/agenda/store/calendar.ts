import type { Prisma } from '../../database/generated/client.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MemberId, RoomId, SeriesId } from '../../kernel/ids.js';
import type { Answer, Series } from '../types.js';
import { toSeries } from './series.js';

/** Which meetings of a community a calendar shows. */
export interface Shown {
  /** Not those that were over by then. */
  readonly from: Date;
  readonly theme: string | null;
  readonly room: RoomId | null;
  /** Those that one of these said yes to; `null` for all. */
  readonly comingTo: readonly MemberId[] | null;
}

const where = (community: CommunityId, { from, theme, room }: Shown): Prisma.SeriesWhereInput => ({
  communityId: community,
  OR: [{ lastAt: null }, { lastAt: { gte: from } }],
  ...(theme !== null && { theme: { equals: theme, mode: 'insensitive' } }),
  ...(room !== null && { roomId: room }),
});

/** The meetings that these said yes to. */
export async function answeredYes(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
): Promise<SeriesId[]> {
  const rows = await tx.answer.findMany({
    where: { communityId: community, memberId: { in: [...members] }, presence: 'yes' },
    distinct: ['seriesId'],
    select: { seriesId: true },
  });
  return rows.map(({ seriesId }) => seriesId as SeriesId);
}

/** So many of them at a time, in the order of their ids. */
export async function seriesPage(
  tx: Tx,
  community: CommunityId,
  shown: Shown,
  page: {
    readonly after: SeriesId | null;
    readonly limit: number;
    readonly only: readonly SeriesId[] | null;
  },
): Promise<Series[]> {
  const { after, limit, only } = page;
  const rows = await tx.series.findMany({
    where: {
      ...where(community, shown),
      id: { ...(after !== null && { gt: after }), ...(only !== null && { in: [...only] }) },
    },
    orderBy: { id: 'asc' },
    take: limit,
  });
  return rows.map(toSeries);
}

/** What changes whenever what a calendar shows does: how many, and the latest change. */
export async function versionOf(
  tx: Tx,
  community: CommunityId,
  shown: Shown,
  answersOf: readonly MemberId[] | null,
): Promise<{ readonly text: string; readonly latest: Date }> {
  const series = await tx.series.aggregate({
    where: where(community, shown),
    _count: { _all: true },
    _max: { updatedAt: true },
  });
  const parts = [series._count._all, series._max.updatedAt?.getTime() ?? 0];
  let latest = series._max.updatedAt ?? new Date(0);
  if (answersOf) {
    const answers = await tx.answer.aggregate({
      where: {
        communityId: community,
        ...(answersOf.length > 0 && { memberId: { in: [...answersOf] } }),
      },
      _count: { _all: true },
      _max: { answeredAt: true },
    });
    parts.push(answers._count._all, answers._max.answeredAt?.getTime() ?? 0);
    if (answers._max.answeredAt && answers._max.answeredAt > latest)
      latest = answers._max.answeredAt;
  }
  return { text: [community, ...parts].join('.'), latest };
}

/** What one person answered to these meetings, under any of their accounts. */
export async function ownAnswers(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
  series: readonly SeriesId[],
): Promise<Map<SeriesId, Answer[]>> {
  const rows = await tx.answer.findMany({
    where: {
      communityId: community,
      memberId: { in: [...members] },
      seriesId: { in: [...series] },
    },
    orderBy: { answeredAt: 'asc' },
  });
  const found = new Map<SeriesId, Answer[]>();
  for (const { seriesId, memberId, recurrence, presence, note, since, answeredAt } of rows) {
    const answer: Answer = {
      ...{ member: memberId as MemberId, recurrence, presence, note, since, answeredAt },
    };
    const id = seriesId as SeriesId;
    const list = found.get(id);
    if (list) list.push(answer);
    else found.set(id, [answer]);
  }
  return found;
}
