import type { Context, MiddlewareHandler } from 'hono';
import type { Desk } from './desk.js';
import { localeOf, refuse, wordsFor } from './guard.js';
import type { Reader } from './render/message.js';
import { ROOM } from './types.js';

/** What the routes of somebody who has come in know of them. */
export interface Visit {
  Variables: { reader: Reader };
}

/** Who asks, by the `je` of their tab; `null` when the room does not know them. */
export async function readerOf(c: Context, desk: Desk): Promise<Reader | null> {
  const people = await desk.rooms.list(ROOM.roomId);
  const person = people.find(({ userId }) => userId === c.req.query('je'));
  if (!person) return null;
  const onFault = (err: unknown) => desk.log.error({ err }, 'a message cannot be drawn');
  const locale = localeOf(c);
  const offers = desk.registry.surface.flatMap(({ id, onMessage }) =>
    onMessage ? [{ command: id, label: onMessage[locale] }] : [],
  );
  return { locale, person, people, offers, onFault };
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
