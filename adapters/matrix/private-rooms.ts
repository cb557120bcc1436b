import { RoomImpossible } from '../../src/journal/outbox/types.js';
import type { PrivateRoom, PrivateRooms, WantedRoom } from '../contract.js';
import { errcodeOf, isPassing, type SteadyClient } from './client.js';
import type { Rooms } from './rooms.js';
import { named } from './send.js';

/** Marks a room as ours, and which: how it is known again after a crash. A digest of its key. */
export const PRIVATE_ROOM = 'net.ecc.private_room';
const ENCRYPTION = {
  type: 'm.room.encryption',
  state_key: '',
  content: { algorithm: 'm.megolm.v1.aes-sha2' },
};
/** Who writes when a room is closed: nobody but us. */
const OURS_ALONE = 100;

/**
 * Invite-only rooms that ECC makes, to which it alone invites. Encrypted, unless it cannot encrypt
 * or somebody has no device that could read it.
 */
export function createPrivateRooms(parts: {
  readonly client: SteadyClient;
  readonly rooms: Rooms;
}): PrivateRooms {
  const { client, rooms } = parts;

  async function canAllRead(people: readonly string[]): Promise<boolean> {
    if (client.olm === null) return false;
    const { device_keys: keys } = await client.getUserDevices([...people]);
    return people.every((userId) => Object.keys(keys?.[userId] ?? {}).length > 0);
  }

  async function create({ key, title, people }: WantedRoom): Promise<string> {
    const marked = { type: PRIVATE_ROOM, state_key: '', content: { key: named(key) } };
    const seen = {
      type: 'm.room.history_visibility',
      state_key: '',
      content: { history_visibility: 'invited' },
    };
    return client.createRoom({
      ...{ name: title, preset: 'private_chat', visibility: 'private' },
      // Who makes a room has power over it: named here too, newer rooms would be refused (MSC4289).
      power_level_content_override: { invite: OURS_ALONE },
      initial_state: [marked, seen, ...((await canAllRead(people)) ? [ENCRYPTION] : [])],
    });
  }

  /** In those we are in: there is no other way to ask, and it is only asked after a crash. */
  async function markedFor({ key }: WantedRoom): Promise<string | null> {
    for (const roomId of await client.getJoinedRooms()) {
      if ((await rooms.markOf(roomId, PRIVATE_ROOM)) === named(key)) return roomId;
    }
    return null;
  }

  async function bringIn(roomId: string, people: readonly string[]): Promise<void> {
    rooms.forget(roomId);
    const there = await rooms.others(roomId);
    for (const userId of people) {
      if (!there.includes(userId)) await client.inviteUser(userId, roomId);
    }
    // What is said first is encrypted for who is invited.
    rooms.forget(roomId);
  }

  async function open(wanted: WantedRoom & { readonly again: boolean }): Promise<PrivateRoom> {
    const before = wanted.again ? await markedFor(wanted) : null;
    const roomId = before ?? (await made(wanted));
    try {
      await bringIn(roomId, wanted.people);
    } catch (error) {
      if (errcodeOf(error) === null || isPassing(error)) throw error;
      await end(roomId, 'erased');
      throw new RoomImpossible('matrix', 'apart', error);
    }
    return roomOf(roomId);
  }

  async function made(wanted: WantedRoom): Promise<string> {
    try {
      return await create(wanted);
    } catch (error) {
      if (errcodeOf(error) === 'M_FORBIDDEN') {
        throw new RoomImpossible('matrix', 'forbidden', error);
      }
      throw error;
    }
  }

  const roomOf = async (roomId: string): Promise<PrivateRoom> => ({
    roomId,
    url: `https://matrix.to/#/${encodeURIComponent(roomId)}`,
    encrypted: await rooms.isEncrypted(roomId),
  });

  /** Closed: nobody writes any more. Erased: everybody is taken out, and then so are we. */
  async function end(roomId: string, how: 'closed' | 'erased'): Promise<void> {
    if (!(await client.getJoinedRooms()).includes(roomId)) return;
    const levels = await client.getRoomStateEvent(roomId, 'm.room.power_levels', '');
    const quiet = { ...levels, events_default: OURS_ALONE };
    await client.sendStateEvent(roomId, 'm.room.power_levels', '', quiet);
    if (how === 'closed') return;
    rooms.forget(roomId);
    for (const userId of await rooms.others(roomId)) await client.kickUser(userId, roomId);
    await client.leaveRoom(roomId);
    rooms.forget(roomId);
  }

  return {
    open,
    async find(wanted) {
      const roomId = await markedFor(wanted);
      return roomId === null ? null : roomOf(roomId);
    },
    end: ({ roomId }, how) => end(roomId, how),
  };
}
