import type { Tx } from '../../database/transaction.js';
import { type CommunityId, newId } from '../../kernel/ids.js';
import type { NeedId } from '../types/needs.js';
import type { WealthContext } from '../types.js';

type Of = Pick<WealthContext, 'id' | 'community'>;

const DAY_MS = 86_400_000;

/** No hour in it: that would tell whose it is to who watches the rooms. */
export const newNeedId = (now: Date): NeedId =>
  newId(new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS));

/** A need as the database has it: whose, and what, is sealed. */
export interface KeptNeed {
  readonly id: NeedId;
  readonly sealed: string;
}

export async function insertNeed(
  tx: Tx,
  { id: contextId, community }: Of,
  { id, sealed }: KeptNeed,
): Promise<void> {
  await tx.need.create({ data: { id, communityId: community, contextId, sealed } });
}

/** Whose each is cannot be asked: all those of a context. */
export async function listNeeds(tx: Tx, { id, community }: Of): Promise<KeptNeed[]> {
  const rows = await tx.need.findMany({
    where: { contextId: id, communityId: community },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => ({ id: row.id as NeedId, sealed: row.sealed }));
}

export async function deleteNeeds(
  tx: Tx,
  community: CommunityId,
  ids: readonly NeedId[],
): Promise<void> {
  await tx.need.deleteMany({ where: { communityId: community, id: { in: [...ids] } } });
}
