import { Prisma } from '../../database/generated/client.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import type { ContextId, ContributionId, PeriodId } from '../types.js';

/** A validated contribution with what it says in its last version, as it is kept. */
export interface KeptValidated {
  readonly id: ContributionId;
  readonly number: number;
  readonly context: ContextId;
  readonly period: PeriodId | null;
  readonly member: MemberId;
  readonly version: number;
  readonly content: string;
}

/** What is looked for; what is not given is not looked at. */
export interface WantedValidated {
  readonly context?: ContextId;
  readonly period?: PeriodId;
  readonly members?: readonly MemberId[];
  /** Those with a greater number, and how many of them at most. */
  readonly page?: { readonly after: number; readonly limit: number };
}

/** In the order of their numbers; one question, however many there are. */
export async function listValidated(
  tx: Tx,
  community: CommunityId,
  { context, period, members, page }: WantedValidated,
): Promise<KeptValidated[]> {
  const and = (one: Prisma.Sql | false): Prisma.Sql =>
    one === false ? Prisma.empty : Prisma.sql`and ${one}`;
  return tx.$queryRaw<KeptValidated[]>`
    select c.id, c.number, c.context_id as context, c.period_id as period,
      c.member_id as member, c.version, v.content
    from contributions c
      join contribution_versions v on v.contribution_id = c.id and v.version = c.version
    where c.community_id = ${community}::uuid and c.state = 'validated'
      ${and(context !== undefined && Prisma.sql`c.context_id = ${context}::uuid`)}
      ${and(period !== undefined && Prisma.sql`c.period_id = ${period}::uuid`)}
      ${and(members !== undefined && Prisma.sql`c.member_id = any(${[...(members ?? [])]}::uuid[])`)}
      ${and(page !== undefined && Prisma.sql`c.number > ${page?.after}`)}
    order by c.number
    ${page === undefined ? Prisma.empty : Prisma.sql`limit ${page.limit}`}`;
}

/** How many of a context are in each state. */
export async function countStates(
  tx: Tx,
  community: CommunityId,
  context: ContextId,
): Promise<{ readonly state: string; readonly count: number }[]> {
  const rows = await tx.contribution.groupBy({
    by: ['state'],
    where: { communityId: community, contextId: context },
    _count: true,
  });
  return rows.map(({ state, _count }) => ({ state, count: _count }));
}
