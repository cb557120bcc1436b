import type { Tx } from '../../database/transaction.js';
import { type CommunityId, type MemberId, newId } from '../../kernel/ids.js';
import type { Decision, Objection, Remark } from '../types.js';

type Row = Awaited<ReturnType<Tx['objection']['findFirstOrThrow']>>;

const toObjection = (row: Row): Objection => ({
  ...{ id: row.id, member: row.memberId as MemberId, raisedOn: row.raisedOn, heldOn: row.heldOn },
  ...{ round: row.round, reason: row.reason, state: row.state },
});

export async function listObjections(
  tx: Tx,
  { id, community }: Pick<Decision, 'id' | 'community'>,
): Promise<Objection[]> {
  const rows = await tx.objection.findMany({
    where: { communityId: community, decisionId: id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toObjection);
}

export async function insertObjection(
  tx: Tx,
  decision: Pick<Decision, 'id' | 'community'>,
  objection: Objection,
  now: Date,
): Promise<void> {
  const { member, ...rest } = objection;
  await tx.objection.create({
    data: {
      ...{ ...rest, memberId: member, createdAt: now },
      ...{ communityId: decision.community, decisionId: decision.id },
    },
  });
}

export async function updateObjection(
  tx: Tx,
  community: CommunityId,
  id: string,
  change: {
    readonly reason?: string;
    readonly heldOn?: number;
    readonly state?: Objection['state'];
    readonly settledAt?: Date;
  },
): Promise<void> {
  await tx.objection.updateMany({ where: { id, communityId: community }, data: change });
}

export async function listRemarks(
  tx: Tx,
  { id, community }: Pick<Decision, 'id' | 'community'>,
): Promise<Remark[]> {
  const rows = await tx.remark.findMany({
    where: { communityId: community, decisionId: id },
    orderBy: { position: 'asc' },
  });
  return rows.map(({ position, memberId, kind, replyTo, text }) => ({
    ...{ position, member: memberId as MemberId, kind, replyTo, text },
  }));
}

export async function insertRemark(
  tx: Tx,
  decision: Pick<Decision, 'id' | 'community'>,
  { member, ...remark }: Remark,
  now: Date,
): Promise<void> {
  await tx.remark.create({
    data: {
      ...{ id: newId(now), communityId: decision.community, decisionId: decision.id },
      ...{ ...remark, memberId: member, createdAt: now },
    },
  });
}
