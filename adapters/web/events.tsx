import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Desk } from './desk.js';
import type { Mailbox } from './hub.js';
import { type Reader, renderMessage } from './render/message.js';
import { PeopleList } from './render/people.js';
import { ROOM, type WebMessage } from './types.js';
import type { Visit } from './visitor.js';

/** Something is sent this often, so that a dead connection is noticed. */
const HEARTBEAT_MS = 20_000;
const RETRY_MS = 1000;
/** What was being written when the connection fell is sent again; pages skip what they have. */
const OVERLAP_MS = 10_000;

/**
 * What happens in the room, as it happens (server-sent events). The id of an event is the moment
 * of its message in milliseconds; a browser that comes back gives the last one it had.
 */
export const events = (desk: Desk) => (c: Context<Visit>) => {
  const reader = c.get('reader');
  const sinceMs = Number(c.req.header('last-event-id') ?? c.req.query('since'));
  return streamSSE(c, async (stream) => {
    const mailbox = desk.hub.join(reader.person.userId, reader.spot.roomId);
    stream.onAbort(mailbox.leave);
    try {
      await stream.write(`retry: ${RETRY_MS}\n\n`);
      // Listening began before looking: nothing falls in between.
      for (const message of await missed(desk, reader, sinceMs)) {
        await send(stream, message, reader);
      }
      await follow({ desk, stream, mailbox, reader });
    } catch (err) {
      // The browser comes back by itself and asks for what it missed.
      desk.log.error({ err }, 'the events of a page stopped');
    } finally {
      mailbox.leave();
    }
  });
};

async function follow(page: {
  readonly desk: Desk;
  readonly stream: SSEStreamingApi;
  readonly mailbox: Mailbox;
  readonly reader: Reader;
}): Promise<void> {
  const { desk, stream, mailbox } = page;
  const { person, locale } = page.reader;
  for (;;) {
    const news = await mailbox.next(HEARTBEAT_MS);
    if (news === 'closed') return;
    if (news === 'quiet') {
      await stream.write(': \n\n');
      continue;
    }
    const people = await desk.rooms.list(ROOM.roomId);
    if (news.type === 'message') {
      await send(stream, news.message, { ...page.reader, people });
    } else {
      const list = <PeopleList people={people} self={person.userId} locale={locale} />;
      await stream.writeSSE({ event: 'people', data: list.toString() });
    }
  }
}

const send = (stream: SSEStreamingApi, message: WebMessage, reader: Reader) =>
  stream.writeSSE({
    event: 'message',
    id: String(message.updatedAt.getTime()),
    data: renderMessage(message, reader),
  });

async function missed(desk: Desk, reader: Reader, sinceMs: number) {
  const community = await desk.rooms.communityOf(ROOM.roomId);
  if (community === null || !Number.isSafeInteger(sinceMs) || sinceMs < OVERLAP_MS) return [];
  return desk.store.since({
    community,
    roomId: reader.spot.roomId,
    viewer: reader.person.userId,
    since: new Date(sinceMs - OVERLAP_MS),
  });
}
