import type { Tx } from '../../database/transaction.js';
import { type CommunityId, type MemberId, newId } from '../../kernel/ids.js';
import { isLocale } from '../../kernel/locale.js';
import type { Mediator } from '../types.js';

export async function listMediators(tx: Tx, community: CommunityId): Promise<Mediator[]> {
  const rows = await tx.mediator.findMany({
    where: { communityId: community },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ memberId, about, languages, available, capacity, byRole }) => ({
    ...{ member: memberId as MemberId, about, available, capacity, byRole },
    languages: languages.filter(isLocale),
  }));
}

export async function putMediator(
  tx: Tx,
  community: CommunityId,
  { member, about, languages, available, capacity, byRole }: Mediator,
  now: Date,
): Promise<void> {
  const said = { about, languages: [...languages], available, capacity, byRole };
  await tx.mediator.upsert({
    where: { communityId_memberId: { communityId: community, memberId: member } },
    create: { id: newId(now), communityId: community, memberId: member, ...said },
    update: said,
  });
}

/** Under all of a person's accounts. */
export async function deleteMediator(
  tx: Tx,
  community: CommunityId,
  accounts: readonly MemberId[],
): Promise<boolean> {
  const { count } = await tx.mediator.deleteMany({
    where: { communityId: community, memberId: { in: [...accounts] } },
  });
  return count > 0;
}

export async function countOne(
  tx: Tx,
  community: CommunityId,
  { quarter, kind }: { readonly quarter: string; readonly kind: string },
): Promise<void> {
  const [year = 0, season = 1] = quarter.split('-').map(Number);
  // No more than the quarter, in its id either.
  const id = newId(new Date(Date.UTC(year, (season - 1) * 3)));
  await tx.mediationCount.create({ data: { id, communityId: community, quarter, kind } });
}

export async function listCounts(
  tx: Tx,
  community: CommunityId,
): Promise<{ quarter: string; kind: string; value: number }[]> {
  const rows = await tx.mediationCount.groupBy({
    by: ['quarter', 'kind'],
    where: { communityId: community },
    _count: true,
  });
  return rows.map(({ quarter, kind, _count: value }) => ({ quarter, kind, value }));
}
