import type { Prisma } from '../database/generated/client.js';
import type { Tx } from '../database/transaction.js';
import {
  type AccountId,
  type CommunityId,
  type MemberId,
  newId,
  type RoomId,
} from '../kernel/ids.js';
import { isLocale } from '../kernel/locale.js';
import type { Account, Community, Member, Role } from './types.js';

type Row<Table extends 'community' | 'member' | 'account'> = Awaited<
  ReturnType<Tx[Table]['findFirstOrThrow']>
>;

const toCommunity = (row: Row<'community'>): Community => ({
  id: row.id as CommunityId,
  name: row.name,
  zone: row.zone,
  locale: isLocale(row.locale) ? row.locale : 'fr',
  settings: row.settings as Record<string, unknown>,
});

const toMember = (row: Row<'member'>): Member => ({
  id: row.id as MemberId,
  name: row.name,
  role: row.role,
  locale: row.locale && isLocale(row.locale) ? row.locale : null,
  zone: row.zone,
  reminders: row.reminders,
});

/** Where that account came last: the community meant in a direct conversation. */
export async function lastCommunity(
  tx: Tx,
  platform: string,
  platformUserId: string,
): Promise<CommunityId | null> {
  const row = await tx.account.findFirst({
    where: { platform, platformUserId },
    orderBy: [{ seenAt: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }],
  });
  return row && (row.communityId as CommunityId);
}

export async function getCommunity(tx: Tx, id: CommunityId): Promise<Community> {
  return toCommunity(await tx.community.findUniqueOrThrow({ where: { id } }));
}

/** Holds the community until the end of the transaction: its settings and roles change in turn. */
export async function lockCommunity(tx: Tx, id: CommunityId): Promise<void> {
  await tx.$queryRaw`select 1 from communities where id = ${id}::uuid for update`;
}

export async function createCommunity(tx: Tx, community: Community, now: Date): Promise<void> {
  const { id, name, zone, locale } = community;
  await tx.community.create({ data: { id, name, zone, locale, settings: {}, createdAt: now } });
}

export async function findAccount(
  tx: Tx,
  community: CommunityId,
  platform: string,
  platformUserId: string,
): Promise<{
  id: AccountId;
  member: Member;
  lastRoom: RoomId | null;
  seenAt: Date | null;
  name: string;
} | null> {
  const row = await tx.account.findUnique({
    where: {
      communityId_platform_platformUserId: { communityId: community, platform, platformUserId },
    },
  });
  const member = row && (await getMember(tx, community, row.memberId as MemberId));
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
    select: { communityId: true },
  });
  return rows.map(({ communityId }) => communityId as CommunityId);
}

export async function createMember(
  tx: Tx,
  community: CommunityId,
  member: Member,
  now: Date,
): Promise<void> {
  await tx.member.create({ data: { ...member, communityId: community, createdAt: now } });
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

export async function getMember(
  tx: Tx,
  community: CommunityId,
  id: MemberId,
): Promise<Member | null> {
  const rows = await tx.member.findMany({
    where: { communityId: community, OR: [{ id }, { mergedInto: id }] },
  });
  const own = rows.find((row) => row.id === id);
  if (!own) return null;
  if (own.mergedInto) return getMember(tx, community, own.mergedInto as MemberId);
  return asOne(own, rows);
}

/** One person under several accounts holds what any of them holds. */
const asOne = (own: Row<'member'>, all: readonly Row<'member'>[]): Member => ({
  ...toMember(own),
  role: all.some(({ role }) => role === 'facilitator') ? 'facilitator' : own.role,
});

/** Whose voice each linked member's is; those who are not in it speak for themselves. */
export async function listVoices(
  tx: Tx,
  community: CommunityId,
): Promise<ReadonlyMap<MemberId, MemberId>> {
  const rows = await tx.member.findMany({
    where: { communityId: community, mergedInto: { not: null } },
    select: { id: true, mergedInto: true },
  });
  return new Map(rows.map((row) => [row.id as MemberId, row.mergedInto as MemberId]));
}

/** A person's members, themselves first: one for each account that was linked. */
export async function accountsOf(
  tx: Tx,
  community: CommunityId,
  member: MemberId,
): Promise<MemberId[]> {
  const rows = await tx.member.findMany({
    where: { communityId: community, mergedInto: member },
    select: { id: true },
  });
  return [member, ...rows.map((row) => row.id as MemberId)];
}

/** Makes `member` speak in another's voice, or in their own again. */
export async function setVoice(
  tx: Tx,
  community: CommunityId,
  member: MemberId,
  voice: MemberId | null,
): Promise<void> {
  await tx.member.updateMany({
    where: { id: member, communityId: community },
    data: { mergedInto: voice },
  });
}

/** Everybody, in order of arrival. */
export async function listMembers(tx: Tx, community: CommunityId): Promise<Member[]> {
  const rows = await tx.member.findMany({
    where: { communityId: community },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows
    .filter((row) => row.mergedInto === null)
    .map((row) => asOne(row, [row, ...rows.filter(({ mergedInto }) => mergedInto === row.id)]));
}

/** How many people: linked accounts are one. */
export async function countMembers(tx: Tx, community: CommunityId): Promise<number> {
  return tx.member.count({ where: { communityId: community, mergedInto: null } });
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
  return rows.map((row) => ({ userId: row.platformUserId, name: row.name }));
}

export async function updateMember(
  tx: Tx,
  community: CommunityId,
  id: MemberId,
  change: {
    name?: string;
    role?: Role;
    locale?: string | null;
    zone?: string | null;
    reminders?: boolean;
  },
): Promise<void> {
  await tx.member.updateMany({ where: { id, communityId: community }, data: change });
}

export async function updateCommunity(
  tx: Tx,
  id: CommunityId,
  change: { name?: string; zone?: string; locale?: string; settings?: Prisma.InputJsonObject },
): Promise<void> {
  await tx.community.update({ where: { id }, data: change });
}

/** The next short number in a community, from 1, of the things of one table: its name is `kind`. */
export const nextNumber = (tx: Tx, community: CommunityId, kind: string): Promise<number> =>
  nextNumbers(tx, community, kind, 1);

/** The first of so many that follow one another. */
export async function nextNumbers(
  tx: Tx,
  community: CommunityId,
  kind: string,
  count: number,
): Promise<number> {
  const { value } = await tx.counter.upsert({
    where: { communityId_kind: { communityId: community, kind } },
    create: { communityId: community, kind, value: count },
    update: { value: { increment: count } },
  });
  return value - count + 1;
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
