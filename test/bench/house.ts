import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { View } from '../../commands/view/view.js';
import { compose } from '../../src/compose.js';
import type { Connection } from '../../src/database/connection.js';
import { migrate } from '../../src/database/migrate.js';
import { type Database, openDatabase } from '../../src/database/open.js';
import type { Fetcher } from '../../src/fetching/types.js';
import { createQueue } from '../../src/jobs/queue.js';
import { systemClock } from '../../src/kernel/clock.js';
import { keyRing } from '../../src/kernel/secrets.js';
import { createVault } from '../../src/kernel/vault.js';
import { sweep } from '../support/house.js';
import { testKeys } from '../support/keys.js';
import { listener } from '../support/listener.js';
import { logged } from '../support/log.js';
import { OUTSIDE } from '../support/outside.js';

/** A whole house at work on a database of its own, gone when closed. */
export interface House {
  readonly connection: Connection;
  readonly services: ReturnType<typeof compose>['services'];
  /** Somebody types a line in the one room. @throws when it is answered by a bug. */
  say(who: string, text: string): Promise<View>;
  /** Has what is due looked for at once, feeds too. */
  wake(): Promise<void>;
  /** Waits until everything that must be said has been. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** On the server, or on the embedded database without one; `null` when no server answers. */
export async function openHouse(
  server: string | null,
  fetcher: Fetcher = OUTSIDE.fetcher,
): Promise<House | null> {
  const opened = await (server === null ? embedded() : onServer(server));
  if (opened === null) return null;
  const { database, remove } = opened;
  const { connection, prisma } = database;
  await migrate(connection);
  const log = logged();
  const queue = await createQueue({ connection, redisUrl: null, log });
  const vault = createVault(keyRing([randomBytes(32)]));
  const clock = systemClock;
  const house = compose({
    prisma,
    queue,
    clock,
    vault,
    keys: testKeys(),
    zone: 'Europe/Paris',
    log,
    ...OUTSIDE,
    fetcher,
  });
  await house.start([listener('web', EDIT_EVERY_MS)]);
  return {
    connection,
    services: house.services,
    async say(who, text) {
      const view = await house.registry.dispatch({
        ...{ platform: 'web', eventId: randomUUID(), locale: 'fr' },
        speaker: { userId: who, name: who },
        place: { roomId: 'atelier', name: 'Atelier' },
        request: { type: 'line', text },
      });
      const bug = log.lines.find(({ level }) => level === 'error');
      if (bug) throw new Error(JSON.stringify(bug));
      return view;
    },
    wake: () => sweep(queue),
    async quiet() {
      for (;;) {
        const entries = await prisma.journalEntry.count({ where: { handledAt: null } });
        const shown = { lt: prisma.delivery.fields.wanted };
        const messages = await prisma.delivery.count({ where: { shown } });
        if (entries + messages === 0) return;
        await sleep(20);
      }
    },
    async close() {
      await queue.close();
      await database.close();
      await remove();
    },
  };
}

/** As the web adapter has it. */
const EDIT_EVERY_MS = 250;

interface Opened {
  readonly database: Database;
  remove(): Promise<void>;
}

async function embedded(): Promise<Opened> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ecc-bench-'));
  const database = await openDatabase({ url: null, dataDir });
  return { database, remove: () => rm(dataDir, { recursive: true }) };
}

async function onServer(server: string): Promise<Opened | null> {
  const name = `ecc_bench_${randomBytes(6).toString('hex')}`;
  try {
    await ask(server, `create database ${name}`);
  } catch {
    return null;
  }
  const url = new URL(server);
  url.pathname = name;
  const database = await openDatabase({ url: url.href, dataDir: '' });
  return { database, remove: () => ask(server, `drop database ${name} with (force)`) };
}

async function ask(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: server, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}
