import type { Tx } from '../../database/transaction.js';
import {
  type CommunityId,
  type MemberId,
  newId,
  type PollId,
  type RoomId,
  type SeriesId,
} from '../../kernel/ids.js';
import type { Poll, PollAnswer } from '../types.js';

export type WhichPoll = { readonly number: number } | { readonly id: PollId };

type Row = Awaited<ReturnType<Tx['poll']['findFirstOrThrow']>>;

function toPoll(row: Row): Poll {
  const { id, communityId, authorId, roomId, seriesId, ...rest } = row;
  return {
    ...rest,
    id: id as PollId,
    community: communityId as CommunityId,
    author: authorId as MemberId,
    room: roomId as RoomId | null,
    series: seriesId as SeriesId | null,
  };
}

export async function insertPoll(tx: Tx, poll: Poll): Promise<void> {
  const { community, author, room, series, slots, ...rest } = poll;
  await tx.poll.create({
    data: {
      ...{ ...rest, slots: [...slots] },
      ...{ communityId: community, authorId: author, roomId: room, seriesId: series },
    },
  });
}

export async function findPoll(
  tx: Tx,
  community: CommunityId,
  which: WhichPoll,
): Promise<Poll | null> {
  const row = await tx.poll.findFirst({ where: { communityId: community, ...which } });
  return row && toPoll(row);
}

/** Those still open, the latest first. */
export async function listOpenPolls(
  tx: Tx,
  community: CommunityId,
  limit: number,
): Promise<Poll[]> {
  const rows = await tx.poll.findMany({
    where: { communityId: community, state: 'open' },
    orderBy: { number: 'desc' },
    take: limit,
  });
  return rows.map(toPoll);
}

/** Ends an open poll; `false` when it was no longer. */
export async function endPoll(
  tx: Tx,
  { id, community }: Pick<Poll, 'id' | 'community'>,
  end: { readonly state: 'chosen' | 'withdrawn'; readonly series: SeriesId | null },
): Promise<boolean> {
  const { count } = await tx.poll.updateMany({
    where: { id, communityId: community, state: 'open' },
    data: { state: end.state, seriesId: end.series },
  });
  return count === 1;
}

export async function pollAnswers(
  tx: Tx,
  { id, community }: Pick<Poll, 'id' | 'community'>,
): Promise<PollAnswer[]> {
  const rows = await tx.pollAnswer.findMany({
    where: { communityId: community, pollId: id },
    orderBy: { answeredAt: 'asc' },
  });
  return rows.map(({ memberId, presences, answeredAt }) => ({
    ...{ member: memberId as MemberId, presences, answeredAt },
  }));
}

export async function putPollAnswer(
  tx: Tx,
  { id, community }: Pick<Poll, 'id' | 'community'>,
  { member, presences, answeredAt }: PollAnswer,
): Promise<void> {
  const said = { presences: [...presences], answeredAt };
  await tx.pollAnswer.upsert({
    where: { pollId_memberId: { pollId: id, memberId: member }, communityId: community },
    create: {
      ...{ id: newId(answeredAt), communityId: community, pollId: id, memberId: member },
      ...said,
    },
    update: said,
  });
}
