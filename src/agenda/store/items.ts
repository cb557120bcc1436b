import type { Tx } from '../../database/transaction.js';
import { type CommunityId, type MemberId, newId, type SittingId } from '../../kernel/ids.js';
import type { Item } from '../types.js';

/** In their order. */
export async function itemsOf(tx: Tx, community: CommunityId, sitting: SittingId): Promise<Item[]> {
  const rows = await tx.sittingItem.findMany({
    where: { communityId: community, sittingId: sitting },
    orderBy: [{ place: 'asc' }, { key: 'asc' }],
  });
  return rows.map(({ key, title, minutes, authorId, treated, carriedTo }) => ({
    ...{ key, title, minutes, treated },
    author: authorId as MemberId,
    carriedTo: carriedTo as SittingId | null,
  }));
}

/** The last of them all; gives the key it goes by. */
export async function insertItem(
  tx: Tx,
  community: CommunityId,
  sitting: SittingId,
  item: Pick<Item, 'title' | 'minutes' | 'author'> & { readonly now: Date },
): Promise<number> {
  const { title, minutes, author, now } = item;
  const last = await tx.sittingItem.aggregate({
    where: { communityId: community, sittingId: sitting },
    _max: { key: true, place: true },
  });
  const key = (last._max.key ?? 0) + 1;
  await tx.sittingItem.create({
    data: {
      ...{ id: newId(now), communityId: community, sittingId: sitting, key },
      ...{ place: (last._max.place ?? 0) + 1, title, minutes, authorId: author },
      ...{ treated: false, carriedTo: null, createdAt: now },
    },
  });
  return key;
}

export async function updateItem(
  tx: Tx,
  community: CommunityId,
  sitting: SittingId,
  key: number,
  change: Partial<Pick<Item, 'title' | 'minutes' | 'treated' | 'carriedTo'>>,
): Promise<void> {
  await tx.sittingItem.updateMany({
    where: { communityId: community, sittingId: sitting, key },
    data: change,
  });
}

export async function deleteItem(
  tx: Tx,
  community: CommunityId,
  sitting: SittingId,
  key: number,
): Promise<void> {
  await tx.sittingItem.deleteMany({ where: { communityId: community, sittingId: sitting, key } });
}

/** They are in the order of these. */
export async function placeItems(
  tx: Tx,
  community: CommunityId,
  sitting: SittingId,
  items: readonly Pick<Item, 'key'>[],
): Promise<void> {
  for (const [index, { key }] of items.entries()) {
    await tx.sittingItem.updateMany({
      where: { communityId: community, sittingId: sitting, key },
      data: { place: index + 1 },
    });
  }
}
