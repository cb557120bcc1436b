import { voiceOf } from '../../community/rules/voices.js';
import { accountsOf, listVoices } from '../../community/store.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import { fold } from '../../kernel/text.js';
import * as policy from '../policy.js';
import { standingOf } from '../rules/review.js';
import { closedCircles } from '../rules/rotation.js';
import { listPeriods } from '../store/contexts.js';
import { lastContents, listVersions, type Wanted } from '../store/contributions.js';
import { listValidations } from '../store/reviews.js';
import { countStates } from '../store/validated.js';
import type {
  Content,
  ContextId,
  Contribution,
  Dossier,
  Period,
  WealthContext,
  Which,
  WhichContext,
} from '../types.js';
import type { Parts } from './parts.js';
import { readContent, readReview, readVersion } from './sealed.js';
import {
  contextNow,
  contextsNow,
  contributionNow,
  contributionsNow,
  participantsNow,
  reviewsNow,
  reviewsOfAll,
} from './voices.js';

/** What one reader may see of a contribution in a list; `null` content: not for these eyes. */
export interface Entry {
  readonly contribution: Contribution;
  readonly content: Content | null;
}

/** A context and who is in it. */
export interface ContextPage {
  readonly context: WealthContext;
  readonly periods: readonly Period[];
  readonly participants: readonly MemberId[];
  readonly counts: Readonly<Record<Contribution['state'], number>>;
  readonly circles: ReturnType<typeof closedCircles>;
}

const NONE = { proposed: 0, declined: 0, declared: 0, validated: 0, withdrawn: 0 };

export function createReading(parts: Parts) {
  const { prisma, vault } = parts;

  const opening = async (community: CommunityId) => ({
    vault,
    voices: await listVoices(prisma, community),
  });

  async function entries(
    community: CommunityId,
    found: readonly Contribution[],
    reader: MemberId | null,
  ): Promise<Entry[]> {
    const open = await opening(community);
    const contexts = new Map<ContextId, { context: WealthContext; in: MemberId[] }>();
    for (const context of await contextsNow(prisma, community)) {
      if (!found.some((one) => one.context === context.id)) continue;
      contexts.set(context.id, { context, in: await participantsNow(prisma, context) });
    }
    const visible = found.filter((one) => {
      const around = contexts.get(one.context);
      return around && policy.maySee(reader, one, around.context, around.in);
    });
    const kept = await lastContents(prisma, community, visible);
    return found.map((contribution) => {
      const { id, version } = contribution;
      const content = kept.get(id);
      return {
        contribution,
        content: content === undefined ? null : readContent(open, { id }, version, content),
      };
    });
  }

  return {
    entriesOf: entries,

    /** Everything said of a contribution, as `reader` may see it; `null` when there is none. */
    async dossier(
      community: CommunityId,
      which: Which,
      reader: MemberId | null,
    ): Promise<Dossier | null> {
      const contribution = await contributionNow(prisma, community, which);
      const context =
        contribution && (await contextNow(prisma, community, { id: contribution.context }));
      if (!contribution || !context) return null;
      const periods = await listPeriods(prisma, context);
      const period = periods.find(({ id }) => id === contribution.period) ?? null;
      const participants = await participantsNow(prisma, context);
      if (!policy.maySee(reader, contribution, context, participants)) {
        return { contribution, context, period, versions: null, reviews: [] };
      }
      const open = await opening(community);
      const versions = await listVersions(prisma, contribution);
      const reviews = await reviewsNow(prisma, contribution);
      return {
        ...{ contribution, context, period },
        versions: versions.map((version) => ({
          ...readVersion(open, contribution, version),
          author: voiceOf(open.voices, version.author),
        })),
        reviews: reviews.map((review) => readReview(vault, contribution, review)),
      };
    },

    /** The latest first, as `reader` may see them. */
    async contributions(
      community: CommunityId,
      wanted: Omit<Wanted, 'members'> & { readonly member?: MemberId },
      reader: MemberId | null,
    ): Promise<Entry[]> {
      const { member, ...rest } = wanted;
      const members = member && (await accountsOf(prisma, community, member));
      const all = { ...rest, ...(members && { members }) };
      return entries(community, await contributionsNow(prisma, community, all), reader);
    },

    contexts: (community: CommunityId): Promise<WealthContext[]> => contextsNow(prisma, community),

    context: (
      community: CommunityId,
      which: WhichContext | { readonly name: string },
    ): Promise<WealthContext | null> =>
      contextNow(prisma, community, 'name' in which ? { folded: fold(which.name) } : which),

    /** A context with who takes part, and where its declarations are. */
    async contextPage(community: CommunityId, which: WhichContext): Promise<ContextPage | null> {
      const context = await contextNow(prisma, community, which);
      if (!context) return null;
      const participants = await participantsNow(prisma, context);
      const counted = await countStates(prisma, community, context.id);
      const counts = {
        ...NONE,
        ...Object.fromEntries(counted.map(({ state, count }) => [state, count])),
      };
      const voices = await listVoices(prisma, community);
      const pairs = await listValidations(prisma, community, context.id);
      const validated = pairs.map(({ by, of, times }) => ({
        ...{ by: voiceOf(voices, by), of: voiceOf(voices, of), times },
      }));
      return {
        ...{ context, participants, counts },
        periods: await listPeriods(prisma, context),
        circles: closedCircles(validated, participants),
      };
    },

    /** What waits for this member: to say that it is so, or to look at. */
    async waitingFor(
      community: CommunityId,
      member: MemberId,
    ): Promise<{ readonly toConfirm: Entry[]; readonly toLookAt: Entry[] }> {
      const states = ['proposed', 'declared'] as const;
      const all = await contributionsNow(prisma, community, { states });
      const toConfirm = all.filter((one) => one.state === 'proposed' && one.member === member);
      const asked = all.filter((one) => one.state === 'declared' && one.asked.includes(member));
      const kept = await reviewsOfAll(prisma, community, asked);
      const toLookAt = asked.filter((contribution) => {
        const reviews = (kept.get(contribution.id) ?? []).map((review) =>
          readReview(vault, contribution, review),
        );
        const { validations, figures } = standingOf(reviews, contribution);
        return ![...validations, ...figures].some((one) => one.member === member);
      });
      return {
        toConfirm: await entries(community, toConfirm, member),
        toLookAt: await entries(community, toLookAt, member),
      };
    },
  };
}
