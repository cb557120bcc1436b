import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  createDiscordAdapter,
  type DiscordAdapter,
} from '../../../adapters/discord/discord-adapter.js';
import { compose, type House } from '../../../src/compose.js';
import { createQueue, type Queue } from '../../../src/jobs/queue.js';
import { keyRing } from '../../../src/kernel/secrets.js';
import { createVault } from '../../../src/kernel/vault.js';
import { createPeople } from '../../platforms/discord/person.js';
import { createDiscord, TOKEN } from '../../platforms/discord/stand-in.js';
import { CHANNEL, GRANTED, MAY, type Message } from '../../platforms/discord/world.js';
import { testDatabase, testRedisUrl } from '../../support/database.js';
import { testKeys } from '../../support/keys.js';
import { logged } from '../../support/log.js';
import { OUTSIDE } from '../../support/outside.js';
import type { Driver, Seen } from '../contract/driver.js';
import { settled } from '../contract/settled.js';
import { actionsOf, askButtons, bareText } from './bare.js';
import { readSlash } from './line.js';

/** A clock that runs from there: what is due later comes by itself. */
const clockFrom = (start: string) => {
  let ahead = new Date(start).getTime() - Date.now();
  return {
    now: () => new Date(Date.now() + ahead),
    pass: (ms: number): void => {
      ahead += ms;
    },
  };
};

/** The operator turned “Message Content” on, and people of the server may read back. */
const READS = { flags: 1 << 19, granted: String(BigInt(GRANTED) | MAY.readHistory) };

/** A whole house with ECC on a Discord of its own, and people in one channel of it. */
export async function discordDriver(options: { readonly heartbeatMs?: number } = {}) {
  const database = await testDatabase();
  const clock = clockFrom('2026-11-21T10:00:00Z');
  const date = () => clock.now().getTime();
  const discord = await createDiscord({ ...options, date });
  const people = createPeople(discord);
  const log = { ...logged(), info: () => undefined };
  const vault = createVault(keyRing([randomBytes(32)]));
  const keys = testKeys();
  const { prisma, connection } = database;
  const queued = { connection, redisUrl: testRedisUrl(), log, prefix: `test-${process.pid}` };
  let running: { house: House; queue: Queue; adapter: DiscordAdapter };

  async function open(): Promise<void> {
    const queue = await createQueue(queued);
    const house = compose({
      ...OUTSIDE,
      ...{ prisma, queue, clock, log },
      ...{ vault, keys },
      zone: 'Europe/Paris',
    });
    const config = { token: TOKEN, apiUrl: discord.apiUrl() };
    const adapter = createDiscordAdapter({
      ...{ registry: house.registry, config, log },
      gone: (channels) => void house.gone('discord', channels),
    });
    await adapter.start();
    await house.start([adapter]);
    running = { house, queue, adapter };
  }
  async function shut(): Promise<void> {
    await running.adapter.stop();
    await running.queue.close();
  }

  const seen = (message: Message): Seen => ({
    id: message.id,
    text: bareText(message),
    actions: actionsOf(message),
    fields: askButtons(message).flatMap(({ label }) => label.split(', ')),
    edits: message.edits,
  });
  const messages = (onlyFor: string | null): Seen[] =>
    [...discord.world.messages.values()]
      .filter((one) => one.onlyFor === onlyFor && !discord.world.threads.has(one.channelId))
      .map(seen);
  const messageOf = ({ id }: Seen): Message => {
    const message = discord.world.messages.get(id);
    if (!message) throw new Error(`no message ${id}`);
    return message;
  };
  const isCommand = (words: string): boolean => {
    try {
      return people.declared(words) !== null;
    } catch {
      return false;
    }
  };
  /** The window in front of somebody: the one open, or the one their last answer offers. */
  async function openWindow(who: string): Promise<void> {
    const person = people.person(who);
    for (let wait = 0; wait < 5 && !discord.world.modals.has(person.id); wait++) {
      const last = messages(person.id).findLast((one) => askButtons(messageOf(one)).length > 0);
      const [button] = last ? askButtons(messageOf(last)) : [];
      if (!last || !button) return;
      await people.press(person, messageOf(last), button.label);
    }
  }
  /** When the machine was too slow for a window, people are offered a button: they press it. */
  async function patiently(who: string, { original }: { original: string | null }): Promise<void> {
    const answer = original && discord.world.messages.get(original);
    if (answer && askButtons(answer).some(({ label }) => label === 'Répondre')) {
      await openWindow(who);
    }
  }

  /** What comes after on the same connection is heard after, and what was heard is answered. */
  async function heardAll(): Promise<void> {
    await people.complete(people.person('Nadia'), 'décision voir', 'décision', 'x');
    await running.adapter.settled();
  }

  await open();
  const driver: Driver = {
    platform: 'discord',
    get house() {
      return running.house;
    },
    database,
    async command(who, line) {
      const { words, options: given } = readSlash(line, isCommand);
      await patiently(who, await people.slash(people.person(who), words, given));
    },
    async press(who, message, label) {
      await patiently(who, await people.press(people.person(who), messageOf(message), label));
    },
    async choose(who, message, list, labels) {
      const one = people.person(who);
      await patiently(who, await people.choose(one, messageOf(message), list, labels));
    },
    async fill(who, answers) {
      await openWindow(who);
      await people.submit(people.person(who), answers);
    },
    async room() {
      await settled(database);
      return messages(null);
    },
    async privately(who) {
      await settled(database);
      const { id } = people.person(who);
      const open = discord.world.modals.get(id);
      const window: Seen[] = open
        ? [
            {
              ...{ id: open.custom_id, text: open.title, actions: [], edits: 0 },
              fields: open.components.flatMap((one) => (one.type === 18 ? [one.label] : [])),
            },
          ]
        : [];
      return [...messages(id), ...window];
    },
    adapter: () => running.adapter,
    accountOf: (who) => people.person(who).id,
    ...{ roomId: CHANNEL, stranger: '999000000000000001' },
    async apart(who) {
      const { id } = people.person(who);
      const mine = [...discord.world.threads.values()].filter(({ members }) => members.has(id));
      const said = [...discord.world.messages.values()];
      return mine.map((thread) => [
        thread.name,
        ...said.filter(({ channelId }) => channelId === thread.id).map(bareText),
      ]);
    },
    reactions: {
      typed: '🔖',
      async write(who, text) {
        Object.assign(discord.world, READS);
        return people.write(people.person(who), text);
      },
      async react(who, id, sign = 'chosen') {
        people.react(people.person(who), id, sign === 'chosen' ? '🔖' : '👀');
        await heardAll();
      },
      async reactAsBot(id) {
        people.react({ ...people.person('Robot'), bot: true }, id, '🔖');
        await heardAll();
      },
      hide: async () => void Object.assign(discord.world, { flags: 0 }),
    },
    async redeliver() {
      const last = [...discord.world.interactions.values()].at(-1);
      if (!last) throw new Error('nothing was delivered yet');
      const before = discord.world.refusals.length;
      people.deliver(last);
      // Discord takes one answer only: the second try is refused, which ends it.
      for (let wait = 0; wait < 6000 && discord.world.refusals.length === before; wait++) {
        await pause(10);
      }
      discord.world.refusals.length = before;
    },
    async echo() {
      for (const message of discord.world.messages.values()) {
        const author = { id: message.author, username: 'ecc', bot: true, discriminator: '0' };
        discord.gateway.dispatch('MESSAGE_CREATE', {
          ...{ id: message.id, channel_id: CHANNEL, author, content: bareText(message) },
          ...{ timestamp: new Date().toISOString(), embeds: message.embeds ?? [], type: 0 },
        });
      }
      await pause(50);
    },
    async outage(during) {
      await discord.stop();
      await during();
      await discord.start();
      const { resumed, identified } = discord.gateway.counts;
      for (let wait = 0; wait < 6000; wait++) {
        const { counts } = discord.gateway;
        if (counts.resumed + counts.identified > resumed + identified) return;
        await pause(10);
      }
      throw new Error('ECC did not come back to Discord');
    },
    async restart() {
      await shut();
      await open();
    },
    async close() {
      await shut();
      await discord.stop();
      await database.close();
    },
  };
  return { ...driver, driver, discord, people, log, clock, adapter: () => running.adapter };
}
