import type { Alarm, PrismaClient } from '../../../database/generated/client.js';
import { transaction } from '../../../database/transaction.js';
import { setAlarm } from '../../../jobs/alarms.js';
import type { Queue } from '../../../jobs/queue.js';
import type { Clock } from '../../../kernel/clock.js';
import type { CommunityId } from '../../../kernel/ids.js';
import type { Keys, OwnVault } from '../../../kernel/keys.js';
import type { Locale } from '../../../kernel/locale.js';
import { retryAfterMs } from '../rules.js';
import {
  aroundRoom,
  claimRoom,
  communitiesWithRooms,
  dropRoom,
  MOST_ATTEMPTS,
  nextRoom,
  type RoomRow,
  retryRoom,
  roomDue,
  saveRoom,
} from '../store/private-rooms.js';
import { type RoomEnd, RoomImpossible } from '../types.js';

/** The name of its job. */
export const PRIVATE_ROOM = 'journal.room';

/** Opening takes a few calls, each of which may be told to wait. */
const CLAIM_MS = 90_000;

type Content = NonNullable<RoomRow['content']>;
type Place = NonNullable<Content['place']>;

/** What private rooms need from the rooms' side of the house. */
export interface Opening {
  open(asked: Wanted & { readonly again: boolean }): Promise<Place>;
  /** What a crash may have left. */
  find(asked: Wanted): Promise<Place | null>;
  end(platform: string, place: Place, how: RoomEnd): Promise<void>;
  /** Says its first words there. Gives what the network calls them. */
  greet(asked: Wanted, place: Place): Promise<string | null>;
  unsay(
    asked: Pick<Wanted, 'platform' | 'tag' | 'locale'>,
    place: Place,
    ref: string,
  ): Promise<void>;
}

/** A private room, for the network it should be on. */
export interface Wanted {
  readonly platform: string;
  readonly tag: string;
  readonly community: CommunityId;
  readonly subject: string;
  readonly card: string;
  readonly locale: Locale;
  readonly users: readonly string[];
  readonly near: readonly string[];
}

/** Opens and ends private rooms. Each is tried alone: no other thing waits for it. */
export function createPrivateRooms(parts: {
  readonly prisma: PrismaClient;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly keys: Pick<Keys, 'find'>;
  readonly mouth: Opening;
  readonly arm: (alarm: Alarm) => Promise<void>;
  readonly log: { warn(facts: object, message: string): void };
}) {
  const { prisma, queue, clock, keys, mouth, log } = parts;
  const later = (ms: number): Date => new Date(clock.now().getTime() + ms);
  const wake = (community: CommunityId): Promise<void> =>
    queue.enqueue(PRIVATE_ROOM, { id: community, community });

  async function wantedOf(room: RoomRow, content: Content): Promise<Wanted> {
    const { community, subject, tag } = room;
    const { platform, card, locale } = content;
    const { users, near } = await aroundRoom(prisma, community, content);
    const known = users.filter((one) => one !== null);
    if (known.length < users.length) throw new RoomImpossible(platform, 'apart', null);
    return { platform, tag, community, subject, card, locale, users: known, near };
  }

  const save = (own: OwnVault, room: RoomRow, change: Parameters<typeof saveRoom>[3]) =>
    transaction(prisma, (tx) => saveRoom(tx, own, room, change));

  /** What came of asking for it, which its subject is told in the same transaction. */
  async function settle(own: OwnVault, room: RoomRow, change: Parameters<typeof save>[2]) {
    const { community, subject } = room;
    const now = clock.now();
    const alarm = await transaction(prisma, async (tx) => {
      const kept = await saveRoom(tx, own, room, change);
      return kept && setAlarm(tx, { community, kind: kept.alarm, subject, dueAt: now, now });
    });
    if (alarm) await parts.arm(alarm);
  }

  async function open(own: OwnVault, room: RoomRow, content: Content): Promise<void> {
    const wanted = await wantedOf(room, content);
    const place = content.place ?? (await mouth.open({ ...wanted, again: room.attempts > 0 }));
    // Known before anything is said there, so that a crash leaves no room behind.
    if (!(await save(own, room, { place }))) {
      return mouth.end(content.platform, place, 'erased');
    }
    const words = content.words ?? (await mouth.greet(wanted, place));
    await settle(own, room, { words, done: 'open' });
  }

  async function end(own: OwnVault, room: RoomRow, content: Content, how: RoomEnd): Promise<void> {
    const { platform, locale, words, done } = content;
    const place = content.place ?? (done === null ? await leftOver(room, content) : null);
    if (place && how === 'erased' && words !== null) {
      await mouth.unsay({ platform, locale, tag: room.tag }, place, words);
    }
    if (place) await mouth.end(platform, place, how);
    if (how === 'erased') await dropRoom(prisma, room);
    else await save(own, room, { done: how, place });
  }

  async function leftOver(room: RoomRow, content: Content): Promise<Place | null> {
    try {
      return await mouth.find(await wantedOf(room, content));
    } catch (error) {
      if (error instanceof RoomImpossible) return null;
      throw error;
    }
  }

  async function serve(room: RoomRow): Promise<void> {
    const own = keys.find(room.subject);
    const { content } = room;
    // Without its key nobody knows where it is.
    if (!own || !content) return dropRoom(prisma, room);
    if (content.wish !== 'open') return end(own, room, content, content.wish);
    try {
      await open(own, room, content);
    } catch (error) {
      const fault = error instanceof RoomImpossible ? error.fault : null;
      const given = fault ?? (room.attempts + 1 >= MOST_ATTEMPTS ? 'away' : null);
      if (given === null) throw error;
      await settle(own, room, { done: 'impossible', fault: given });
    }
  }

  async function next(community: CommunityId): Promise<boolean> {
    const room = await nextRoom(prisma, keys, community, clock.now());
    if (!room) return false;
    const claimed = later(CLAIM_MS);
    if (!(await claimRoom(prisma, room, claimed))) return true;
    try {
      await serve(room);
    } catch (error) {
      // Not the error itself: a platform may quote whom it was for.
      const failed = error instanceof Error ? error.name : 'unknown';
      log.warn({ failed }, 'a private room could not be seen to yet');
      await retryRoom(prisma, room, claimed, later(retryAfterMs(room.attempts + 1)));
    }
    return true;
  }

  return {
    wake,
    async sweep(): Promise<void> {
      for (const community of await communitiesWithRooms(prisma, clock.now())) {
        await wake(community);
      }
    },
    async deliver(community: CommunityId): Promise<void> {
      while (await next(community));
      const due = await roomDue(prisma, community);
      if (!due) return;
      const job = { id: community, community };
      await queue.enqueueAt(PRIVATE_ROOM, job, { at: due, now: clock.now() });
    },
  };
}

export type PrivateRooms = ReturnType<typeof createPrivateRooms>;
