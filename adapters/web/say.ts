import type { Context } from 'hono';
import { z } from 'zod';
import type { Attached } from '../../commands/registry/file.js';
import type { Request } from '../../commands/registry/invocation.js';
import { decodeAct } from '../../commands/view/act-id.js';
import { newId } from '../../src/kernel/ids.js';
import { cleanText, lengthOf } from '../../src/kernel/text.js';
import type { Desk } from './desk.js';
import { hasFiles, refuse } from './guard.js';
import { type Reader, renderMessage, renderReply } from './render/message.js';
import { ROOM } from './types.js';
import type { Visit } from './visitor.js';
import { wordsIn } from './words.js';

/** In characters as a person counts them. */
const MAX_SAID_LENGTH = 4000;

/** Names of the parts of what is said with files. */
const SAID = 'said';
const FILE = 'file ';

/** What a page sends. `id` stays the same when it tries again. */
const sent = z.discriminatedUnion('type', [
  z.object({ id: z.uuid(), type: z.literal('line'), text: z.string() }),
  z.object({
    id: z.uuid(),
    type: z.literal('act'),
    act: z.string(),
    /** For a select: the argument it gives. */
    choice: z.object({ param: z.string(), value: z.string() }).optional(),
  }),
  z.object({
    id: z.uuid(),
    type: z.literal('on-message'),
    command: z.string(),
    message: z.uuid(),
  }),
  z.object({
    id: z.uuid(),
    type: z.literal('form'),
    dialogue: z.string(),
    values: z.record(z.string(), z.string()),
  }),
]);
type Sent = z.infer<typeof sent>;

/** Something said in the room, or asked of ECC: a message, or an answer for one person. */
export const say = (desk: Desk) => async (c: Context<Visit>) => {
  const reader = c.get('reader');
  const words = wordsIn(reader.locale);
  const { said, files } = await partsOf(c);
  const parsed = sent.safeParse(said);
  if (!parsed.success) return refuse(c, 400, words.refusal.garbled);
  const content = parsed.data;

  if (content.type === 'line' && !content.text.trimStart().startsWith('/')) {
    return speak(desk, c, content);
  }
  const request =
    content.type === 'on-message' ? await pointed(desk, reader, content) : requestOf(content);
  if (request === null) {
    const { refusal } = words;
    return refuse(c, 400, content.type === 'on-message' ? refusal.message : refusal.act);
  }
  const view = await desk.registry.dispatch({
    platform: 'web',
    eventId: content.id,
    speaker: reader.person,
    place: ROOM,
    locale: reader.locale,
    ...{ request, files },
  });
  return c.html(renderReply(view, `r-${content.id}`, desk.clock.now(), reader));
};

/** What is said, and the files with it: a part each, by the field it is for. */
async function partsOf(
  c: Context<Visit>,
): Promise<{ readonly said: unknown; readonly files: readonly Attached[] }> {
  if (!hasFiles(c)) return { said: await c.req.json().catch(() => null), files: [] };
  const parts = Object.entries(await c.req.parseBody().catch(() => ({})));
  const words = parts.find(([name]) => name === SAID)?.[1];
  const files = parts.flatMap(([name, part]): Attached[] =>
    name === SAID || !(part instanceof File) ? [] : [attached(name.slice(FILE.length), part)],
  );
  return { said: jsonOf(typeof words === 'string' ? words : ''), files };
}

const attached = (param: string, part: File): Attached => ({
  ...{ param, name: part.name },
  read: async (most) => (part.size > most ? 'too-big' : new Uint8Array(await part.arrayBuffer())),
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A command chosen on what somebody said: the page names the message, the room holds its text. */
async function pointed(
  desk: Desk,
  { person, people, spot }: Reader,
  { command, message: id }: Extract<Sent, { type: 'on-message' }>,
): Promise<Request | null> {
  const community = await desk.rooms.communityOf(ROOM.roomId);
  const glance = { roomId: spot.roomId, viewer: person.userId, id };
  const said = community && (await desk.store.find({ ...glance, community }));
  if (!said?.text || said.author === null) return null;
  const author = people.find(({ userId }) => userId === said.author) ?? null;
  const message = { text: said.text, author, link: null, at: said.createdAt };
  return { type: 'on-message', command, message };
}

function requestOf(content: Exclude<Sent, { type: 'on-message' }>): Request | null {
  switch (content.type) {
    case 'line':
      return { type: 'line', text: content.text.trimStart().slice(1) };
    case 'form':
      return { type: 'form', dialogue: content.dialogue, values: content.values };
    case 'act': {
      const decoded = decodeAct(content.act);
      if (decoded === null) return null;
      const { choice } = content;
      const args = choice
        ? { ...decoded.act.args, [choice.param]: choice.value }
        : decoded.act.args;
      return { type: 'act', community: decoded.community, act: { ...decoded.act, args } };
    }
  }
}

async function speak(desk: Desk, c: Context<Visit>, content: Extract<Sent, { type: 'line' }>) {
  const reader = c.get('reader');
  const { roomId, closed } = reader.spot;
  if (closed) return refuse(c, 403, wordsIn(reader.locale).refusal.closed);
  const text = cleanText(content.text);
  if (text === '') return c.body(null, 204);
  const length = lengthOf(text);
  if (length > MAX_SAID_LENGTH) {
    return refuse(c, 400, wordsIn(reader.locale).refusal.tooLong(length, MAX_SAID_LENGTH));
  }
  const community = await desk.rooms.communityOf(ROOM.roomId);
  if (community === null) throw new Error('people are in a room that has no community');
  const now = desk.clock.now();
  const message = await desk.store.say({
    id: newId(now),
    community,
    roomId,
    key: content.id,
    at: now,
    author: reader.person.userId,
    text,
  });
  desk.hub.publish({ type: 'message', roomId, message });
  return c.html(renderMessage(message, reader));
}
