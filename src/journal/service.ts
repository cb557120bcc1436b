import { createHash } from 'node:crypto';
import type { Alarm, PrismaClient } from '../database/generated/client.js';
import { type Tx, transaction } from '../database/transaction.js';
import { clearAlarm, setAlarm } from '../jobs/alarms.js';
import { newId } from '../kernel/ids.js';
import type { Json } from '../kernel/json.js';
import type { Keys } from '../kernel/keys.js';
import type { Log } from '../kernel/log.js';
import { type Result, refuse } from '../kernel/result.js';
import { askRoom, endRooms } from './outbox/store/private-rooms.js';
import { hushWhispers, putWhisper } from './outbox/store/whispers.js';
import type { RoomAsked, RoomEnd, Spoken } from './outbox/types.js';
import { append, claimEvent } from './store.js';
import type { Cause } from './types.js';

/** One piece of work: what it changes, and the trace it leaves, in one transaction. */
export interface Work {
  readonly tx: Tx;
  record(kind: string, subject: string, data?: Readonly<Record<string, Json>>): Promise<void>;
  /** When something must happen to `subject`; `null` when it need not any more. */
  alarm(kind: string, subject: string, dueAt: Date | null): Promise<void>;
  /**
   * Has one person told privately, without a trace of whom in the journal or the database. Its
   * subject has a key of its own; without one it is nothing.
   */
  whisper(word: Spoken): Promise<void>;
  /** Takes away all that was whispered about it. Gives how much is still to be. */
  hush(subject: string): Promise<number>;
  /**
   * Has a private room opened for these people, once; nothing says for whom. Its subject has a
   * key of its own; without one it is nothing.
   */
  askRoom(asked: RoomAsked & { readonly subject: string }): Promise<void>;
  /** Ends every private room of a subject. Gives how many still have to. */
  endRooms(subject: string, how: RoomEnd): Promise<number>;
}

export interface Journal {
  /**
   * Does `work` once per `cause.event`. A refusal undoes everything; a repeated event is refused
   * with `already-done`. After the commit, what must be said is on its way.
   */
  write<T>(cause: Cause, work: (unit: Work) => Promise<Result<T>>): Promise<Result<T>>;
}

export function createJournal(parts: {
  readonly prisma: PrismaClient;
  /** Wakes the outbox of a community, after the commit. */
  readonly wake: (community: Cause['community']) => Promise<void>;
  /** Wakes what whispers in a community, after the commit. */
  readonly wakeWhispers: (community: Cause['community']) => Promise<void>;
  readonly keys: Pick<Keys, 'find'>;
  /** Wakes what opens and ends private rooms in a community, after the commit. */
  readonly wakeRooms: (community: Cause['community']) => Promise<void>;
  /** Winds the clock of the alarms set, after the commit. */
  readonly arm: (alarm: Alarm) => Promise<void>;
  /**
   * Which alarms an entry of a kind rings at once, on what it is about: how the functions hear of
   * what happens outside of them, each in its own time and its own transaction.
   */
  readonly heard?: Readonly<Record<string, readonly string[]>>;
  readonly log: Pick<Log, 'warn'>;
}): Journal {
  return {
    async write<T>(cause: Cause, work: (unit: Work) => Promise<Result<T>>): Promise<Result<T>> {
      let recorded = false;
      let whispered = false;
      let rooms = false;
      let alarms: Alarm[] = [];
      const result = await undoOnRefusal<T>(parts.prisma, async (tx) => {
        recorded = false;
        whispered = false;
        rooms = false;
        alarms = [];
        if (
          cause.event &&
          !(await claimEvent(tx, cause.community, digest(cause.event), cause.now))
        ) {
          return refuse('already-done');
        }
        const { community, now } = cause;
        return work({
          tx,
          alarm: async (kind, subject, dueAt) => {
            if (dueAt) alarms.push(await setAlarm(tx, { community, kind, subject, dueAt, now }));
            else await clearAlarm(tx, { community, kind, subject });
          },
          whisper: async (word) => {
            const own = parts.keys.find(word.subject);
            if (!own) return;
            whispered = true;
            await putWhisper(tx, own, community, word, now);
          },
          hush: async (subject) => {
            whispered = true;
            return hushWhispers(tx, community, subject, now);
          },
          askRoom: async (asked) => {
            const own = parts.keys.find(asked.subject);
            if (!own) return;
            rooms = true;
            await askRoom(tx, own, community, asked, now);
          },
          endRooms: async (subject, how) => {
            rooms = true;
            return endRooms(tx, parts.keys, { community, subject, how }, now);
          },
          record: async (kind, subject, data = {}) => {
            recorded = true;
            await append(tx, {
              id: newId(cause.now),
              community: cause.community,
              kind,
              subject,
              member: cause.member,
              data,
              at: cause.now,
            });
            for (const alarm of parts.heard?.[kind] ?? []) {
              alarms.push(await setAlarm(tx, { community, kind: alarm, subject, dueAt: now, now }));
            }
          },
        });
      });
      if (!result.ok) return result;
      try {
        if (whispered) await parts.wakeWhispers(cause.community);
        if (rooms) await parts.wakeRooms(cause.community);
        if (recorded) await parts.wake(cause.community);
        for (const alarm of alarms) await parts.arm(alarm);
      } catch (error) {
        // What was done is done: the sweep will find it, however long the queue is away.
        parts.log.warn({ error }, 'the queue could not be told');
      }
      return result;
    },
  };
}

/** What an event was called tells a form from a button, and so, in a secret vote, too much. */
const digest = (event: string): string => createHash('sha256').update(event).digest('base64url');

class Undo<T> extends Error {
  constructor(readonly result: Result<T>) {
    super('refused');
  }
}

/** Rolls the transaction back when the result is a refusal. */
async function undoOnRefusal<T>(
  prisma: PrismaClient,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await transaction(prisma, async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Undo(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Undo) return error.result as Result<T>;
    throw error;
  }
}
