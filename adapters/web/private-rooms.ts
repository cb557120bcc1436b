import { RoomImpossible } from '../../src/journal/outbox/types.js';
import type { PrivateRoom, PrivateRooms } from '../contract.js';
import type { Desk } from './desk.js';
import { ROOM } from './types.js';

/** Rooms of the playground that only their people are shown; a link leads there from its top. */
export function createPrivateRooms({ apart, rooms, clock, hub }: Desk): PrivateRooms {
  return {
    async open({ key, title, people }) {
      const community = await rooms.communityOf(ROOM.roomId);
      if (community === null) throw new RoomImpossible('web', 'nowhere', null);
      const known = (await rooms.list(ROOM.roomId)).map(({ userId }) => userId);
      if (people.some((one) => !known.includes(one))) {
        throw new RoomImpossible('web', 'apart', null);
      }
      return roomOf(await apart.make(community, { key, title, people }));
    },
    async find({ key }) {
      const found = await apart.byKey(key);
      return found && roomOf(found.roomId);
    },
    async end({ roomId }, how) {
      if (how === 'closed') await apart.close(roomId, clock.now());
      else await apart.erase(roomId);
      hub.leave(roomId);
    },
  };
}

/** Its address depends on where the page is reached, which only the page knows. */
const roomOf = (roomId: string): PrivateRoom => ({ roomId, url: null, encrypted: false });
