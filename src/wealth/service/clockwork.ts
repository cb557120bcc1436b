import type { CommunityId } from '../../kernel/ids.js';
import { ok } from '../../kernel/result.js';
import { silencePasses, standingOf } from '../rules/review.js';
import { listPeriods, lockContext } from '../store/contexts.js';
import { updateContribution } from '../store/contributions.js';
import type { ContributionId } from '../types.js';
import type { Parts } from './parts.js';
import { readReview } from './sealed.js';
import { contextNow, contributionNow, reviewsNow } from './voices.js';

/** What happens when nobody says anything for as long as the rule of the context gives. */
export const createClockwork = (parts: Parts) => ({
  async silence(subject: string, community: CommunityId): Promise<void> {
    const now = parts.clock.now();
    const which = { id: subject as ContributionId };
    const cause = { community, member: null, event: null, now };
    await parts.journal.write(cause, async ({ tx, record }) => {
      const found = await contributionNow(tx, community, which);
      if (!found) return ok(undefined);
      await lockContext(tx, community, { id: found.context });
      const contribution = await contributionNow(tx, community, which);
      const context = await contextNow(tx, community, { id: found.context });
      if (!contribution || !context || contribution.state !== 'declared') return ok(undefined);
      if (contribution.silentAt === null || contribution.silentAt > now) return ok(undefined);
      const periods = await listPeriods(tx, context);
      if (periods.some(({ id, closedAt }) => id === contribution.period && closedAt)) {
        return ok(undefined);
      }
      const reviews = (await reviewsNow(tx, contribution)).map((review) =>
        readReview(parts.vault, contribution, review),
      );
      if (!silencePasses(standingOf(reviews, contribution), context.rule)) return ok(undefined);
      await updateContribution(tx, contribution, { state: 'validated' });
      await record('wealth.changed', contribution.id, { to: 'validated', by: 'silence' });
      return ok(undefined);
    });
  },
});
