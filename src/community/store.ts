import type { Prisma } from '../database/generated/client.js';
import type { Tx } from '../database/transaction.js';
import type { CommunityId, MemberId } from '../kernel/ids.js';
import { isLocale } from '../kernel/locale.js';
import type { Community, Member, Person, Role } from './types.js';

type Row<Table extends 'community' | 'member'> = Awaited<ReturnType<Tx[Table]['findFirstOrThrow']>>;

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

const toPerson = (row: Row<'member'>): Person => ({
  ...toMember(row),
  left: row.leftAt && {
    at: row.leftAt,
    ...{ removedFor: row.removedFor, askedBackAt: row.askedBackAt },
  },
});

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

export async function createMember(
  tx: Tx,
  community: CommunityId,
  { id, name, role, locale, zone, reminders }: Member,
  now: Date,
): Promise<void> {
  const data = { id, name, role, locale, zone, reminders };
  await tx.member.create({ data: { ...data, communityId: community, createdAt: now } });
}

/** `null` for who is not a member, or not any more. */
export async function getMember(
  tx: Tx,
  community: CommunityId,
  id: MemberId,
): Promise<Member | null> {
  const person = await getPerson(tx, community, id);
  return person?.left === null ? person : null;
}

/** A member, or somebody who was one. */
export async function getPerson(
  tx: Tx,
  community: CommunityId,
  id: MemberId,
): Promise<Person | null> {
  const rows = await tx.member.findMany({
    where: { communityId: community, OR: [{ id }, { mergedInto: id }] },
  });
  const own = rows.find((row) => row.id === id);
  if (!own) return null;
  if (own.mergedInto) return getPerson(tx, community, own.mergedInto as MemberId);
  return asOne(own, rows);
}

/** One person under several accounts holds what any of them holds. */
const asOne = (own: Row<'member'>, all: readonly Row<'member'>[]): Person => ({
  ...toPerson(own),
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
/** Networks where each of these people has an account, linked ones included. */
export async function commonPlatforms(
  tx: Tx,
  community: CommunityId,
  people: readonly MemberId[],
): Promise<string[]> {
  const each: Set<string>[] = [];
  for (const person of people) {
    const own = await accountsOf(tx, community, person);
    const rows = await tx.account.findMany({
      where: { communityId: community, memberId: { in: own } },
    });
    each.push(new Set(rows.map(({ platform }) => platform)));
  }
  const [first = new Set<string>(), ...others] = each;
  return [...first].filter((one) => others.every((theirs) => theirs.has(one))).sort();
}

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
  return (await listPeople(tx, community)).filter(({ left }) => left === null);
}

/** Members and those who were, in order of arrival: whose names may have to be said. */
export async function listPeople(tx: Tx, community: CommunityId): Promise<Person[]> {
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
  return tx.member.count({ where: { communityId: community, mergedInto: null, leftAt: null } });
}

/** How many of these are not members any more. */
export async function countFormer(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
): Promise<number> {
  const where = { communityId: community, id: { in: [...members] }, leftAt: { not: null } };
  return tx.member.count({ where });
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

/**
 * The next short number in a community, from 1, of the things of one table: its name is `kind`. For
 * `count` of them at once, the first.
 */
export async function nextNumber(
  tx: Tx,
  community: CommunityId,
  kind: string,
  count = 1,
): Promise<number> {
  const { value } = await tx.counter.upsert({
    where: { communityId_kind: { communityId: community, kind } },
    create: { communityId: community, kind, value: count },
    update: { value: { increment: count } },
  });
  return value - count + 1;
}
