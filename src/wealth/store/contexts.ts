import type { Prisma } from '../../database/generated/client.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import { fold } from '../../kernel/text.js';
import type {
  ContextId,
  ContextKind,
  ContextRule,
  Period,
  PeriodId,
  WealthContext,
  WhichContext,
} from '../types.js';

type Of = Pick<WealthContext, 'id' | 'community'>;

type Row = Awaited<ReturnType<Tx['wealthContext']['findFirstOrThrow']>>;
type PeriodRow = Awaited<ReturnType<Tx['wealthPeriod']['findFirstOrThrow']>>;

const toContext = ({
  communityId,
  folded: _,
  authorId,
  id,
  rule,
  ...rest
}: Row): WealthContext => ({
  ...rest,
  id: id as ContextId,
  community: communityId as CommunityId,
  author: authorId as MemberId,
  rule: rule as unknown as ContextRule,
});

const toPeriod = ({ communityId: _, contextId: __, id, ...rest }: PeriodRow): Period => ({
  ...rest,
  id: id as PeriodId,
});

export async function insertContext(tx: Tx, context: WealthContext): Promise<void> {
  const { community, author, rule, ...rest } = context;
  await tx.wealthContext.create({
    data: {
      ...{ ...rest, communityId: community, authorId: author, folded: fold(context.name) },
      rule: { ...rule },
    },
  });
}

/** What a context is called, what it is about, how it is held. */
export async function updateContext(
  tx: Tx,
  { id, community }: Of,
  change: { readonly name?: string; readonly kind?: ContextKind; readonly rule?: ContextRule },
): Promise<void> {
  const { name, rule, kind } = change;
  await tx.wealthContext.updateMany({
    where: { id, communityId: community },
    data: {
      ...(kind !== undefined && { kind }),
      ...(name !== undefined && { name, folded: fold(name) }),
      ...(rule !== undefined && { rule: { ...rule } as unknown as Prisma.InputJsonObject }),
    },
  });
}

export async function findContext(
  tx: Tx,
  community: CommunityId,
  which: WhichContext | { readonly folded: string },
): Promise<WealthContext | null> {
  // Only what names it: what is given may be a whole context.
  const named =
    'id' in which
      ? { id: which.id }
      : 'number' in which
        ? { number: which.number }
        : { folded: which.folded };
  const row = await tx.wealthContext.findFirst({ where: { communityId: community, ...named } });
  return row && toContext(row);
}

/** The latest first. */
export async function listContexts(tx: Tx, community: CommunityId): Promise<WealthContext[]> {
  const rows = await tx.wealthContext.findMany({
    where: { communityId: community },
    orderBy: { number: 'desc' },
  });
  return rows.map(toContext);
}

/** Holds a context: what is declared, validated and closed in it goes in turn. */
export async function lockContext(
  tx: Tx,
  community: CommunityId,
  which: WhichContext,
): Promise<void> {
  const id = 'id' in which ? which.id : null;
  const number = 'number' in which ? which.number : null;
  await tx.$queryRaw`select 1 from wealth_contexts
    where community_id = ${community}::uuid
      and (id = ${id}::uuid or number = ${number}::int) for update`;
}

/** In order of arrival; of linked accounts, each its own. */
export async function listParticipants(tx: Tx, { id, community }: Of): Promise<MemberId[]> {
  const rows = await tx.wealthParticipant.findMany({
    where: { contextId: id, communityId: community },
    orderBy: [{ since: 'asc' }, { memberId: 'asc' }],
  });
  return rows.map(({ memberId }) => memberId as MemberId);
}

export async function addParticipants(
  tx: Tx,
  { id, community }: Of,
  members: readonly MemberId[],
  since: Date,
): Promise<void> {
  await tx.wealthParticipant.createMany({
    data: members.map((memberId) => ({ contextId: id, memberId, communityId: community, since })),
    skipDuplicates: true,
  });
}

export async function removeParticipants(
  tx: Tx,
  { id, community }: Of,
  members: readonly MemberId[],
): Promise<void> {
  await tx.wealthParticipant.deleteMany({
    where: { contextId: id, communityId: community, memberId: { in: [...members] } },
  });
}

export async function insertPeriod(tx: Tx, { id, community }: Of, period: Period): Promise<void> {
  await tx.wealthPeriod.create({ data: { ...period, contextId: id, communityId: community } });
}

export async function updatePeriod(
  tx: Tx,
  community: CommunityId,
  id: PeriodId,
  change: Partial<Omit<Period, 'id' | 'position'>>,
): Promise<void> {
  await tx.wealthPeriod.updateMany({ where: { id, communityId: community }, data: change });
}

export async function findPeriod(
  tx: Tx,
  community: CommunityId,
  id: PeriodId,
): Promise<{ readonly context: ContextId; readonly period: Period } | null> {
  const row = await tx.wealthPeriod.findFirst({ where: { id, communityId: community } });
  return row && { context: row.contextId as ContextId, period: toPeriod(row) };
}

/** Oldest first. */
export async function listPeriods(tx: Tx, { id, community }: Of): Promise<Period[]> {
  const rows = await tx.wealthPeriod.findMany({
    where: { contextId: id, communityId: community },
    orderBy: { position: 'asc' },
  });
  return rows.map(toPeriod);
}
