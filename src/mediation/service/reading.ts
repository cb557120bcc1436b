import { listMembers } from '../../community/store.js';
import type { CommunityId, MediationId, MemberId } from '../../kernel/ids.js';
import { ok, type Result } from '../../kernel/result.js';
import { may } from '../policy.js';
import { namedIn } from '../rules/choosing.js';
import { partOf } from '../rules/course.js';
import { type Figures, figuresOf } from '../rules/figures.js';
import { listCounts } from '../store/pool.js';
import type { Mediator, Part, Request } from '../types.js';
import { openAll, openRequest } from './keeping.js';
import { candidatesNow, type Parts, refusal } from './parts.js';
import { poolNow } from './voices.js';

/** A request, and what somebody is to it. */
export interface Own {
  readonly request: Request;
  readonly part: Part;
}

/** What a requester sees before sending: who may be asked, and who was set aside. */
export interface Prospect extends Own {
  readonly able: readonly Mediator[];
  readonly aside: readonly MemberId[];
}

export function createReading({ prisma, keys, clock, journal }: Parts) {
  const parts = { prisma, keys, clock, journal };

  const open = async (
    community: CommunityId,
    member: MemberId,
    id: MediationId,
  ): Promise<Result<Own>> => {
    const request = await openRequest(prisma, keys, community, id);
    const part = request ? partOf(request, member) : 'stranger';
    return request && may('open', part, request.state) ? ok({ request, part }) : refusal(part);
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
      const { request } = found.value;
      if (!may('send', found.value.part, request.state)) return refusal(found.value.part);
      const people = (await listMembers(prisma, community)).filter((one) => one.id !== member);
      const able = await candidatesNow(parts, prisma, request);
      return ok({ ...found.value, able, aside: namedIn(request.story, people) });
    },

    /** What somebody is part of, the latest last; and how many of the community open no more. */
    async mine(
      community: CommunityId,
      member: MemberId,
    ): Promise<{ readonly own: readonly Own[]; readonly lost: number }> {
      const { requests, lost } = await openAll(prisma, keys, community);
      const own = requests
        .map((request) => ({ request, part: partOf(request, member) }))
        .filter(({ request, part }) => may('open', part, request.state))
        .sort((a, b) => a.request.movedAt.getTime() - b.request.movedAt.getTime());
      return { own, lost };
    },

    pool: (community: CommunityId): Promise<Mediator[]> => poolNow(prisma, community),

    figures: async (community: CommunityId): Promise<Figures[]> =>
      figuresOf(await listCounts(prisma, community), clock.now()),
  };
}
