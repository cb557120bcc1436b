import type { MemberId } from '../../kernel/ids.js';
import type { Approver, Guest, GuestState, Part, Request, Terms } from '../types.js';

const HOUR_MS = 3_600_000;
/** Longer than a mediator has: one learns here that one is part of somebody's conflict. */
const GUEST_DAYS = 7;
/** Of one request; more are a meeting, and not a mediation. */
export const MOST_GUESTS = 6;

const wholeHour = (ms: number): Date => new Date(Math.ceil(ms / HOUR_MS) * HOUR_MS);

export const guestOf = ({ guests }: Pick<Request, 'guests'>, member: MemberId): Guest | null =>
  guests.find((one) => one.member === member) ?? null;

const changed = (request: Request, member: MemberId, more: Partial<Guest>): Request => ({
  ...request,
  guests: request.guests.map((one) => (one.member === member ? { ...one, ...more } : one)),
});

/** What a guest is to a request; `null` when they know nothing of it. */
export function partOfGuest({ state, reached }: Guest): Part | null {
  if (state === 'drafted') return reached ? 'held' : null;
  if (state === 'accepted') return 'joined';
  return state === 'waiting' || state === 'elsewhere' ? 'invited' : 'former';
}

/** They wait for an answer of theirs, or of the others about what they answered. */
const PENDING: readonly GuestState[] = ['waiting', 'elsewhere'];
export const isPending = ({ state }: Guest): boolean => PENDING.includes(state);

/** Whose no is final; who let the time pass may be asked again. */
const FINAL: readonly GuestState[] = ['declined', 'left'];
export const saidNo = ({ state }: Guest): boolean => FINAL.includes(state);

/** Somebody to invite, with a text; its author approves it by writing it. */
export function invite(request: Request, member: MemberId, text: string): Request {
  const fresh: Guest = {
    ...{ member, text, version: 1, approved: ['requester'], state: 'drafted' },
    ...{ reached: false, until: null, prefers: null, together: false },
  };
  const others = request.guests.filter((one) => one.member !== member);
  return { ...request, guests: [...others, fresh] };
}

/** Another text: what the other one had approved, they have not. */
export function reword(request: Request, by: Approver, member: MemberId, text: string): Request {
  const version = (guestOf(request, member)?.version ?? 0) + 1;
  return changed(request, member, { text, version, approved: [by] });
}

/** One more has read it and approves; with both, it leaves. */
export function approve(request: Request, by: Approver, member: MemberId, now: Date): Request {
  const approved = new Set([...(guestOf(request, member)?.approved ?? []), by]);
  if (approved.size < 2) return changed(request, member, { approved: [...approved] });
  const until = wholeHour(now.getTime() + GUEST_DAYS * 24 * HOUR_MS);
  return changed(request, member, {
    ...{ state: 'waiting', approved: [...approved], reached: true, prefers: null, until },
  });
}

/** What was not sent is as if it had not been thought of; what was is not asked any more. */
export function withdraw(request: Request, member: MemberId): Request {
  const guest = guestOf(request, member);
  if (guest?.reached) return changed(request, member, { state: 'silent', until: null });
  return { ...request, guests: request.guests.filter((one) => one.member !== member) };
}

export const join = (request: Request, member: MemberId): Request =>
  changed(request, member, { state: 'accepted', until: null });

export const prefer = (request: Request, member: MemberId, prefers: MemberId): Request =>
  changed(request, member, { state: 'elsewhere', until: null, prefers });

export const leave = (request: Request, member: MemberId): Request => {
  const joined = guestOf(request, member)?.state === 'accepted';
  const state = joined ? 'left' : 'declined';
  const left = changed(request, member, { state, until: null, together: false });
  return { ...left, terms: unconfirmed(request.terms) };
};

/** Confirmed with others than those who are there now, it is read and confirmed again. */
export const unconfirmed = (terms: Terms | null): Terms | null =>
  terms && { ...terms, confirmed: [] };

/** Who accepted now talk together, under their own names: the requester says theirs too. */
export const gather = (request: Request): Request => ({
  ...request,
  named: true,
  terms: unconfirmed(request.terms),
  guests: request.guests.map((one) => ({ ...one, together: one.state === 'accepted' })),
});

/** Everybody answered, and somebody who accepted is not with the others yet. */
export const canGather = ({ guests }: Pick<Request, 'guests'>): boolean =>
  !guests.some(isPending) && guests.some((one) => one.state === 'accepted' && !one.together);

/** Those whose time to answer is past are asked no more. */
export const unanswered = (request: Request, now: Date): Request => ({
  ...request,
  guests: request.guests.map((one) =>
    one.until && one.until <= now ? { ...one, state: 'silent', until: null } : one,
  ),
});

/** When the first answer is not waited for any more. */
export const answersUntil = ({ guests }: Pick<Request, 'guests'>): Date | null =>
  guests.reduce<Date | null>(
    (first, { until }) => (until && (!first || until < first) ? until : first),
    null,
  );

/**
 * Without the mediator they agreed to, nobody has agreed to anything: the next one reads and
 * approves what was written, and each is asked anew.
 */
export const suspended = (guests: readonly Guest[]): Guest[] =>
  guests.map((one) =>
    isPending(one) || one.state === 'accepted' || one.state === 'drafted'
      ? {
          ...one,
          ...{ state: 'drafted', together: false, until: null },
          // What the requester had not approved, they have not.
          approved: one.approved.filter((side) => side === 'requester'),
        }
      : one,
  );

/** It is over: who had not answered need not. */
export const dismissed = (guests: readonly Guest[]): Guest[] =>
  guests.flatMap((one) => {
    if (one.state === 'drafted' && !one.reached) return [];
    const open = isPending(one) || one.state === 'drafted';
    return [open ? { ...one, state: 'silent' as const, until: null } : one];
  });

/** The firmer answer first: a no by any account of a person is their no. */
const FIRMEST: readonly GuestState[] = [
  ...(['declined', 'left', 'accepted', 'elsewhere', 'waiting', 'drafted', 'silent'] as const),
];

/** Each guest once, however many accounts they have; never the requester. */
export function oneVoiceEach(guests: readonly Guest[], requester: MemberId): Guest[] {
  const firm = (one: Guest): number => FIRMEST.indexOf(one.state);
  const kept = new Map<MemberId, Guest>();
  for (const one of guests) {
    const other = kept.get(one.member);
    if (one.member !== requester && (!other || firm(one) < firm(other))) kept.set(one.member, one);
  }
  return [...kept.values()];
}
