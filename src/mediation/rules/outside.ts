import type { MemberId } from '../../kernel/ids.js';
import type { Pass, Place, Request } from '../types.js';
import { ask, askedNow, mediatorOf, moved, pause, wholeHour } from './course.js';
import { placesOf, withPlace } from './places.js';

const DAY_MS = 86_400_000;
/** How long a link waits to be opened, and whoever opens it is waited for. */
export const LINK_DAYS = 7;
/** How long the browser that opened it gets in; after that, another link is made. */
export const SESSION_DAYS = 30;

const passFor = (digest: string, days: number, now: Date): Pass => ({
  digest,
  until: new Date(now.getTime() + days * DAY_MS),
});

// Digests of secrets are compared, never secrets: how long that takes tells nothing of them.
const opens = (pass: Pass | null, digest: string, now: Date): boolean =>
  pass !== null && pass.digest === digest && now < pass.until;

/** The place of whoever is asked now, or accompanies; `null` when that is a member, or nobody. */
export function placeOf(request: Request): Place | null {
  const live = request.state === 'asking' || request.state === 'met';
  const seat = live ? (mediatorOf(request) ?? askedNow(request)) : null;
  return placesOf(request).find((one) => one.seat === seat) ?? null;
}

/** Somebody from outside is asked, by whoever the link is handed to. */
export function offer(
  request: Request,
  { seat, digest }: { readonly seat: MemberId; readonly digest: string },
  now: Date,
): Request {
  const place: Place = {
    ...{ seat, name: '', takenAt: null, session: null },
    link: passFor(digest, LINK_DAYS, now),
  };
  const asked = ask(request, seat, now, LINK_DAYS * 24);
  return { ...asked, places: [...placesOf(request), place] };
}

/** Another link to the same place: the one before, and the browser it let in, open nothing more. */
export function renew(request: Request, digest: string, now: Date): Request {
  const place = placeOf(request);
  if (!place) return request;
  const link = passFor(digest, LINK_DAYS, now);
  const next = withPlace(moved(request, now), place.seat, (one) => ({
    ...one,
    ...{ link, session: null },
  }));
  if (next.state !== 'asking') return next;
  const until = wholeHour(link.until);
  return {
    ...next,
    asked: next.asked.map((one) => (one.mediator === place.seat ? { ...one, until } : one)),
  };
}

/** The requester would rather not: whoever has the link, or came by it, is out. */
export const takeBack = (request: Request, now: Date): Request =>
  pause(request, request.state === 'met' ? 'replaced' : 'withdrawn', now);

/** Whoever opens the link first has the place, and the link opens nothing more. */
export function take(
  request: Request,
  { digest, session }: { readonly digest: string; readonly session: string },
  now: Date,
): Request | null {
  const place = placeOf(request);
  if (!place || !opens(place.link, digest, now)) return null;
  return withPlace(request, place.seat, (one) => ({
    ...one,
    ...{ link: null, takenAt: now, session: passFor(session, SESSION_DAYS, now) },
  }));
}

/** The place that this browser has now; `null` when it has none, or has it no more. */
export function entered(request: Request, session: string, now: Date): Place | null {
  const place = placeOf(request);
  return place && opens(place.session, session, now) ? place : null;
}

/** What they said to be called. */
export const called = (request: Request, seat: MemberId, name: string): Request =>
  withPlace(request, seat, (one) => ({ ...one, name }));
