import { accountsOf, getMember } from '../../community/store.js';
import type { MemberId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { mayNameMediators } from '../policy.js';
import { deleteMediator, putMediator } from '../store/pool.js';
import { listRequests } from '../store/requests.js';
import type { Mediator } from '../types.js';
import { type ByMember, type Parts, TICK } from './parts.js';
import { poolNow } from './voices.js';

export function createPool(parts: Parts) {
  const { journal } = parts;

  return {
    /** Facilitators name who may be asked. */
    name: (cause: ByMember, mediator: Omit<Mediator, 'byRole'>): Promise<Result<void>> =>
      journal.write(cause, async ({ tx, record }) => {
        const by = await getMember(tx, cause.community, cause.member);
        if (!by || !mayNameMediators(by)) return refuse('facilitators-only');
        const pool = await poolNow(tx, cause.community);
        if (pool.some(({ member }) => member === mediator.member))
          return refuse('mediator-already');
        await putMediator(tx, cause.community, { ...mediator, byRole: false }, cause.now);
        await record('mediation.named', mediator.member);
        return ok(undefined);
      }),

    /**
     * They are asked no more. What they accepted they go on with, and nobody learns whether there
     * is any; what waits for their answer goes on to the next.
     */
    unname: (cause: ByMember, who: MemberId): Promise<Result<void>> =>
      journal.write(cause, async ({ tx, record, alarm }) => {
        const { community } = cause;
        const by = await getMember(tx, community, cause.member);
        const own = cause.member === who;
        if (!by || !(own || mayNameMediators(by))) return refuse('facilitators-only');
        if (!(await deleteMediator(tx, community, await accountsOf(tx, community, who)))) {
          return refuse('not-a-mediator');
        }
        // Every request is looked at, so that none tells that it was theirs.
        for (const { id } of await listRequests(tx, community)) await alarm(TICK, id, cause.now);
        await record('mediation.unnamed', who);
        return ok(undefined);
      }),

    /** A mediator says who they are, and when they can. */
    present: (
      cause: ByMember,
      said: Omit<Mediator, 'member' | 'byRole'>,
    ): Promise<Result<Mediator>> =>
      journal.write(cause, async ({ tx }) => {
        const { community, member } = cause;
        const pool = await poolNow(tx, community);
        const before = pool.find((one) => one.member === member);
        if (!before) return refuse('not-a-mediator');
        await deleteMediator(tx, community, await accountsOf(tx, community, member));
        const mediator = { ...before, ...said };
        await putMediator(tx, community, mediator, cause.now);
        return ok(mediator);
      }),
  };
}
