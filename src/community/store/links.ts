import { Prisma } from '../../database/generated/client.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MemberId, RoomId } from '../../kernel/ids.js';

export interface LinkCode {
  readonly name: string;
  readonly community: CommunityId;
  readonly kind: string;
  readonly member: MemberId;
  readonly proof: string;
  readonly tries: number;
  readonly expiresAt: Date;
}

export async function insertCode(tx: Tx, code: LinkCode): Promise<void> {
  const { community, member, ...rest } = code;
  await tx.linkCode.create({ data: { ...rest, communityId: community, memberId: member } });
}

/** Counts a try and gives the code: a code is known by its name only, from any community. */
export async function tryCode(tx: Tx, name: string): Promise<LinkCode | null> {
  const { count } = await tx.linkCode.updateMany({
    where: { name },
    data: { tries: { increment: 1 } },
  });
  const row = count === 1 ? await tx.linkCode.findUnique({ where: { name } }) : null;
  if (!row) return null;
  const { communityId, memberId, ...rest } = row;
  return { ...rest, community: communityId as CommunityId, member: memberId as MemberId };
}

/** Used or useless; `false` when somebody else has just used it. */
export async function deleteCode(tx: Tx, name: string): Promise<boolean> {
  return (await tx.linkCode.deleteMany({ where: { name } })).count === 1;
}

export async function deleteCodesBefore(tx: Tx, before: Date): Promise<void> {
  await tx.linkCode.deleteMany({ where: { expiresAt: { lt: before } } });
}

export async function countRooms(tx: Tx, community: CommunityId): Promise<number> {
  return tx.room.count({ where: { communityId: community } });
}

/**
 * Gives a room to another community. Nothing is left to say in it for the former, but once on each
 * card of its that is followed no more: those of one entry only were never to change.
 */
export async function moveRoom(
  tx: Tx,
  from: CommunityId,
  to: CommunityId,
  room: RoomId,
): Promise<void> {
  await tx.$executeRaw`update deliveries
    set community_id = ${to}::uuid, key = 'parted:' || key, wanted = wanted + 1,
      params = params || jsonb_build_object('parted', ${from}::text)
    where community_id = ${from}::uuid and room_id = ${room}::uuid and account_id is null
      and ref is not null and params->>'entry' is null`;
  await tx.delivery.deleteMany({ where: { communityId: from, roomId: room } });
  await tx.account.updateMany({
    where: { communityId: from, lastRoomId: room },
    data: { lastRoomId: null },
  });
  await tx.room.updateMany({
    where: { communityId: from, id: room },
    data: { communityId: to, servedUntil: null },
  });
}

export async function updateRoom(
  tx: Tx,
  community: CommunityId,
  room: RoomId,
  change: {
    readonly locale?: string | null;
    readonly listens?: string[];
    readonly shareSign?: string | null;
  },
): Promise<void> {
  await tx.room.updateMany({ where: { id: room, communityId: community }, data: change });
}

/**
 * Everything of one community becomes another's, whatever tables the functions have: rows keep
 * their ids, short numbers go on after those of `to`, and a person known to both by the same
 * account is one.
 */
export async function adopt(tx: Tx, from: CommunityId, to: CommunityId): Promise<void> {
  await mergeSameAccounts(tx, from, to);
  await keepLanguage(tx, from, to);
  // Whoever serves them now serves the former community, and will not find them to let them go.
  await tx.room.updateMany({ where: { communityId: from }, data: { servedUntil: null } });
  await tx.handledEvent.deleteMany({ where: { communityId: from } });
  const tables = await tx.$queryRaw<{ name: string; numbered: boolean }[]>`
    select c.table_name as name, exists (
      select 1 from information_schema.columns n
      where n.table_schema = c.table_schema and n.table_name = c.table_name
        and n.column_name = 'number') as numbered
    from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'community_id'
      and c.table_name not in ('counters', 'handled_events')
    order by c.table_name`;
  for (const { name, numbered } of tables) {
    const table = Prisma.raw(`"${name}"`);
    const offset = numbered ? await takeNumbers(tx, from, to, name) : 0;
    const shift = numbered ? Prisma.sql`, number = number + ${offset}` : Prisma.empty;
    await tx.$executeRaw`update ${table} set community_id = ${to}::uuid ${shift}
      where community_id = ${from}::uuid`;
  }
  await tx.counter.deleteMany({ where: { communityId: from } });
  await tx.community.delete({ where: { id: from } });
}

/** Rooms that spoke their community's language go on in it, among rooms that speak another. */
async function keepLanguage(tx: Tx, from: CommunityId, to: CommunityId): Promise<void> {
  const { locale } = await tx.community.findUniqueOrThrow({ where: { id: from } });
  const host = await tx.community.findUniqueOrThrow({ where: { id: to } });
  if (locale === host.locale) return;
  await tx.room.updateMany({ where: { communityId: from, locale: null }, data: { locale } });
}

/** How far the numbers of `from` must move to come after those of `to`. */
async function takeNumbers(
  tx: Tx,
  from: CommunityId,
  to: CommunityId,
  kind: string,
): Promise<number> {
  const last = async (community: CommunityId): Promise<number> =>
    (await tx.counter.findFirst({ where: { communityId: community, kind } }))?.value ?? 0;
  const [moved, offset] = [await last(from), await last(to)];
  await tx.counter.upsert({
    where: { communityId_kind: { communityId: to, kind } },
    create: { communityId: to, kind, value: offset + moved },
    update: { value: offset + moved },
  });
  return offset;
}

async function mergeSameAccounts(tx: Tx, from: CommunityId, to: CommunityId): Promise<void> {
  const coming = await tx.account.findMany({ where: { communityId: from } });
  for (const { id, memberId, platform, platformUserId } of coming) {
    const known = await tx.account.findFirst({
      where: { communityId: to, platform, platformUserId },
    });
    if (!known) continue;
    const voice = await tx.member.findFirst({ where: { id: known.memberId } });
    await tx.member.updateMany({
      where: { communityId: from, OR: [{ id: memberId }, { mergedInto: memberId }] },
      data: { mergedInto: voice?.mergedInto ?? known.memberId },
    });
    await tx.account.delete({ where: { id } });
  }
}

/** Everywhere that somebody is, through any account of theirs: the communities, and who they are there. */
export async function everywhere(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
): Promise<{ readonly community: CommunityId; readonly member: MemberId }[]> {
  const own = await tx.account.findMany({
    where: { communityId: community, memberId: { in: [...members] } },
    select: { platform: true, platformUserId: true },
  });
  const rows = await tx.account.findMany({
    where: { OR: own },
    select: { communityId: true, memberId: true },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(({ communityId, memberId }) => ({
    community: communityId as CommunityId,
    member: memberId as MemberId,
  }));
}
