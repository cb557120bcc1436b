import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createApartStore } from '../../../adapters/web/store/apart.js';
import { createWebStore } from '../../../adapters/web/store.js';
import { createWebAdapter, type WebAdapter } from '../../../adapters/web/web-adapter.js';
import { compose, type House } from '../../../src/compose.js';
import { createQueue, type Queue } from '../../../src/jobs/queue.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { keyRing } from '../../../src/kernel/secrets.js';
import { createVault } from '../../../src/kernel/vault.js';
import { testDatabase, testRedisUrl } from '../../support/database.js';
import { testKeys } from '../../support/keys.js';
import { logged } from '../../support/log.js';
import { OUTSIDE } from '../../support/outside.js';
import { plainBlanks } from '../../support/text.js';
import type { Driver, Seen } from '../contract/driver.js';
import { settled } from '../contract/settled.js';
import { openLine } from './support/line.js';
import { openPage, type Page } from './support/page.js';
import { chosenIn, filledIn, gestures, isAlone, seenIn } from './support/reading.js';

/** The same person always has the same id, as their tab remembers it. */
function uuidOf(who: string): string {
  const hex = createHash('sha256').update(who).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The playground as the contract suite plays it: its HTTP and its events, over real sockets. */
export async function webDriver(): Promise<Driver> {
  const database = await testDatabase();
  const log = logged();
  const vault = createVault(keyRing([randomBytes(32)]));
  const keys = testKeys();
  const clock = systemClock;
  const { prisma, connection } = database;
  const keep = (facts: unknown): void => void log.lines.push({ facts });
  const pageLog = { error: keep, warn: keep };
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  let running: { house: House; queue: Queue; web: WebAdapter };
  /** `null` while it is down. */
  let port: number | null = null;

  async function open(): Promise<void> {
    const queue = await createQueue({ connection, redisUrl: testRedisUrl(), log, prefix });
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
    const { community } = house.services;
    const web = createWebAdapter({
      ...{
        registry: house.registry,
        clock,
        log: pageLog,
        store: createWebStore(prisma, vault, keys),
      },
      apart: createApartStore(prisma, keys),
      rooms: {
        list: (roomId) => community.accountsIn('web', roomId),
        communityOf: (roomId) => community.roomOf('web', roomId),
      },
      config: { host: '127.0.0.1', port: 0, secret: null },
    });
    await web.start();
    await house.start([web]);
    running = { house, queue, web };
    port = Number(new URL(web.url()).port);
  }
  async function shut(): Promise<void> {
    port = null;
    await running.web.stop();
    await running.queue.close();
  }
  await open();
  const line = await openLine(() => port);

  const pages = new Map<string, Promise<Page>>();
  let last: Page | null = null;

  async function arrive(who: string): Promise<Page> {
    const url = line.url();
    const response = await fetch(new URL('/people?langue=fr', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(url).origin },
      body: JSON.stringify({ id: uuidOf(who), name: who }),
    });
    if (!response.ok) throw new Error(`${who} may not come in: ${await response.text()}`);
    return openPage(line.url, uuidOf(who));
  }
  function pageOf(who: string): Promise<Page> {
    const page = pages.get(who) ?? arrive(who);
    pages.set(who, page);
    return page;
  }

  /** Everything is said, and every page shows it. */
  async function calm(): Promise<void> {
    await settled(database);
    for (const page of await Promise.all(pages.values())) {
      for (let wait = 0; !(await page.caughtUp()); wait++) {
        if (wait > 400) throw new Error('a page does not show what the room holds');
        await pause(25);
      }
    }
  }

  async function send(who: string, content: object, from: string | null = null): Promise<void> {
    last = await pageOf(who);
    await last.send(content, from);
  }
  const seen = (page: Page, alone: boolean): Seen[] =>
    page
      .messages()
      .filter(({ element }) => isAlone(element) === alone)
      .map(({ id, element, edits }) => seenIn(element, id, edits));

  return {
    platform: 'web',
    get house() {
      return running.house;
    },
    database,
    command: (who, text) => send(who, { type: 'line', text: `/${text}` }),
    async press(who, { id }, label) {
      const page = await pageOf(who);
      await calm();
      const shown =
        new Map(page.replies()).get(id) ?? page.messages().find((one) => one.id === id)?.element;
      const gesture = shown && gestures(shown).find((one) => one.label === label);
      if (!gesture) throw new Error(`${who} sees no [${label}]`);
      await send(who, gesture.content);
    },
    async choose(who, { id }, list, labels) {
      const page = await pageOf(who);
      await calm();
      const shown =
        new Map(page.replies()).get(id) ?? page.messages().find((one) => one.id === id)?.element;
      await send(who, chosenIn(shown, list, labels));
    },
    async fill(who, answers) {
      const replies = (await pageOf(who)).replies().reverse();
      for (const [id, element] of replies) {
        const filled = filledIn(element, answers);
        if (filled) return send(who, filled, id);
      }
      throw new Error(`${who} has no form`);
    },
    async room() {
      await calm();
      const [first] = pages.values();
      return first ? seen(await first, false) : [];
    },
    async privately(who) {
      const page = await pageOf(who);
      await calm();
      const replies = page.replies().map(([id, element]) => seenIn(element, id, 0));
      return [...seen(page, true), ...replies];
    },
    adapter: () => running.web,
    accountOf: uuidOf,
    ...{ roomId: 'playground', stranger: uuidOf('nobody') },
    async apart(who) {
      await pageOf(who);
      const html = async (more: string): Promise<string> => {
        const url = new URL(`/?je=${uuidOf(who)}&langue=fr${more}`, line.url());
        return (await fetch(url)).text();
      };
      const links = [...(await html('')).matchAll(/salon=(apart-[\w-]+)/g)].map(([, id]) => id);
      return Promise.all(
        links.map(async (id) => {
          const read = plainBlanks(await html(`&salon=${id}`));
          return [read];
        }),
      );
    },
    reactions: null,
    async redeliver() {
      await last?.again();
      await calm();
    },
    // Nothing that ECC says comes back to it but to pages, which may have had it already.
    async echo() {
      for (const page of await Promise.all(pages.values())) page.rewind();
      await line.cut();
      await line.mend();
      await calm();
    },
    async outage(during) {
      await line.cut();
      await during();
      await settled(database);
      await line.mend();
      await calm();
    },
    async restart() {
      await shut();
      await open();
      await calm();
    },
    async close() {
      const opened = await Promise.all(pages.values());
      await Promise.all([line.cut(), ...opened.map((page) => page.close())]);
      await shut();
      await database.close();
    },
  };
}
