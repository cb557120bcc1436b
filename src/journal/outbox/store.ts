import type { Tx } from '../../database/transaction.js';
import {
  type AccountId,
  type CommunityId,
  type MemberId,
  newId,
  type RoomId,
} from '../../kernel/ids.js';
import type { Json } from '../../kernel/json.js';
import { isLocale, type Locale } from '../../kernel/locale.js';
import { accountsOf } from './store/accounts.js';
import { spotsFor } from './store/spots.js';
import { type Address, type Delivery, FAREWELL, type Touch, type Utterance } from './types.js';

/** Holds a community's outbox until the end of the transaction. */
export async function holdOutbox(tx: Tx, community: CommunityId): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${community}))::text`;
}

/** Wants a message said, or said anew: once per key and place. */
export async function put(
  tx: Tx,
  community: CommunityId,
  utterance: Utterance,
  now: Date,
): Promise<RoomId[]> {
  if ('touch' in utterance) return touch(tx, community, utterance);
  const { key, card, subject, params } = utterance;
  const spots = await spotsFor(tx, community, utterance);
  for (const { platform, room, account, gone } of spots) {
    if (gone) {
      const where = { communityId: community, roomId: room, key };
      await tx.delivery.updateMany({ where, data: { wanted: { increment: 1 }, card, params } });
      continue;
    }
    await tx.delivery.upsert({
      where: { roomId_key: { roomId: room, key } },
      create: {
        ...{ id: newId(now), communityId: community, platform, roomId: room, accountId: account },
        ...{ key, card, subject, params, wanted: 1, shown: 0, attempts: 0 },
        ...{ dueAt: now, createdAt: now },
      },
      update: { wanted: { increment: 1 }, card, subject, params },
    });
  }
  return spots.map((spot) => spot.room);
}

async function touch(
  tx: Tx,
  community: CommunityId,
  { touch: subject, member, rooms = false }: Touch,
) {
  // Drawn or not is for when it is shown: who left still has some words to see.
  const accounts = member && (await accountsOf(tx, community, member, true));
  const where = {
    ...{ communityId: community, subject },
    // On its way, it may have been drawn already; shown without a name, it was not worth a word.
    OR: [{ shown: 0 }, { ref: { not: null } }],
    ...(!rooms && { accountId: accounts ? { in: accounts } : { not: null } }),
  };
  const rows = await tx.delivery.findMany({ where, select: { roomId: true } });
  await tx.delivery.updateMany({ where, data: { wanted: { increment: 1 } } });
  return rows.map(({ roomId }) => roomId as RoomId);
}

/** Takes a room's outbox for one worker; `false` when another has it. */
export async function takeRoom(
  tx: Tx,
  community: CommunityId,
  room: RoomId,
  now: Date,
  until: Date,
): Promise<boolean> {
  const { count } = await tx.room.updateMany({
    where: {
      id: room,
      communityId: community,
      OR: [{ servedUntil: null }, { servedUntil: { lte: now } }],
    },
    data: { servedUntil: until },
  });
  return count === 1;
}

export async function keepRoom(
  tx: Tx,
  community: CommunityId,
  room: RoomId,
  held: Date,
  until: Date | null,
): Promise<boolean> {
  const { count } = await tx.room.updateMany({
    where: { id: room, communityId: community, servedUntil: held },
    data: { servedUntil: until },
  });
  return count === 1;
}

/** Gives back the rooms that a process held when it was killed; for who knows that it is gone. */
export async function freeRooms(tx: Tx): Promise<void> {
  await tx.room.updateMany({ data: { servedUntil: null } });
}

/** What the room should hear next, in order; messages to be edited later are not in the way. */
export async function nextDelivery(
  tx: Tx,
  community: CommunityId,
  room: RoomId,
  now: Date,
): Promise<Delivery | null> {
  const row = await tx.delivery.findFirst({
    where: { ...(await sayable(tx, community, room)), dueAt: { lte: now } },
    orderBy: { position: 'asc' },
  });
  if (!row) return null;
  return {
    ...{ id: row.id, community, platform: row.platform, room, key: row.key, card: row.card },
    account: row.accountId as AccountId | null,
    subject: row.subject,
    params: row.params as Record<string, Json>,
    ...{ wanted: row.wanted, shown: row.shown, ref: row.ref, attempts: row.attempts },
  };
}

/** What a platform's absence put off is due now; gives the rooms that it kept waiting. */
export async function hasten(
  tx: Tx,
  platform: string,
  now: Date,
): Promise<{ community: CommunityId; room: RoomId }[]> {
  const failed = await tx.delivery.findMany({
    where: { platform, shown: { lt: tx.delivery.fields.wanted }, attempts: { gt: 0 } },
    distinct: ['roomId'],
    select: { roomId: true, communityId: true },
  });
  const rooms = failed.map(({ roomId, communityId }) => ({
    community: communityId as CommunityId,
    room: roomId as RoomId,
  }));
  for (const { community, room } of rooms) {
    const where = { ...pending(tx, community, room), dueAt: { gt: now } };
    await tx.delivery.updateMany({ where, data: { dueAt: now } });
  }
  return rooms;
}

/** When something of this room is due, or `null` when all is said. */
export async function nextDue(tx: Tx, community: CommunityId, room: RoomId): Promise<Date | null> {
  const row = await tx.delivery.findFirst({
    where: await sayable(tx, community, room),
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  return row?.dueAt ?? null;
}

const pending = (tx: Tx, community: CommunityId, room: RoomId) => ({
  communityId: community,
  roomId: room,
  shown: { lt: tx.delivery.fields.wanted },
});

/** Of a room that is gone, only the private words: they do not go there. */
async function sayable(tx: Tx, community: CommunityId, room: RoomId) {
  const gone = await tx.room.count({
    where: { id: room, communityId: community, goneAt: { not: null } },
  });
  return { ...pending(tx, community, room), ...(gone > 0 && { accountId: { not: null } }) };
}

/** What waits there is kept for when somebody uses it again. */
export async function markGone(tx: Tx, delivery: Delivery, now: Date): Promise<void> {
  await tx.room.updateMany({
    where: { id: delivery.room, communityId: delivery.community },
    data: { goneAt: now },
  });
}

export async function markShown(
  tx: Tx,
  delivery: Delivery,
  shown: { readonly ref: string | null; readonly dueAt: Date },
): Promise<void> {
  await tx.delivery.updateMany({
    where: { id: delivery.id, communityId: delivery.community },
    data: { ...shown, shown: delivery.wanted, attempts: 0, lastError: null },
  });
}

/**
 * A failure of the platform holds the whole room back, so that what is said later still comes
 * later; a message that cannot be drawn waits alone.
 */
export async function markFailed(
  tx: Tx,
  delivery: Delivery,
  failure: { readonly error: string; readonly retryAt: Date; readonly alone: boolean },
): Promise<void> {
  const own = { id: delivery.id, communityId: delivery.community };
  await tx.delivery.updateMany({
    where: own,
    data: { attempts: { increment: 1 }, lastError: failure.error },
  });
  const held = failure.alone ? own : pending(tx, delivery.community, delivery.room);
  await tx.delivery.updateMany({
    where: { ...held, dueAt: { lt: failure.retryAt } },
    data: { dueAt: failure.retryAt },
  });
}

export async function addressOf(tx: Tx, delivery: Delivery): Promise<Address | null> {
  const room = await tx.room.findFirst({
    where: { id: delivery.room, communityId: delivery.community },
  });
  const community = await tx.community.findUnique({ where: { id: delivery.community } });
  if (!room || !community) return null;
  const account = delivery.account
    ? await tx.account.findFirst({
        where: { id: delivery.account, communityId: delivery.community },
      })
    : null;
  const member = account
    ? await tx.member.findFirst({
        where: { id: account.memberId, communityId: delivery.community },
      })
    : null;
  // What waited for who has left is not said any more.
  if (member?.leftAt && !delivery.key.startsWith(FAREWELL)) return null;
  const said = member?.locale ?? room.locale ?? community.locale;
  const locale: Locale = isLocale(said) ? said : 'fr';
  return {
    roomId: room.platformId,
    userId: account?.platformUserId ?? null,
    member: (member?.mergedInto ?? member?.id ?? null) as MemberId | null,
    locale,
  };
}

/** Rooms with something due. With {@link communitiesWaiting}, the sweep across communities. */
export async function roomsWaiting(
  tx: Tx,
  now: Date,
): Promise<{ community: CommunityId; room: RoomId }[]> {
  const gone = await tx.room.findMany({ where: { goneAt: { not: null } }, select: { id: true } });
  const rows = await tx.delivery.findMany({
    where: {
      ...{ shown: { lt: tx.delivery.fields.wanted }, dueAt: { lte: now } },
      OR: [{ roomId: { notIn: gone.map(({ id }) => id) } }, { accountId: { not: null } }],
    },
    distinct: ['roomId'],
    select: { roomId: true, communityId: true },
  });
  return rows.map(({ roomId, communityId }) => ({
    community: communityId as CommunityId,
    room: roomId as RoomId,
  }));
}
