import type { PrismaClient } from '../../database/generated/client.js';
import { transaction } from '../../database/transaction.js';
import type { Queue } from '../../jobs/queue.js';
import type { Clock } from '../../kernel/clock.js';
import type { CommunityId, RoomId } from '../../kernel/ids.js';
import { communitiesWaiting, markHandled, unhandled } from '../store.js';
import type { Entry } from '../types.js';
import { LEASE_MS, retryAfterMs } from './rules.js';
import {
  addressOf,
  hasten,
  holdOutbox,
  keepRoom,
  markFailed,
  markGone,
  markShown,
  nextDelivery,
  nextDue,
  put,
  roomsWaiting,
  takeRoom,
} from './store.js';
import { type Address, type Delivery, RoomGone, Undrawable, type Utterance } from './types.js';

const BATCH = 100;
/** The names of its jobs. */
export const ANNOUNCE = 'journal.announce';
export const DELIVER = 'journal.deliver';

/** What the outbox needs from the rooms' side of the house. */
export interface Mouth {
  /** What must be said about an entry. */
  announce(entry: Entry): Promise<readonly Utterance[]>;
  /**
   * Shows a message where it belongs, as it should be now. Gives the platform's name for it, and
   * how long to leave it before the next edit; `null` when there is nothing to say any more.
   */
  show(
    delivery: Delivery,
    address: Address,
  ): Promise<{ readonly ref: string; readonly editAfterMs: number } | null>;
}

export interface Outbox {
  wake(community: CommunityId): Promise<void>;
  /** Finds what a crash or a lost wake-up left behind. */
  sweep(): Promise<void>;
  /** A platform is back: what waits for it need not wait any longer. */
  returned(platform: string): Promise<void>;
  /** Puts in the outbox what the journal says that was not said. */
  announce(community: CommunityId): Promise<void>;
  /** Shows what waits in a room's outbox, in order. */
  deliver(community: CommunityId, room: RoomId): Promise<void>;
}

/** From journal entries to messages: first into the outbox, then, room by room and in order, out. */
export function createOutbox(parts: {
  readonly prisma: PrismaClient;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly mouth: Mouth;
  readonly log: { warn(facts: object, message: string): void };
}): Outbox {
  const { prisma, queue, clock, mouth, log } = parts;
  const wake = (community: CommunityId): Promise<void> =>
    queue.enqueue(ANNOUNCE, { id: community, community });
  const wakeRoom = (community: CommunityId, room: RoomId): Promise<void> =>
    queue.enqueue(DELIVER, { id: room, community });

  async function announceBatch(community: CommunityId): Promise<boolean> {
    const entries = await unhandled(prisma, community, BATCH);
    // Before the transaction: nothing may wait for another connection inside one (the embedded
    // database has a single session).
    const said = new Map<string, readonly Utterance[]>();
    for (const entry of entries) said.set(entry.id, await mouth.announce(entry));
    const rooms = await transaction(prisma, async (tx) => {
      const touched = new Set<RoomId>();
      // Two workers must not put the same entries in the outbox: the second finds nothing left.
      await holdOutbox(tx, community);
      const left = (await unhandled(tx, community, BATCH)).filter(({ id }) => said.has(id));
      for (const utterance of left.flatMap(({ id }) => said.get(id) ?? [])) {
        for (const room of await put(tx, community, utterance, clock.now())) touched.add(room);
      }
      await markHandled(
        tx,
        community,
        left.map(({ id }) => id),
        clock.now(),
      );
      return touched;
    });
    for (const room of rooms) await wakeRoom(community, room);
    return entries.length === BATCH;
  }

  async function deliver(community: CommunityId, room: RoomId): Promise<void> {
    const lease = (): Date => new Date(clock.now().getTime() + LEASE_MS);
    let until = lease();
    if (!(await takeRoom(prisma, community, room, clock.now(), until))) return;
    try {
      for (;;) {
        const delivery = await nextDelivery(prisma, community, room, clock.now());
        if (!delivery || !(await showOne(delivery))) break;
        const longer = lease();
        // Taken over meanwhile, because this took too long: the other goes on.
        if (!(await keepRoom(prisma, community, room, until, longer))) return;
        until = longer;
      }
    } finally {
      await keepRoom(prisma, community, room, until, null);
    }
    // Asked after the release: whoever found the room taken meanwhile has gone away.
    const due = await nextDue(prisma, community, room);
    if (due) await queue.enqueueAt(DELIVER, { id: room, community }, { at: due, now: clock.now() });
  }

  async function showOne(delivery: Delivery): Promise<boolean> {
    try {
      const address = await addressOf(prisma, delivery);
      const shown = address && (await mouth.show(delivery, address));
      const dueAt = new Date(clock.now().getTime() + (shown?.editAfterMs ?? 0));
      await markShown(prisma, delivery, { ref: shown?.ref ?? delivery.ref, dueAt });
      return true;
    } catch (error) {
      if (error instanceof RoomGone) {
        await markGone(prisma, delivery, clock.now());
        const { room, platform } = delivery;
        log.warn(
          { room, platform },
          'a room is gone: nothing is said there until it is used again',
        );
        return true;
      }
      const retryAt = new Date(clock.now().getTime() + retryAfterMs(delivery.attempts + 1));
      const name = error instanceof Error ? error.name : 'unknown';
      log.warn({ room: delivery.room, card: delivery.card, error }, 'a message could not be shown');
      const alone = error instanceof Undrawable;
      await markFailed(prisma, delivery, { error: name, retryAt, alone });
      return alone;
    }
  }

  return {
    wake,
    async sweep() {
      for (const community of await communitiesWaiting(prisma)) await wake(community);
      for (const { community, room } of await roomsWaiting(prisma, clock.now())) {
        await wakeRoom(community, room);
      }
    },
    async returned(platform) {
      for (const { community, room } of await hasten(prisma, platform, clock.now())) {
        await wakeRoom(community, room);
      }
    },
    async announce(community) {
      while (await announceBatch(community));
    },
    deliver,
  };
}
