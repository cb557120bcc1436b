import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../../config.js';
import { databaseState } from '../../database/migrate.js';
import { openDatabase } from '../../database/open.js';
import { checkRedis } from '../../jobs/redis.js';
import type { Localised } from '../../kernel/locale.js';
import { StartError } from '../../kernel/start-error.js';
import { type Finding, findingOf, right } from './finding.js';
import { isOurs } from './storage.js';

type Words = Localised<string>;

/**
 * Opens the database and looks at how far its tables are; changes nothing in it. The embedded one
 * can be open once: where ECC runs, it has it, and that is how it should be. `null`: it is another
 * user's, who would find our files in it.
 */
export async function checkDatabase({
  databaseUrl: url,
  dataDir,
}: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<Finding | null> {
  const folder = resolve(dataDir);
  if (url === null && !existsSync(join(folder, 'postgres'))) return right(TO_BE_MADE);
  if (url === null && !isOurs(statSync(folder))) return null;
  try {
    const database = await openDatabase({ url, dataDir });
    try {
      const { version, missing } = await databaseState(database.connection);
      const { kind } = database;
      return right(
        missing.length > 0 ? behind(kind, version, missing.length) : upToDate(kind, version),
      );
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return error.code === 'data_in_use' ? right(IN_USE) : findingOf(error);
  }
}

/** Where jobs wait. */
export async function checkQueue({ redisUrl }: Pick<Config, 'redisUrl'>): Promise<Finding> {
  if (redisUrl === null) return right(QUEUE_IN_DATABASE);
  try {
    await checkRedis(redisUrl);
    return right(REDIS);
  } catch (error) {
    if (error instanceof StartError) return findingOf(error);
    throw error;
  }
}

const TO_BE_MADE: Words = {
  fr: 'Base : elle sera faite au premier démarrage.',
  en: 'Database: it will be made by the first start.',
};

const IN_USE: Words = {
  fr: 'Base : un ECC en marche s’en sert.',
  en: 'Database: a running ECC uses it.',
};

const KINDS = {
  embedded: { fr: 'embarquée', en: 'embedded' },
  server: { fr: 'le serveur répond', en: 'the server answers' },
} as const;

const upToDate = (kind: keyof typeof KINDS, version: string): Words => ({
  fr: `Base : ${KINDS[kind].fr} (PostgreSQL ${version}), tables à jour.`,
  en: `Database: ${KINDS[kind].en} (PostgreSQL ${version}), tables up to date.`,
});

const behind = (kind: keyof typeof KINDS, version: string, count: number): Words => ({
  fr: `Base : ${KINDS[kind].fr} (PostgreSQL ${version}) ; le prochain démarrage mettra les tables à jour (étapes : ${count}).`,
  en: `Database: ${KINDS[kind].en} (PostgreSQL ${version}); the next start will update its tables (steps: ${count}).`,
});

const QUEUE_IN_DATABASE: Words = {
  fr: 'Tâches : dans la base.',
  en: 'Jobs: in the database.',
};

const REDIS: Words = {
  fr: 'Tâches : le serveur Redis répond.',
  en: 'Jobs: the Redis server answers.',
};
