/**
 * Writes the migration that takes the database to `prisma/schema`:
 *
 *   npm run migration -- <name_in_words>   a new one, after those that exist
 *   npm run migration -- --rewrite-first   the first, from nothing (before any release only)
 *
 * Read what it wrote before committing it: it may drop what it should rename.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrationsFolder, readMigrations } from '../src/database/migrations.js';
import { openDatabase } from '../src/database/open.js';
import { sqlToSchema } from './schema-engine.js';

const FIRST = '20261121000000_house';

const [argument = ''] = process.argv.slice(2);
const rewriteFirst = argument === '--rewrite-first';
if (!rewriteFirst && !/^[a-z][a-z0-9_]*$/.test(argument)) {
  console.error('Give it a name: npm run migration -- <name_in_words>');
  process.exit(2);
}

const folder = migrationsFolder();
const migrations = rewriteFirst ? [] : await readMigrations(folder);
const dataDir = await mkdtemp(join(tmpdir(), 'ecc-migration-'));
const database = await openDatabase({ url: null, dataDir });
const sql = await sqlToSchema(migrations, database.connection);
await database.close();
await rm(dataDir, { recursive: true });

if (sql.includes('empty migration')) {
  console.log('The migrations already lead to the schema: nothing to write.');
} else {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const name = rewriteFirst ? FIRST : `${stamp}_${argument}`;
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
  console.log(`prisma/migrations/${name}/migration.sql`);
}
