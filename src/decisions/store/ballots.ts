import type { Tx } from '../../database/transaction.js';
import { type CommunityId, type DecisionId, type MemberId, newId } from '../../kernel/ids.js';
import type { Ballot, Decision } from '../types.js';

/** A ballot as it is kept: what was voted is JSON, or sealed. */
export interface KeptBallot extends Omit<Ballot, 'vote'> {
  /** Under which of their accounts: `member` may since speak in another voice. */
  readonly castBy: MemberId;
  readonly content: string;
}

/** Everybody's, or only those of some accounts; the oldest first. */
export async function listBallots(
  tx: Tx,
  { id, community }: Pick<Decision, 'id' | 'community'>,
  members?: readonly MemberId[],
): Promise<KeptBallot[]> {
  const rows = await tx.ballot.findMany({
    where: {
      ...{ communityId: community, decisionId: id },
      ...(members && { memberId: { in: [...members] } }),
    },
    orderBy: [{ castAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ memberId, version, content, castAt }) => ({
    ...{ member: memberId as MemberId, castBy: memberId as MemberId },
    ...{ version, content, castAt },
  }));
}

/** The ballots of some accounts of one person among some decisions, without what was voted. */
export async function listBallotsOf(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
  decisions: readonly DecisionId[],
): Promise<{ decision: DecisionId; version: number; castAt: Date }[]> {
  const rows = await tx.ballot.findMany({
    where: {
      communityId: community,
      memberId: { in: [...members] },
      decisionId: { in: [...decisions] },
    },
    orderBy: { castAt: 'asc' },
  });
  return rows.map(({ decisionId, version, castAt }) => ({
    decision: decisionId as DecisionId,
    ...{ version, castAt },
  }));
}

export async function putBallot(
  tx: Tx,
  { id, community }: Pick<Decision, 'id' | 'community'>,
  { member, version, content, castAt }: KeptBallot,
): Promise<void> {
  await tx.ballot.upsert({
    where: { decisionId_memberId: { decisionId: id, memberId: member } },
    create: {
      ...{ id: newId(castAt), communityId: community, decisionId: id, memberId: member },
      ...{ version, content, castAt },
    },
    update: { version, content, castAt },
  });
}

export async function deleteBallot(
  tx: Tx,
  { id, community }: Pick<Decision, 'id' | 'community'>,
  members: readonly MemberId[],
): Promise<boolean> {
  const where = { communityId: community, decisionId: id, memberId: { in: [...members] } };
  return (await tx.ballot.deleteMany({ where })).count > 0;
}

/** Parts the votes from the names: what was counted stands in the outcome, without names. */
export async function eraseContents(
  tx: Tx,
  { id, community }: Pick<Decision, 'id' | 'community'>,
): Promise<void> {
  const where = { communityId: community, decisionId: id };
  await tx.ballot.updateMany({ where, data: { content: '' } });
}
