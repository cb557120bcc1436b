import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlToSchema } from '../../scripts/schema-engine.js';
import { databaseState, migrate } from '../../src/database/migrate.js';
import { migrationsFolder, readMigrations } from '../../src/database/migrations.js';
import { type Database, openDatabase } from '../../src/database/open.js';
import { testDatabase, testFolder } from '../support/database.js';

describe('the migrations', () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  it('are applied once, in Prisma’s own ledger', async () => {
    expect(await migrate(database.connection)).toEqual([]);
    const ledger = await database.prisma.$queryRaw`
      select migration_name, checksum, applied_steps_count as steps, finished_at is not null as finished
      from _prisma_migrations order by migration_name`;
    const expected = (await readMigrations(migrationsFolder())).map(({ name, checksum }) => ({
      migration_name: name,
      checksum,
      steps: 1,
      finished: true,
    }));
    expect(ledger).toEqual(expected);
  });

  it('that are missing are told, and not applied', async () => {
    const { connection } = database;
    expect(await databaseState(connection)).toEqual({
      version: expect.stringMatching(/^\d+\.\d+$/),
      missing: [],
    });
    const folder = await aFolder({ '9_later': 'create table later (x int)' }, true);
    for (const _ of ['once', 'and once more']) {
      expect(await databaseState(connection, folder)).toMatchObject({ missing: ['9_later'] });
    }
  });

  // The embedded database has one process, which asks once.
  it.runIf(process.env.ECC_TEST_DATABASE_URL)('can be asked for by several at once', async () => {
    const folder = await aFolder({ '1_a': 'create table once_only (x int)' }, true);
    const names = await Promise.all([1, 2, 3].map(() => migrate(database.connection, folder)));
    expect(names.flat()).toEqual(['1_a']);
    await forget(database, '1_a');
  });

  it('leave nothing behind when one fails, and say which', async () => {
    const folder = await aFolder({ '1_half': 'create table half (x int); select 1/0' }, true);
    const failure = await migrate(database.connection, folder).catch((error) => error);
    expect(failure.code).toBe('migration_refused');
    expect(failure.say('fr')).toContain('1_half');
    const [left] = await database.prisma.$queryRaw<[{ t: string | null }]>`
      select to_regclass('half')::text as t`;
    expect(left.t).toBeNull();
    expect(await migrate(database.connection)).toEqual([]);
  });

  it('refuse a database that a newer build migrated', async () => {
    const folder = await aFolder({});
    await expect(migrate(database.connection, folder)).rejects.toMatchObject({
      code: 'migration_unknown',
    });
  });

  it('refuse a file that changed after it was applied', async () => {
    const folder = await aFolder({}, true, '-- changed\n');
    await expect(migrate(database.connection, folder)).rejects.toMatchObject({
      code: 'migration_changed',
    });
  });

  it('refuse to go on after one that Prisma’s command began and did not finish', async () => {
    await database.prisma.$executeRaw`
      insert into _prisma_migrations (id, checksum, migration_name) values ('x', 'y', '1_begun')`;
    const folder = await aFolder({ '1_begun': 'select 1' }, true);
    await expect(migrate(database.connection, folder)).rejects.toMatchObject({
      code: 'migration_failed',
    });
    await forget(database, '1_begun');
  });
});

it('the migrations and the schema agree', async () => {
  const database = await openDatabase({ url: null, dataDir: await testFolder('empty') });
  const migrations = await readMigrations(migrationsFolder());
  // The comparison does see a difference, and then sees none.
  expect(await sqlToSchema([], database.connection)).toContain('CREATE TABLE "communities"');
  expect(await sqlToSchema(migrations, database.connection)).toContain('empty migration');
  await database.close();
});

/** A folder of migrations: these, after the real ones if asked, changed if asked. */
async function aFolder(
  extra: Record<string, string>,
  withReal = false,
  change = '',
): Promise<string> {
  const folder = await testFolder('migrations');
  const real = withReal ? await readMigrations(migrationsFolder()) : [];
  const all = [...real.map(({ name, sql }) => [name, change + sql]), ...Object.entries(extra)];
  for (const [name = '', sql = ''] of all) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'migration.sql'), sql);
  }
  return folder;
}

async function forget({ connection }: Database, name: string): Promise<void> {
  const client = new Client(connection);
  await client.connect();
  await client.query('delete from _prisma_migrations where migration_name = $1', [name]);
  await client.end();
}
