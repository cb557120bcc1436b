import { Prisma, type PrismaClient } from './generated/client.js';

const EVERY_MS = 60_000;
/** Rewriting the log of changes up to here takes well under a second at the next start. */
const MAX_LOG_BYTES = 16 * 1024 * 1024;

/**
 * What PostgreSQL's helper processes do, and PGlite has none: without checkpoints its log of
 * changes would grow for as long as it runs (and be replayed after a crash), and without
 * vacuuming every change would take room for ever. Returns how to stop.
 */
export function startUpkeep(prisma: PrismaClient): () => void {
  // What could not be done now is still to be done in a minute.
  const timer = setInterval(() => void upkeep(prisma).catch(() => undefined), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

export async function upkeep(prisma: PrismaClient): Promise<void> {
  // Autovacuum's own rule, with a little more patience for small tables.
  const worn = await prisma.$queryRaw<{ name: string }[]>`
    select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
    where n_dead_tup > 200 + 0.2 * n_live_tup or n_mod_since_analyze > 200 + 0.1 * n_live_tup`;
  for (const { name } of worn) await prisma.$executeRaw`vacuum (analyze) ${Prisma.raw(name)}`;
  const [log] = await prisma.$queryRaw<{ bytes: number }[]>`
    select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 as bytes
    from pg_control_checkpoint()`;
  if (log && log.bytes > MAX_LOG_BYTES) await prisma.$executeRaw`checkpoint`;
}
