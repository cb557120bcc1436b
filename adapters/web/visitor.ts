import type { Context, MiddlewareHandler } from 'hono';
import type { Desk } from './desk.js';
import { localeOf, refuse, wordsFor } from './guard.js';
import type { Reader } from './render/message.js';
import { ROOM, type Spot } from './types.js';

/** What the routes of somebody who has come in know of them. */
export interface Visit {
  Variables: { reader: Reader };
}

/** Who asks, by the `je` of their tab; `null` when the room does not know them. */
export async function readerOf(c: Context, desk: Desk): Promise<Reader | null> {
  const people = await desk.rooms.list(ROOM.roomId);
  const person = people.find(({ userId }) => userId === c.req.query('je'));
  const spot = person && (await spotOf(c, desk, person.userId));
  if (!person || !spot) return null;
  const onFault = (err: unknown) => desk.log.error({ err }, 'a message cannot be drawn');
  const locale = localeOf(c);
  const offers = desk.registry.surface.flatMap(({ id, onMessage }) =>
    onMessage ? [{ command: id, label: onMessage[locale] }] : [],
  );
  const apart = await desk.apart.of(person.userId);
  return { locale, person, people, offers, onFault, spot, apart };
}

/** The room a page is about; `null` when it is a private one that is not theirs. */
async function spotOf(c: Context, desk: Desk, userId: string): Promise<Spot | null> {
  const named = c.req.query('salon');
  if (named === undefined) return { ...ROOM, apart: false, closed: false };
  const room = await desk.apart.find(named);
  if (!room?.people.includes(userId)) return null;
  return { roomId: room.roomId, name: room.title, apart: true, closed: room.closed };
}

/** Lets through the people of the room only. */
export const peopleOnly =
  (desk: Desk): MiddlewareHandler<Visit> =>
  async (c, next) => {
    const reader = await readerOf(c, desk);
    if (!reader) return refuse(c, 403, wordsFor(c).refusal.unknownPerson);
    c.set('reader', reader);
    return next();
  };
