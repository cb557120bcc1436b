import type { SaidMessage } from '../../commands/registry/said-message.js';
import type { SteadyClient } from './client.js';
import { errcodeOf, isPassing } from './client.js';
import type { Rooms } from './rooms.js';
import { relationOf, withoutQuote } from './speech.js';
import type { MatrixEvent } from './types.js';

/** What people write, as opposed to pictures and files. */
const WRITTEN = new Set(['m.text', 'm.emote', 'm.notice']);

/** What another message replies to. */
export interface Pointing {
  /** As people read it now. */
  said(roomId: string, event: MatrixEvent): Promise<SaidMessage | null>;
  /** Whatever it is. */
  event(roomId: string, event: MatrixEvent): Promise<MatrixEvent | null>;
}

export function createPointing(
  client: Pick<SteadyClient, 'getEvent'>,
  rooms: Pick<Rooms, 'personName'>,
): Pointing {
  async function event(roomId: string, reply: MatrixEvent): Promise<MatrixEvent | null> {
    const relation = relationOf(reply);
    if (!relation?.replyTo || relation.fallsBack) return null;
    return read(client, roomId, relation.replyTo);
  }

  async function said(roomId: string, reply: MatrixEvent): Promise<SaidMessage | null> {
    const target = await event(roomId, reply);
    if (target === null) return null;
    const content = latest(target);
    if (!WRITTEN.has(String(content.msgtype)) || typeof content.body !== 'string') return null;
    const { sender, event_id: id, origin_server_ts: at } = target;
    const server = sender.slice(sender.indexOf(':') + 1);
    return {
      text: withoutQuote(content.body),
      author: { userId: sender, name: await rooms.personName(roomId, sender) },
      // https://spec.matrix.org/v1.11/appendices/#matrixto-navigation
      link: `https://matrix.to/#/${encodeURIComponent(roomId)}/${encodeURIComponent(id)}?via=${encodeURIComponent(server)}`,
      at: new Date(at),
    };
  }

  return { said, event };
}

/** `null` for what is not ours to read, or has no key: the command then goes without it. */
async function read(
  client: Pick<SteadyClient, 'getEvent'>,
  roomId: string,
  eventId: string,
): Promise<MatrixEvent | null> {
  try {
    const event: MatrixEvent = await client.getEvent(roomId, eventId);
    return event.type === 'm.room.message' ? event : null;
  } catch (error) {
    if (isPassing(error) || errcodeOf(error) === 'M_UNKNOWN_TOKEN') throw error;
    return null;
  }
}

/** Its text once edited, where the homeserver tells it with the message. */
function latest({ content, unsigned }: MatrixEvent): MatrixEvent['content'] {
  const relations = unsigned?.['m.relations'] as Record<string, MatrixEvent> | undefined;
  const edited = relations?.['m.replace']?.content?.['m.new_content'];
  return typeof edited === 'object' && edited !== null
    ? (edited as MatrixEvent['content'])
    : content;
}
