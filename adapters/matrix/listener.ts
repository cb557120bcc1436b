import { EncryptedRoomEvent } from 'matrix-bot-sdk';
import type { Clock } from '../../src/kernel/clock.js';
import type { Log } from '../../src/kernel/log.js';
import { errcodeOf, isPassing, type SteadyClient, waitMs } from './client.js';
import type { createReceiver } from './receiver.js';
import type { Rooms } from './rooms.js';
import type { Happening } from './sync.js';
import type { MatrixConfig, MatrixEvent } from './types.js';
import type { createVisits } from './visits.js';
import { wordsIn } from './words.js';

const KEY_TRIES = 5;
const KEY_WAIT_MS = 1_000;

/**
 * Takes what happens to who deals with it: each person's doings in order, different people's at
 * once. What fails because the homeserver is away is done again when it is back.
 */
export function createListener(parts: {
  readonly client: SteadyClient;
  readonly config: MatrixConfig;
  readonly rooms: Rooms;
  readonly receiver: ReturnType<typeof createReceiver>;
  readonly visits: ReturnType<typeof createVisits>;
  readonly me: string;
  readonly clock: Clock;
  readonly log: Log;
}): (happenings: readonly Happening[]) => Promise<void> {
  const { client, config, rooms, receiver, visits, me, clock, log } = parts;
  const lanes = new Map<string, Promise<void>>();

  /** After what the same person did before. Rejects only when we leave before the end. */
  function inLane(lane: string, work: () => Promise<void>): Promise<void> {
    const done = (lanes.get(lane) ?? Promise.resolve()).then(() => steadily(work));
    const tail = done.catch(() => undefined);
    lanes.set(lane, tail);
    tail.then(() => {
      if (lanes.get(lane) === tail) lanes.delete(lane);
    });
    return done;
  }

  async function steadily(work: () => Promise<void>): Promise<void> {
    for (let failures = 0; ; failures++) {
      try {
        return await work();
      } catch (error) {
        if (client.isLeaving) throw error;
        if (!isPassing(error)) {
          // Never what was said: it may be a secret ballot.
          log.error({ platform: 'matrix', errcode: errcodeOf(error), error }, 'not answered');
          return;
        }
        await client.pause(waitMs(failures));
      }
    }
  }

  /** A key may come after what it opens: we wait a little before saying so. */
  async function unreadable(roomId: string, event: MatrixEvent): Promise<void> {
    for (let tries = 0; client.olm && tries < KEY_TRIES; tries++) {
      await client.pause(KEY_WAIT_MS);
      const opened = await client.olm
        .decryptRoomEvent(new EncryptedRoomEvent(event), roomId)
        .catch(() => null);
      if (opened) return deal(roomId, opened.raw as MatrixEvent);
    }
    return visits.unreadable(roomId, event.event_id);
  }

  function deal(roomId: string, event: MatrixEvent): Promise<void> {
    switch (event.type) {
      case 'm.room.message':
        return receiver.said(roomId, event);
      case 'm.reaction':
        return receiver.reacted(roomId, event);
      case 'm.room.redaction':
        return receiver.tookBack(roomId, event);
      case 'm.room.tombstone':
        return visits.replaced(roomId, event);
      case 'm.room.member':
        return visits.departed(roomId);
      // Left as it is: it could not be decrypted, or we cannot decrypt at all.
      case 'm.room.encrypted':
        return unreadable(roomId, event);
      default:
        return Promise.resolve();
    }
  }

  const concernsUs = ({ type, sender, content, state_key }: MatrixEvent): boolean => {
    if (type === 'm.room.member') {
      return state_key !== me && (content.membership === 'leave' || content.membership === 'ban');
    }
    if (type === 'm.room.tombstone') return true;
    return sender !== me;
  };

  const isOld = (event: MatrixEvent): boolean =>
    event.type === 'm.room.message' &&
    clock.now().getTime() - event.origin_server_ts > config.answerWithinMs;

  async function tellOld(roomId: string, old: readonly MatrixEvent[]): Promise<void> {
    let count = 0;
    for (const event of old) if (await receiver.isAsked(roomId, event)) count++;
    const last = old.at(-1);
    if (count === 0 || !last) return;
    await visits.tell(roomId, `old:${last.event_id}`, wordsIn(config.locale).tooOld(count));
  }

  return async (happenings) => {
    const old = new Map<string, MatrixEvent[]>();
    const doing: Promise<void>[] = [];
    for (const happening of happenings) {
      const { type, roomId, event } = happening;
      if (type === 'invite') doing.push(inLane(roomId, () => visits.invited(roomId, event)));
      if (type === 'leave') doing.push(inLane(roomId, () => visits.left(roomId)));
      if (type !== 'event') continue;
      await rooms.heard(roomId, event);
      if (!concernsUs(event)) continue;
      if (isOld(event)) old.set(roomId, [...(old.get(roomId) ?? []), event]);
      else doing.push(inLane(event.sender, () => deal(roomId, event)));
    }
    for (const [roomId, events] of old) doing.push(inLane(roomId, () => tellOld(roomId, events)));
    await Promise.all(doing);
  };
}
