import { Prisma } from '../../database/generated/client.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, FollowId, MemberId, ResourceId } from '../../kernel/ids.js';

/** What is looked for, in the database’s own words. */
export interface Sought {
  /** For `search_query`, empty for nothing. */
  readonly wanted: string;
  readonly unwanted: string;
  readonly tags: readonly string[];
  /** As they are written here; `null` for any. */
  readonly themes: readonly string[] | null;
  readonly site: string | null;
  /** Who brought it, or a part of who wrote it. */
  readonly by: {
    readonly members: readonly MemberId[];
    readonly follows: readonly FollowId[];
    readonly author: string;
  } | null;
  /** When it was brought. */
  readonly since: Date | null;
  readonly until: Date | null;
}

/** A title’s word, one of somebody’s, a summary’s, one of the page: from D to A. */
const WEIGHTS = '{0.05, 0.3, 0.6, 1}';
/** Divides by the logarithm of the length: a long page says everything once. */
const BY_LENGTH = 1;

/** Those that stand, the most telling first, then the latest; and how many there are. */
export async function findResources(
  tx: Tx,
  community: CommunityId,
  sought: Sought,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly ids: readonly ResourceId[]; readonly total: number }> {
  const rank =
    sought.wanted === ''
      ? Prisma.sql`0::real`
      : Prisma.sql`ts_rank(${WEIGHTS}::real[], w.words, search_query(${sought.wanted}), ${BY_LENGTH}::int)`;
  const rows = await tx.$queryRaw<{ id: ResourceId }[]>`
    select r.id from resources r join resource_words w on w.resource_id = r.id
    where ${conditions(community, sought)}
    order by ${rank} desc, r.number desc
    limit ${page.limit} offset ${page.offset}`;
  const whole = page.offset === 0 && rows.length < page.limit;
  const total = whole ? rows.length : await countResources(tx, community, sought);
  return { ids: rows.map(({ id }) => id), total };
}

export async function countResources(
  tx: Tx,
  community: CommunityId,
  sought: Sought,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ total: bigint }[]>`
    select count(*) as total from resources r join resource_words w on w.resource_id = r.id
    where ${conditions(community, sought)}`;
  return Number(row?.total ?? 0);
}

/**
 * Something was said of the resource, or of one merged into it. Both by an index, of one resource:
 * the database itself turns it into a question asked once when many are to be looked at.
 */
const isSaid = (table: Prisma.Sql, such: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  exists (select from ${table} said where said.resource_id = r.id and ${such})
  or exists (select from resources f join ${table} said on said.resource_id = f.id
    where f.merged_into = r.id and ${such}))`;

const SHARES = Prisma.sql`resource_shares`;
const TAGS = Prisma.sql`resource_tags`;

function conditions(community: CommunityId, sought: Sought): Prisma.Sql {
  const { wanted, unwanted, tags, themes, site, by, since, until } = sought;
  const all: Prisma.Sql[] = [
    Prisma.sql`r.community_id = ${community}::uuid and w.community_id = ${community}::uuid`,
    Prisma.sql`r.state = 'standing' and r.merged_into is null`,
  ];
  if (wanted !== '') all.push(Prisma.sql`w.words @@ search_query(${wanted})`);
  if (unwanted !== '') all.push(Prisma.sql`w.words @@ !!search_query(${unwanted})`);
  if (themes !== null) all.push(Prisma.sql`r.theme = any(${[...themes]}::text[])`);
  for (const tag of tags) {
    all.push(isSaid(TAGS, Prisma.sql`search_fold(said.tag) = search_fold(${tag})`));
  }
  if (site !== null) {
    const host = Prisma.sql`split_part(split_part(r.address, '/', 3), ':', 1)`;
    all.push(Prisma.sql`(lower(${host}) = lower(${site})
      or right(lower(${host}), length(${site}) + 1) = '.' || lower(${site}))`);
  }
  if (by !== null) {
    const brought = Prisma.sql`(said.member_id = any(${[...by.members]}::uuid[])
      or said.follow_id = any(${[...by.follows]}::uuid[]))`;
    all.push(Prisma.sql`(${isSaid(SHARES, brought)}
      or (r.author <> '' and strpos(search_fold(r.author), search_fold(${by.author})) > 0))`);
  }
  if (since !== null || until !== null) {
    const then = Prisma.sql`(${since}::timestamptz is null or said.at >= ${since}::timestamptz)
      and (${until}::timestamptz is null or said.at < ${until}::timestamptz)`;
    all.push(isSaid(SHARES, then));
  }
  return Prisma.join(all, ' and ');
}

/** What people call things here, the latest first: titles, and tags. */
export async function wordsInUse(tx: Tx, community: CommunityId, limit: number): Promise<string[]> {
  const titles = await tx.resource.findMany({
    where: { communityId: community, state: 'standing', mergedInto: null, title: { not: '' } },
    orderBy: { number: 'desc' },
    select: { title: true },
    take: limit,
  });
  const tags = await tx.resourceTag.findMany({
    where: { communityId: community },
    distinct: ['tag'],
    orderBy: { at: 'desc' },
    select: { tag: true },
    take: limit,
  });
  return [...titles.map(({ title }) => title), ...tags.map(({ tag }) => tag)];
}
