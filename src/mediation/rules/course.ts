import type { MemberId } from '../../kernel/ids.js';
import type { Asked, Outcome, Part, Request } from '../types.js';
import { answersUntil, dismissed, guestOf, partOfGuest, suspended, unconfirmed } from './guests.js';
import { isOutside, shut } from './places.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** With nobody doing anything any more, a request ends by itself. */
const LEFT_ALONE_MS = { paused: 30 * DAY_MS, met: 180 * DAY_MS } as const;

const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

/** The next full hour: nobody promises minutes, and a minute would tell whose it is. */
export const wholeHour = (at: Date): Date => new Date(Math.ceil(at.getTime() / HOUR_MS) * HOUR_MS);

export const last = ({ asked }: Pick<Request, 'asked'>): Asked | null => asked.at(-1) ?? null;

/** The mediator who accompanies it, or did until it was closed. */
export function mediatorOf(request: Request): MemberId | null {
  const asked = last(request);
  return asked?.outcome === 'accepted' ? asked.mediator : null;
}

/** The mediator whose answer is waited for. */
export function askedNow(request: Request): MemberId | null {
  const asked = request.state === 'asking' ? last(request) : null;
  return asked?.outcome === 'waiting' ? asked.mediator : null;
}

export function partOf(request: Request, member: MemberId): Part {
  if (member === request.requester) return 'requester';
  if (member === mediatorOf(request)) {
    // With a member, one knows with whom it is left; a link is for as long as it takes.
    return request.state === 'closed' && isOutside(request, member) ? 'former' : 'mediator';
  }
  if (member === askedNow(request)) return 'asked';
  const guest = guestOf(request, member);
  const former = request.asked.some(({ mediator }) => mediator === member);
  return (guest && partOfGuest(guest)) ?? (former ? 'former' : 'stranger');
}

/** One more mediator is asked. */
export function ask(
  request: Request,
  mediator: MemberId,
  now: Date,
  answerHours: number = request.pledge.answerHours,
): Request {
  const until = wholeHour(after(now, answerHours * HOUR_MS));
  return {
    ...request,
    ...{ state: 'asking', movedAt: now, eraseAt: null },
    asked: [...request.asked, { mediator, at: now, until, outcome: 'waiting' }],
  };
}

function settled(request: Request, outcome: Outcome): Asked[] {
  return request.asked.map((one, index) =>
    index === request.asked.length - 1 ? { ...one, outcome } : one,
  );
}

export const accept = (request: Request, now: Date): Request => ({
  ...request,
  ...{ state: 'met', movedAt: now, asked: settled(request, 'accepted') },
});

/** Nobody is asked any more, because of how the last one answered. */
export const pause = (
  request: Request,
  outcome: Extract<Outcome, 'declined' | 'silent' | 'recused' | 'replaced' | 'withdrawn'>,
  now: Date,
): Request => ({
  ...request,
  ...{ state: 'paused', movedAt: now, asked: settled(request, outcome), places: shut(request) },
  // The date was theirs too: with the next one, another is found.
  ...{ meetAt: null, remindAt: null },
  guests: suspended(request.guests),
  terms: unconfirmed(request.terms),
});

/** Over: everything is erased after the time that was shown at the beginning. */
export const close = (request: Request, now: Date): Request => ({
  ...request,
  ...{ state: 'closed', movedAt: now, places: shut(request) },
  // An answer that was waited for is not any more; the mediator who was there stays known.
  asked: request.state === 'asking' ? settled(request, 'silent') : request.asked,
  guests: dismissed(request.guests),
  terms: null,
  eraseAt: wholeHour(after(now, request.pledge.keepDays * DAY_MS)),
});

export const draftUntil = (now: Date, keepDays: number): Date =>
  wholeHour(after(now, keepDays * DAY_MS));

export const moved = (request: Request, now: Date): Request => ({ ...request, movedAt: now });

/** What the time alone brings. */
export type Due = 'erase' | 'lapse' | 'close' | 'remind' | 'unanswered' | null;

interface Moment {
  readonly at: Date;
  readonly what: Due;
}

/** What comes while a mediator accompanies it: their meeting, and the guests' time to answer. */
function between(request: Request): Moment[] {
  const answers = answersUntil(request);
  return [
    ...(request.remindAt ? [{ at: request.remindAt, what: 'remind' as const }] : []),
    ...(answers ? [{ at: answers, what: 'unanswered' as const }] : []),
  ];
}

const earliest = (moments: readonly Moment[], last: Moment): Moment =>
  moments.reduce((first, one) => (one.at < first.at ? one : first), last);

/** When the time brings something next, and what. */
export function dueOf(request: Request): Moment | null {
  const { state, eraseAt, movedAt } = request;
  if (eraseAt) return { at: eraseAt, what: 'erase' };
  if (state === 'asking') {
    const until = last(request)?.until;
    return until ? { at: until, what: 'lapse' } : null;
  }
  if (state === 'paused' || state === 'met') {
    const alone = { at: wholeHour(after(movedAt, LEFT_ALONE_MS[state])), what: 'close' } as const;
    return state === 'met' ? earliest(between(request), alone) : alone;
  }
  return null;
}

export function dueNow(request: Request, now: Date): Due {
  const due = dueOf(request);
  return due && due.at <= now ? due.what : null;
}
