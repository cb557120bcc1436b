import type { Prisma } from '../../database/generated/client.js';
import type { Tx } from '../../database/transaction.js';
import {
  type CommunityId,
  type MemberId,
  newId,
  type ResourceId,
  type RoomId,
} from '../../kernel/ids.js';
import type { DigestEdition, DigestSubscription } from '../types.js';

type Row = Awaited<ReturnType<Tx['digestSubscription']['findFirstOrThrow']>>;
type EditionRow = Awaited<ReturnType<Tx['digestEdition']['findFirstOrThrow']>>;
type Of = Pick<DigestSubscription, 'id' | 'community'>;

const toSubscription = ({ communityId, roomId, memberId, ...row }: Row): DigestSubscription => ({
  ...row,
  community: communityId as CommunityId,
  to: roomId ? { room: roomId as RoomId } : { member: memberId as MemberId },
});

const toEdition = (row: EditionRow): DigestEdition => ({
  ...{ id: row.id, at: row.at, leftOut: row.leftOut, subscription: row.subscriptionId },
  community: row.communityId as CommunityId,
  sections: row.sections as unknown as DigestEdition['sections'],
});

export async function saveSubscription(tx: Tx, subscription: DigestSubscription): Promise<void> {
  const { id, community, to, ...rest } = subscription;
  const whom = {
    roomId: 'room' in to ? to.room : null,
    memberId: 'member' in to ? to.member : null,
  };
  await tx.digestSubscription.upsert({
    where: { id, communityId: community },
    create: { ...rest, ...whom, id, communityId: community },
    update: rest,
  });
}

export async function findSubscription(
  tx: Tx,
  community: CommunityId,
  which: { readonly id: string } | { readonly number: number },
): Promise<DigestSubscription | null> {
  const row = await tx.digestSubscription.findFirst({
    where: { communityId: community, ...which },
  });
  return row && toSubscription(row);
}

/** The one of a room, or of a person by any of their accounts. */
export async function subscriptionTo(
  tx: Tx,
  community: CommunityId,
  to: { readonly room: RoomId } | { readonly members: readonly MemberId[] },
): Promise<DigestSubscription | null> {
  const whom = 'room' in to ? { roomId: to.room } : { memberId: { in: [...to.members] } };
  const row = await tx.digestSubscription.findFirst({
    where: { communityId: community, ...whom },
    orderBy: [{ active: 'desc' }, { number: 'asc' }],
  });
  return row && toSubscription(row);
}

export async function insertDigest(tx: Tx, edition: DigestEdition): Promise<void> {
  const { community, subscription, sections, ...rest } = edition;
  await tx.digestEdition.create({
    data: {
      ...{ ...rest, communityId: community, subscriptionId: subscription },
      sections: sections as unknown as Prisma.InputJsonValue,
    },
  });
}

export async function findDigest(
  tx: Tx,
  community: CommunityId,
  id: string,
): Promise<DigestEdition | null> {
  const row = await tx.digestEdition.findFirst({ where: { id, communityId: community } });
  return row && toEdition(row);
}

/** Everything that its digests held. */
export async function shownIn(tx: Tx, { id, community }: Of): Promise<Set<string>> {
  const rows = await tx.digestEdition.findMany({
    where: { communityId: community, subscriptionId: id },
  });
  return new Set(
    rows.map(toEdition).flatMap(({ sections }) => sections.flatMap((s) => s.resources)),
  );
}

export async function postpone(
  tx: Tx,
  { id, community }: Of,
  resource: ResourceId,
  at: Date,
): Promise<void> {
  await tx.digestPostponed.upsert({
    where: {
      subscriptionId_resourceId: { subscriptionId: id, resourceId: resource },
      communityId: community,
    },
    create: {
      ...{ id: newId(at), communityId: community, subscriptionId: id, resourceId: resource, at },
    },
    update: { at },
  });
}

export async function postponedIn(
  tx: Tx,
  { id, community }: Of,
): Promise<ReadonlyMap<ResourceId, Date>> {
  const rows = await tx.digestPostponed.findMany({
    where: { communityId: community, subscriptionId: id },
  });
  return new Map(rows.map(({ resourceId, at }) => [resourceId as ResourceId, at]));
}

/** Those that were put off are in a digest now: the others wait for the next. */
export async function clearPostponed(
  tx: Tx,
  { id, community }: Of,
  placed: readonly string[],
): Promise<void> {
  await tx.digestPostponed.deleteMany({
    where: { communityId: community, subscriptionId: id, resourceId: { in: [...placed] } },
  });
}

/** What was brought since, and what was put off: what a digest is made of. */
export async function broughtSince(
  tx: Tx,
  community: CommunityId,
  since: { readonly after: Date; readonly also: readonly ResourceId[]; readonly limit: number },
): Promise<ResourceId[]> {
  const shares = await tx.resourceShare.findMany({
    where: { communityId: community, at: { gt: since.after } },
    distinct: ['resourceId'],
    select: { resourceId: true },
    orderBy: { at: 'desc' },
    take: since.limit,
  });
  return [...new Set([...since.also, ...shares.map((one) => one.resourceId as ResourceId)])];
}
