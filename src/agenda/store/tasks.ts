import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MemberId, SeriesId, SittingId, TaskId } from '../../kernel/ids.js';
import type { Series, Task } from '../types.js';

export type WhichTask = { readonly number: number } | { readonly id: TaskId };

type Row = Awaited<ReturnType<Tx['task']['findFirstOrThrow']>>;

const OPEN = ['asked', 'accepted', 'free'] as const;

const toTask = (row: Row): Task => ({
  ...{ number: row.number, what: row.what, state: row.state },
  ...{ dueAt: row.dueAt, createdAt: row.createdAt },
  id: row.id as TaskId,
  community: row.communityId as CommunityId,
  sitting: row.sittingId as SittingId,
  series: row.seriesId as SeriesId,
  assignee: row.assigneeId as MemberId | null,
  author: row.authorId as MemberId,
});

export async function insertTask(tx: Tx, task: Task): Promise<void> {
  const { community, sitting, series, assignee, author, ...rest } = task;
  await tx.task.create({
    data: {
      ...{ ...rest, communityId: community, sittingId: sitting, seriesId: series },
      ...{ assigneeId: assignee, authorId: author, settledAt: null },
    },
  });
}

export async function findTask(
  tx: Tx,
  community: CommunityId,
  which: WhichTask,
): Promise<Task | null> {
  const row = await tx.task.findFirst({ where: { communityId: community, ...which } });
  return row && toTask(row);
}

/** Holds it until the end of the transaction. */
export async function lockTask(tx: Tx, community: CommunityId, which: WhichTask): Promise<void> {
  if ('id' in which) {
    await tx.$queryRaw`select 1 from tasks
      where community_id = ${community}::uuid and id = ${which.id}::uuid for update`;
  } else {
    await tx.$queryRaw`select 1 from tasks
      where community_id = ${community}::uuid and number = ${which.number} for update`;
  }
}

export async function updateTask(
  tx: Tx,
  { id, community }: Pick<Task, 'id' | 'community'>,
  change: {
    readonly state?: Task['state'];
    readonly assignee?: MemberId | null;
    readonly dueAt?: Date;
    readonly settledAt?: Date;
  },
): Promise<void> {
  const { assignee, ...rest } = change;
  await tx.task.updateMany({
    where: { id, communityId: community },
    data: { ...rest, ...(assignee !== undefined && { assigneeId: assignee }) },
  });
}

/** What was given to do in a sitting. */
export async function tasksOf(tx: Tx, community: CommunityId, sitting: SittingId): Promise<Task[]> {
  const rows = await tx.task.findMany({
    where: { communityId: community, sittingId: sitting },
    orderBy: { number: 'asc' },
  });
  return rows.map(toTask);
}

/** Those not done, of a series or of all, the most pressing first. */
export async function openTasks(
  tx: Tx,
  community: CommunityId,
  { series, limit }: { readonly series?: SeriesId; readonly limit: number },
): Promise<Task[]> {
  const rows = await tx.task.findMany({
    where: {
      ...{ communityId: community, state: { in: [...OPEN] } },
      ...(series && { seriesId: series }),
    },
    orderBy: [{ dueAt: 'asc' }, { number: 'asc' }],
    take: limit,
  });
  return rows.map(toTask);
}

/** Those not done come back where the series goes on. */
export async function moveTasks(
  tx: Tx,
  { id, community }: Pick<Series, 'id' | 'community'>,
  to: SeriesId,
): Promise<void> {
  await tx.task.updateMany({
    where: { communityId: community, seriesId: id, state: { in: [...OPEN] } },
    data: { seriesId: to },
  });
}
