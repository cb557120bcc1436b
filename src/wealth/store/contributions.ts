import type { Tx } from '../../database/transaction.js';
import { type CommunityId, type MemberId, newId, type RoomId } from '../../kernel/ids.js';
import type {
  ContextId,
  Contribution,
  ContributionId,
  ContributionState,
  ImportId,
  PeriodId,
  Which,
} from '../types.js';

type Of = Pick<Contribution, 'id' | 'community'>;

type Row = Awaited<ReturnType<Tx['contribution']['findFirstOrThrow']>>;

const toContribution = (row: Row): Contribution => {
  const { communityId, contextId, periodId, memberId, authorId, askedIds, ...rest } = row;
  const { correctsId, roomId, importId, id, ...plain } = rest;
  return {
    ...plain,
    id: id as ContributionId,
    community: communityId as CommunityId,
    context: contextId as ContextId,
    period: periodId as PeriodId | null,
    member: memberId as MemberId,
    author: authorId as MemberId,
    asked: askedIds as MemberId[],
    corrects: correctsId as ContributionId | null,
    room: roomId as RoomId | null,
    import: importId as ImportId | null,
  };
};

export async function insertContributions(
  tx: Tx,
  contributions: readonly Contribution[],
): Promise<void> {
  await tx.contribution.createMany({ data: contributions.map(toRow) });
}

function toRow(contribution: Contribution) {
  const { community, context, period, member, author, asked, corrects, room, ...rest } =
    contribution;
  const { import: from, ...plain } = rest;
  return {
    ...{ ...plain, communityId: community, contextId: context, periodId: period },
    ...{ memberId: member, authorId: author, askedIds: [...asked] },
    ...{ correctsId: corrects, roomId: room, importId: from },
  };
}

export async function updateContribution(
  tx: Tx,
  { id, community }: Of,
  change: {
    readonly state?: ContributionState;
    readonly version?: number;
    readonly asked?: readonly MemberId[];
    readonly silentAt?: Date | null;
  },
): Promise<void> {
  const { asked, ...plain } = change;
  await tx.contribution.updateMany({
    where: { id, communityId: community },
    data: { ...plain, ...(asked && { askedIds: [...asked] }) },
  });
}

/** Takes several back at once. */
export async function withdrawContributions(
  tx: Tx,
  community: CommunityId,
  contributions: readonly Pick<Contribution, 'id'>[],
): Promise<void> {
  await tx.contribution.updateMany({
    where: { communityId: community, id: { in: contributions.map(({ id }) => id) } },
    data: { state: 'withdrawn', silentAt: null },
  });
}

export async function findContribution(
  tx: Tx,
  community: CommunityId,
  which: Which,
): Promise<Contribution | null> {
  const row = await tx.contribution.findFirst({ where: { communityId: community, ...which } });
  return row && toContribution(row);
}

/** What is looked for; what is not given is not looked at. */
export interface Wanted {
  readonly context?: ContextId;
  readonly period?: PeriodId | null;
  readonly members?: readonly MemberId[];
  readonly states?: readonly ContributionState[];
  readonly import?: ImportId;
  readonly corrects?: ContributionId;
  /** Those with a smaller number. */
  readonly before?: number;
  readonly limit?: number;
}

/** The latest first. */
export async function listContributions(
  tx: Tx,
  community: CommunityId,
  wanted: Wanted,
): Promise<Contribution[]> {
  const { context, period, members, states, import: from, corrects, before, limit } = wanted;
  const rows = await tx.contribution.findMany({
    where: {
      communityId: community,
      ...(context !== undefined && { contextId: context }),
      ...(period !== undefined && { periodId: period }),
      ...(members !== undefined && { memberId: { in: [...members] } }),
      ...(states !== undefined && { state: { in: [...states] } }),
      ...(from !== undefined && { importId: from }),
      ...(corrects !== undefined && { correctsId: corrects }),
      ...(before !== undefined && { number: { lt: before } }),
    },
    orderBy: { number: 'desc' },
    ...(limit !== undefined && { take: limit }),
  });
  return rows.map(toContribution);
}

/** Those that stand and in which these have a part: declared, written or looked at. */
export async function touchedBy(
  tx: Tx,
  community: CommunityId,
  members: readonly MemberId[],
): Promise<{ readonly id: ContributionId; readonly context: ContextId }[]> {
  const rows = await tx.$queryRaw<{ id: string; context: string }[]>`
    select c.id, c.context_id as context from contributions c
    where c.community_id = ${community}::uuid and c.state in ('declared', 'validated')
      and (c.member_id = any(${[...members]}::uuid[]) or c.author_id = any(${[...members]}::uuid[])
        or exists (select 1 from contribution_reviews r
          where r.contribution_id = c.id and r.member_id = any(${[...members]}::uuid[])))
    order by c.number`;
  return rows.map(({ id, context }) => ({
    ...{ id: id as ContributionId, context: context as ContextId },
  }));
}

/** Who was asked how often to look at whose contributions in a context, `not` that one's. */
export async function countAsked(
  tx: Tx,
  { id, community }: { readonly id: ContextId; readonly community: CommunityId },
  not: ContributionId | null,
): Promise<{ readonly owner: MemberId; readonly asked: MemberId; readonly times: number }[]> {
  return tx.$queryRaw`
    select c.member_id as owner, a.asked, count(*)::int as times
    from contributions c cross join unnest(c.asked_ids) as a(asked)
    where c.community_id = ${community}::uuid and c.context_id = ${id}::uuid
      and c.id is distinct from ${not}::uuid
    group by 1, 2`;
}

/** Those that are not settled go to another period, or wait for one. */
export async function movePending(
  tx: Tx,
  community: CommunityId,
  context: ContextId,
  { from, to }: { readonly from: PeriodId | null; readonly to: PeriodId | null },
): Promise<number> {
  const { count } = await tx.contribution.updateMany({
    where: {
      ...{ communityId: community, contextId: context, periodId: from },
      state: { in: ['proposed', 'declared'] },
    },
    data: { periodId: to },
  });
  return count;
}

/** One version, as it is kept. */
export interface KeptVersion {
  readonly version: number;
  readonly content: string;
  readonly author: MemberId;
  readonly createdAt: Date;
}

export async function insertVersions(
  tx: Tx,
  all: readonly { readonly of: Of; readonly kept: KeptVersion }[],
): Promise<void> {
  await tx.contributionVersion.createMany({
    data: all.map(({ of: { id, community }, kept: { author, ...version } }) => ({
      ...{ ...version, id: newId(version.createdAt), communityId: community },
      ...{ contributionId: id, authorId: author },
    })),
  });
}

/** Every version of one, oldest first. */
export async function listVersions(tx: Tx, { id, community }: Of): Promise<KeptVersion[]> {
  const rows = await tx.contributionVersion.findMany({
    where: { communityId: community, contributionId: id },
    orderBy: { version: 'asc' },
  });
  return rows.map(({ version, content, authorId, createdAt }) => ({
    ...{ version, content, author: authorId as MemberId, createdAt },
  }));
}

/** More at once than one query takes well. */
const MOST_AT_ONCE = 5000;

/** What each of these says in its last version. */
export const lastContents = (
  tx: Tx,
  community: CommunityId,
  contributions: readonly Contribution[],
): Promise<ReadonlyMap<ContributionId, string>> => contentsOf(tx, community, contributions);

/** What each of these said when it was declared. */
export const firstContents = (
  tx: Tx,
  community: CommunityId,
  contributions: readonly Contribution[],
): Promise<ReadonlyMap<ContributionId, string>> =>
  contentsOf(
    tx,
    community,
    contributions.map(({ id }) => ({ id, version: 1 })),
  );

async function contentsOf(
  tx: Tx,
  community: CommunityId,
  contributions: readonly Pick<Contribution, 'id' | 'version'>[],
): Promise<ReadonlyMap<ContributionId, string>> {
  const found = new Map<ContributionId, string>();
  const current = new Map(contributions.map(({ id, version }) => [id, version]));
  for (let start = 0; start < contributions.length; start += MOST_AT_ONCE) {
    const ids = contributions.slice(start, start + MOST_AT_ONCE).map(({ id }) => id);
    const rows = await tx.contributionVersion.findMany({
      where: { communityId: community, contributionId: { in: ids } },
      select: { contributionId: true, version: true, content: true },
    });
    for (const { contributionId, version, content } of rows) {
      const id = contributionId as ContributionId;
      if (current.get(id) === version) found.set(id, content);
    }
  }
  return found;
}
