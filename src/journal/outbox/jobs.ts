import type { Handlers } from '../../jobs/queue.js';
import type { RoomId } from '../../kernel/ids.js';
import { PRIVATE_ROOM, type PrivateRooms } from './service/private-rooms.js';
import { WHISPER, type Whispers } from './service/whispers.js';
import { ANNOUNCE, DELIVER, type Outbox } from './service.js';

/** The outbox's work, as the queue hands it out. */
export const outboxJobs = (outbox: Outbox, whispers: Whispers, rooms: PrivateRooms): Handlers => ({
  [ANNOUNCE]: ({ community }) => outbox.announce(community),
  [WHISPER]: ({ community }) => whispers.deliver(community),
  [PRIVATE_ROOM]: ({ community }) => rooms.deliver(community),
  [DELIVER]: ({ id, community }) => outbox.deliver(community, id as RoomId),
});
