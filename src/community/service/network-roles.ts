import type { PrismaClient } from '../../database/generated/client.js';
import type { Journal, Work } from '../../journal/service.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import { ok } from '../../kernel/result.js';
import { leavesNoFacilitator, rolesSaid } from '../rules/people.js';
import { dropHeard, type Heard, heardFrom, heardOf, putHeard } from '../store/network-roles.js';
import { accountsOf, getPerson, listMembers, lockCommunity, updateMember } from '../store.js';
import type { NetworkRole, Presence, Role, Sighting } from '../types.js';

interface Held extends Work {
  readonly community: CommunityId;
  readonly member: MemberId;
  readonly own: Omit<Heard, 'role' | 'given'>;
}

/**
 * The roles that a network says of members, heard again each time they speak: one that is new
 * there is given, one that they have no more is taken away if that is how they had it. What was
 * given or taken away by hand stays.
 */
export function createNetworkRoles(parts: {
  readonly prisma: PrismaClient;
  readonly journal: Journal;
}) {
  const { prisma, journal } = parts;

  async function setRole({ tx, record, community, member }: Held, role: Role): Promise<void> {
    for (const one of await accountsOf(tx, community, member)) {
      await updateMember(tx, community, one, { role });
    }
    await record('member.role', member, { role });
  }

  async function give(held: Held, role: NetworkRole): Promise<void> {
    const { tx, record, community, member, own } = held;
    const before = (await heardOf(tx, community, member)).filter((one) => one.role === role);
    const person = await getPerson(tx, community, member);
    // Said elsewhere already, and yet not held: somebody decided so by hand.
    const given =
      before.length === 0
        ? role === 'mediator' || person?.role !== 'facilitator'
        : before.some((one) => one.given);
    await putHeard(tx, community, { ...own, role, given });
    if (!given || before.length > 0) return;
    if (role === 'facilitator') await setRole(held, 'facilitator');
    else await record('member.mediates', member);
  }

  async function takeAway(held: Held, role: NetworkRole): Promise<void> {
    const { tx, record, community, member, own } = held;
    const all = (await heardOf(tx, community, member)).filter((one) => one.role === role);
    const isOwn = ({ account, authority }: Heard): boolean =>
      account === own.account && authority === own.authority;
    const had = all.some((one) => isOwn(one) && one.given);
    const elsewhere = all.some((one) => !isOwn(one));
    if (had && !elsewhere && role === 'facilitator') {
      const roles = (await listMembers(tx, community)).map((one) => one.role);
      // Asked again next time: somebody else may hold the settings by then.
      if (leavesNoFacilitator(roles, { from: 'facilitator', to: 'member' })) return;
      await setRole(held, 'member');
    }
    await dropHeard(tx, community, { ...own, role });
    if (had && !elsewhere && role === 'mediator') await record('member.mediates-no-more', member);
  }

  return {
    /** `true` when something changed. */
    async hear(
      { community, member, account }: Presence,
      { authority, steward, roles }: Sighting,
      now: Date,
    ): Promise<boolean> {
      if (authority === null || member.left) return false;
      const own = { account, authority };
      const change = async (tx: Work['tx']) => {
        const heard = await heardFrom(tx, community.id, own);
        const { said, settled } = rolesSaid(community, { steward, roles });
        return {
          news: said.filter((role) => !heard.includes(role)),
          lost: heard.filter((role) => settled.includes(role) && !said.includes(role)),
        };
      };
      const first = await change(prisma);
      if (first.news.length + first.lost.length === 0) return false;
      const cause = { community: community.id, member: null, event: null, now };
      await journal.write(cause, async (work) => {
        await lockCommunity(work.tx, community.id);
        const held = { ...work, community: community.id, member: member.id, own };
        const { news, lost } = await change(work.tx);
        for (const role of news) await give(held, role);
        for (const role of lost) await takeAway(held, role);
        return ok(undefined);
      });
      return true;
    },
  };
}
