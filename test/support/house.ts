import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { View } from '../../commands/view/view.js';
import { compose } from '../../src/compose.js';
import type { Database } from '../../src/database/open.js';
import { SWEEP } from '../../src/jobs/alarms.js';
import { createQueue, type Job, type Queue } from '../../src/jobs/queue.js';
import type { Clock } from '../../src/kernel/clock.js';
import type { CommunityId } from '../../src/kernel/ids.js';
import { keyRing } from '../../src/kernel/secrets.js';
import { createVault } from '../../src/kernel/vault.js';
import { POLL } from '../../src/veille/jobs.js';
import { movingClock } from './clock.js';
import { testDatabase, testRedisUrl } from './database.js';
import { testKeys } from './keys.js';
import { listener } from './listener.js';
import { logged } from './log.js';
import { OUTSIDE } from './outside.js';
import { type TestRoom, testRoom } from './room.js';

const START = '2026-11-21T10:00:00Z';

/**
 * A whole house on a fresh database: registry, services, queue, outbox, alarms, one platform.
 * Starting one costs seconds: open one a file, and a room, thus a community, a test.
 */
export async function testHouse(
  editEveryMs = 0,
  reachedAt: Parameters<typeof compose>[0]['reachedAt'] = OUTSIDE.reachedAt,
) {
  const database = await testDatabase();
  const clock = movingClock(START);
  const log = logged();
  const vault = createVault(keyRing([randomBytes(32)]));
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  const keys = testKeys();
  const web = listener('web', editEveryMs);
  /** Every view that was answered or shown, for what must hold of all of them. */
  const views: View[] = [];
  let running = await open();

  async function open() {
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
      reachedAt,
    });
    return { queue, house };
  }
  await running.house.start([web]);

  /** Rings what is due and says what is to be said, as far as the clock has come. */
  const settle = () => settled(database, clock, () => sweep(running.queue));

  const t = {
    ...{ database, clock, log, keys, web, views, settle },
    get house() {
      return running.house;
    },
    /** A room where nobody has been yet: a community of its own. */
    room: (name = `room-${randomBytes(4).toString('hex')}`): TestRoom => testRoom(t, name),
    /** The clock moves to that time, and what was due by then happens. */
    async at(time: string | Date): Promise<void> {
      clock.set(time);
      await settle();
    },
    async pass(ms: number): Promise<void> {
      clock.pass(ms);
      await settle();
    },
    /** What is old is forgotten. */
    async tidy(): Promise<void> {
      await running.queue.enqueue('house.tidy', NOTHING);
      await settled(database, clock, async () => undefined);
    },
    /** What is over is forgotten, as it is every day. */
    prune: (): Promise<void> => running.queue.enqueue('house.prune', NOTHING),
    /** Nobody works any more: what is asked is recorded, and nothing is said. */
    stopWork: () => running.queue.close(),
    /** A new process on the same database. */
    async restart(): Promise<void> {
      await running.queue.close();
      running = await open();
      await running.house.start([web]);
      await settle();
    },
    /** A process that takes commands, but whose jobs do not run. */
    async restartDeaf(): Promise<void> {
      await running.queue.close();
      running = await open();
    },
    async close(): Promise<void> {
      await running.queue.close();
      await database.close();
    },
  };
  return t;
}

export type TestHouse = Awaited<ReturnType<typeof testHouse>>;

const NOTHING: Job = { community: '' as CommunityId, id: '' };

export async function sweep(queue: Queue): Promise<void> {
  await queue.enqueue(SWEEP, NOTHING);
  await queue.enqueue(POLL, NOTHING);
}

/** Waits until nothing is left to ring, to announce or to show by that time. */
export async function settled(
  { prisma }: Pick<Database, 'prisma'>,
  clock: Clock,
  wake: () => Promise<void>,
): Promise<void> {
  /** What waits there waits for somebody to use it again. */
  const goneRooms = async () =>
    (await prisma.room.findMany({ where: { goneAt: { not: null } } })).map(({ id }) => id);
  const left = async (now = clock.now()) => ({
    alarms: await prisma.alarm.count({ where: { doneAt: null, dueAt: { lte: now } } }),
    feeds: await prisma.feedSource.count({ where: { nextAt: { lte: now } } }),
    entries: await prisma.journalEntry.count({ where: { handledAt: null } }),
    messages: await prisma.delivery.count({
      where: {
        ...{ shown: { lt: prisma.delivery.fields.wanted }, dueAt: { lte: now } },
        OR: [{ accountId: { not: null } }, { roomId: { notIn: await goneRooms() } }],
      },
    }),
    whispers: await prisma.whisper.count({
      // One being shown is due later, for when its worker dies; one that failed waits for that.
      where: {
        shown: { lt: prisma.whisper.fields.wanted },
        OR: [{ attempts: 0 }, { dueAt: { lte: now } }],
      },
    }),
    rooms: await prisma.privateRoom.count({
      where: { shown: { lt: prisma.privateRoom.fields.wanted }, dueAt: { lte: now } },
    }),
  });
  // It may be long on a slow machine, but never still.
  let before = Number.POSITIVE_INFINITY;
  for (let still = 0, wait = 0; still < 3000; still++, wait++) {
    const { alarms, feeds, entries, messages, whispers, rooms } = await left();
    const all = alarms + feeds + entries + messages + whispers + rooms;
    if (all === 0) return;
    if (all < before) still = 0;
    before = all;
    // The clock has jumped: nothing was armed for that. Later, what waits to be tried again.
    if ((wait === 0 && alarms + feeds > 0) || wait % 20 === 19) await wake();
    await sleep(20);
  }
  throw new Error(`still to be done: ${JSON.stringify(await left())}`);
}
