import type { Alarm, PrismaClient } from '../database/generated/client.js';
import type { Tx } from '../database/transaction.js';
import type { Clock } from '../kernel/clock.js';
import { type CommunityId, newId } from '../kernel/ids.js';
import type { Job, Queue } from './queue.js';

/** What an alarm is for; each subject has one alarm of a kind. */
export interface AlarmOf {
  readonly community: CommunityId;
  /** For example `decisions.close`: names the handler. */
  readonly kind: string;
  readonly subject: string;
}

/** Writes when something is due, in the transaction that decides it. Setting it again moves it. */
export function setAlarm(tx: Tx, alarm: AlarmOf & { dueAt: Date; now: Date }): Promise<Alarm> {
  const { community, kind, subject, dueAt, now } = alarm;
  return tx.alarm.upsert({
    where: { kind_subject: { kind, subject }, communityId: community },
    create: { id: newId(now), communityId: community, kind, subject, dueAt, doneAt: null },
    update: { dueAt, doneAt: null },
  });
}

/** What was due no longer is. Clearing what is not set is nothing. */
export async function clearAlarm(tx: Tx, { community, kind, subject }: AlarmOf): Promise<void> {
  await tx.alarm.deleteMany({ where: { communityId: community, kind, subject } });
}

/** Forgets those that rang before: what they brought is in the journal. */
export async function forgetAlarms(tx: Tx, before: Date): Promise<void> {
  await tx.alarm.deleteMany({ where: { doneAt: { lt: before } } });
}

/** What to do when the time has come, by kind; done twice when the process dies in between. */
export type AlarmHandlers = Readonly<
  Record<string, (subject: string, community: CommunityId) => Promise<void>>
>;

export interface Alarms {
  /** After the commit: has it ring on time if that is soon; later ones wait for the sweep. */
  arm(alarm: Alarm): Promise<void>;
  /** At the start and every {@link SWEEP_EVERY_MS}: arms what is due soon or was missed. */
  sweep(): Promise<void>;
  /** The queue's job: does what is due, unless it was done, moved or cleared meanwhile. */
  ring(job: Job): Promise<void>;
}

export const RING = 'alarm.ring';
export const SWEEP = 'alarm.sweep';
export const SWEEP_EVERY_MS = 30_000;
/** Armed ahead by two sweeps, so that one may be late. */
const SOON_MS = 2 * SWEEP_EVERY_MS;

/** The rows are the truth; the queue's delayed jobs only wake us up, and may all be lost. */
export function createAlarms(options: {
  readonly prisma: PrismaClient;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly handlers: AlarmHandlers;
}): Alarms {
  const { prisma, queue, clock, handlers } = options;

  async function arm({ id, communityId, dueAt, doneAt }: Alarm): Promise<void> {
    const now = clock.now();
    if (doneAt || dueAt.getTime() > now.getTime() + SOON_MS) return;
    await queue.enqueueAt(RING, { community: communityId as CommunityId, id }, { at: dueAt, now });
  }

  return {
    arm,
    async sweep() {
      const soon = new Date(clock.now().getTime() + SOON_MS);
      const due = await prisma.alarm.findMany({
        where: { doneAt: null, dueAt: { lte: soon } },
        orderBy: { dueAt: 'asc' },
      });
      for (const alarm of due) await arm(alarm);
    },
    async ring({ id, community, atMs }) {
      const alarm = await prisma.alarm.findFirst({ where: { id, communityId: community } });
      // Moved: another job has its new time, and only that one may ring it.
      if (!alarm || alarm.doneAt || alarm.dueAt.getTime() !== atMs) return;
      // Early, by another machine's clock: the sweep will arm it again.
      if (alarm.dueAt > clock.now()) return;
      const handler = handlers[alarm.kind];
      if (!handler) throw new Error(`no handler for the alarm ${alarm.kind}`);
      await handler(alarm.subject, community);
      // Moved while it rang: it will ring again at its new time.
      await prisma.alarm.updateMany({
        where: { id, communityId: community, dueAt: alarm.dueAt, doneAt: null },
        data: { doneAt: clock.now() },
      });
    },
  };
}
