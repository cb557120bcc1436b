import { Prisma, type PrismaClient } from '../../database/generated/client.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, FollowId, MemberId } from '../../kernel/ids.js';
import type { Refusal } from '../../kernel/result.js';
import type { Follow, Source } from '../types.js';

type Row = Awaited<ReturnType<Tx['feedFollow']['findFirstOrThrow']>>;

function toFollow({ communityId, memberId, fault, ...row }: Row): Follow {
  return {
    ...row,
    id: row.id as FollowId,
    community: communityId as CommunityId,
    member: memberId as MemberId,
    fault: fault as unknown as Refusal | null,
  };
}

const faultColumn = (fault: Refusal | null) =>
  fault === null ? Prisma.DbNull : (fault as unknown as Prisma.InputJsonValue);

export async function insertFollows(tx: Tx, follows: readonly Follow[]): Promise<void> {
  await tx.feedFollow.createMany({
    data: follows.map(({ community, member, fault, words, seen, ...rest }) => ({
      ...{ ...rest, words: [...words], seen: [...seen], fault: faultColumn(fault) },
      ...{ communityId: community, memberId: member },
    })),
  });
}

export async function findFollow(
  tx: Tx,
  community: CommunityId,
  which: { readonly number: number } | { readonly id: FollowId },
): Promise<Follow | null> {
  const row = await tx.feedFollow.findFirst({ where: { communityId: community, ...which } });
  return row && toFollow(row);
}

/** The one of a community that follows that feed now. */
export async function followOf(
  tx: Tx,
  community: CommunityId,
  url: string,
): Promise<Follow | null> {
  const row = await tx.feedFollow.findFirst({
    where: { communityId: community, url, state: 'following' },
  });
  return row && toFollow(row);
}

/** Those whose feed is still looked for. */
export async function followsLooking(tx: Tx, community: CommunityId): Promise<FollowId[]> {
  const rows = await tx.feedFollow.findMany({
    where: { communityId: community, state: 'looking' },
    ...{ select: { id: true }, orderBy: { number: 'asc' } },
  });
  return rows.map(({ id }) => id as FollowId);
}

/** Those that are not stopped, in order. */
export async function listFollows(tx: Tx, community: CommunityId): Promise<Follow[]> {
  const rows = await tx.feedFollow.findMany({
    where: { communityId: community, state: { not: 'stopped' } },
    orderBy: { number: 'asc' },
  });
  return rows.map(toFollow);
}

export async function everyFollow(tx: Tx, community: CommunityId): Promise<Follow[]> {
  const rows = await tx.feedFollow.findMany({ where: { communityId: community } });
  return rows.map(toFollow);
}

/** Who follows a feed, whichever their community: what was fetched once is for all of them. */
export async function followersOf(
  prisma: Tx,
  url: string,
): Promise<{ readonly community: CommunityId; readonly id: FollowId }[]> {
  const rows = await prisma.feedFollow.findMany({
    where: { url, state: 'following' },
    select: { id: true, communityId: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, communityId }) => ({
    community: communityId as CommunityId,
    id: id as FollowId,
  }));
}

export async function updateFollow(
  tx: Tx,
  { id, community }: Pick<Follow, 'id' | 'community'>,
  changed: Partial<
    Pick<Follow, 'state' | 'url' | 'title' | 'site' | 'theme' | 'words' | 'fault' | 'seen'>
  >,
  now: Date,
): Promise<void> {
  const { fault, words, seen, ...rest } = changed;
  await tx.feedFollow.updateMany({
    where: { id, communityId: community },
    data: {
      ...{ ...rest, updatedAt: now },
      ...(fault !== undefined && { fault: faultColumn(fault) }),
      ...(words && { words: [...words] }),
      ...(seen && { seen: [...seen] }),
    },
  });
}

/** Somebody follows it, and has just seen all of it: it is asked like for the others from then on. */
export async function wantSource(tx: Tx, url: string, nextAt: Date): Promise<void> {
  await tx.feedSource.upsert({
    where: { url },
    create: {
      ...{
        url,
        nextAt,
        takenUntil: null,
        etag: null,
        lastModified: null,
        askedAt: null,
        answeredAt: null,
      },
      ...{ failures: 0, failingSince: null },
    },
    update: {},
  });
}

/** Takes a feed whose time has come, so that nobody else asks it until `until`. */
export async function takeSource(
  prisma: PrismaClient,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<Source | null> {
  const [taken] = await prisma.$queryRaw<Source[]>`
    update feed_sources set taken_until = ${until} where url = (
      select url from feed_sources
      where next_at <= ${now} and (taken_until is null or taken_until <= ${now})
      order by next_at limit 1 for update skip locked
    ) returning url, etag, last_modified as "lastModified", next_at as "nextAt",
      asked_at as "askedAt", answered_at as "answeredAt", failures,
      failing_since as "failingSince"`;
  return taken ?? null;
}

export async function saveSource(
  prisma: Tx,
  { url, ...changed }: Pick<Source, 'url'> & Partial<Source>,
): Promise<void> {
  await prisma.feedSource.updateMany({ where: { url }, data: { ...changed, takenUntil: null } });
}

/** Nobody follows it any more, or it is dead. */
export async function dropSource(prisma: Tx, url: string): Promise<void> {
  await prisma.feedSource.deleteMany({ where: { url } });
}

/** Those who followed it at one address follow it at the other. */
export async function moveSource(prisma: Tx, from: string, to: string): Promise<void> {
  const known = await prisma.feedSource.findUnique({ where: { url: to } });
  if (known) await prisma.feedSource.deleteMany({ where: { url: from } });
  else await prisma.feedSource.updateMany({ where: { url: from }, data: { url: to } });
  await prisma.feedFollow.updateMany({ where: { url: from }, data: { url: to } });
}
