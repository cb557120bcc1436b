import { randomBytes } from 'node:crypto';
import type { Adapter } from '../../adapters/contract.js';
import { compose, type House } from '../../src/compose.js';
import type { Env } from '../../src/config/setting.js';
import { readConfig } from '../../src/config.js';
import type { Database } from '../../src/database/open.js';
import { createQueue } from '../../src/jobs/queue.js';
import { systemClock } from '../../src/kernel/clock.js';
import { keyRing } from '../../src/kernel/secrets.js';
import { createVault } from '../../src/kernel/vault.js';
import { networksOf, startNetwork } from '../../src/networks.js';
import { testKeys } from './keys.js';
import { logged } from './log.js';
import { OUTSIDE } from './outside.js';

export interface NetworkedHouse {
  readonly house: House;
  readonly adapters: readonly Adapter[];
  readonly log: ReturnType<typeof logged>;
  close(): Promise<void>;
}

/** A house in this process on the networks that these settings name, as `main.ts` has it. */
export async function networkedHouse(parts: {
  readonly database: Database;
  readonly env: Env;
  readonly redisUrl: string | null;
}): Promise<NetworkedHouse> {
  const { database, env, redisUrl } = parts;
  const read = readConfig(env);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const { prisma, connection } = database;
  const log = { ...logged(), info: () => undefined };
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  const queue = await createQueue({ connection, redisUrl, log, prefix });
  const vault = createVault(keyRing([randomBytes(32)]));
  const clock = systemClock;
  const keys = testKeys();
  const house = compose({
    prisma,
    queue,
    clock,
    vault,
    keys,
    zone: 'Europe/Paris',
    log,
    ...OUTSIDE,
  });
  const networks = await networksOf(read.config, { house, prisma, vault, keys, clock, log });
  const adapters = networks.flatMap(({ adapter }) => adapter ?? []);
  await house.start(adapters);
  await Promise.all(networks.map(startNetwork));
  return {
    ...{ house, adapters, log },
    async close() {
      await Promise.all(adapters.map((adapter) => adapter.stop()));
      await queue.close();
    },
  };
}
