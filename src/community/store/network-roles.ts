import type { Tx } from '../../database/transaction.js';
import type { AccountId, CommunityId, MemberId } from '../../kernel/ids.js';
import { accountsOf } from '../store.js';
import { isNetworkRole, type NetworkRole } from '../types.js';

/** A role as one authority said it of one account. */
export interface Heard {
  readonly account: AccountId;
  readonly authority: string;
  readonly role: NetworkRole;
  readonly given: boolean;
}

/** What the networks say of somebody, under all their accounts. */
export async function heardOf(tx: Tx, community: CommunityId, member: MemberId): Promise<Heard[]> {
  const members = await accountsOf(tx, community, member);
  const accounts = await tx.account.findMany({
    where: { communityId: community, memberId: { in: members } },
    select: { id: true },
  });
  const rows = await tx.networkRole.findMany({
    where: { communityId: community, accountId: { in: accounts.map(({ id }) => id) } },
  });
  return rows.flatMap(({ accountId, authority, role, given }) =>
    isNetworkRole(role) ? [{ account: accountId as AccountId, authority, role, given }] : [],
  );
}

/** Of one account by one authority: asked each time somebody speaks. */
export async function heardFrom(
  tx: Tx,
  community: CommunityId,
  { account, authority }: Pick<Heard, 'account' | 'authority'>,
): Promise<NetworkRole[]> {
  const rows = await tx.networkRole.findMany({
    where: { communityId: community, accountId: account, authority },
  });
  return rows.map(({ role }) => role).filter(isNetworkRole);
}

export async function putHeard(tx: Tx, community: CommunityId, heard: Heard): Promise<void> {
  const { account, ...facts } = heard;
  await tx.networkRole.create({ data: { communityId: community, accountId: account, ...facts } });
}

export async function dropHeard(
  tx: Tx,
  community: CommunityId,
  { account, authority, role }: Omit<Heard, 'given'>,
): Promise<void> {
  const where = { communityId: community, accountId: account, authority, role };
  await tx.networkRole.deleteMany({ where });
}

/** Decided by hand: what networks say does not take it back. */
export async function decideByHand(
  tx: Tx,
  community: CommunityId,
  member: MemberId,
  role: NetworkRole,
): Promise<void> {
  const accounts = (await heardOf(tx, community, member)).map(({ account }) => account);
  await tx.networkRole.updateMany({
    where: { communityId: community, accountId: { in: accounts }, role },
    data: { given: false },
  });
}

/** Who comes back is seen as for the first time. */
export async function forgetHeard(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
): Promise<void> {
  const accounts = await tx.account.findMany({
    where: { communityId: community, memberId: { in: [...members] } },
    select: { id: true },
  });
  await tx.networkRole.deleteMany({
    where: { communityId: community, accountId: { in: accounts.map(({ id }) => id) } },
  });
}
