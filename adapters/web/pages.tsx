import type { Context } from 'hono';
import { z } from 'zod';
import { cleanLine, fold, lengthOf } from '../../src/kernel/text.js';
import type { Desk } from './desk.js';
import { localeOf, refuse, wordsFor } from './guard.js';
import { page } from './render/layout.js';
import type { Reader } from './render/message.js';
import { Messages, Room } from './render/room.js';
import { Suggestions } from './render/suggestions.js';
import { Welcome } from './render/welcome.js';
import { ROOM } from './types.js';
import { readerOf, type Visit } from './visitor.js';

const PAGE_SIZE = 100;
/** In characters as a person counts them. */
const MAX_NAME_LENGTH = 60;

/** The room, or the question of who one is. */
export const room = (desk: Desk) => async (c: Context) => {
  const reader = await readerOf(c, desk);
  if (!reader) {
    const people = await desk.rooms.list(ROOM.roomId);
    return c.html(page(<Welcome people={people} locale={localeOf(c)} />));
  }
  const atMs = desk.clock.now().getTime();
  const { messages, hasOlder } = await pageOf(desk, reader, null);
  return c.html(page(<Room reader={reader} messages={messages} hasOlder={hasOlder} atMs={atMs} />));
};

/** Messages before one that the page already shows. */
export const earlier = (desk: Desk) => async (c: Context<Visit>) => {
  const before = c.req.query('avant') ?? '';
  if (!/^\d{1,18}$/.test(before)) return refuse(c, 400, wordsFor(c).refusal.garbled);
  const reader = c.get('reader');
  const { messages, hasOlder } = await pageOf(desk, reader, BigInt(before));
  return c.html(<Messages reader={reader} messages={messages} hasOlder={hasOlder} />);
};

async function pageOf(desk: Desk, reader: Reader, before: bigint | null) {
  const community = await desk.rooms.communityOf(ROOM.roomId);
  if (community === null) return { messages: [], hasOlder: false };
  const viewer = reader.person.userId;
  const glance = { community, roomId: reader.spot.roomId, viewer };
  const found = await desk.store.page({ ...glance, before, limit: PAGE_SIZE + 1 });
  return { messages: found.slice(-PAGE_SIZE), hasOlder: found.length > PAGE_SIZE };
}

const newcomer = z.object({ id: z.uuid(), name: z.string() });

/** Somebody new comes in; answers with who they are. Asked twice, they come in once. */
export const arrive = (desk: Desk) => async (c: Context) => {
  const words = wordsFor(c);
  const parsed = newcomer.safeParse(await c.req.json().catch(() => null));
  if (!parsed.success) return refuse(c, 400, words.refusal.garbled);
  const { id: userId } = parsed.data;
  const name = cleanLine(parsed.data.name);
  if (name === '' || lengthOf(name) > MAX_NAME_LENGTH) return refuse(c, 400, words.refusal.name);
  const people = await desk.rooms.list(ROOM.roomId);
  const known = people.find((person) => person.userId === userId);
  if (!known && people.some((person) => fold(person.name) === fold(name))) {
    return refuse(c, 409, words.refusal.nameTaken(name));
  }
  if (!known) {
    const speaker = { userId, name };
    await desk.registry.arrive({ platform: 'web', speaker, place: ROOM, locale: localeOf(c) });
    desk.hub.publish({ type: 'people' });
  }
  return c.json({ je: userId });
};

/** What could follow what is being typed after the `/`. */
export const complete = (desk: Desk) => async (c: Context<Visit>) => {
  const parsed = z.object({ text: z.string() }).safeParse(await c.req.json().catch(() => null));
  if (!parsed.success) return refuse(c, 400, wordsFor(c).refusal.garbled);
  const { person, locale } = c.get('reader');
  const suggestions = await desk.registry.complete({
    platform: 'web',
    speaker: person,
    place: ROOM,
    locale,
    text: parsed.data.text.trimStart().slice(1),
  });
  return c.html(<Suggestions suggestions={suggestions} />);
};
