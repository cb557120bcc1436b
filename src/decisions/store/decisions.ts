import type { Prisma } from '../../database/generated/client.js';
import type { Tx } from '../../database/transaction.js';
import { type CommunityId, type DecisionId, type MemberId, newId } from '../../kernel/ids.js';
import type { Decision, Ending, Option, Outcome, Rule, Text, Which } from '../types.js';

type Row<Table extends 'decision' | 'decisionText'> = Awaited<
  ReturnType<Tx[Table]['findFirstOrThrow']>
>;

const json = (value: object): Prisma.InputJsonObject => value as Prisma.InputJsonObject;

function toDecision(row: Row<'decision'>, text: Text): Decision {
  return {
    id: row.id as DecisionId,
    community: row.communityId as CommunityId,
    author: row.authorId as MemberId,
    ...{ number: row.number, kind: row.kind, state: row.state, text, round: row.round },
    rule: row.rule as unknown as Rule,
    options: row.options as unknown as Option[],
    ...{ openedAt: row.openedAt, closesAt: row.closesAt, closedAt: row.closedAt },
    closedBy: row.closedBy as Ending | null,
    closeReason: row.closeReason,
    outcome: row.result as unknown as Outcome | null,
    ...{ conclusion: row.conclusion, reviewAt: row.reviewAt },
    origin: row.originId === null ? null : { id: row.originId, part: row.originPart ?? 0 },
  };
}

export async function findDecision(
  tx: Tx,
  community: CommunityId,
  which: Which,
): Promise<Decision | null> {
  const row = await tx.decision.findFirst({ where: { communityId: community, ...which } });
  if (!row) return null;
  const text = await findText(tx, community, row.id as DecisionId, row.version);
  return text && toDecision(row, text);
}

/** Holds the decision until the end of the transaction: what is decided of it is decided in turn. */
export async function lockDecision(tx: Tx, community: CommunityId, which: Which): Promise<void> {
  if ('id' in which) {
    await tx.$queryRaw`select 1 from decisions
      where community_id = ${community}::uuid and id = ${which.id}::uuid for update`;
  } else {
    await tx.$queryRaw`select 1 from decisions
      where community_id = ${community}::uuid and number = ${which.number} for update`;
  }
}

export async function findText(
  tx: Tx,
  community: CommunityId,
  decision: DecisionId,
  version: number,
): Promise<Text | null> {
  const row = await tx.decisionText.findFirst({
    where: { communityId: community, decisionId: decision, version },
  });
  return row && toText(row);
}

const toText = ({ version, title, body, authorId }: Row<'decisionText'>): Text => ({
  ...{ version, title, body, author: authorId as MemberId },
});

/** Newest first; `before` pages on from a number. */
export async function listDecisions(
  tx: Tx,
  community: CommunityId,
  page: { readonly ended: boolean; readonly limit: number; readonly before?: number },
): Promise<Decision[]> {
  const rows = await tx.decision.findMany({
    where: {
      communityId: community,
      state: { in: page.ended ? ['closed', 'withdrawn'] : ['open', 'between_rounds'] },
      ...(page.before !== undefined && { number: { lt: page.before } }),
    },
    orderBy: { number: 'desc' },
    take: page.limit,
  });
  return withTexts(tx, community, rows);
}

/** Those that came of something, in their order. */
export async function decisionsOf(
  tx: Tx,
  community: CommunityId,
  origin: string,
): Promise<Decision[]> {
  const rows = await tx.decision.findMany({
    where: { communityId: community, originId: origin },
    orderBy: { number: 'asc' },
  });
  return withTexts(tx, community, rows);
}

async function withTexts(
  tx: Tx,
  community: CommunityId,
  rows: readonly Row<'decision'>[],
): Promise<Decision[]> {
  const texts = await tx.decisionText.findMany({
    where: {
      communityId: community,
      OR: rows.map(({ id, version }) => ({ decisionId: id, version })),
    },
  });
  const byId = new Map(texts.map((text) => [text.decisionId, text]));
  return rows.flatMap((row) => {
    const text = byId.get(row.id);
    return text ? [toDecision(row, toText(text))] : [];
  });
}

export async function insertDecision(tx: Tx, decision: Decision): Promise<void> {
  const { id, community, number, kind, state, rule, options, author, text, round } = decision;
  const { openedAt, closesAt, origin } = decision;
  await tx.decision.create({
    data: {
      ...{ id, communityId: community, number, kind, state, authorId: author, round },
      ...{ openedAt, closesAt, createdAt: openedAt, version: text.version },
      ...(origin && { originId: origin.id, originPart: origin.part }),
      rule: json(rule),
      options: options as unknown as Prisma.InputJsonArray,
    },
  });
  await insertText(tx, decision, text, openedAt);
}

export async function insertText(
  tx: Tx,
  decision: Pick<Decision, 'id' | 'community'>,
  { version, title, body, author }: Text,
  now: Date,
): Promise<void> {
  await tx.decisionText.create({
    data: {
      ...{ id: newId(now), communityId: decision.community, decisionId: decision.id },
      ...{ version, title, body, authorId: author, createdAt: now },
    },
  });
}

/** What may change in a decision's course; the outcome only together with the closing. */
export interface Course {
  readonly state?: Decision['state'];
  readonly round?: number;
  readonly version?: number;
  readonly closesAt?: Date;
  readonly closedAt?: Date | null;
  readonly closedBy?: Ending | null;
  readonly closeReason?: string | null;
  readonly outcome?: Outcome | null;
  readonly conclusion?: string | null;
  readonly reviewAt?: Date | null;
}

export async function updateDecision(
  tx: Tx,
  { id, community }: Pick<Decision, 'id' | 'community'>,
  { outcome, ...course }: Course,
): Promise<void> {
  await tx.decision.updateMany({
    where: { id, communityId: community },
    data: { ...course, ...(outcome && { result: json(outcome) }) },
  });
}
