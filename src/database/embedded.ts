import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketHandler, type PGLiteSocketHandlerOptions } from '@electric-sql/pglite-socket';
import { StartError } from '../kernel/start-error.js';
import type { Connection } from './connection.js';
import { SharedSession } from './session.js';
import { unpack } from './unpack.js';

/** Told at each step, so that nobody waits in silence. */
export type Progress = (step: Step) => void;
type Step = 'database.create' | 'database.open' | 'database.connect' | 'database.migrate';

export interface Embedded {
  /** What `pg` connects with, as to any server. */
  readonly connection: Connection;
  close(): Promise<void>;
}

/**
 * The system keeps the files in memory as well: buffers of 32 MB instead of 128 make the process
 * 130 MB smaller, and no slower.
 */
const START = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];

/** A Unix socket's path holds 108 bytes, its final NUL included (unix(7)). */
const MAX_SOCKET_PATH = 107;
/** `pg` and libpq look for this name in the folder given as host. */
const SOCKET_NAME = '.s.PGSQL.5432';

/**
 * PostgreSQL inside this process, kept in `<dataDir>/postgres` and reached by a Unix socket in a
 * folder that only this user can enter. The caller holds the folder's lock.
 */
export async function startEmbedded(dataDir: string, onProgress: Progress): Promise<Embedded> {
  const db = await openFiles(dataDir, onProgress);
  // One session for all, so its settings are made once: BullMQ's tables are in a schema of theirs.
  await db.exec('set search_path to public, bullmq');
  const folder = await socketFolder(dataDir);
  const server = await serve(db, join(folder.path, SOCKET_NAME));
  return {
    connection: { host: folder.path, port: 5432, user: 'postgres', database: 'postgres' },
    async close() {
      await server.stop();
      await db.close();
      await folder.remove();
    },
  };
}

/** Opens the database's files; makes them the first time. */
async function openFiles(dataDir: string, onProgress: Progress): Promise<PGlite> {
  const folder = join(dataDir, 'postgres');
  if (existsSync(folder)) onProgress('database.open');
  else {
    onProgress('database.create');
    await createFiles(folder);
  }
  return PGlite.create({ dataDir: folder, startParams: START }).catch((error) => {
    throw unopenable(folder, error);
  });
}

/** There whole or not at all: a start that was killed is begun again by the next. */
async function createFiles(folder: string): Promise<void> {
  const draft = `${folder}.unfinished`;
  await rm(draft, { recursive: true, force: true });
  const { dataDir: prepopulated } = await import('@electric-sql/pglite-prepopulatedfs');
  unpack(new Uint8Array(await (await prepopulated()).arrayBuffer()), draft);
  await rename(draft, folder);
}

const unopenable = (folder: string, cause: unknown): StartError =>
  new StartError(
    'database_unopenable',
    {
      fr: `La base de données de ${folder} ne s’ouvre pas. Rétablissez une sauvegarde de ce dossier, et gardez celui-ci pour qu’on l’examine.`,
      en: `The database of ${folder} does not open. Restore a backup of that folder, and keep this one to be examined.`,
    },
    cause,
  );

async function socketFolder(dataDir: string): Promise<{ path: string; remove(): Promise<void> }> {
  const inside = join(dataDir, 'socket');
  if (Buffer.byteLength(join(inside, SOCKET_NAME)) > MAX_SOCKET_PATH) {
    const path = await mkdtemp(join(tmpdir(), 'ecc-'));
    return { path, remove: () => rm(path, { recursive: true, force: true }) };
  }
  await rm(inside, { recursive: true, force: true });
  await mkdir(inside, { mode: 0o700 });
  return { path: inside, remove: () => rm(inside, { recursive: true, force: true }) };
}

function serve(db: PGlite, path: string): Promise<{ stop(): Promise<void> }> {
  const handlers = new Set<PGLiteSocketHandler>();
  // The class of the queue is not exported, only the place where a handler is given one.
  const queryQueue = new SharedSession(db) as unknown as PGLiteSocketHandlerOptions['queryQueue'];
  const server = createServer((socket) => {
    const handler = new PGLiteSocketHandler({ queryQueue, closeOnDetach: true });
    handlers.add(handler);
    handler.addEventListener('close', () => handlers.delete(handler));
    handler.addEventListener('error', () => handlers.delete(handler));
    void handler.attach(socket);
  });
  const stop = async () => {
    const stopped = new Promise((resolve) => server.close(resolve));
    await Promise.all([...handlers].map((handler) => handler.detach(true)));
    await stopped;
  };
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve({ stop }));
  });
}
