import type { Tx } from '../../database/transaction.js';
import {
  type AccountId,
  type CommunityId,
  type MemberId,
  newId,
  type RoomId,
} from '../../kernel/ids.js';
import { createMember, getPerson } from '../store.js';
import type { Account, Member, Person } from '../types.js';

type Row = Awaited<ReturnType<Tx['account']['findFirstOrThrow']>>;

/**
 * Where that account came last: the community meant in a direct conversation. One that they left
 * only when there is no other.
 */
export async function lastCommunity(
  tx: Tx,
  platform: string,
  platformUserId: string,
): Promise<CommunityId | null> {
  const rows = await tx.account.findMany({
    where: { platform, platformUserId },
    orderBy: [{ seenAt: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }],
  });
  const gone = await goneAmong(tx, rows);
  const row = rows.find(({ memberId }) => !gone.has(memberId)) ?? rows[0];
  return row ? (row.communityId as CommunityId) : null;
}

async function goneAmong(tx: Tx, rows: readonly Row[]): Promise<ReadonlySet<string>> {
  const ids = rows.map(({ memberId }) => memberId);
  const gone = await tx.member.findMany({ where: { id: { in: ids }, leftAt: { not: null } } });
  return new Set(gone.map(({ id }) => id));
}

export async function findAccount(
  tx: Tx,
  community: CommunityId,
  platform: string,
  platformUserId: string,
): Promise<{
  id: AccountId;
  member: Person;
  lastRoom: RoomId | null;
  seenAt: Date | null;
  name: string;
} | null> {
  const row = await tx.account.findUnique({
    where: {
      communityId_platform_platformUserId: { communityId: community, platform, platformUserId },
    },
  });
  const member = row && (await getPerson(tx, community, row.memberId as MemberId));
  if (!row || !member) return null;
  const { id, lastRoomId, seenAt, name } = row;
  return { id: id as AccountId, member, lastRoom: lastRoomId as RoomId | null, seenAt, name };
}

/** Where somebody belongs, by their account on one platform; the oldest membership first. */
export async function communitiesOf(
  tx: Tx,
  platform: string,
  platformUserId: string,
): Promise<CommunityId[]> {
  const rows = await tx.account.findMany({
    where: { platform, platformUserId },
    orderBy: { createdAt: 'asc' },
  });
  const gone = await goneAmong(tx, rows);
  return rows
    .filter(({ memberId }) => !gone.has(memberId))
    .map(({ communityId }) => communityId as CommunityId);
}

export async function createAccount(
  tx: Tx,
  community: CommunityId,
  account: {
    id: AccountId;
    memberId: MemberId;
    platform: string;
    platformUserId: string;
    name: string;
    lastRoomId: RoomId | null;
  },
  now: Date,
): Promise<void> {
  await tx.account.create({ data: { ...account, communityId: community, createdAt: now } });
}

export async function touchAccount(
  tx: Tx,
  community: CommunityId,
  id: AccountId,
  seen: { readonly lastRoomId: RoomId; readonly seenAt: Date },
): Promise<void> {
  await tx.account.updateMany({ where: { id, communityId: community }, data: seen });
}

/** The accounts of one platform, with the name the person goes by in the community. */
export async function listAccounts(
  tx: Tx,
  community: CommunityId,
  platform: string,
): Promise<{ userId: string; name: string }[]> {
  const rows = await tx.account.findMany({
    where: { communityId: community, platform },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows
    .filter(({ name }) => name !== '')
    .map((row) => ({ userId: row.platformUserId, name: row.name }));
}

/** Makes somebody a facilitator of another community, under the account they speak from. */
export async function settleIn(
  tx: Tx,
  move: {
    readonly to: CommunityId;
    readonly account: Account;
    readonly member: Member;
    readonly now: Date;
  },
): Promise<void> {
  const { to, account, member, now } = move;
  const own: Member = { ...member, id: newId(now), name: account.name, role: 'facilitator' };
  await createMember(tx, to, own, now);
  const row = {
    ...{ id: newId<'account'>(now), memberId: own.id, platform: account.platform },
    ...{ platformUserId: account.userId, name: account.name, lastRoomId: null },
  };
  await createAccount(tx, to, row, now);
}
