import { accountsOf } from '../../community/store.js';
import type { CommunityId, DecisionId, MemberId } from '../../kernel/ids.js';
import { isCurrent, takesVotes } from '../rules/course.js';
import { listBallotsOf } from '../store/ballots.js';
import { decisionsOf, findText, listDecisions } from '../store/decisions.js';
import type { Ballot, Decision, Dossier, Outcome, Text, Which } from '../types.js';
import { count } from './closing.js';
import type { Parts } from './parts.js';
import { read } from './sealed.js';
import { ballotsNow, decisionNow, electorateOf, objectionsNow, remarksNow } from './voices.js';

/** More would not be read on one screen. */
const MOST_WAITING = 25;
/** More open at once than any community has. */
const MOST_OPEN = 1000;

/** One screen of a list. */
const PAGE = 10;

export function createReading(parts: Parts) {
  const { prisma, vault } = parts;
  return {
    /**
     * Everything said in a decision, as `reader` may see it: of secret ballots, who voted and
     * one's own vote only. `null` when there is no such decision in the community.
     */
    async dossier(
      community: CommunityId,
      which: Which,
      reader: MemberId | null,
    ): Promise<Dossier | null> {
      const decision = await decisionNow(prisma, community, which);
      if (!decision) return null;
      const kept = await ballotsNow(prisma, decision);
      const ballots = kept.map((ballot) => {
        const hidden = decision.rule.secret && ballot.member !== reader;
        return hidden
          ? { member: ballot.member, version: ballot.version, castAt: ballot.castAt, vote: null }
          : read(vault, decision, ballot);
      });
      return {
        ...{ decision, ballots },
        objections: await objectionsNow(prisma, decision),
        remarks: await remarksNow(prisma, decision),
        ...(await electorateOf(prisma, decision, kept)),
      };
    },

    /** A decision without what was said in it; `null` when the community has no such one. */
    decision: (community: CommunityId, which: Which): Promise<Decision | null> =>
      decisionNow(prisma, community, which),

    /** The count as it stands; for a secret ballot, only once it is closed. */
    async standing(decision: Decision): Promise<Outcome | null> {
      if (decision.state === 'closed' || decision.state === 'between_rounds') {
        return decision.outcome;
      }
      return decision.rule.secret ? null : count(parts, prisma, decision);
    },

    /** One reader's ballots among these decisions, by decision; what was voted is left out. */
    async ballotsOf(
      community: CommunityId,
      member: MemberId,
      decisions: readonly Decision[],
    ): Promise<ReadonlyMap<DecisionId, Ballot>> {
      const found = await listBallotsOf(
        prisma,
        community,
        await accountsOf(prisma, community, member),
        decisions.map(({ id }) => id),
      );
      return new Map(
        found.map(({ decision, ...ballot }) => [decision, { ...ballot, member, vote: null }]),
      );
    },

    /** The open decisions in which one person voted through several accounts. */
    async votedTwice(community: CommunityId, member: MemberId): Promise<Decision[]> {
      const open = await listDecisions(prisma, community, { ended: false, limit: MOST_WAITING });
      const accounts = await accountsOf(prisma, community, member);
      const ids = open.map(({ id }) => id);
      const found = await listBallotsOf(prisma, community, accounts, ids);
      return open.filter(({ id }) => found.filter(({ decision }) => decision === id).length > 1);
    },

    /** In how many open decisions somebody has a ballot. */
    async openVotes(community: CommunityId, member: MemberId): Promise<number> {
      const open = await listDecisions(prisma, community, { ended: false, limit: MOST_OPEN });
      const accounts = await accountsOf(prisma, community, member);
      const ids = open.map(({ id }) => id);
      const found = await listBallotsOf(prisma, community, accounts, ids);
      return new Set(found.map(({ decision }) => decision)).size;
    },

    /** The open decisions that wait for this member's voice, on the text as it stands. */
    async waitingFor(community: CommunityId, member: MemberId, now: Date): Promise<Decision[]> {
      const open = await listDecisions(prisma, community, { ended: false, limit: MOST_WAITING });
      const takers = open.filter((decision) => takesVotes(decision, now));
      const ids = takers.map(({ id }) => id);
      const accounts = await accountsOf(prisma, community, member);
      const found = await listBallotsOf(prisma, community, accounts, ids);
      const cast = new Map(found.map((ballot) => [ballot.decision, ballot]));
      return takers.filter((decision) => {
        const ballot = cast.get(decision.id);
        return !ballot || !isCurrent(ballot, decision.text);
      });
    },

    /** Newest first, one screen; `more` when there are older ones. */
    async list(
      community: CommunityId,
      page: { readonly ended: boolean; readonly before?: number },
    ): Promise<{ readonly decisions: readonly Decision[]; readonly more: boolean }> {
      const found = await listDecisions(prisma, community, { ...page, limit: PAGE + 1 });
      return { decisions: found.slice(0, PAGE), more: found.length > PAGE };
    },

    /** Those that came of something else: of the sitting of a meeting. */
    bornOf: (community: CommunityId, origin: string): Promise<Decision[]> =>
      decisionsOf(prisma, community, origin),

    text: (decision: Pick<Decision, 'id' | 'community'>, version: number): Promise<Text | null> =>
      findText(prisma, decision.community, decision.id, version),
  };
}
