import type { Tx } from '../../database/transaction.js';
import { type CommunityId, type MemberId, newId } from '../../kernel/ids.js';
import type { ContextId, Contribution, ContributionId, Review } from '../types.js';

/** What somebody said, as it is kept. */
export type KeptReview = Pick<Review, 'position' | 'version' | 'member' | 'kind' | 'createdAt'> & {
  readonly contribution: ContributionId;
  readonly content: string;
};

export async function insertReview(
  tx: Tx,
  community: CommunityId,
  { contribution, member, ...review }: KeptReview,
): Promise<void> {
  await tx.contributionReview.create({
    data: {
      ...{ ...review, id: newId(review.createdAt), communityId: community },
      ...{ contributionId: contribution, memberId: member },
    },
  });
}

/** In the order in which they were said. */
export const listReviews = (
  tx: Tx,
  { id, community }: Pick<Contribution, 'id' | 'community'>,
): Promise<KeptReview[]> => listReviewsOf(tx, community, [id]);

/** More at once than one query takes well. */
const MOST_AT_ONCE = 5000;

/** The same of several; those of each one in order. */
export async function listReviewsOf(
  tx: Tx,
  community: CommunityId,
  contributions: readonly ContributionId[],
): Promise<KeptReview[]> {
  const found: KeptReview[] = [];
  for (let start = 0; start < contributions.length; start += MOST_AT_ONCE) {
    const ids = contributions.slice(start, start + MOST_AT_ONCE);
    const rows = await tx.contributionReview.findMany({
      where: { communityId: community, contributionId: { in: ids } },
      orderBy: { position: 'asc' },
    });
    for (const { contributionId, position, version, memberId, kind, content, createdAt } of rows) {
      found.push({
        ...{ contribution: contributionId as ContributionId, position, version, kind, content },
        ...{ member: memberId as MemberId, createdAt },
      });
    }
  }
  return found;
}

/** Who found whose contributions right, and how many of them, in one context. */
export async function listValidations(
  tx: Tx,
  community: CommunityId,
  context: ContextId,
): Promise<{ readonly by: MemberId; readonly of: MemberId; readonly times: number }[]> {
  return tx.$queryRaw`
    select r.member_id as by, c.member_id as of, count(distinct c.id)::int as times
    from contributions c join contribution_reviews r on r.contribution_id = c.id
    where c.community_id = ${community}::uuid and c.context_id = ${context}::uuid
      and r.kind = 'validate' and c.state = 'validated'
    group by 1, 2`;
}
