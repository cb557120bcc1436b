import type { Tx } from '../../database/transaction.js';
import type {
  CommunityId,
  FloorId,
  LinkId,
  MemberId,
  PollId,
  SeriesId,
  SittingId,
  TaskId,
} from '../../kernel/ids.js';
import type { MeetingRole, Recurrence } from '../types.js';

/** What somebody holds in the agenda, under any of their accounts. */
const own = (community: CommunityId, members: readonly MemberId[]) => ({
  communityId: community,
  memberId: { in: [...members] },
});

export async function answersBy(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
): Promise<{ readonly series: SeriesId; readonly recurrence: Recurrence }[]> {
  const rows = await tx.answer.findMany({ where: own(community, members) });
  return rows.map(({ seriesId, recurrence }) => ({ series: seriesId as SeriesId, recurrence }));
}

/** Their roles in meetings to come. */
export async function rolesAhead(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
  now: Date,
): Promise<{ readonly sitting: SittingId; readonly role: MeetingRole }[]> {
  const rows = await tx.sittingRoleHolder.findMany({
    where: { ...own(community, members), heldAt: { gt: now } },
  });
  return rows.map(({ sittingId, role }) => ({ sitting: sittingId as SittingId, role }));
}

/** What they were given to do, and have not done. */
export async function tasksOfTheirs(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
): Promise<TaskId[]> {
  const rows = await tx.task.findMany({
    where: {
      ...{ communityId: community, assigneeId: { in: [...members] } },
      state: { in: ['asked', 'accepted'] },
    },
    orderBy: { number: 'asc' },
  });
  return rows.map(({ id }) => id as TaskId);
}

/** Nothing of theirs waits in the queues to speak; gives those queues. */
export async function leaveFloors(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
): Promise<FloorId[]> {
  const where = { ...own(community, members), startedAt: null };
  const rows = await tx.floorTurn.findMany({ where, distinct: ['floorId'] });
  await tx.floorTurn.deleteMany({ where });
  return rows.map(({ floorId }) => floorId as FloorId);
}

/** Their answers to polls that are open; gives those polls. */
export async function leavePolls(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
): Promise<{ readonly id: PollId; readonly number: number }[]> {
  const open = await tx.poll.findMany({
    where: { communityId: community, state: 'open' },
    select: { id: true, number: true },
  });
  const where = { ...own(community, members), pollId: { in: open.map(({ id }) => id) } };
  const answered = new Set((await tx.pollAnswer.findMany({ where })).map(({ pollId }) => pollId));
  await tx.pollAnswer.deleteMany({ where });
  return open
    .filter(({ id }) => answered.has(id))
    .map(({ id, number }) => ({ id: id as PollId, number }));
}

/** The addresses that are theirs alone lead nowhere any more. */
export async function closeOwnFeeds(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
): Promise<void> {
  await tx.calendarFeed.deleteMany({ where: { ...own(community, members), public: false } });
}

/** What they connected with a password of theirs. */
export async function linksBy(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
): Promise<LinkId[]> {
  const rows = await tx.calendarLink.findMany({ where: own(community, members) });
  return rows.map(({ id }) => id as LinkId);
}

/** What they had everybody follow is somebody else's to look after. */
export async function passFollowed(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
  to: MemberId,
): Promise<void> {
  await tx.followedCalendar.updateMany({ where: own(community, members), data: { memberId: to } });
}
