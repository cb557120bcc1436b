import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Alarm } from '../../src/database/generated/client.js';
import type { Database } from '../../src/database/open.js';
import { transaction } from '../../src/database/transaction.js';
import { type Alarms, clearAlarm, createAlarms, RING, setAlarm } from '../../src/jobs/alarms.js';
import { createQueue, type Queue } from '../../src/jobs/queue.js';
import type { CommunityId } from '../../src/kernel/ids.js';
import { testDatabase, testRedisUrl } from '../support/database.js';
import { logged } from '../support/log.js';

const KIND = 'test.close';
const backends = [
  { name: 'PostgreSQL', redisUrl: null },
  ...(testRedisUrl() ? [{ name: 'Redis', redisUrl: testRedisUrl() }] : []),
];

describe.each(backends)('an alarm on $name', ({ redisUrl }) => {
  let database: Database;
  let queue: Queue;
  let community: CommunityId;
  let now: Date;
  let rung: string[];
  let onRing: (subject: string) => Promise<void>;
  let alarms: Alarms;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  beforeEach(async () => {
    community = randomUUID() as CommunityId;
    now = new Date();
    rung = [];
    onRing = async () => undefined;
    const { connection, prisma } = database;
    await prisma.alarm.deleteMany();
    queue = await createQueue({
      connection,
      redisUrl,
      log: logged(),
      prefix: `ecc-test-${community}`,
    });
    alarms = createAlarms({
      prisma,
      queue,
      clock: { now: () => now },
      handlers: {
        [KIND]: async (subject, of) => {
          expect(of).toBe(community);
          rung.push(subject);
          await onRing(subject);
        },
      },
    });
  });
  afterEach(() => queue.close());

  const work = () => queue.work({ [RING]: alarms.ring });
  const inMs = (ms: number) => new Date(now.getTime() + ms);
  const set = (subject: string, dueAt: Date): Promise<Alarm> =>
    transaction(database.prisma, (tx) =>
      setAlarm(tx, { community, kind: KIND, subject, dueAt, now }),
    );
  const isDone = async (subject: string) =>
    (await database.prisma.alarm.findFirst({ where: { subject } }))?.doneAt != null;
  const job = ({ id, dueAt }: Alarm) => ({ community, id, atMs: dueAt.getTime() });

  it('rings once, at its time', async () => {
    await work();
    const subject = randomUUID();
    const alarm = await set(subject, inMs(1_500));
    await alarms.arm(alarm);
    await alarms.arm(alarm);
    await alarms.sweep();
    await sleep(100);
    expect(rung).toEqual([]);
    now = inMs(1_500);
    await until(() => isDone(subject));
    await alarms.sweep();
    await sleep(200);
    expect(rung).toEqual([subject]);
  });

  it('rings after the fact when nobody was there at its time', async () => {
    const subjects = [randomUUID(), randomUUID()];
    for (const subject of subjects) await set(subject, inMs(-3_600_000));
    await work();
    await alarms.sweep();
    await until(async () => rung.length >= 2);
    expect(rung.sort()).toEqual(subjects.sort());
  });

  it('is left to the sweep while it is far', async () => {
    await work();
    const subject = randomUUID();
    await alarms.arm(await set(subject, inMs(3_600_000)));
    await alarms.sweep();
    now = inMs(3_600_000);
    await sleep(100);
    expect(rung).toEqual([]);
    await alarms.sweep();
    await until(async () => rung.length === 1);
  });

  it('rings at its new time only, once moved', async () => {
    await work();
    const subject = randomUUID();
    await alarms.arm(await set(subject, inMs(50)));
    await alarms.arm(await set(subject, inMs(500)));
    now = inMs(200);
    await sleep(250);
    expect(rung).toEqual([]);
    now = inMs(300);
    await until(() => isDone(subject));
    expect(rung).toEqual([subject]);
  });

  it('rings again when it is set again', async () => {
    const subject = randomUUID();
    const alarm = await set(subject, now);
    await alarms.ring(job(alarm));
    await alarms.ring(job(alarm));
    expect(rung).toHaveLength(1);
    await alarms.ring(job(await set(subject, now)));
    expect(rung).toHaveLength(2);
  });

  it('stays due when it is moved while it rings', async () => {
    const subject = randomUUID();
    const alarm = await set(subject, now);
    let moved = alarm;
    onRing = async () => {
      moved = await set(subject, inMs(1_000));
    };
    await alarms.ring(job(alarm));
    expect(await isDone(subject)).toBe(false);
    onRing = async () => undefined;
    await alarms.ring(job(moved));
    now = inMs(1_000);
    await alarms.ring(job(alarm));
    expect(rung).toHaveLength(1);
    await alarms.ring(job(moved));
    expect(rung).toHaveLength(2);
    expect(await isDone(subject)).toBe(true);
  });

  it('is silent once cleared', async () => {
    const subject = randomUUID();
    const alarm = await set(subject, now);
    await transaction(database.prisma, (tx) => clearAlarm(tx, { community, kind: KIND, subject }));
    await alarms.ring(job(alarm));
    expect(rung).toEqual([]);
  });

  it('rings again after its handler failed, and is done when it succeeds', async () => {
    await work();
    const subject = randomUUID();
    onRing = async () => {
      if (rung.length === 1) throw new Error('not yet');
    };
    await alarms.arm(await set(subject, now));
    await until(() => isDone(subject));
    expect(rung).toEqual([subject, subject]);
  });

  it('belongs to its community', async () => {
    const alarm = await set(randomUUID(), now);
    await alarms.ring({ ...job(alarm), community: randomUUID() as CommunityId });
    expect(rung).toEqual([]);
  });

  it('is not written when its transaction is not', async () => {
    const subject = randomUUID();
    const failed = transaction(database.prisma, async (tx) => {
      await setAlarm(tx, { community, kind: KIND, subject, dueAt: now, now });
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect(await database.prisma.alarm.count({ where: { subject } })).toBe(0);
  });
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(10);
}
