import { Prisma } from '../../database/generated/client.js';
import type { Tx } from '../../database/transaction.js';
import { type CommunityId, type MemberId, newId, type ResourceId } from '../../kernel/ids.js';
import type { Refusal } from '../../kernel/result.js';
import type { Preview, Resource, Which } from '../types.js';

type Row = Awaited<ReturnType<Tx['resource']['findFirstOrThrow']>>;

function toResource({ communityId, fault, ...row }: Row): Resource {
  return {
    ...row,
    id: row.id as ResourceId,
    community: communityId as CommunityId,
    fault: fault as unknown as Refusal | null,
    mergedInto: row.mergedInto as ResourceId | null,
    promotedBy: row.promotedBy as MemberId | null,
  };
}

export async function insertResource(tx: Tx, resource: Resource): Promise<void> {
  const { community, fault: _, ...rest } = resource;
  await tx.resource.create({ data: { ...rest, communityId: community } });
}

export async function findResource(
  tx: Tx,
  community: CommunityId,
  which: Which,
): Promise<Resource | null> {
  const row = await tx.resource.findFirst({ where: { communityId: community, ...which } });
  return row && toResource(row);
}

export async function listResources(
  tx: Tx,
  community: CommunityId,
  ids: readonly ResourceId[],
): Promise<Resource[]> {
  const rows = await tx.resource.findMany({
    where: { communityId: community, id: { in: [...ids] } },
  });
  return rows.map(toResource);
}

/** Those known under any of these canonical addresses, the oldest first. */
export async function resourcesUnder(
  tx: Tx,
  community: CommunityId,
  keys: readonly string[],
): Promise<Resource[]> {
  const known = await tx.resourceAddress.findMany({
    where: { communityId: community, key: { in: [...keys] } },
    select: { resourceId: true },
  });
  const rows = await tx.resource.findMany({
    where: { communityId: community, id: { in: known.map(({ resourceId }) => resourceId) } },
    orderBy: { number: 'asc' },
  });
  return rows.map(toResource);
}

export async function addAddresses(
  tx: Tx,
  { id, community }: Pick<Resource, 'id' | 'community'>,
  keys: readonly string[],
  now: Date,
): Promise<void> {
  const known = await tx.resourceAddress.findMany({
    where: { communityId: community, resourceId: id },
  });
  const fresh = [...new Set(keys)].filter((key) => !known.some((one) => one.key === key));
  await tx.resourceAddress.createMany({
    data: fresh.map((key) => ({ id: newId(now), communityId: community, resourceId: id, key })),
  });
}

/** What a curator, or whoever read the page, changes of it. */
export type Changed = Partial<
  Preview &
    Pick<Resource, 'state' | 'theme' | 'page' | 'fault' | 'reason' | 'mergedInto' | 'promotedBy'>
>;

export async function updateResource(
  tx: Tx,
  { id, community }: Pick<Resource, 'id' | 'community'>,
  { fault, ...changed }: Changed,
  now: Date,
): Promise<void> {
  const said = fault === undefined ? {} : { fault: faultColumn(fault) };
  await tx.resource.updateMany({
    where: { id, communityId: community },
    data: { ...changed, ...said, updatedAt: now },
  });
}

const faultColumn = (fault: Refusal | null) =>
  fault === null ? Prisma.DbNull : (fault as unknown as Prisma.InputJsonValue);

/** Those merged into it. */
export async function mergedInto(
  tx: Tx,
  community: CommunityId,
  ids: readonly ResourceId[],
): Promise<Resource[]> {
  const rows = await tx.resource.findMany({
    where: { communityId: community, mergedInto: { in: [...ids] } },
    orderBy: { number: 'asc' },
  });
  return rows.map(toResource);
}

/** Which part of a list: those numbered before, of these themes; `null` for all. */
export interface Page {
  readonly before: number | null;
  readonly themes: readonly string[] | null;
  readonly limit: number;
}

/** Those that stand by themselves, the latest first. */
export async function latestResources(
  tx: Tx,
  community: CommunityId,
  { before, themes, limit }: Page,
): Promise<Resource[]> {
  const rows = await tx.resource.findMany({
    where: {
      ...{ communityId: community, state: 'standing', mergedInto: null },
      ...(before !== null && { number: { lt: before } }),
      ...(themes !== null && { theme: { in: [...themes] } }),
    },
    orderBy: { number: 'desc' },
    take: limit,
  });
  return rows.map(toResource);
}

/** What was put in which theme: by site and title, the latest first. */
export async function classified(
  tx: Tx,
  community: CommunityId,
  limit: number,
): Promise<{ readonly theme: string; readonly address: string; readonly title: string }[]> {
  return tx.resource.findMany({
    where: { communityId: community, state: 'standing', theme: { not: '' } },
    orderBy: { number: 'desc' },
    select: { theme: true, address: true, title: true },
    take: limit,
  });
}

export async function countThemes(
  tx: Tx,
  community: CommunityId,
): Promise<{ readonly name: string; readonly count: number }[]> {
  const rows = await tx.resource.groupBy({
    by: ['theme'],
    where: { communityId: community, state: 'standing', mergedInto: null, theme: { not: '' } },
    _count: true,
  });
  return rows.map(({ theme, _count }) => ({ name: theme, count: _count }));
}

export async function renameTheme(
  tx: Tx,
  community: CommunityId,
  from: readonly string[],
  to: string,
): Promise<number> {
  const { count } = await tx.resource.updateMany({
    where: { communityId: community, theme: { in: [...from] } },
    data: { theme: to },
  });
  return count;
}
