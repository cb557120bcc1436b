import { setTimeout as sleep } from 'node:timers/promises';
import { RoomGone } from '../../src/journal/outbox/types.js';
import { LOCALES } from '../../src/kernel/locale.js';
import { StartError } from '../../src/kernel/start-error.js';
import { fold } from '../../src/kernel/text.js';
import type { Adapter, PrivateRooms } from '../contract.js';
import { createAnswers } from './answers.js';
import { errcodeOf, type SteadyClient, waitMs } from './client.js';
import { openCrypto } from './crypto/engine.js';
import { createDirect } from './direct.js';
import { createFiles } from './files.js';
import { createListener } from './listener.js';
import { createMessages, type Messages } from './messages.js';
import { createPointing } from './pointing.js';
import { createPrivateRooms } from './private-rooms.js';
import { quietSdk } from './quiet.js';
import { createReceiver } from './receiver.js';
import { createRooms } from './rooms.js';
import { createSender } from './send.js';
import { openSession, type Session } from './session.js';
import type { MatrixOptions } from './types.js';
import { createVisits } from './visits.js';

/** An edit is an event for everybody in the room: a burst of votes makes few. */
const EDIT_EVERY_MS = 1_500;

/** What is there while connected. */
interface Voice {
  readonly session: Session;
  readonly messages: Messages;
  readonly direct: ReturnType<typeof createDirect>;
  readonly privateRooms: PrivateRooms;
}

/**
 * Matrix, spoken by the SDK. `start` rejects with a `StartError` when the homeserver refuses us;
 * when it is only away, it is tried again, longer and longer, and what must be said waits.
 */
export function createMatrixAdapter(options: MatrixOptions): Adapter {
  const { config, store, log } = options;
  const leaving = new AbortController();
  let voice: Voice | null = null;

  async function connect(): Promise<void> {
    const session = await openSession({ config, store });
    const { client } = session;
    client.lost = () => {
      voice = null;
      void client.finish().then(() => reconnect(0));
    };
    try {
      const made = await wire(session);
      await client.start();
      voice = made;
      options.returned?.();
    } catch (error) {
      // Its keys are let go, for the next try to take them up.
      await client.finish();
      throw error;
    }
  }

  async function wire(session: Session): Promise<Voice> {
    const { client, me } = session;
    const rooms = createRooms(client, me);
    const { deviceId } = session;
    if (deviceId !== null) client.encryptWith(await openCrypto({ ...session, deviceId, rooms }));
    const sender = createSender(client);
    const words = [...new Set(commandNames(options).map((name) => name.split(' ')[0] ?? ''))];
    const messages = createMessages({ store, sender, words });
    const direct = createDirect({ client, store, rooms });
    const answers = createAnswers({ store, messages, sender, direct });
    const profile = await client.getUserProfile(me).catch(() => ({}));
    const displayName = typeof profile.displayname === 'string' ? profile.displayname : 'ECC';
    const pointing = createPointing(client, rooms);
    const receiver = createReceiver({
      ...{ ...options, rooms, direct, messages, answers },
      ...{
        called: { userId: me, displayName },
        lexicon: { names: commandNames(options).map(fold) },
        pointing,
        files: createFiles(client, pointing.event),
      },
    });
    const { moved } = options.rooms;
    const visits = createVisits({ ...options, client, rooms, direct, messages, moved, me });
    client.log = log;
    client.back = () => options.returned?.();
    client.hear = createListener({ ...options, client, rooms, receiver, visits, me });
    const privateRooms = createPrivateRooms({ client, rooms });
    return { session, messages, direct, privateRooms };
  }

  /** Until it is done, or will never be. */
  async function reconnect(failures: number): Promise<void> {
    const { signal } = leaving;
    await sleep(waitMs(failures), undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    try {
      await connect();
    } catch (error) {
      if (error instanceof StartError) log.error({ platform: 'matrix' }, error.say(config.locale));
      else void reconnect(failures + 1);
    }
  }

  const connected = (): Voice => {
    if (voice === null) throw new Error('Matrix is not connected');
    return voice;
  };

  const put: Adapter['post'] = async ({ to, key, view }) => {
    const { messages, direct, session } = connected();
    const roomId = to.userId === null ? to.roomId : await direct.with(to.userId);
    if (roomId === null) {
      // Trying again for ever would hold back all that the room must be told after it.
      log.warn({ platform: 'matrix', key }, 'a person who accepts no conversation was not told');
      return '';
    }
    const shown = view[to.locale];
    const community = shown.community ?? (await options.rooms.communityOf(to.roomId));
    try {
      return await messages.show({
        ...{ roomId, key, locale: to.locale, view: { ...shown, community } },
        ...{ direct: to.userId !== null, msgtype: 'm.text', thread: null, living: true },
      });
    } catch (error) {
      const left = to.userId === null && (await isOut(session.client, roomId, error));
      throw left ? new RoomGone('matrix', error) : error;
    }
  };

  return {
    platform: 'matrix',
    editEveryMs: EDIT_EVERY_MS,
    async start() {
      quietSdk(log);
      try {
        await connect();
      } catch (error) {
        if (error instanceof StartError) throw error;
        log.warn({ platform: 'matrix' }, `${config.homeserver} does not answer yet`);
        void reconnect(0);
      }
    },
    async stop() {
      leaving.abort();
      await voice?.session.client.finish();
      voice = null;
    },
    post: put,
    remove: async ({ key }) => connected().messages.takeAway(key),
    forget: async (about) => connected().messages.forget(about),
    privateRooms: {
      open: async (wanted) => connected().privateRooms.open(wanted),
      find: async (wanted) => connected().privateRooms.find(wanted),
      end: async (room, how) => connected().privateRooms.end(room, how),
    },
    // The key finds the message, and makes it again if it is gone.
    edit: put,
  };
}

/** A refusal may also be for want of power: then we are still there. */
async function isOut(client: SteadyClient, roomId: string, error: unknown): Promise<boolean> {
  const code = errcodeOf(error);
  if (code !== 'M_FORBIDDEN' && code !== 'M_NOT_FOUND') return false;
  return !(await client.getJoinedRooms()).includes(roomId);
}

const commandNames = ({ registry }: Pick<MatrixOptions, 'registry'>): string[] =>
  registry.surface.flatMap(({ names }) => LOCALES.flatMap((locale) => names[locale]));
