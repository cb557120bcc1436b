import {
  type CommunityId,
  expandId,
  type MediationId,
  type MemberId,
  shortenId,
} from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { freshSecret, secretDigest } from '../../kernel/secret-address.js';
import { mayKnowNames } from '../policy.js';
import { partOf } from '../rules/course.js';
import { called, entered, offer, renew, take, takeBack } from '../rules/outside.js';
import { placesOf } from '../rules/places.js';
import { lockRequest, newSecretId } from '../store/requests.js';
import type { Place, Request } from '../types.js';
import { count } from './asking.js';
import { openAll, openRequest } from './keeping.js';
import { type ByMember, changing, keep, type Parts, tell, tellGuests } from './parts.js';

export interface Reached {
  /** Where people reach us; `local` when that is this machine alone. */
  readonly reachedAt: () => { readonly url: string; readonly local: boolean };
}

/** Every address that is handed to somebody from outside begins so; it says nothing of what. */
export const PASSAGE_PATH = '/passage/';

/** A link that was just made: it is shown once, and kept nowhere. */
export interface Handed {
  readonly request: Request;
  readonly href: string;
}

/** Whose place a browser has, and of which request. */
export interface Seated {
  readonly community: CommunityId;
  readonly id: MediationId;
  readonly request: Request;
  readonly place: Place;
}

/**
 * The middle of an address: the request it is of, so that no table has to say which links lead to
 * which. It opens nothing by itself.
 */
const refOf = ({ community, id }: Pick<Request, 'community' | 'id'>): string =>
  `${shortenId(community)}${shortenId(id)}`;

const HALF = 22;
function readRef(ref: string): { community: CommunityId; id: MediationId } | null {
  const community = expandId<'community'>(ref.slice(0, HALF));
  const id = expandId<'mediation'>(ref.slice(HALF));
  return community && id ? { community, id } : null;
}

const digestOf = (secret: string): string =>
  Buffer.from(secretDigest(secret)).toString('base64url');

export function createOutside(parts: Parts & Reached) {
  const { journal, keys, prisma, clock, reachedAt } = parts;

  const handed = (request: Request, secret: string): Handed => ({
    request,
    href: `${reachedAt().url.replace(/\/*$/, '')}${PASSAGE_PATH}${refOf(request)}/${secret}`,
  });

  return {
    /** A place for somebody from outside, and the link that whoever asks hands them. */
    outside: (cause: ByMember, id: MediationId): Promise<Result<Handed>> =>
      changing(parts, cause, id, 'outside', async (held) => {
        if (reachedAt().local) return refuse('outside-unreachable');
        const secret = freshSecret();
        const seat = newSecretId(cause.now) as string as MemberId;
        const first = held.request.state === 'draft';
        const request = offer(held.request, { seat, digest: digestOf(secret) }, cause.now);
        await keep(parts, held, request);
        if (first) await count(held, request.community, 'asked');
        return ok(handed(request, secret));
      }),

    /** Another link to the same place, for who cannot come in any more. */
    relink: (cause: ByMember, id: MediationId): Promise<Result<Handed>> =>
      changing(parts, cause, id, 'relink', async (held) => {
        if (reachedAt().local) return refuse('outside-unreachable');
        const secret = freshSecret();
        const request = renew(held.request, digestOf(secret), cause.now);
        await keep(parts, held, request);
        return ok(handed(request, secret));
      }),

    /** Neither the link nor who came by it reads anything any more; what comes next is chosen. */
    unlink: (cause: ByMember, id: MediationId): Promise<Result<Request>> =>
      changing(parts, cause, id, 'unlink', async (held) => {
        const request = takeBack(held.request, cause.now);
        await keep(parts, held, request);
        await held.endRooms(id, 'erased');
        await tellGuests(held);
        return ok(request);
      }),

    /** They say what to be called. */
    introduce: (cause: ByMember, id: MediationId, name: string): Promise<Result<Request>> =>
      changing(parts, cause, id, 'introduce', async (held) => {
        const request = called(held.request, cause.member, name);
        await keep(parts, held, request);
        return ok(request);
      }),

    /**
     * Whoever brings the secret of a link first has the place; gives that of their browser.
     * `null`: it opens nothing, and whether it ever did is not told.
     */
    async take(ref: string, secret: string): Promise<string | null> {
      const named = readRef(ref);
      if (!named) return null;
      const { community, id } = named;
      const now = clock.now();
      const session = freshSecret();
      const cause = { community, member: null, event: null, now };
      const done = await journal.write(cause, async (work) => {
        await lockRequest(work.tx, community, id);
        const request = await openRequest(work.tx, keys, community, id);
        const passes = { digest: digestOf(secret), session: digestOf(session) };
        const taken = request && take(request, passes, now);
        if (!taken) return refuse('mediation-unknown');
        await keep(parts, { ...work, now }, taken);
        await tell(work, taken, taken.requester);
        return ok(undefined);
      });
      return done.ok ? session : null;
    },

    /** Whose place this browser has; `null` when it has none, or has it no more. */
    async seated(ref: string, session: string): Promise<Seated | null> {
      const named = readRef(ref);
      const request = named && (await openRequest(prisma, keys, named.community, named.id));
      const place = request && entered(request, digestOf(session), clock.now());
      return place && { ...named, request, place };
    },

    /** What those from outside are called, who share a request with somebody. */
    async outsiders(
      community: CommunityId,
      member: MemberId,
    ): Promise<ReadonlyMap<MemberId, string>> {
      const { requests } = await openAll(prisma, keys, community);
      const known = requests.filter((request) => mayKnowNames(partOf(request, member)));
      return new Map(known.flatMap(placesOf).map(({ seat, name }) => [seat, name]));
    },
  };
}
