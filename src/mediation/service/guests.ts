import type { CommunityId, MediationId, MemberId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { may } from '../policy.js';
import { ask, mediatorOf, moved, partOf, pause } from '../rules/course.js';
import {
  approve,
  canGather,
  gather,
  guestOf,
  invite,
  isPending,
  join,
  leave,
  MOST_GUESTS,
  prefer,
  reword,
  saidNo,
  withdraw,
} from '../rules/guests.js';
import { agreedOf } from '../rules/participants.js';
import type { Approver, Mediator, Request } from '../types.js';
import { openRequest } from './keeping.js';
import { deleteLines, endRoomOfOthers } from './parting.js';
import {
  type ByMember,
  candidatesNow,
  changing,
  type Held,
  keep,
  type Parts,
  refusal,
  tell,
  tellGuests,
} from './parts.js';
import { poolNow } from './voices.js';

/** What requester or mediator see of the other people. */
export interface Inviting {
  readonly request: Request;
  readonly part: Approver;
  /** Among those with whom guests would accept, whom the requester can ask. */
  readonly able: readonly Mediator[];
}

const sideOf = ({ part }: Held): Approver => (part === 'mediator' ? 'mediator' : 'requester');
const otherOf = (held: Held): MemberId | null =>
  sideOf(held) === 'mediator' ? held.request.requester : mediatorOf(held.request);

export function createGuests(parts: Parts) {
  const { keys, prisma } = parts;

  async function save(held: Held, next: Request): Promise<Request> {
    const request = moved(next, held.now);
    await keep(parts, held, request);
    return request;
  }

  /** What one of the two did, the other is told. */
  async function proposed(held: Held, next: Request): Promise<Request> {
    const request = await save(held, next);
    const other = otherOf(held);
    if (other) await tell(held, request, other);
    return request;
  }

  /** The requester and the mediator learn of an answer, and nobody else. */
  async function answered(held: Held, next: Request): Promise<void> {
    const request = await save(held, next);
    const mediator = mediatorOf(request);
    for (const one of [request.requester, ...(mediator ? [mediator] : [])]) {
      await tell(held, request, one);
    }
  }

  return {
    async guests(
      community: CommunityId,
      member: MemberId,
      id: MediationId,
    ): Promise<Result<Inviting>> {
      const request = await openRequest(prisma, keys, community, id);
      const part = request ? partOf(request, member) : 'stranger';
      if (!request || !may('guests', part, request.state)) return refusal(part);
      if (part === 'mediator') return ok({ request, part, able: [] });
      const able = await candidatesNow(parts, prisma, request);
      return ok({ request, part: 'requester', able });
    },

    /** Somebody to invite, with a text: it leaves once the mediator has read and approved it. */
    invite: (
      cause: ByMember,
      id: MediationId,
      guest: { readonly member: MemberId; readonly text: string },
    ): Promise<Result<Request>> =>
      changing(parts, cause, id, 'invite', async (held) => {
        const { request } = held;
        const { member, text } = guest;
        const known = guestOf(request, member);
        if (member === cause.member) return refuse('guest-yourself');
        if (member === mediatorOf(request)) return refuse('guest-mediator');
        if (known && saidNo(known)) return refuse('guest-declined');
        if (known && known.state !== 'silent') return refuse('guest-already');
        if (!known && request.guests.length >= MOST_GUESTS) {
          return refuse('guests-too-many', { most: MOST_GUESTS });
        }
        return ok(await proposed(held, invite(request, member, text)));
      }),

    /** Before it leaves, either of the two changes what it says, and the other reads it again. */
    reword: (
      cause: ByMember,
      id: MediationId,
      guest: { readonly member: MemberId; readonly text: string },
    ): Promise<Result<Request>> =>
      changing(parts, cause, id, 'reword', async (held) => {
        const { member, text } = guest;
        if (guestOf(held.request, member)?.state !== 'drafted') return refuse('guest-sent');
        return ok(await proposed(held, reword(held.request, sideOf(held), member, text)));
      }),

    /** @param version of the text that was read: another one meanwhile must be read again. */
    approve: (
      cause: ByMember,
      id: MediationId,
      guest: { readonly member: MemberId; readonly version: number },
    ): Promise<Result<Request>> =>
      changing(parts, cause, id, 'approve', async (held) => {
        const { request } = held;
        const { member, version } = guest;
        const known = guestOf(request, member);
        if (known?.state !== 'drafted') return refuse('guest-sent');
        if (known.version !== version) return refuse('guest-reworded');
        const next = await proposed(held, approve(request, sideOf(held), member, held.now));
        if (guestOf(next, member)?.state === 'waiting') await tell(held, next, member);
        return ok(next);
      }),

    /** Either of the two would rather not: nothing is sent, or an answer is not waited for. */
    withdraw: (cause: ByMember, id: MediationId, member: MemberId): Promise<Result<Request>> =>
      changing(parts, cause, id, 'withdraw', async (held) => {
        const known = guestOf(held.request, member);
        if (!known || !(isPending(known) || known.state === 'drafted')) {
          return refuse('mediation-not-now');
        }
        const next = await proposed(held, withdraw(held.request, member));
        if (known.reached) await tell(held, next, member);
        return ok(next);
      }),

    /** The requester asks the mediator whom a guest would accept; theirs reads no more. */
    change: (cause: ByMember, id: MediationId, guest: MemberId): Promise<Result<Request>> =>
      changing(parts, cause, id, 'change', async (held) => {
        const { request, now } = held;
        const wanted = guestOf(request, guest)?.prefers;
        const able = await candidatesNow(parts, held.tx, request);
        const chosen = able.find(({ member }) => member === wanted);
        if (!chosen) return refuse('mediator-unavailable');
        const before = mediatorOf(request);
        const next = ask(pause(request, 'replaced', now), chosen.member, now);
        await keep(parts, held, next);
        // What they may not read any more.
        await held.endRooms(id, 'erased');
        await tell(held, next, chosen.member);
        if (before) await tell(held, next, before);
        await tellGuests(held);
        return ok(next);
      }),

    /** Everybody has answered: who accepted talk together from now on. */
    gather: (cause: ByMember, id: MediationId): Promise<Result<Request>> =>
      changing(parts, cause, id, 'gather', async (held) => {
        if (!canGather(held.request)) return refuse('guests-not-ready');
        const next = await save(held, gather(held.request));
        await endRoomOfOthers(parts, held, next);
        for (const one of agreedOf(next)) if (one !== cause.member) await tell(held, next, one);
        return ok(next);
      }),

    join: (cause: ByMember, id: MediationId): Promise<Result<void>> =>
      changing(parts, cause, id, 'join', async (held) => {
        await answered(held, join(held.request, cause.member));
        return ok(undefined);
      }),

    /** With another mediator they would: the two others see whether that can be. */
    prefer: (cause: ByMember, id: MediationId, to: MemberId): Promise<Result<void>> =>
      changing(parts, cause, id, 'prefer', async (held) => {
        const pool = await poolNow(held.tx, cause.community);
        const known = pool.some(({ member, available }) => member === to && available);
        if (!known || to === cause.member || to === mediatorOf(held.request)) {
          return refuse('guest-prefers-nobody');
        }
        await answered(held, prefer(held.request, cause.member, to));
        return ok(undefined);
      }),

    /**
     * At any time, with no reason to give. What they wrote to the mediator alone goes with them;
     * what they wrote to all stays with those who have it, until all is erased.
     */
    leave: (cause: ByMember, id: MediationId): Promise<Result<void>> =>
      changing(parts, cause, id, 'leave', async (held) => {
        await deleteLines(parts, held, [cause.member]);
        const next = leave(held.request, cause.member);
        await endRoomOfOthers(parts, held, next);
        await answered(held, next);
        return ok(undefined);
      }),
  };
}
