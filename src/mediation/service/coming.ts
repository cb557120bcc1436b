import { accountsOf, getCommunity, getMember } from '../../community/store.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import { ok } from '../../kernel/result.js';
import { deleteMediator, putMediator } from '../store/pool.js';
import { listRequests } from '../store/requests.js';
import { CAPACITY } from '../types.js';
import { type Parts, TICK } from './parts.js';
import { poolNow } from './voices.js';

/** Rings when somebody comes whose role on their network makes them a mediator here. */
export const CAME = 'mediation.came';

/** Rings when they have that role no more. */
export const WENT = 'mediation.went';

/** As if a facilitator had named them: they introduce themselves, or step down, as they wish. */
export const createComing = ({ journal, clock }: Pick<Parts, 'journal' | 'clock'>) => ({
  async came(subject: string, community: CommunityId): Promise<void> {
    const now = clock.now();
    const cause = { community, member: null, event: null, now };
    await journal.write(cause, async ({ tx, record }) => {
      const member = await getMember(tx, community, subject as MemberId);
      const pool = await poolNow(tx, community);
      if (!member || pool.some((one) => one.member === member.id)) return ok(undefined);
      const { locale } = await getCommunity(tx, community);
      const said = {
        about: '',
        languages: [locale],
        available: true,
        capacity: CAPACITY,
        byRole: true,
      };
      await putMediator(tx, community, { member: member.id, ...said }, now);
      await record('mediation.named', member.id);
      return ok(undefined);
    });
  },

  /** They are asked no more; who was named by somebody stays. */
  async went(subject: string, community: CommunityId): Promise<void> {
    const now = clock.now();
    const cause = { community, member: null, event: null, now };
    await journal.write(cause, async ({ tx, record, alarm }) => {
      const pool = await poolNow(tx, community);
      const one = pool.find(({ member, byRole }) => member === subject && byRole);
      if (!one) return ok(undefined);
      await deleteMediator(tx, community, await accountsOf(tx, community, one.member));
      for (const { id } of await listRequests(tx, community)) await alarm(TICK, id, now);
      await record('mediation.unnamed', one.member);
      return ok(undefined);
    });
  },
});
