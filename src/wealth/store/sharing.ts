import type { Prisma } from '../../database/generated/client.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, DecisionId, MemberId } from '../../kernel/ids.js';
import type {
  ContextId,
  Distribution,
  Payment,
  ShareResult,
  ShareTerms,
  WealthContext,
} from '../types.js';

type Of = Pick<Distribution, 'id' | 'community'>;
type Row = Awaited<ReturnType<Tx['distribution']['findFirstOrThrow']>>;

const toDistribution = (row: Row): Distribution => {
  const { communityId, contextId, authorId, decisionId, id, terms, results, ...rest } = row;
  return {
    ...rest,
    id: id as Distribution['id'],
    community: communityId as CommunityId,
    context: contextId as ContextId,
    author: authorId as MemberId,
    decision: decisionId as DecisionId | null,
    terms: terms as unknown as ShareTerms,
    results: results as unknown as Record<string, ShareResult>,
  };
};

export async function insertDistribution(tx: Tx, one: Distribution): Promise<void> {
  const { community, context, author, decision, terms, results, ...rest } = one;
  await tx.distribution.create({
    data: {
      ...{ ...rest, communityId: community, contextId: context, authorId: author },
      ...{ decisionId: decision, terms: terms as unknown as Prisma.InputJsonObject },
      results: results as unknown as Prisma.InputJsonObject,
    },
  });
}

export async function findDistribution(
  tx: Tx,
  community: CommunityId,
  which: { readonly number: number } | { readonly decisionId: DecisionId },
): Promise<Distribution | null> {
  const row = await tx.distribution.findFirst({
    where: { communityId: community, ...which },
    orderBy: { number: 'desc' },
  });
  return row && toDistribution(row);
}

/** Those adopted in a context, oldest first. */
export async function listDistributions(
  tx: Tx,
  { id, community }: Pick<WealthContext, 'id' | 'community'>,
): Promise<Distribution[]> {
  const rows = await tx.distribution.findMany({
    where: { contextId: id, communityId: community, state: 'adopted' },
    orderBy: { number: 'asc' },
  });
  return rows.map(toDistribution);
}

export async function updateDistribution(
  tx: Tx,
  { id, community }: Of,
  change: {
    readonly state?: Distribution['state'];
    readonly rule?: string;
    readonly decisionId?: DecisionId;
    readonly results?: Distribution['results'];
  },
): Promise<void> {
  const { results, ...plain } = change;
  await tx.distribution.updateMany({
    where: { id, communityId: community },
    data: {
      ...plain,
      ...(results && { results: results as unknown as Prisma.InputJsonObject }),
    },
  });
}

/** By person, as they are kept. */
export async function listPoints(
  tx: Tx,
  { id, community }: Pick<WealthContext, 'id' | 'community'>,
): Promise<{ readonly member: MemberId; readonly content: string; readonly updatedAt: Date }[]> {
  const rows = await tx.peerPoints.findMany({ where: { contextId: id, communityId: community } });
  return rows.map(({ memberId, content, updatedAt }) => ({
    ...{ member: memberId as MemberId, content, updatedAt },
  }));
}

export async function putPoints(
  tx: Tx,
  { id, community }: Pick<WealthContext, 'id' | 'community'>,
  member: MemberId,
  { content, now }: { readonly content: string; readonly now: Date },
): Promise<void> {
  const key = { contextId: id, memberId: member };
  await tx.peerPoints.upsert({
    where: { contextId_memberId: key, communityId: community },
    create: { ...key, communityId: community, content, updatedAt: now },
    update: { content, updatedAt: now },
  });
}

export async function insertPayments(
  tx: Tx,
  { id, community }: Of,
  payments: readonly Payment[],
): Promise<void> {
  await tx.sharePayment.createMany({
    data: payments.map(({ member, ...one }) => ({
      ...{ ...one, distributionId: id, communityId: community, memberId: member },
    })),
  });
}

export async function listPayments(tx: Tx, { id, community }: Of): Promise<Payment[]> {
  const rows = await tx.sharePayment.findMany({
    where: { distributionId: id, communityId: community },
    orderBy: { memberId: 'asc' },
  });
  return rows.map(({ memberId, cents, paidAt }) => ({
    ...{ member: memberId as MemberId, cents, paidAt },
  }));
}

export async function setPaid(
  tx: Tx,
  { id, community }: Of,
  members: readonly MemberId[],
  paidAt: Date | null,
): Promise<void> {
  await tx.sharePayment.updateMany({
    where: { distributionId: id, communityId: community, memberId: { in: [...members] } },
    data: { paidAt },
  });
}
