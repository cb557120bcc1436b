import type { Tx } from '../../../database/transaction.js';
import { type CommunityId, type MemberId, newId } from '../../../kernel/ids.js';
import type { Keys, OwnVault } from '../../../kernel/keys.js';
import { padded } from '../../../kernel/padded.js';
import type { RoomAsked, RoomEnd, RoomFault, RoomNow } from '../types.js';

/** Room for any of them: a length must not tell how many people. */
const PAD_TO_BYTES = 2048;
const DAY_MS = 86_400_000;
/** About eight minutes: what a network does not do by then, it will not. */
export const MOST_ATTEMPTS = 10;

/** Where it is, as its network calls it. */
interface Place {
  readonly roomId: string;
  readonly url: string | null;
  readonly encrypted: boolean;
}

interface Content extends RoomAsked {
  /** What it should be. */
  readonly wish: 'open' | RoomEnd;
  /** What it is; `null` when nothing is known to be done. */
  readonly done: 'open' | 'impossible' | RoomEnd | null;
  readonly fault: RoomFault | null;
  readonly place: Place | null;
  /** The network's name of its first words. */
  readonly words: string | null;
}

export interface RoomRow {
  readonly id: string;
  readonly community: CommunityId;
  readonly subject: string;
  readonly tag: string;
  readonly wanted: number;
  readonly attempts: number;
  readonly dueAt: Date;
  /** `null`: its key is gone. */
  readonly content: Content | null;
}

type Row = Awaited<ReturnType<Tx['privateRoom']['findFirstOrThrow']>>;
type Finding = Pick<Keys, 'find'>;

const placeOf = (tag: string): string => `private_rooms.sealed:${tag}`;

const sealed = (own: OwnVault, tag: string, content: Content): string =>
  own.seal(padded(JSON.stringify(content), PAD_TO_BYTES), placeOf(tag));

const opened = (own: OwnVault, { sealed: kept, tag }: Pick<Row, 'sealed' | 'tag'>): Content =>
  JSON.parse(own.unseal(kept, placeOf(tag))) as Content;

function toRoom(keys: Finding, { communityId, ...row }: Row): RoomRow {
  const own = keys.find(row.subject);
  const { id, subject, tag, wanted, attempts, dueAt } = row;
  return {
    ...{ id, subject, tag, wanted, attempts, dueAt, community: communityId as CommunityId },
    content: own && opened(own, row),
  };
}

/** Wants a private room: once per subject and key. */
export async function askRoom(
  tx: Tx,
  own: OwnVault,
  community: CommunityId,
  { subject, ...asked }: RoomAsked & { readonly subject: string },
  now: Date,
): Promise<void> {
  const tag = own.digest(`${subject} room ${asked.key}`);
  const content: Content = {
    ...{ ...asked, wish: 'open', done: null, fault: null, place: null, words: null },
  };
  // Its hour would tell whose it is to who watches the rooms.
  const day = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
  await tx.privateRoom.createMany({
    data: [
      {
        ...{ id: newId(day), communityId: community, subject, tag },
        ...{ sealed: sealed(own, tag, content), wanted: 1, shown: 0, attempts: 0, dueAt: now },
      },
    ],
    skipDuplicates: true,
  });
}

/** Every private room of a subject, as it is. */
export async function roomsOf(
  tx: Tx,
  keys: Finding,
  community: CommunityId,
  subject: string,
): Promise<RoomNow[]> {
  const rows = await tx.privateRoom.findMany({
    where: { communityId: community, subject },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap((row) => {
    const { content } = toRoom(keys, row);
    if (!content) return [];
    const { key, platform, wish, done, fault, place } = content;
    const state = wish === 'open' ? (done ?? 'asked') : wish;
    return [{ key, platform, state, fault, url: place?.url ?? null }];
  });
}

/** Every private room of a subject is to end. Gives how many still have to. */
export async function endRooms(
  tx: Tx,
  keys: Finding,
  about: { readonly community: CommunityId; readonly subject: string; readonly how: RoomEnd },
  now: Date,
): Promise<number> {
  const { community, subject, how } = about;
  const where = { communityId: community, subject };
  const own = keys.find(subject);
  // Without its key nobody knows where it is.
  if (!own) await tx.privateRoom.deleteMany({ where });
  for (const row of own ? await tx.privateRoom.findMany({ where }) : []) {
    const content = own && (await locked(tx, own, row.id));
    if (!own || !content || content.wish === how || content.wish === 'erased') continue;
    await tx.privateRoom.updateMany({
      where: { id: row.id },
      data: {
        ...{ sealed: sealed(own, row.tag, { ...content, wish: how }), dueAt: now, attempts: 0 },
        wanted: { increment: 1 },
      },
    });
  }
  return tx.privateRoom.count({ where: { ...where, attempts: { lt: MOST_ATTEMPTS } } });
}

/** What a row holds now, held until the end of the transaction; `null` when it is gone. */
async function locked(tx: Tx, own: OwnVault, id: string): Promise<Content | null> {
  await tx.$queryRaw`select 1 from private_rooms where id = ${id}::uuid for update`;
  const row = await tx.privateRoom.findUnique({ where: { id } });
  return row && opened(own, row);
}

const waiting = (tx: Tx) => ({ shown: { lt: tx.privateRoom.fields.wanted } });

export async function nextRoom(
  tx: Tx,
  keys: Finding,
  community: CommunityId,
  now: Date,
): Promise<RoomRow | null> {
  const row = await tx.privateRoom.findFirst({
    where: { communityId: community, ...waiting(tx), dueAt: { lte: now } },
    orderBy: { dueAt: 'asc' },
  });
  return row && toRoom(keys, row);
}

/** Takes it for one worker, and counts that it was tried; `false` when another was faster. */
export async function claimRoom(tx: Tx, room: RoomRow, until: Date): Promise<boolean> {
  const { id, community, dueAt, wanted } = room;
  const { count } = await tx.privateRoom.updateMany({
    where: { id, communityId: community, dueAt, wanted },
    data: { dueAt: until, attempts: { increment: 1 } },
  });
  return count === 1;
}

/** To be tried again then; what was asked of it meanwhile is not put off. */
export async function retryRoom(tx: Tx, room: RoomRow, claimed: Date, at: Date): Promise<void> {
  const { id, community } = room;
  await tx.privateRoom.updateMany({
    where: { id, communityId: community, dueAt: claimed },
    data: { dueAt: at },
  });
}

/** What was done of it, beside what is asked of it meanwhile; `null` when it is forgotten. */
export async function saveRoom(
  tx: Tx,
  own: OwnVault,
  room: RoomRow,
  change: Partial<Pick<Content, 'done' | 'fault' | 'place' | 'words'>>,
): Promise<Content | null> {
  const before = await locked(tx, own, room.id);
  if (!before) return null;
  const content = { ...before, ...change };
  const data = {
    sealed: sealed(own, room.tag, content),
    ...(change.done && { shown: room.wanted }),
  };
  await tx.privateRoom.updateMany({ where: { id: room.id }, data });
  return content;
}

export async function dropRoom(tx: Tx, { id, community }: RoomRow): Promise<void> {
  await tx.privateRoom.deleteMany({ where: { id, communityId: community } });
}

/** When the next is due, or `null` when all is done. */
export async function roomDue(tx: Tx, community: CommunityId): Promise<Date | null> {
  const row = await tx.privateRoom.findFirst({
    where: { communityId: community, ...waiting(tx) },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  return row?.dueAt ?? null;
}

export async function communitiesWithRooms(tx: Tx, now: Date): Promise<CommunityId[]> {
  const rows = await tx.privateRoom.findMany({
    where: { ...waiting(tx), dueAt: { lte: now } },
    distinct: ['communityId'],
    select: { communityId: true },
  });
  return rows.map(({ communityId }) => communityId as CommunityId);
}

/** Who the people are on a network, and its rooms they speak in, those they use most first. */
export async function aroundRoom(
  tx: Tx,
  community: CommunityId,
  { platform, people }: Pick<RoomAsked, 'platform' | 'people'>,
): Promise<{ readonly users: readonly (string | null)[]; readonly near: readonly string[] }> {
  const users: (string | null)[] = [];
  const spoken = new Map<string, number>();
  for (const person of people) {
    const account = await accountOn(tx, community, person, platform);
    users.push(account?.platformUserId ?? null);
    const last = account?.lastRoomId;
    if (last) spoken.set(last, (spoken.get(last) ?? 0) + 1);
  }
  const rooms = await tx.room.findMany({
    where: { communityId: community, platform, goneAt: null },
    orderBy: { createdAt: 'asc' },
  });
  const used = ({ id }: { id: string }): number => spoken.get(id) ?? 0;
  const near = rooms.toSorted((a, b) => used(b) - used(a)).map(({ platformId }) => platformId);
  return { users, near };
}

/** Somebody's account on a network, linked ones included: the one they used last. */
async function accountOn(tx: Tx, community: CommunityId, person: MemberId, platform: string) {
  const where = { communityId: community };
  const linked = await tx.member.findMany({ where: { ...where, mergedInto: person } });
  return tx.account.findFirst({
    where: { ...where, platform, memberId: { in: [person, ...linked.map(({ id }) => id)] } },
    orderBy: [{ seenAt: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }],
  });
}
