import type { Tx } from '../../database/transaction.js';
import {
  type CommunityId,
  type EditionId,
  type MemberId,
  newId,
  type ResourceId,
} from '../../kernel/ids.js';
import type { Edition } from '../types.js';

type Row = Awaited<ReturnType<Tx['edition']['findFirstOrThrow']>>;

async function withItems(tx: Tx, community: CommunityId, rows: readonly Row[]): Promise<Edition[]> {
  const items = await tx.editionItem.findMany({
    where: { communityId: community, editionId: { in: rows.map(({ id }) => id) } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ communityId, memberId, id, ...row }) => ({
    ...{ ...row, id: id as EditionId, community: communityId as CommunityId },
    member: memberId as MemberId,
    items: items
      .filter(({ editionId }) => editionId === id)
      .map(({ resourceId, note }) => ({ resource: resourceId as ResourceId, note })),
  }));
}

export async function saveEdition(tx: Tx, edition: Edition): Promise<void> {
  const { id, community, member, items, ...rest } = edition;
  await tx.edition.upsert({
    where: { id, communityId: community },
    create: { ...rest, id, communityId: community, memberId: member },
    update: rest,
  });
  await tx.editionItem.deleteMany({ where: { communityId: community, editionId: id } });
  await tx.editionItem.createMany({
    data: items.map(({ resource, note }, position) => ({
      ...{ id: newId(edition.updatedAt), communityId: community, editionId: id },
      ...{ resourceId: resource, position, note },
    })),
  });
}

export async function deleteEdition(
  tx: Tx,
  { id, community }: Pick<Edition, 'id' | 'community'>,
): Promise<void> {
  await tx.editionItem.deleteMany({ where: { communityId: community, editionId: id } });
  await tx.edition.deleteMany({ where: { communityId: community, id } });
}

export async function findEdition(
  tx: Tx,
  community: CommunityId,
  which: { readonly number: number } | { readonly id: EditionId },
): Promise<Edition | null> {
  const rows = await tx.edition.findMany({ where: { communityId: community, ...which } });
  const [edition] = await withItems(tx, community, rows);
  return edition ?? null;
}

/** The latest first, by when they were begun. */
export async function listEditions(
  tx: Tx,
  community: CommunityId,
  state: Edition['state'],
): Promise<Edition[]> {
  const rows = await tx.edition.findMany({
    where: { communityId: community, state },
    orderBy: { number: 'desc' },
  });
  return withItems(tx, community, rows);
}

/** Those that hold a resource, or what was merged into it. */
export async function editionsHolding(
  tx: Tx,
  community: CommunityId,
  resource: ResourceId,
): Promise<EditionId[]> {
  const family = await tx.resource.findMany({
    where: { communityId: community, OR: [{ id: resource }, { mergedInto: resource }] },
    select: { id: true },
  });
  const items = await tx.editionItem.findMany({
    where: { communityId: community, resourceId: { in: family.map(({ id }) => id) } },
    distinct: ['editionId'],
    select: { editionId: true },
  });
  return items.map(({ editionId }) => editionId as EditionId);
}
