import type { Event, Homeserver } from './homeserver.js';

const DEFAULT_LIMIT = 10;

/** What happened since a place, for one person; `null` when nothing did. */
export function syncFor(
  server: Homeserver,
  { me: userId, deviceId }: { readonly me: string; readonly deviceId: string },
  since: number | null,
  limit = DEFAULT_LIMIT,
): object | null {
  const from = since ?? 0;
  const join: Record<string, object> = {};
  const invite: Record<string, object> = {};
  const leave: Record<string, object> = {};
  for (const room of server.rooms.values()) {
    const mine = room.state.get(`m.room.member ${userId}`);
    if (!mine) continue;
    const fresh = room.events.filter(({ position }) => position > from);
    if (mine.content.membership === 'join') {
      // From before the join too, when the join is new: what one may read of the past.
      const events = mine.position > from ? room.events : fresh;
      const shown = events.slice(-limit);
      if (fresh.length === 0) continue;
      const first = shown[0]?.position ?? 0;
      join[room.id] = {
        timeline: {
          events: shown.map(shownTo),
          limited: shown.length < events.length,
          prev_batch: `s${first - 1}`,
        },
        state: { events: [] },
      };
    } else if (mine.position > from && mine.content.membership === 'invite') {
      invite[room.id] = { invite_state: { events: [shownTo(mine)] } };
    } else if (mine.position > from && mine.content.membership === 'leave') {
      leave[room.id] = { timeline: { events: [shownTo(mine)] } };
    }
  }
  const data = [...server.account(userId).data].filter(([, { position }]) => position > from);
  const empty = [join, invite, leave].every((part) => Object.keys(part).length === 0);
  const { any, ...device } = server.keys.since(userId, deviceId, from);
  if (since !== null && empty && data.length === 0 && !any) return null;
  return {
    ...device,
    next_batch: `s${server.position}`,
    rooms: { join, invite, leave },
    account_data: { events: data.map(([type, { content }]) => ({ type, content })) },
  };
}

/** Read backwards, from a place down to another. */
export function messagesOf(
  server: Homeserver,
  roomId: string,
  { from, to, limit }: { from: number; to: number; limit: number },
): object {
  const older = server
    .room(roomId)
    .events.filter(({ position }) => position <= from && position > to)
    .reverse();
  const chunk = older.slice(0, limit);
  const last = chunk.at(-1);
  return {
    start: `s${from}`,
    chunk: chunk.map(shownTo),
    ...(older.length > limit && last ? { end: `s${last.position - 1}` } : {}),
  };
}

export const shownTo = ({ position, redacted, ...event }: Event): object => ({
  ...event,
  unsigned: redacted ? { age: position, redacted_because: {} } : { age: 0 },
});

/** An event asked for by itself comes with its last edit (spec v1.11, “Server-side aggregation”). */
export function withEdit(server: Homeserver, roomId: string, event: Event): object {
  const edit = server.room(roomId).events.findLast(({ sender, content, redacted }) => {
    const relates = content['m.relates_to'] as Record<string, unknown> | undefined;
    const replaces = relates?.rel_type === 'm.replace' && relates.event_id === event.event_id;
    return replaces && sender === event.sender && !redacted;
  });
  if (!edit) return shownTo(event);
  return { ...shownTo(event), unsigned: { age: 0, 'm.relations': { 'm.replace': shownTo(edit) } } };
}
