import { listMembers } from '../../community/store.js';
import type { CommunityId, MediationId, MemberId } from '../../kernel/ids.js';
import { ok, type Result } from '../../kernel/result.js';
import { may } from '../policy.js';
import { namedIn } from '../rules/choosing.js';
import { partOf } from '../rules/course.js';
import { type Figures, figuresOf } from '../rules/figures.js';
import { type Invitation, invitationOf } from '../rules/participants.js';
import { listCounts } from '../store/pool.js';
import type { Mediator, Part, Request } from '../types.js';
import { openAll, openRequest } from './keeping.js';
import type { Reached } from './outside.js';
import { candidatesNow, type Parts, refusal } from './parts.js';
import { poolNow } from './voices.js';

/** A request, and what somebody is to it who may know it whole. */
export interface Case {
  readonly request: Request;
  readonly part: Exclude<Part, Invitation['part']>;
}

/** What somebody takes part in: guests know of it what they were told, and no more. */
export type Own = Case | Invitation;

/** Which request it is of, and where that stands. */
export const standing = (own: Own): Pick<Request, 'id' | 'state'> =>
  'request' in own ? own.request : own;

function ownOf(request: Request, member: MemberId): Own | null {
  const part = partOf(request, member);
  if (!may('open', part, request.state)) return null;
  return part === 'invited' || part === 'held' || part === 'joined'
    ? invitationOf(request, member)
    : { request, part };
}

/** What a requester sees before sending: who may be asked, and who was set aside. */
export interface Prospect extends Case {
  readonly able: readonly Mediator[];
  readonly aside: readonly MemberId[];
  /** Somebody from outside can be sent a link, that opens from where they are. */
  readonly outside: boolean;
}

export function createReading({ prisma, keys, clock, journal, reachedAt }: Parts & Reached) {
  const parts = { prisma, keys, clock, journal };

  const open = async (
    community: CommunityId,
    member: MemberId,
    id: MediationId,
  ): Promise<Result<Own>> => {
    const request = await openRequest(prisma, keys, community, id);
    const own = request && ownOf(request, member);
    return own ? ok(own) : refusal(request ? partOf(request, member) : 'stranger');
  };

  return {
    open,

    async prospect(
      community: CommunityId,
      member: MemberId,
      id: MediationId,
    ): Promise<Result<Prospect>> {
      const found = await open(community, member, id);
      if (!found.ok) return found;
      if (!('request' in found.value)) return refusal(found.value.part);
      const { request, part } = found.value;
      if (!may('send', part, request.state)) return refusal(part);
      const people = (await listMembers(prisma, community)).filter((one) => one.id !== member);
      const able = await candidatesNow(parts, prisma, request);
      return ok({
        ...found.value,
        able,
        aside: namedIn(request.story, people),
        outside: !reachedAt().local,
      });
    },

    /** What somebody is part of, the latest last; and how many of the community open no more. */
    async mine(
      community: CommunityId,
      member: MemberId,
    ): Promise<{ readonly own: readonly Own[]; readonly lost: number }> {
      const { requests, lost } = await openAll(prisma, keys, community);
      const own = requests
        .toSorted((a, b) => a.movedAt.getTime() - b.movedAt.getTime())
        .flatMap((request) => ownOf(request, member) ?? []);
      return { own, lost };
    },

    pool: (community: CommunityId): Promise<Mediator[]> => poolNow(prisma, community),

    figures: async (community: CommunityId): Promise<Figures[]> =>
      figuresOf(await listCounts(prisma, community), clock.now()),
  };
}
