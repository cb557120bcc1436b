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
export async function listReviews(
  tx: Tx,
  { id, community }: Pick<Contribution, 'id' | 'community'>,
): Promise<KeptReview[]> {
  const rows = await tx.contributionReview.findMany({
    where: { communityId: community, contributionId: id },
    orderBy: { position: 'asc' },
  });
  return rows.map(({ position, version, memberId, kind, content, createdAt }) => ({
    ...{ contribution: id, position, version, member: memberId as MemberId, kind, content },
    createdAt,
  }));
}

/** Who found whose contributions right, in one context. */
export async function listValidated(
  tx: Tx,
  community: CommunityId,
  context: ContextId,
): Promise<{ readonly by: MemberId; readonly of: MemberId }[]> {
  const rows = await tx.$queryRaw<{ by: string; of: string }[]>`
    select distinct on (r.contribution_id, r.member_id) r.member_id as by, c.member_id as of
    from contribution_reviews r join contributions c on c.id = r.contribution_id
    where c.community_id = ${community}::uuid and c.context_id = ${context}::uuid
      and r.kind = 'validate' and c.state = 'validated'`;
  return rows.map(({ by, of }) => ({ by: by as MemberId, of: of as MemberId }));
}
