import { note, view } from '../../commands/view/build.js';
import type { Clock } from '../../src/kernel/clock.js';
import type { Log } from '../../src/kernel/log.js';
import type { SteadyClient } from './client.js';
import type { Direct } from './direct.js';
import type { Messages } from './messages.js';
import type { Rooms } from './rooms.js';
import type { MatrixStore } from './store.js';
import type { MatrixConfig, MatrixEvent, MatrixOptions } from './types.js';
import { type MatrixWords, wordsIn } from './words.js';

const serverOf = (userId: string): string => userId.slice(userId.indexOf(':') + 1);

/** Whose invitation is followed: people or servers that are named, or our own server. */
const mayInvite = (userId: string, me: string, inviters: readonly string[]): boolean =>
  inviters.length === 0
    ? serverOf(userId) === serverOf(me)
    : inviters.includes(userId) || inviters.includes(serverOf(userId));

/** Coming, greeting, following a room that moves, leaving. */
export function createVisits(parts: {
  readonly client: SteadyClient;
  readonly store: MatrixStore;
  readonly config: MatrixConfig;
  readonly rooms: Rooms;
  readonly direct: Direct;
  readonly messages: Messages;
  readonly moved: MatrixOptions['rooms']['moved'];
  readonly me: string;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
}) {
  const { client, store, config, rooms, direct, messages, me, clock, log } = parts;
  const words = wordsIn(config.locale);

  const tell = async (roomId: string, key: string, sentence: string): Promise<string> =>
    messages.show({
      ...{ roomId, key, locale: config.locale, living: false, thread: null },
      ...{ direct: await direct.is(roomId), msgtype: 'm.notice' },
      view: view({ blocks: [note(sentence)] }),
    });

  async function greet(roomId: string): Promise<void> {
    if (await store.rooms.isGreeted(roomId)) return;
    const sentence: keyof MatrixWords = (await direct.is(roomId)) ? 'helloDirect' : 'hello';
    await tell(roomId, 'hello', words[sentence]);
    await store.rooms.greeted(roomId, clock.now());
  }

  async function leave(roomId: string): Promise<void> {
    await client.leaveRoom(roomId);
    await forget(roomId);
  }

  async function forget(roomId: string): Promise<void> {
    rooms.forget(roomId);
    await store.rooms.forget(roomId);
  }

  return {
    tell,
    async invited(roomId: string, { sender, content }: MatrixEvent): Promise<void> {
      if (!mayInvite(sender, me, config.inviters)) {
        log.warn(
          { server: serverOf(sender) },
          'an invitation was declined: see ECC_MATRIX_INVITERS',
        );
        return leave(roomId);
      }
      await client.joinRoom(roomId);
      rooms.forget(roomId);
      if (content.is_direct === true) await direct.remember(roomId, sender);
      await greet(roomId);
    },
    /** The room goes on elsewhere: so do we, and its community. */
    async replaced(roomId: string, { content, sender }: MatrixEvent): Promise<void> {
      const next = content.replacement_room;
      if (typeof next !== 'string') return;
      await client.joinRoom(next, [serverOf(sender)]);
      await parts.moved(roomId, next);
      const person = await store.rooms.directFor(roomId);
      await store.rooms.greeted(next, clock.now());
      if (person !== null) await direct.remember(next, person);
      await leave(roomId);
    },
    /** Somebody left: a conversation of two is over, and nobody stays in an empty room. */
    async departed(roomId: string): Promise<void> {
      const others = await rooms.others(roomId);
      if (others.length === 0) await leave(roomId);
      else if ((await store.rooms.directFor(roomId)) !== null) {
        const person = await store.rooms.directFor(roomId);
        if (person !== null && !others.includes(person)) await direct.forget(roomId);
      }
    },
    /** We were removed. */
    left: forget,
    /** Said once in a room: what is said there cannot be read. */
    async unreadable(roomId: string, eventId: string): Promise<void> {
      if (client.olm) {
        await tell(roomId, `unreadable:${eventId}`, words.unreadableWord);
        return;
      }
      if (await store.rooms.toldUnreadable(roomId)) return;
      await tell(roomId, 'unreadable', words.unreadableRoom);
      await store.rooms.unreadable(roomId, clock.now());
    },
  };
}
