import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createMatrixAdapter } from '../../../adapters/matrix/matrix-adapter.js';
import { createMatrixStore, type MatrixStore } from '../../../adapters/matrix/store.js';
import type { MatrixConfig } from '../../../adapters/matrix/types.js';
import { compose } from '../../../src/compose.js';
import type { Database } from '../../../src/database/open.js';
import { SWEEP } from '../../../src/jobs/alarms.js';
import { createQueue } from '../../../src/jobs/queue.js';
import type { Clock } from '../../../src/kernel/clock.js';
import type { CommunityId } from '../../../src/kernel/ids.js';
import type { Keys } from '../../../src/kernel/keys.js';
import { keyRing } from '../../../src/kernel/secrets.js';
import { type ByteVault, createVault, type Vault } from '../../../src/kernel/vault.js';
import { type Event, Homeserver } from '../../platforms/matrix/homeserver.js';
import { serve } from '../../platforms/matrix/http.js';
import { movingClock } from '../../support/clock.js';
import { testDatabase, testRedisUrl } from '../../support/database.js';
import { testKeys } from '../../support/keys.js';
import { logged } from '../../support/log.js';
import { OUTSIDE } from '../../support/outside.js';

const START = '2026-11-21T10:00:00Z';
const PASSWORD = 'a-password-nobody-logs';

type Content = Record<string, unknown>;

/** A message as somebody reads it: its latest text, its reactions. */
export interface Read {
  readonly id: string;
  readonly roomId: string;
  readonly text: string;
  readonly html: string;
  readonly thread: string | null;
  readonly edits: number;
  /** By sign: who put it. */
  readonly reactions: Readonly<Record<string, readonly string[]>>;
}

/** A house whose only platform is Matrix; not started. */
export async function openHouse(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: ReturnType<typeof logged>;
  readonly vault: Vault & ByteVault;
  readonly keys: Keys;
  readonly prefix: string;
  readonly config: MatrixConfig;
  readonly store: MatrixStore;
}) {
  const { database, clock, log, vault, keys, prefix } = parts;
  const { connection, prisma } = database;
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
  const adapter = createMatrixAdapter({
    ...parts,
    registry: house.registry,
    rooms: {
      communityOf: (roomId) => community.roomOf('matrix', roomId),
      moved: (from, to) => community.moveRoom('matrix', from, to),
    },
  });
  return { queue, house, adapter };
}

/** A house that speaks Matrix to a stand-in homeserver, with people in a room of it. */
export async function matrixPlay(more: Partial<MatrixConfig> = {}) {
  const database = await testDatabase();
  const clock = movingClock(START);
  const log = logged();
  const vault = createVault(keyRing([randomBytes(32)]));
  const keys = testKeys();
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  const homeserver = new Homeserver(clock.now);
  const bot = homeserver.register('ecc', PASSWORD, 'ECC');
  const http = serve(homeserver);
  await http.start();
  const config: MatrixConfig = {
    homeserver: http.url,
    credentials: { type: 'password', user: 'ecc', password: PASSWORD },
    ...{ inviters: [], answerWithinMs: 24 * 3_600_000, locale: 'fr' },
    ...more,
  };
  const store = createMatrixStore({ prisma: database.prisma, vault, passing: vault, clock });
  let sent = 0;

  const open = () => openHouse({ database, clock, log, vault, keys, prefix, config, store });

  async function start(): Promise<void> {
    await running.adapter.start();
    await running.house.start([running.adapter]);
  }

  let running = await open();

  const person = (who: string): string => {
    const local = who.toLowerCase();
    const userId = `@${local}:${homeserver.name}`;
    if (!homeserver.accounts.has(userId)) homeserver.register(local, 'x', capital(local));
    return userId;
  };

  /** What waits there waits for somebody to use it again. */
  const goneRooms = async (): Promise<string[]> =>
    (await database.prisma.room.findMany({ where: { goneAt: { not: null } } })).map(({ id }) => id);

  /** Where the homeserver was when nothing was left to do. */
  let calmAt = -1;

  /** Nothing is left to hear, to answer, to announce or to show. */
  async function settle(): Promise<void> {
    const values = store.values(`${http.url} ecc`);
    // Asked again with nothing said meanwhile, one look is enough.
    let calm = homeserver.position === calmAt ? 2 : 0;
    for (let wait = 0; wait < 12_000; wait++) {
      const heard = (await values.get('sync')) === `s${homeserver.position}`;
      const left =
        (await database.prisma.journalEntry.count({ where: { handledAt: null } })) +
        (await database.prisma.delivery.count({
          where: {
            shown: { lt: database.prisma.delivery.fields.wanted },
            roomId: { notIn: await goneRooms() },
          },
        }));
      calm = heard && left === 0 ? calm + 1 : 0;
      if (calm >= 3) {
        calmAt = homeserver.position;
        return;
      }
      if (left > 0 && wait % 45 === 44) {
        clock.pass(2_000);
        await running.queue.enqueue(SWEEP, { community: '' as CommunityId, id: '' });
      }
      await sleep(5);
    }
    throw new Error(`not settled: ${JSON.stringify(log.lines.slice(-5), null, 1)}`);
  }

  const play = {
    ...{ homeserver, http, bot, clock, log, database, store, settle, person, config },
    get house() {
      return running.house;
    },
    adapter: () => running.adapter,
    /** A room with people in it, to which the first invites the bot. */
    async room(name: string | null, ...people: readonly string[]): Promise<string> {
      const [first = '', ...others] = people.map(person);
      const roomId = homeserver.createRoom(first, name === null ? {} : { name });
      for (const userId of others) {
        homeserver.invite(roomId, first, userId);
        homeserver.join(roomId, userId);
      }
      homeserver.invite(roomId, first, bot, name === null);
      await settle();
      return roomId;
    },
    send: (roomId: string, who: string, content: Content, type = 'm.room.message'): string =>
      homeserver.send(roomId, person(who), type, content, `t${++sent}`),
    /** Says something, and waits for what follows. */
    async say(roomId: string, who: string, body: string, thread?: string): Promise<string> {
      const relates = thread && { rel_type: 'm.thread', event_id: thread };
      const eventId = play.send(roomId, who, {
        ...{ msgtype: 'm.text', body },
        ...(relates ? { 'm.relates_to': relates } : {}),
      });
      await settle();
      return eventId;
    },
    async react(who: string, on: Read, key: string): Promise<string> {
      const relates = { rel_type: 'm.annotation', event_id: on.id, key };
      const eventId = play.send(on.roomId, who, { 'm.relates_to': relates }, 'm.reaction');
      await settle();
      return eventId;
    },
    async takeBack(who: string, roomId: string, eventId: string): Promise<void> {
      homeserver.redact(roomId, person(who), eventId, `t${++sent}`);
      await settle();
    },
    /** What the bot said in a room, as it reads now. */
    read: (roomId: string): Read[] => readRoom(homeserver, roomId, bot),
    /** Their conversation with the bot; joined when they were invited. */
    async direct(who: string): Promise<string> {
      const userId = person(who);
      const direct = homeserver.account(bot).data.get('m.direct')?.content as
        | Record<string, string[]>
        | undefined;
      const roomId = direct?.[userId]?.[0];
      if (roomId === undefined) throw new Error(`no direct room with ${who}`);
      homeserver.join(roomId, userId);
      await settle();
      return roomId;
    },
    /** What the bot told somebody alone. */
    async told(who: string): Promise<Read[]> {
      return play.read(await play.direct(who));
    },
    /** Nothing is said to us that we hear, from now to `wake`. */
    async sleep(): Promise<void> {
      await running.adapter.stop();
      await running.queue.close();
    },
    async wake(): Promise<void> {
      running = await open();
      await start();
      await settle();
    },
    async close(): Promise<void> {
      await play.sleep();
      await http.kill();
      await database.close();
    },
  };
  await start();
  return play;
}

export type MatrixPlay = Awaited<ReturnType<typeof matrixPlay>>;

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** What the bot said in a room, as it reads now. */
export function readRoom(homeserver: Homeserver, roomId: string, bot: string): Read[] {
  const { events } = homeserver.room(roomId);
  const relates = (event: Event): Content => (event.content['m.relates_to'] ?? {}) as Content;
  const abouts = new Map<unknown, Event[]>(events.map((event) => [event.event_id, []]));
  for (const event of events) abouts.get(relates(event).event_id)?.push(event);
  return events
    .filter((event) => event.type === 'm.room.message' && event.sender === bot && !event.redacted)
    .filter((event) => relates(event).rel_type !== 'm.replace')
    .map((event) => {
      const about = abouts.get(event.event_id) ?? [];
      const edits = about.filter((other) => relates(other).rel_type === 'm.replace');
      const shown = (edits.at(-1)?.content['m.new_content'] ?? event.content) as Content;
      const reactions: Record<string, string[]> = {};
      for (const other of about) {
        if (other.type !== 'm.reaction' || other.redacted) continue;
        const key = String(relates(other).key);
        reactions[key] = [...(reactions[key] ?? []), other.sender];
      }
      return {
        ...{ id: event.event_id, roomId, edits: edits.length, reactions },
        ...{ text: plain(String(shown.body)), html: String(shown.formatted_body ?? '') },
        thread: relates(event).rel_type === 'm.thread' ? String(relates(event).event_id) : null,
      };
    });
}

/** With ordinary blanks, to be compared with what a test writes. */
export const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');
