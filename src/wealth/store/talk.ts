import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import type { ContextId, Gratitude, PeriodId, RetroNote, WealthContext } from '../types.js';

type Of = Pick<WealthContext, 'id' | 'community'>;

/** What was said when looking back, in order; what was taken back is left out. */
export async function listRetro(tx: Tx, { id, community }: Of): Promise<RetroNote[]> {
  const rows = await tx.retroNote.findMany({
    where: { contextId: id, communityId: community, withdrawn: false },
    orderBy: { position: 'asc' },
  });
  return rows.map(({ id: note, periodId, memberId, position, kind, text, theme, carried }) => ({
    ...{ id: note as RetroNote['id'], period: periodId as PeriodId, position },
    ...{ member: memberId as MemberId | null, kind, text, theme, carried },
  }));
}

export async function countRetro(tx: Tx, { id, community }: Of): Promise<number> {
  return tx.retroNote.count({ where: { contextId: id, communityId: community } });
}

export async function insertRetro(
  tx: Tx,
  { id, community }: Of,
  { period, member, ...note }: RetroNote,
  createdAt: Date,
): Promise<void> {
  await tx.retroNote.create({
    data: {
      ...{ ...note, contextId: id, communityId: community, periodId: period },
      ...{ memberId: member, withdrawn: false, createdAt },
    },
  });
}

export async function updateRetro(
  tx: Tx,
  { id, community }: Of,
  position: number,
  change: { readonly theme?: string; readonly carried?: boolean; readonly withdrawn?: boolean },
): Promise<void> {
  const where = { contextId: id, communityId: community, position };
  await tx.retroNote.updateMany({ where, data: change });
}

type Row = Awaited<ReturnType<Tx['gratitude']['findFirstOrThrow']>>;

const toGratitude = ({ communityId, contextId, fromId, toId, id, ...rest }: Row): Gratitude => ({
  ...rest,
  id: id as Gratitude['id'],
  community: communityId as CommunityId,
  context: contextId as ContextId | null,
  from: fromId as MemberId,
  to: toId as MemberId,
});

export async function insertGratitude(tx: Tx, gratitude: Gratitude): Promise<void> {
  const { community, context, from, to, ...rest } = gratitude;
  await tx.gratitude.create({
    data: { ...rest, communityId: community, contextId: context, fromId: from, toId: to },
  });
}

export async function findGratitude(
  tx: Tx,
  community: CommunityId,
  which: { readonly number: number } | { readonly id: Gratitude['id'] },
): Promise<Gratitude | null> {
  const named = 'id' in which ? { id: which.id } : { number: which.number };
  const row = await tx.gratitude.findFirst({ where: { communityId: community, ...named } });
  return row && toGratitude(row);
}

export async function setThanked(
  tx: Tx,
  { id, community }: Pick<Gratitude, 'id' | 'community'>,
  withdrawnAt: Date | null,
): Promise<void> {
  await tx.gratitude.updateMany({
    where: { id, communityId: community },
    data: { withdrawnAt },
  });
}

/** Those of one context, oldest first; what was taken back is left out. */
export async function listGratitudes(tx: Tx, { id, community }: Of): Promise<Gratitude[]> {
  const rows = await tx.gratitude.findMany({
    where: { contextId: id, communityId: community, withdrawnAt: null },
    orderBy: { number: 'asc' },
  });
  return rows.map(toGratitude);
}
