import { resolve } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { Client } from 'pg';
import { StartError } from '../kernel/start-error.js';
import type { Connection } from './connection.js';
import { type Progress, startEmbedded } from './embedded.js';
import { PrismaClient } from './generated/client.js';
import { lockFolder } from './lock.js';
import { makePrivate } from './private-folder.js';
import { quiet } from './quiet.js';
import { startUpkeep } from './upkeep.js';

export interface Database {
  readonly kind: 'embedded' | 'server';
  readonly prisma: PrismaClient;
  /** For what speaks to PostgreSQL by itself: the migrations, the queue. */
  readonly connection: Connection;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL server's address; `null` for the embedded one. */
  readonly url: string | null;
  /** Where the embedded one lives; made, and closed to other users, when it must be. */
  readonly dataDir: string;
  readonly onProgress?: Progress;
  /** See `lockFolder`: going on would corrupt the data, so by default the process dies. */
  readonly onLost?: (error: Error) => void;
}

/** Connections of Prisma's pool. On the embedded database they take turns on one session. */
const POOL_SIZE = 10;
/** How long a transaction may wait for its turn, then last, before it is given up. */
const TRANSACTION = { maxWait: 10_000, timeout: 10_000 };
/** What the queue needs. */
const MIN_SERVER = 13;
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Opens the database, embedded or a server's, to the same client.
 *
 * @throws StartError when the folder is in use or cannot be, or the server does not answer.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url === null ? openEmbedded(options) : openServer(options.url, options);
}

async function openServer(url: string, { onProgress }: DatabaseOptions): Promise<Database> {
  onProgress?.('database.connect');
  const connection = { connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS };
  const client = new Client(connection);
  try {
    await client.connect();
    const { rows } = await client.query<{ major: number }>(
      `select current_setting('server_version_num')::int / 10000 as major`,
    );
    await client.end();
    if (Number(rows[0]?.major) < MIN_SERVER) throw tooOld(Number(rows[0]?.major));
  } catch (error) {
    throw error instanceof StartError ? error : unreachable(error);
  }
  const prisma = clientOf(connection);
  return { kind: 'server', prisma, connection, close: () => prisma.$disconnect() };
}

async function openEmbedded(options: DatabaseOptions): Promise<Database> {
  const dataDir = resolve(options.dataDir);
  await makePrivate(dataDir);
  const lock = await lockFolder(dataDir, options.onLost ?? die);
  try {
    const embedded = await startEmbedded(dataDir, options.onProgress ?? (() => undefined));
    const prisma = clientOf(embedded.connection);
    const stopUpkeep = startUpkeep(prisma);
    return {
      kind: 'embedded',
      prisma,
      connection: embedded.connection,
      async close() {
        stopUpkeep();
        await prisma.$disconnect();
        await embedded.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

const clientOf = (connection: Connection): PrismaClient =>
  quiet(
    new PrismaClient({
      adapter: new PrismaPg({ ...connection, max: POOL_SIZE }),
      transactionOptions: TRANSACTION,
      errorFormat: 'minimal',
    }),
  );

/** The cause stays out of the words: a driver's message may quote the address and its password. */
function unreachable(error: unknown): StartError {
  const code = (error as { code?: string }).code ?? '?';
  return new StartError('database_unreachable', {
    fr: `Le serveur PostgreSQL de DATABASE_URL ne répond pas comme prévu (${code}). Vérifiez l’adresse, le compte et que le serveur est lancé ; sans DATABASE_URL, ECC garde ses données lui-même.`,
    en: `The PostgreSQL server of DATABASE_URL does not answer as it should (${code}). Check the address, the account and that the server runs; without DATABASE_URL, ECC keeps its data itself.`,
  });
}

const tooOld = (major: number): StartError =>
  new StartError('database_too_old', {
    fr: `Le serveur PostgreSQL de DATABASE_URL est en version ${major} ; il faut la ${MIN_SERVER} ou une plus récente.`,
    en: `The PostgreSQL server of DATABASE_URL has version ${major}; it takes ${MIN_SERVER} or later.`,
  });

function die(error: Error): never {
  throw error;
}
