import type { SteadyClient } from './client.js';
import { errcodeOf } from './client.js';
import type { Rooms } from './rooms.js';
import type { MatrixStore } from './store.js';

export type Direct = ReturnType<typeof createDirect>;

/** Conversations of two: known by the network's account data, by our memory, or by their look. */
export function createDirect(parts: {
  readonly client: SteadyClient;
  readonly store: MatrixStore;
  readonly rooms: Rooms;
}) {
  const { client, store, rooms } = parts;
  const opening = new Map<string, Promise<string | null>>();

  async function open(userId: string): Promise<string | null> {
    const known = await store.rooms.directWith(userId);
    if (known !== null) return known;
    try {
      const roomId = await client.dms.getOrCreateDm(userId, () => create(userId));
      await store.rooms.setDirect(roomId, userId);
      return roomId;
    } catch (error) {
      // Their server, or they themselves, want no invitation from us.
      if (errcodeOf(error) === null || errcodeOf(error) === 'M_LIMIT_EXCEEDED') throw error;
      return null;
    }
  }

  async function create(userId: string): Promise<string> {
    const encrypted = client.olm !== null && (await hasKeys(userId));
    return client.createRoom({
      ...{ invite: [userId], is_direct: true, preset: 'trusted_private_chat' },
      initial_state: encrypted
        ? [
            {
              type: 'm.room.encryption',
              state_key: '',
              content: { algorithm: 'm.megolm.v1.aes-sha2' },
            },
          ]
        : [],
    });
  }

  async function hasKeys(userId: string): Promise<boolean> {
    const { device_keys: keys } = await client.getUserDevices([userId]);
    return Object.keys(keys?.[userId] ?? {}).length > 0;
  }

  return {
    /** The direct room of somebody, made when there is none; `null` when they cannot be invited. */
    async with(userId: string): Promise<string | null> {
      const underway = opening.get(userId);
      if (underway) return underway;
      const opened = open(userId).finally(() => opening.delete(userId));
      opening.set(userId, opened);
      return opened;
    },
    /** An unnamed room of two is a conversation; a named one is a room that others may yet join. */
    async is(roomId: string): Promise<boolean> {
      if ((await store.rooms.directFor(roomId)) !== null || client.dms.isDm(roomId)) return true;
      const others = await rooms.others(roomId);
      return others.length <= 1 && (await rooms.nameOf(roomId)) === null;
    },
    remember: (roomId: string, userId: string) => store.rooms.setDirect(roomId, userId),
    /** It is no conversation any more: somebody left it. */
    forget: (roomId: string) => store.rooms.forget(roomId),
  };
}
