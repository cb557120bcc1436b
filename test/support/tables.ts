import type { Database } from '../../src/database/open.js';
import type { CommunityId } from '../../src/kernel/ids.js';

type Row = Readonly<Record<string, unknown>>;

/** Everything that somebody looking at the database can read, every schema of it, by table. */
export async function tables({ prisma }: Pick<Database, 'prisma'>): Promise<Record<string, Row[]>> {
  const names = await prisma.$queryRaw<{ schema: string; name: string }[]>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
  const read: Record<string, Row[]> = {};
  for (const { schema, name } of names) {
    const rows = await prisma.$queryRawUnsafe<{ row: Row }[]>(
      `select to_jsonb(t) as row from "${schema}"."${name}" t`,
    );
    read[schema === 'public' ? name : `${schema}.${name}`] = rows.map(({ row }) => row);
  }
  return read;
}

/**
 * All that one community holds, to compare before and after: but for half-filled forms, events
 * seen, and who serves its outbox or looks at its rooms.
 */
export async function heldBy(
  { prisma }: Pick<Database, 'prisma'>,
  community: CommunityId,
): Promise<string> {
  const names = await prisma.$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'community_id' order by 1`;
  const held: unknown[] = await prisma.community.findMany({ where: { id: community } });
  for (const { name } of names.filter((one) => !PASSING.has(one.name))) {
    const rows = await prisma.$queryRawUnsafe<{ row: Row }[]>(
      `select to_jsonb(t) as row from "${name}" t where community_id = $1::uuid order by 1`,
      community,
    );
    held.push(...rows.map(({ row: { last_room_id, served_until, handled_at, ...row } }) => row));
  }
  return JSON.stringify(held);
}

const PASSING = new Set(['dialogues', 'handled_events', 'deliveries', 'web_messages']);
