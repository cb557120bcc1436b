import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import { migrate } from '../../src/database/migrate.js';
import { type Database, openDatabase } from '../../src/database/open.js';

/**
 * A fresh, migrated database, gone when closed: the embedded one, or one on the server that
 * `ECC_TEST_DATABASE_URL` names. Open one a file (`beforeAll`) and give each test a community.
 */
export function testDatabase(): Promise<Database> {
  const server = process.env.ECC_TEST_DATABASE_URL;
  return server ? onServer(server) : embedded();
}

/** The Redis on which queues must be tried too, when there is one. */
export const testRedisUrl = (): string | null => process.env.ECC_TEST_REDIS_URL || null;

/** A folder of this run, removed at its end. */
export const testFolder = (name: string): Promise<string> =>
  mkdtemp(join(inject('runFolder'), `${name}-`));

async function embedded(): Promise<Database> {
  const dataDir = await testFolder('data');
  await cp(await migratedTemplate(), dataDir, { recursive: true });
  const database = await openDatabase({ url: null, dataDir });
  return {
    ...database,
    async close() {
      await database.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Made by whoever needs it first; copying it is several times faster than migrating again. */
async function migratedTemplate(): Promise<string> {
  const template = join(inject('runFolder'), 'template');
  if (existsSync(template)) return template;
  const draft = await testFolder('template');
  const database = await openDatabase({ url: null, dataDir: draft });
  await migrate(database.connection);
  await database.close();
  // Another process may have been faster: its template is as good.
  await rename(draft, template).catch(() => rm(draft, { recursive: true }));
  return template;
}

async function onServer(url: string): Promise<Database> {
  const name = `ecc_test_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(url, `create database ${name}`);
  const address = new URL(url);
  address.pathname = name;
  const database = await openDatabase({ url: address.href, dataDir: '' });
  await migrate(database.connection);
  return {
    ...database,
    async close() {
      await database.close();
      await runOnServer(url, `drop database ${name} with (force)`);
    },
  };
}

async function runOnServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
