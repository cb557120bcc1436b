import type { SaidMessage } from '../../commands/registry/said-message.js';
import type { SteadyClient } from './client.js';
import { errcodeOf, isPassing } from './client.js';
import type { Rooms } from './rooms.js';
import { relationOf, withoutQuote } from './speech.js';
import type { MatrixEvent } from './types.js';

/** What people write, as opposed to pictures and files. */
const WRITTEN = new Set(['m.text', 'm.emote', 'm.notice']);

/** Messages that people point at, as they read now; `null` for what cannot be read. */
export interface Pointing {
  /** The one that another replies to. */
  repliedTo(roomId: string, event: MatrixEvent): Promise<SaidMessage | null>;
  /** The same, whatever it is: a file too. */
  event(roomId: string, event: MatrixEvent): Promise<MatrixEvent | null>;
  /** The one that somebody reacted to; a picture says what is written under it. */
  under(roomId: string, eventId: string): Promise<SaidMessage | null>;
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

  async function saidMessage(
    roomId: string,
    { sender, event_id: id, origin_server_ts: at }: MatrixEvent,
    body: string,
  ): Promise<SaidMessage> {
    const server = sender.slice(sender.indexOf(':') + 1);
    return {
      text: withoutQuote(body),
      author: { userId: sender, name: await rooms.personName(roomId, sender) },
      // https://spec.matrix.org/v1.11/appendices/#matrixto-navigation
      link: `https://matrix.to/#/${encodeURIComponent(roomId)}/${encodeURIComponent(id)}?via=${encodeURIComponent(server)}`,
      at: new Date(at),
    };
  }

  return {
    event,
    async repliedTo(roomId, reply) {
      const target = await event(roomId, reply);
      const content = target && latest(target);
      if (!content || !isWritten(content) || typeof content.body !== 'string') return null;
      return saidMessage(roomId, target, content.body);
    },
    async under(roomId, eventId) {
      const target = await read(client, roomId, eventId);
      const content = target && latest(target);
      if (!content || typeof content.body !== 'string') return null;
      // Without a text of its own, the body of a file is its name (spec, “Media captions”).
      const says = isWritten(content) || (content.filename ?? content.body) !== content.body;
      return saidMessage(roomId, target, says ? content.body : '');
    },
  };
}

const isWritten = ({ msgtype }: MatrixEvent['content']): boolean => WRITTEN.has(String(msgtype));

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
