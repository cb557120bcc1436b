import { getCommunity, getMember } from '../../community/store.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import { ok } from '../../kernel/result.js';
import { putMediator } from '../store/pool.js';
import { CAPACITY } from '../types.js';
import type { Parts } from './parts.js';
import { poolNow } from './voices.js';

/** Rings when somebody comes whose role on their network makes them a mediator here. */
export const CAME = 'mediation.came';

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
      const said = { about: '', languages: [locale], available: true, capacity: CAPACITY };
      await putMediator(tx, community, { member: member.id, ...said }, now);
      await record('mediation.named', member.id);
      return ok(undefined);
    });
  },
});
