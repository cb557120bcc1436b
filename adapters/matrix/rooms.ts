import type { SteadyClient } from './client.js';
import { STEWARD_POWER } from './limits.js';
import type { MatrixEvent } from './types.js';

/** From this version on, who made a room has power over it without being listed (MSC4289). */
const CREATORS_RULE_FROM = 12;

type State = Map<string, MatrixEvent>;

export type Rooms = ReturnType<typeof createRooms>;

/** What is known of the rooms we are in: read once, then kept as events tell. */
export function createRooms(client: SteadyClient, me: string) {
  const states = new Map<string, Promise<State>>();

  const stateOf = (roomId: string): Promise<State> => {
    const known = states.get(roomId);
    if (known) return known;
    const reading = client
      .getRoomState(roomId)
      .then((events: MatrixEvent[]) => new Map(events.map((event) => [nameOf(event), event])));
    states.set(roomId, reading);
    reading.catch(() => states.delete(roomId));
    return reading;
  };
  const get = async (roomId: string, type: string, key = ''): Promise<MatrixEvent | undefined> =>
    (await stateOf(roomId)).get(`${type} ${key}`);
  const textOf = async (roomId: string, type: string, field: string): Promise<string | null> => {
    const value = (await get(roomId, type))?.content[field];
    return typeof value === 'string' && value.trim() !== '' ? value : null;
  };

  const rooms = {
    /** Something of a room changed. */
    async heard(roomId: string, event: MatrixEvent): Promise<void> {
      if (event.state_key === undefined) return;
      const state = await states.get(roomId)?.catch(() => undefined);
      state?.set(nameOf(event), event);
    },
    forget: (roomId: string): boolean => states.delete(roomId),

    /** As its people call it; `null` when it has no name. */
    async nameOf(roomId: string): Promise<string | null> {
      return (
        (await textOf(roomId, 'm.room.name', 'name')) ??
        (await textOf(roomId, 'm.room.canonical_alias', 'alias'))
      );
    },
    async personName(roomId: string, userId: string): Promise<string> {
      const name = (await get(roomId, 'm.room.member', userId))?.content.displayname;
      if (typeof name === 'string' && name.trim() !== '') return name;
      return userId.slice(1).split(':')[0] ?? userId;
    },
    /** Who is there or invited, but for us. */
    async others(roomId: string): Promise<string[]> {
      return [...(await stateOf(roomId)).values()]
        .filter(({ type, content }) => type === 'm.room.member' && isIn(content.membership))
        .map(({ state_key = '' }) => state_key)
        .filter((userId) => userId !== me && userId !== '');
    },
    async isSteward(roomId: string, userId: string): Promise<boolean> {
      const made = await get(roomId, 'm.room.create');
      const version = Number(made?.content.room_version ?? 1);
      if (made && version >= CREATORS_RULE_FROM) {
        const more = made.content.additional_creators;
        if (made.sender === userId || (Array.isArray(more) && more.includes(userId))) return true;
      }
      const levels = (await get(roomId, 'm.room.power_levels'))?.content;
      if (!levels) return made?.sender === userId;
      const users = (levels.users ?? {}) as Readonly<Record<string, unknown>>;
      return Number(users[userId] ?? levels.users_default ?? 0) >= STEWARD_POWER;
    },
    /** The key by which we marked a room as one of a kind; `null` for any other. */
    async markOf(roomId: string, kind: string): Promise<string | null> {
      const mark = await get(roomId, kind);
      return mark?.sender === me ? String(mark.content.key) : null;
    },
    isEncrypted: async (roomId: string): Promise<boolean> =>
      (await get(roomId, 'm.room.encryption')) !== undefined,
  };
  return rooms;
}

const nameOf = ({ type, state_key = '' }: MatrixEvent): string => `${type} ${state_key}`;

const isIn = (membership: unknown): boolean => membership === 'join' || membership === 'invite';
