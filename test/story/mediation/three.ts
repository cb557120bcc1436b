import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDiscordAdapter } from '../../../adapters/discord/discord-adapter.js';
import { createMatrixAdapter } from '../../../adapters/matrix/matrix-adapter.js';
import { createMatrixStore } from '../../../adapters/matrix/store.js';
import { createSlackAdapter } from '../../../adapters/slack/slack-adapter.js';
import { createInstallationStore } from '../../../adapters/slack/store.js';
import { compose } from '../../../src/compose.js';
import type { Fetcher } from '../../../src/fetching/types.js';
import { SWEEP } from '../../../src/jobs/alarms.js';
import { createQueue, type Queue } from '../../../src/jobs/queue.js';
import type { CommunityId } from '../../../src/kernel/ids.js';
import { passingVault } from '../../../src/kernel/keys.js';
import { keyRing } from '../../../src/kernel/secrets.js';
import { createVault } from '../../../src/kernel/vault.js';
import { createDiscord, TOKEN } from '../../platforms/discord/stand-in.js';
import { Homeserver } from '../../platforms/matrix/homeserver.js';
import { serve } from '../../platforms/matrix/http.js';
import { slackStandIn } from '../../platforms/slack/stand-in.js';
import { TOKENS } from '../../platforms/slack/state.js';
import { testDatabase, testRedisUrl } from '../../support/database.js';
import { testKeys } from '../../support/keys.js';
import { logged } from '../../support/log.js';
import { OUTSIDE } from '../../support/outside.js';

const PASSWORD = 'a-password-of-its-own';
const MOST_WAITS = 3000;

/** A clock that runs, and that a test can move ahead. */
function runningClock(from: Date) {
  let ahead = from.getTime() - Date.now();
  return {
    now: () => new Date(Date.now() + ahead),
    pass: (ms: number) => {
      ahead += ms;
    },
  };
}

/** Every job that is asked for from now on, as it enters the queue: none stays there for long. */
function remembered(queue: Queue): readonly unknown[] {
  const jobs: unknown[] = [];
  const { enqueue, enqueueAt } = queue;
  Object.assign(queue, {
    enqueue: (...asked: Parameters<Queue['enqueue']>) => {
      jobs.push(asked);
      return enqueue(...asked);
    },
    enqueueAt: (...asked: Parameters<Queue['enqueueAt']>) => {
      jobs.push(asked);
      return enqueueAt(...asked);
    },
  } satisfies Partial<Queue>);
  return jobs;
}

/** One house on the stand-ins of the three networks. */
export async function threeNetworks({
  from = new Date(),
  fetcher = OUTSIDE.fetcher,
  reachedAt = OUTSIDE.reachedAt,
}: {
  readonly from?: Date;
  readonly fetcher?: Fetcher;
  readonly reachedAt?: Parameters<typeof compose>[0]['reachedAt'];
} = {}) {
  const database = await testDatabase();
  const { prisma, connection } = database;
  const kept = logged();
  const log = { ...kept, info: kept.debug };
  const clock = runningClock(from);
  const vault = createVault(keyRing([randomBytes(32)]));
  const keys = testKeys();
  const discord = await createDiscord();
  const slack = await slackStandIn();
  slack.state.triggerLivesMs = 120_000;
  const homeserver = new Homeserver(clock.now);
  const bot = homeserver.register('ecc', PASSWORD, 'ECC');
  const http = serve(homeserver);
  await http.start();

  const prefix = `test-${randomBytes(6).toString('hex')}`;
  const queue = await createQueue({ connection, redisUrl: testRedisUrl(), log, prefix });
  const jobs = remembered(queue);
  const house = compose({
    ...{ prisma, queue, clock, vault, keys, log },
    zone: 'Europe/Paris',
    ...OUTSIDE,
    ...{ fetcher, reachedAt },
  });
  const { registry, services, passage } = house;
  const matrixStore = createMatrixStore({
    ...{ prisma, vault, clock, passing: passingVault(keys, clock) },
  });
  const adapters = [
    createDiscordAdapter({ registry, config: { token: TOKEN, apiUrl: discord.apiUrl() }, log }),
    createSlackAdapter({
      ...{ registry, log, clock, store: createInstallationStore({ db: prisma, vault, clock }) },
      config: { botToken: TOKENS.bot, appToken: TOKENS.app, apiUrl: slack.apiUrl },
      communitiesOf: (user) => services.community.communitiesOf('slack', user),
    }),
    createMatrixAdapter({
      ...{ registry, log, clock, store: matrixStore },
      config: {
        homeserver: http.url,
        credentials: { type: 'password', user: 'ecc', password: PASSWORD },
        ...{ inviters: [], answerWithinMs: 24 * 3_600_000, locale: 'fr' },
      },
      rooms: {
        communityOf: (roomId) => services.community.roomOf('matrix', roomId),
        moved: (from, to) => services.community.moveRoom('matrix', from, to),
      },
    }),
  ];
  for (const adapter of adapters) await adapter.start();
  await house.start(adapters);

  const sweep = () => queue.enqueue(SWEEP, { community: '' as CommunityId, id: '' });

  /** Waits until something is so, and gives it. */
  async function until<T>(what: string, look: () => T | Promise<T>): Promise<NonNullable<T>> {
    for (let wait = 0; wait < MOST_WAITS; wait++) {
      const found = await look();
      if (found) return found;
      // What waits to be tried again, or was due by a clock that jumped.
      if (wait % 100 === 99) await sweep();
      await sleep(20);
    }
    throw new Error(`never: ${what}\n${JSON.stringify(log.lines.slice(-5))}`);
  }

  return {
    ...{
      database,
      queue,
      services,
      passage,
      log,
      clock,
      keys,
      discord,
      slack,
      homeserver,
      bot,
      matrixStore,
      until,
      sweep,
      prefix,
      jobs,
    },
    async close(): Promise<void> {
      for (const adapter of adapters) await adapter.stop();
      await queue.close();
      await discord.stop();
      await slack.close();
      await http.kill();
      await database.close();
    },
  };
}

export type Three = Awaited<ReturnType<typeof threeNetworks>>;
