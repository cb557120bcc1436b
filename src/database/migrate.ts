import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { StartError } from '../kernel/start-error.js';
import type { Connection } from './connection.js';
import { type Migration, migrationsFolder, readMigrations } from './migrations.js';

/** The lock that Prisma's own commands take, so that they and we wait for each other. */
const PRISMA_LOCK = 72707369;

/** Prisma's own table of what was applied, as its schema engine creates it. */
const LEDGER = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

const APPLIED =
  'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null';

interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/**
 * Brings the database to the schema of this build: applies what is missing from
 * `prisma/migrations`, each in one transaction with its line in Prisma's ledger. Says which.
 *
 * @throws StartError when the database and this build disagree on what was already applied.
 */
export async function migrate(
  connection: Connection,
  folder: string = migrationsFolder(),
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new Client(connection);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(LEDGER);
    const { rows } = await client.query<Applied>(APPLIED);
    const missing = whatToApply(migrations, rows);
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  } finally {
    // Ending the session frees the lock on a server; the embedded one has to be told.
    await client.query('select pg_advisory_unlock($1)', [PRISMA_LOCK]).catch(() => undefined);
    await client.end();
  }
}

/** The server's version, and what the next start will apply; changes nothing. Throws as `migrate`. */
export async function databaseState(
  connection: Connection,
  folder: string = migrationsFolder(),
): Promise<{ readonly version: string; readonly missing: string[] }> {
  const migrations = await readMigrations(folder);
  const client = new Client(connection);
  await client.connect();
  try {
    const look = await client.query<{ version: string; begun: boolean }>(
      `select split_part(current_setting('server_version'), ' ', 1) as version,
         to_regclass('_prisma_migrations') is not null as begun`,
    );
    const { version = '?', begun = false } = look.rows[0] ?? {};
    const { rows } = begun ? await client.query<Applied>(APPLIED) : { rows: [] };
    return { version, missing: whatToApply(migrations, rows).map(({ name }) => name) };
  } finally {
    await client.end();
  }
}

function whatToApply(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at } of applied) {
    const migration = known.get(name);
    if (!migration) {
      throw new StartError('migration_unknown', {
        fr: `La base a été mise à jour par une version plus récente d’ECC (étape « ${name} », inconnue ici). Installez cette version, ou rétablissez une sauvegarde d’avant.`,
        en: `The database was updated by a newer version of ECC (step “${name}”, unknown here). Install that version, or restore a backup from before.`,
      });
    }
    if (!finished_at) {
      throw new StartError('migration_failed', {
        fr: `L’étape « ${name} » de la base a été commencée sans finir. Réparez-la avec « npx prisma migrate resolve », ou rétablissez une sauvegarde.`,
        en: `Step “${name}” of the database was begun and did not finish. Repair it with “npx prisma migrate resolve”, or restore a backup.`,
      });
    }
    if (migration.checksum !== checksum) {
      throw new StartError('migration_changed', {
        fr: `L’étape « ${name} » a été appliquée à la base, puis son fichier a changé. Rétablissez prisma/migrations/${name} tel que publié.`,
        en: `Step “${name}” was applied to the database, then its file was changed. Restore prisma/migrations/${name} as published.`,
      });
    }
  }
  const done = new Set(applied.map((line) => line.migration_name));
  return migrations.filter((migration) => !done.has(migration.name));
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    const startedAt = new Date();
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new StartError(
      'migration_refused',
      {
        fr: `L’étape « ${name} » n’a pas pu être appliquée à la base ; rien n’a changé.`,
        en: `Step “${name}” could not be applied to the database; nothing was changed.`,
      },
      error,
    );
  }
}
