import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSlackAdapter } from '../../../../adapters/slack/slack-adapter.js';
import { createInstallationStore } from '../../../../adapters/slack/store.js';
import type { SlackConfig } from '../../../../adapters/slack/types.js';
import { compose, type House } from '../../../../src/compose.js';
import { createQueue } from '../../../../src/jobs/queue.js';
import { systemClock } from '../../../../src/kernel/clock.js';
import { keyRing } from '../../../../src/kernel/secrets.js';
import { createVault } from '../../../../src/kernel/vault.js';
import { type SlackStandIn, slackStandIn } from '../../../platforms/slack/stand-in.js';
import { TOKENS } from '../../../platforms/slack/state.js';
import { testDatabase, testRedisUrl } from '../../../support/database.js';
import { testKeys } from '../../../support/keys.js';
import { logged } from '../../../support/log.js';
import { OUTSIDE } from '../../../support/outside.js';
import { settled } from '../../contract/settled.js';

export const ROOM = 'C0ATELIER';

/** A workspace with ECC in it: stand-in, real Bolt, a whole house on a fresh database. */
export async function slackWorld(
  config: (slack: SlackStandIn) => SlackConfig = ({ apiUrl }) => ({
    ...{ botToken: TOKENS.bot, appToken: TOKENS.app, apiUrl },
  }),
) {
  const slack = await slackStandIn();
  const database = await testDatabase();
  const log = logged();
  const clock = systemClock;
  const vault = createVault(keyRing([randomBytes(32)]));
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  slack.state.triggerLivesMs = 30_000;
  slack.addChannel(ROOM, 'atelier');
  let running = await open();

  async function open() {
    const { connection, prisma } = database;
    const queue = await createQueue({ connection, redisUrl: testRedisUrl(), log, prefix });
    const house = compose({
      prisma,
      queue,
      clock,
      vault,
      keys: testKeys(),
      zone: 'Europe/Paris',
      log,
      ...OUTSIDE,
    });
    const adapter = createSlackAdapter({
      ...{ registry: house.registry, config: config(slack), log, clock },
      store: createInstallationStore({ db: prisma, vault, clock }),
      communitiesOf: (user) => house.services.community.communitiesOf('slack', user),
    });
    await adapter.start();
    await house.start([adapter]);
    return { queue, house, adapter };
  }
  const stop = async (): Promise<void> => {
    await running.adapter.stop();
    await running.queue.close();
  };

  return {
    ...{ slack, database, log },
    get house(): House {
      return running.house;
    },
    get adapter() {
      return running.adapter;
    },
    async restart(): Promise<void> {
      await stop();
      running = await open();
    },
    /** Everything acknowledged was answered. */
    idle: () => running.adapter.settled(),
    /** Nothing is left to announce or to show. */
    settle: () => settled(database),
    async close(): Promise<void> {
      await stop();
      await slack.close();
      await database.close();
    },
  };
}

/** Waits for something to be so. */
export async function until<T>(look: () => T | undefined | null | false): Promise<T> {
  for (let wait = 0; wait < 3000; wait++) {
    const found = look();
    if (found) return found;
    await sleep(20);
  }
  throw new Error(`never came: ${look}`);
}
