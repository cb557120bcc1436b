import type { Adapter, Destination, MessageRef, WantedRoom } from '../../adapters/contract.js';
import type { Platform } from '../../commands/registry/invocation.js';
import type { View } from '../../commands/view/view.js';
import { type RoomFault, RoomGone, RoomImpossible } from '../../src/journal/outbox/types.js';
import type { Localised } from '../../src/kernel/locale.js';

export interface Shown {
  /** As it was last said: its language may change. */
  to: Destination;
  readonly key: string;
  view: Localised<View>;
  edits: number;
}

/** A private room that was opened. */
export interface Opened {
  readonly key: string;
  readonly people: readonly string[];
  readonly title: string;
  state: 'open' | 'closed' | 'erased';
}

export interface Listener extends Adapter {
  /** By the platform's own id. */
  readonly opened: Map<string, Opened>;
  /** Why no private room can be had, while it is so. */
  roomFault: RoomFault | null;
  /** What people see in their rooms, in the order it was posted. */
  readonly messages: Shown[];
  /** Every call, as `post <key>` or `edit <key>`, in order. */
  readonly calls: string[];
  /** How many calls fail from now on, before the platform answers again. */
  failures: number;
  /** Rooms that are no longer there: only private words still arrive. */
  readonly gone: Set<string>;
  /** What was asked to be forgotten. */
  readonly forgotten: string[];
}

/** A platform that remembers what it was asked to show. */
export function listener(platform: Platform, editEveryMs = 0): Listener {
  const messages: Shown[] = [];
  const calls: string[] = [];
  const gone = new Set<string>();
  const forgotten: string[] = [];
  const called = (what: string, { roomId, userId }: Destination): void => {
    if (self.failures > 0) {
      self.failures--;
      throw new Error('the platform does not answer');
    }
    calls.push(what);
    if (userId === null && gone.has(roomId)) throw new RoomGone(platform, null);
  };
  const opened = new Map<string, Opened>();
  const found = ({ key }: WantedRoom): string | null =>
    [...opened].find(([, one]) => one.key === key && one.state !== 'erased')?.[0] ?? null;
  const place = (roomId: string) => ({
    roomId,
    url: `https://rooms.test/${roomId}`,
    encrypted: false,
  });
  const self: Listener = {
    ...{ platform, messages, calls, gone, forgotten, editEveryMs, failures: 0 },
    ...{ opened, roomFault: null },
    privateRooms: {
      async open({ again, ...wanted }) {
        called(`room ${wanted.key}`, { roomId: '', userId: null, locale: 'fr' });
        if (self.roomFault) throw new RoomImpossible(platform, self.roomFault, null);
        const before = again ? found(wanted) : null;
        if (before !== null) return place(before);
        const roomId = `apart-${opened.size + 1}`;
        opened.set(roomId, { ...wanted, state: 'open' });
        return place(roomId);
      },
      async find(wanted) {
        const roomId = found(wanted);
        return roomId === null ? null : place(roomId);
      },
      async end({ roomId }, how) {
        called(`end ${how}`, { roomId: '', userId: null, locale: 'fr' });
        const room = opened.get(roomId);
        if (room) room.state = how;
      },
    },
    start: async () => undefined,
    stop: async () => undefined,
    async post({ to, key, view }): Promise<MessageRef> {
      called(`post ${key}`, to);
      const known = messages.some((one) => one.key === key && one.to.roomId === to.roomId);
      if (known) throw new Error(`${key} was posted twice`);
      return String(messages.push({ to, key, view, edits: 0 }) - 1);
    },
    async remove({ to, key, ref }) {
      called(`remove ${key}`, to);
      delete messages[Number(ref)];
    },
    async forget(about) {
      forgotten.push(about);
    },
    async edit({ to, key, ref, view }) {
      called(`edit ${key}`, to);
      const message = messages[Number(ref)];
      if (!message) throw new Error(`no message ${ref}`);
      message.to = to;
      message.view = view;
      message.edits++;
      return ref;
    },
  };
  return self;
}
