import {
  type BackendFactory,
  type Job as BullJob,
  Queue as BullQueue,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  Worker,
} from 'bullmq';
import type { Connection } from '../database/connection.js';
import type { CommunityId } from '../kernel/ids.js';
import type { Log } from '../kernel/log.js';
import { checkRedis, onceInAWhile } from './redis.js';

/** Names what to work on, and holds nothing else: what is confidential never enters the queue. */
export interface Job {
  readonly community: CommunityId;
  readonly id: string;
  /** For what was asked for a time: that time, in milliseconds since 1970. */
  readonly atMs?: number;
}

export type Handlers = Readonly<Record<string, (job: Job) => Promise<void>>>;

/** Work that is done later, by this process or another, at least once: handlers must bear twice. */
export interface Queue {
  /**
   * Both ways of asking reject when the queue is out of reach; what must not be lost is in the
   * database, and swept.
   *
   * At most one job of this name and id waits at a time. Asked while one runs, it runs once more
   * afterwards: what changed since it began is never missed.
   */
  enqueue(name: string, job: Job): Promise<void>;
  /** Runs at `at` (at once when that is past); the same name, id and time twice is one job. */
  enqueueAt(name: string, job: Job, times: { at: Date; now: Date }): Promise<void>;
  /** Runs `name` every so often, once for all the processes together; its job names nothing. */
  schedule(name: string, everyMs: number): Promise<void>;
  /**
   * Takes up at once what a process that is gone was doing; else that waits until its lock has
   * expired. Before `work`, and only by who knows that nobody else works.
   */
  takeOver(): Promise<void>;
  /** Starts to work, until the queue is closed. */
  work(handlers: Handlers, options?: { concurrency?: number }): Promise<void>;
  /** Waits for the jobs that run; leaves the others for the next start. */
  close(): Promise<void>;
}

export interface QueueOptions {
  /** Where the database is: the queue's tables are there, unless Redis is given. */
  readonly connection: Connection;
  readonly redisUrl: string | null;
  readonly log: Log;
  /** Keeps two installations on one Redis apart. */
  readonly prefix?: string;
}

const NAME = 'ecc';
/** The embedded database's search path names it too. */
const SCHEMA = 'bullmq';
const NOTHING: Job = { community: '' as CommunityId, id: '' };

/** Tried again after 1, 2, 4 and 8 seconds; kept when it failed, for whoever looks why. */
const JOB_OPTIONS = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: true,
  removeOnFail: { age: 7 * 24 * 3600, count: 1_000 },
} as const;

/** @throws StartError when Redis is asked for and does not answer. */
export async function createQueue(options: QueueOptions): Promise<Queue> {
  const { log } = options;
  const backend = await backendOf(options);
  const base = { connection: {}, prefix: options.prefix ?? NAME, skipVersionCheck: true };
  const onError = onceInAWhile((error) => log.warn({ error }, 'the queue is out of reach'));
  const queue = new BullQueue(NAME, { ...base, defaultJobOptions: JOB_OPTIONS }, backend);
  queue.on('error', onError);
  await queue.waitUntilReady();
  let worker: Pick<Worker, 'close'> | null = null;
  return {
    async enqueue(name, job) {
      const id = `${name}.${job.community}.${job.id}`;
      await queue.add(name, job, { deduplication: { id, keepLastIfActive: true } });
    },
    async enqueueAt(name, job, { at, now }) {
      const atMs = at.getTime();
      const data: Job = { ...job, atMs };
      await queue.add(name, data, {
        jobId: `${name}.${job.id}.${atMs}`,
        delay: Math.max(0, atMs - now.getTime()),
        // A kept failure would hold its id, and the same job could not be asked for again.
        removeOnFail: true,
      });
    },
    async schedule(name, everyMs) {
      await queue.upsertJobScheduler(name, { every: everyMs }, { name, data: NOTHING });
    },
    async takeOver() {
      for (const { name, data, deduplicationId } of await queue.getActive()) {
        if (deduplicationId) await queue.removeDeduplicationKey(deduplicationId);
        await queue.add(name, data);
      }
    },
    async work(handlers, { concurrency = 5 } = {}) {
      const settings = { ...base, concurrency };
      const started = new Worker(
        NAME,
        (job: BullJob<Job>) => run(handlers, job),
        settings,
        backend,
      );
      worker = started;
      started.on('error', onError);
      started.on('failed', (job, { message, cause }) => {
        const what = { job: job?.name, id: job?.data.id, error: cause ?? message };
        const final = !job || job.attemptsMade >= (job.opts.attempts ?? 1);
        if (final) log.error(what, 'a job failed for good');
        else log.warn(what, 'a job failed and will be tried again');
      });
      await started.waitUntilReady();
    },
    async close() {
      await worker?.close();
      await queue.close();
    },
  };
}

async function run(handlers: Handlers, { name, data }: BullJob<Job>): Promise<void> {
  const handler = handlers[name];
  if (!handler) throw new Error(`no handler for the job ${name}`);
  try {
    await handler(data);
  } catch (cause) {
    // BullMQ keeps an error's message with the job, and it may quote what people wrote.
    throw new Error(cause instanceof Error ? cause.name : 'Error', { cause });
  }
}

/** The one place that knows where the queue's tables are. */
async function backendOf(options: QueueOptions): Promise<BackendFactory<IQueueBackend, object>> {
  const { redisUrl } = options;
  if (redisUrl === null) {
    const { connection: database } = options;
    const connection = {
      ...database,
      schema: SCHEMA,
      migrate: true,
      skipVersionCheck: true,
      max: 4,
    };
    return (name, opts, flags) => createPostgresBackend(name, { ...opts, connection }, flags);
  }
  await checkRedis(redisUrl);
  return (name, opts, flags) => {
    // A worker waits for Redis to come back for as long as it takes, as BullMQ asks; whoever adds
    // a job is told at once that it is away, and nobody in a room waits for it.
    const patience = flags?.withBlockingConnection
      ? { maxRetriesPerRequest: null }
      : { maxRetriesPerRequest: 1, enableOfflineQueue: false };
    return createRedisBackend(name, { ...opts, connection: { url: redisUrl, ...patience } }, flags);
  };
}
