import type { Tx } from '../../database/transaction.js';
import { type CommunityId, type MemberId, newId, type SeriesId } from '../../kernel/ids.js';
import type { Answer, Recurrence, Series } from '../types.js';

type Of = Pick<Series, 'id' | 'community'>;
type Row = Awaited<ReturnType<Tx['answer']['findFirstOrThrow']>>;

const toAnswer = ({ memberId, recurrence, presence, note, since, answeredAt }: Row): Answer => ({
  ...{ member: memberId as MemberId, recurrence, presence, note, since, answeredAt },
});

/** Answers to these occurrences; of linked accounts, each its own. */
export async function answersTo(
  tx: Tx,
  community: CommunityId,
  asked: readonly { readonly series: SeriesId; readonly recurrences: readonly Recurrence[] }[],
): Promise<Map<SeriesId, Answer[]>> {
  const found = new Map<SeriesId, Answer[]>();
  if (asked.length === 0) return found;
  const rows = await tx.answer.findMany({
    where: {
      communityId: community,
      OR: asked.map(({ series, recurrences }) => ({
        seriesId: series,
        recurrence: { in: [...recurrences] },
      })),
    },
  });
  for (const row of rows) {
    const id = row.seriesId as SeriesId;
    const list = found.get(id);
    if (list) list.push(toAnswer(row));
    else found.set(id, [toAnswer(row)]);
  }
  return found;
}

export async function putAnswer(tx: Tx, { id, community }: Of, answer: Answer): Promise<void> {
  const { member, recurrence, ...said } = answer;
  await tx.answer.upsert({
    where: {
      seriesId_recurrence_memberId: { seriesId: id, recurrence, memberId: member },
      communityId: community,
    },
    create: {
      ...{ id: newId(said.answeredAt), communityId: community, seriesId: id },
      ...{ recurrence, memberId: member, ...said },
    },
    update: said,
  });
}

/** `false` when there was none. */
export async function deleteAnswer(
  tx: Tx,
  { id, community }: Of,
  recurrence: Recurrence,
  members: readonly MemberId[],
): Promise<boolean> {
  const { count } = await tx.answer.deleteMany({
    where: {
      ...{ communityId: community, seriesId: id, recurrence },
      memberId: { in: [...members] },
    },
  });
  return count > 0;
}

/** Which occurrences of a series were answered. */
export async function answeredRecurrences(tx: Tx, { id, community }: Of): Promise<Recurrence[]> {
  const rows = await tx.answer.findMany({
    where: { communityId: community, seriesId: id },
    distinct: ['recurrence'],
    select: { recurrence: true },
  });
  return rows.map(({ recurrence }) => recurrence);
}

/** Answers follow their occurrence to another series or another time. */
export async function moveAnswers(
  tx: Tx,
  { id, community }: Of,
  recurrence: Recurrence,
  to: { readonly series: SeriesId; readonly recurrence: Recurrence },
): Promise<void> {
  await tx.answer.updateMany({
    where: { communityId: community, seriesId: id, recurrence },
    data: { seriesId: to.series, recurrence: to.recurrence },
  });
}

/** Those that hold for each time are said of the other series too. */
export async function copyAnswers(
  tx: Tx,
  { id, community }: Of,
  recurrence: Recurrence,
  to: SeriesId,
  now: Date,
): Promise<void> {
  const rows = await tx.answer.findMany({
    where: { communityId: community, seriesId: id, recurrence },
  });
  for (const row of rows) {
    await putAnswer(tx, { id: to, community }, toAnswer({ ...row, id: newId(now) }));
  }
}
