import { randomUUID } from 'node:crypto';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/open.js';
import { createQueue, type Handlers, type Job, type Queue } from '../../src/jobs/queue.js';
import type { CommunityId } from '../../src/kernel/ids.js';
import { testDatabase, testRedisUrl } from '../support/database.js';
import { logged } from '../support/log.js';

const community = randomUUID() as CommunityId;
const job = (id: string): Job => ({ community, id });

const backends = [
  { name: 'PostgreSQL', redisUrl: null },
  ...(testRedisUrl() ? [{ name: 'Redis', redisUrl: testRedisUrl() }] : []),
];

describe.each(backends)('the queue on $name', ({ redisUrl }) => {
  let database: Database;
  let open: Queue[] = [];
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterEach(async () => {
    await Promise.all(open.map((queue) => queue.close()));
    open = [];
  });
  afterAll(() => database.close());

  const prefix = `ecc-test-${randomUUID()}`;
  async function aQueue(log = logged()) {
    const queue = await createQueue({ connection: database.connection, redisUrl, log, prefix });
    open.push(queue);
    return queue;
  }

  it('does what it is asked', async () => {
    const queue = await aQueue();
    const done = collector();
    await queue.work({ greet: done.handler });
    await queue.enqueue('greet', job('a'));
    expect(await done.after(1)).toEqual([job('a')]);
  });

  it('keeps what it is asked until somebody works', async () => {
    await (await aQueue()).enqueue('greet', job('kept'));
    const done = collector();
    await (await aQueue()).work({ greet: done.handler });
    expect(await done.after(1)).toEqual([job('kept')]);
  });

  it('has one job of a name and id wait at a time', async () => {
    const queue = await aQueue();
    for (const id of ['x', 'x', 'y', 'x']) await queue.enqueue('once', job(id));
    const done = collector();
    await queue.work({ once: done.handler }, { concurrency: 1 });
    await done.after(2);
    await sleep(200);
    expect(done.seen.map(({ id }) => id).sort()).toEqual(['x', 'y']);
  });

  it('runs once more what is asked while it runs, however often, and never two at a time', async () => {
    const queue = await aQueue();
    let running = 0;
    let most = 0;
    let runs = 0;
    await queue.work({
      again: async () => {
        most = Math.max(most, ++running);
        runs++;
        if (runs === 1) for (let i = 0; i < 3; i++) await queue.enqueue('again', job('z'));
        await sleep(50);
        running--;
      },
    });
    await queue.enqueue('again', job('z'));
    await until(() => runs >= 2);
    await sleep(300);
    expect({ runs, most }).toEqual({ runs: 2, most: 1 });
  });

  it('loses no wake-up when work comes in while work is done', async () => {
    // The handler reads a counter as it begins; in the end it must have read the last value.
    const queue = await aQueue();
    let asked = 0;
    let seen = 0;
    await queue.work({
      read: async () => {
        const value = asked;
        await sleep(Math.random() * 10);
        seen = value;
      },
    });
    for (; asked < 60; ) {
      asked++;
      await queue.enqueue('read', job('counter'));
      await sleep(Math.random() * 12);
    }
    await until(() => seen === asked);
  });

  it('waits until the time has come, and takes the same time once', async () => {
    const queue = await aQueue();
    const done = collector();
    await queue.work({ later: done.handler });
    const now = new Date();
    const at = new Date(now.getTime() + 400);
    await queue.enqueueAt('later', job('l'), { at, now });
    await queue.enqueueAt('later', job('l'), { at, now });
    await queue.enqueueAt('later', job('late'), { at: new Date(0), now });
    expect(await done.after(1)).toEqual([{ ...job('late'), atMs: 0 }]);
    expect((await done.after(2))[1]).toEqual({ ...job('l'), atMs: at.getTime() });
    expect(Date.now()).toBeGreaterThanOrEqual(at.getTime());
    await sleep(200);
    expect(done.seen).toHaveLength(2);
  });

  it('tries again what failed, and says so', async () => {
    const log = logged();
    const queue = await aQueue(log);
    let runs = 0;
    await queue.work({
      shaky: async () => {
        if (++runs === 1) throw new RangeError('what people wrote');
      },
    });
    await queue.enqueue('shaky', job('s'));
    await until(() => runs === 2);
    expect(log.lines).toEqual([
      expect.objectContaining({
        level: 'warn',
        job: 'shaky',
        id: 's',
        error: expect.any(RangeError),
      }),
    ]);
  });

  it.skipIf(redisUrl)('keeps no error’s words with a failed job', async () => {
    const queue = await aQueue();
    let failed = false;
    await queue.work({
      shaky: async () => {
        failed = true;
        throw new RangeError('what people wrote');
      },
    });
    await queue.enqueue('shaky', job('words'));
    await until(() => failed);
    await queue.close();
    const [kept] = await database.prisma.$queryRaw<[{ text: string }]>`
      select string_agg(job::text, '') as text from bullmq.job where data->>'id' = 'words'`;
    expect(kept.text).toContain('RangeError');
    expect(kept.text).not.toContain('what people wrote');
  });

  it('takes up at once what a process that is gone was doing', async () => {
    const gone = await aQueue();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const begun = collector();
    await gone.work(
      {
        wake: async (what) => {
          await begun.handler(what);
          await held;
        },
      },
      { concurrency: 1 },
    );
    await gone.enqueue('wake', job('w'));
    await begun.after(1);

    const next = await aQueue();
    const done = collector();
    await next.takeOver();
    await next.work({ wake: done.handler });
    expect(await done.after(1)).toEqual([job('w')]);
    await next.enqueue('wake', job('w'));
    await done.after(2);
    release();
  });

  it('repeats on schedule, once for several processes', async () => {
    const startedAt = Date.now();
    const done = collector();
    for (const queue of [await aQueue(), await aQueue()]) {
      await queue.schedule('tick', 300);
      await queue.work({ tick: done.handler });
    }
    await done.after(4);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(3 * 300 - 300);
  });

  it('finishes what runs before it closes', async () => {
    const queue = await aQueue();
    let state = 'waiting';
    await queue.work({
      slow: async () => {
        state = 'running';
        await sleep(200);
        state = 'done';
      },
    });
    await queue.enqueue('slow', job('s'));
    await until(() => state === 'running');
    await queue.close();
    expect(state).toBe('done');
  });
});

it.runIf(testRedisUrl())(
  'says once that Redis went away, refuses meanwhile, and goes on',
  async () => {
    const redis = new URL(testRedisUrl() ?? '');
    const sockets = new Set<Socket>();
    const link = createServer((near) => {
      const far = connect(Number(redis.port || 6379), redis.hostname);
      near.pipe(far).pipe(near);
      for (const socket of [near, far]) {
        sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)));
      }
    });
    const listen = (port: number) =>
      new Promise<void>((done) => link.listen(port, '127.0.0.1', done));
    await listen(0);
    const { port } = link.address() as AddressInfo;
    const log = logged();
    const queue = await createQueue({
      connection: NOWHERE,
      redisUrl: `redis://127.0.0.1:${port}`,
      log,
      prefix: `ecc-test-${randomUUID()}`,
    });
    const done = collector();
    await queue.work({ greet: done.handler });
    await queue.enqueue('greet', job('before'));
    await done.after(1);

    const cut = new Promise((resolve) => link.close(resolve));
    for (const socket of sockets) socket.destroy();
    await cut;
    await expect(queue.enqueue('greet', job('during'))).rejects.toThrow();
    await sleep(1_500);
    expect(log.lines.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'warn: the queue is out of reach',
    ]);

    await listen(port);
    await until(() =>
      queue.enqueue('greet', job('after')).then(
        () => true,
        () => false,
      ),
    );
    expect((await done.after(2)).map(({ id }) => id)).toEqual(['before', 'after']);
    await queue.close();
    link.close();
  },
);

it('says clearly that Redis does not answer', async () => {
  const failure = await createQueue({
    connection: NOWHERE,
    redisUrl: 'redis://:secret-word@127.0.0.1:1',
    log: logged(),
  }).catch((error) => error);
  expect(failure.code).toBe('redis_unreachable');
  expect(failure.say('fr')).toContain('ECONNREFUSED');
  expect(JSON.stringify([failure, failure.message, failure.say('en')])).not.toContain(
    'secret-word',
  );
});

const NOWHERE = { host: '/nowhere', port: 5432, user: '', database: '' };

function collector() {
  const seen: Job[] = [];
  const handler: Handlers[string] = async (what) => {
    seen.push(what);
  };
  return {
    seen,
    handler,
    async after(count: number) {
      await until(() => seen.length >= count);
      return [...seen];
    },
  };
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(5);
}
