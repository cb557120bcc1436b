import { setTimeout as sleep } from 'node:timers/promises';
import { type EncryptedRoomEvent, MatrixClient, MatrixError, type RoomEvent } from 'matrix-bot-sdk';
import type { Log } from '../../src/kernel/log.js';
import { type Happening, type SyncAnswer, timelinesOf } from './sync.js';
import type { Content } from './types.js';

/** A rate limit longer than this is left to who asked: the outbox tries again. */
const PATIENCE_MS = 15_000;
const WAIT_MS = { first: 500, most: 30_000 };
/** How far behind the answers may be before we stop listening to more. */
const MOST_PENDING = 50;
const MOST_PAGES = 20;
const PAGE = 100;

/** What the SDK looks for under `crypto`, as `crypto/engine` makes it. */
interface Cryptography {
  isRoomEncrypted(roomId: string): Promise<boolean>;
  encryptRoomEvent(roomId: string, type: string, content: Content): Promise<Content>;
  decryptRoomEvent(event: EncryptedRoomEvent, roomId: string): Promise<RoomEvent<unknown>>;
  encryptMedia(bytes: Buffer): Promise<{ buffer: Buffer; file: Content }>;
  /** `null` when it is not what its event says. */
  decryptMedia(bytes: Uint8Array, file: Content): Uint8Array | null;
  close(): Promise<unknown>;
}

export const errcodeOf = (error: unknown): string | null =>
  error instanceof MatrixError ? error.errcode : null;

const AWAY =
  /^(ECONN|ETIMEDOUT|ESOCKETTIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)/;

/** The homeserver does not answer now, and may later; the same call can be made again. */
export function isPassing(error: unknown): boolean {
  if (errcodeOf(error) === 'M_LIMIT_EXCEEDED') return true;
  if (typeof error !== 'object' || error === null) return false;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return (
    (typeof code === 'string' && AWAY.test(code)) ||
    (typeof statusCode === 'number' && statusCode >= 500)
  );
}

/** Longer and longer, in milliseconds. */
export const waitMs = (failures: number): number =>
  Math.min(WAIT_MS.first * 2 ** failures, WAIT_MS.most);

/** What the SDK calls it, of what is listened to. */
const KINDS: Readonly<Record<string, Happening['type']>> = {
  'room.invite': 'invite',
  'room.leave': 'leave',
  'room.event': 'event',
};

type Arguments = Parameters<MatrixClient['doRequest']>;

/**
 * The SDK's client with a sync that loses nothing: its place is kept only once what came before
 * has been answered, gaps are read back, failures wait longer and longer, and rate limits are
 * waited for.
 */
export class SteadyClient extends MatrixClient {
  /** Told of what happens, in order; kept as heard when it resolves. */
  hear: (happenings: readonly Happening[]) => Promise<void> = async () => undefined;
  /** The homeserver no longer knows our token. */
  lost: () => void = () => undefined;
  /** The homeserver answers again. */
  back: () => void = () => undefined;
  log: Pick<Log, 'warn'> | null = null;
  readonly #leaving = new AbortController();
  /** How encrypted rooms are read; `null`: they are not. */
  olm: Cryptography | null = null;
  #pending: Promise<void>[] = [];
  #missed = false;

  override async doRequest(...args: Arguments): ReturnType<MatrixClient['doRequest']> {
    for (let waited = 0; ; ) {
      try {
        return await super.doRequest(...args);
      } catch (error) {
        const limited = errcodeOf(error) === 'M_LIMIT_EXCEEDED';
        const wait = (error instanceof MatrixError && error.retryAfterMs) || 1_000;
        if (!limited || waited + wait > PATIENCE_MS) throw error;
        waited += wait;
        await this.pause(wait);
      }
    }
  }

  /** The SDK asks its own crypto, which cannot be loaded everywhere, for the same things. */
  encryptWith(olm: Cryptography): void {
    this.olm = olm;
    Object.defineProperty(this, 'crypto', { value: olm });
  }

  /** We stop: nothing new is begun. */
  get isLeaving(): boolean {
    return this.#leaving.signal.aborted;
  }

  /** Rejects when we stop meanwhile. */
  async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#leaving.signal });
  }

  /** Called by `start`. */
  protected override async startSync(): Promise<void> {
    void this.#follow(await this.storageProvider.getSyncToken());
  }

  /** Finishes what was heard, then stops. */
  async finish(): Promise<void> {
    this.stop();
    this.#leaving.abort();
    await Promise.allSettled(this.#pending);
    await this.olm?.close();
  }

  async #follow(since: string | null): Promise<void> {
    let position = since;
    for (let failures = 0; !this.isLeaving; ) {
      try {
        position = await this.#listen(position);
        if (failures > 0) this.back();
        failures = 0;
      } catch (error) {
        if (this.isLeaving) return;
        if (errcodeOf(error) === 'M_UNKNOWN_TOKEN') return this.lost();
        const wait = waitMs(failures++);
        this.log?.warn({ errcode: errcodeOf(error), waitMs: wait }, 'the homeserver is away');
        await this.pause(wait).catch(() => undefined);
      }
    }
  }

  /** One sync; gives the place reached. */
  async #listen(since: string | null): Promise<string> {
    const answer: SyncAnswer = await this.doRequest(
      'GET',
      '/_matrix/client/v3/sync',
      {
        filter: JSON.stringify({
          room: { timeline: { limit: PAGE }, state: { lazy_load_members: true } },
          presence: { types: [] },
        }),
        timeout: since === null ? 0 : this.syncingTimeout,
        ...(since === null ? {} : { since }),
      },
      null,
      since === null ? 600_000 : this.syncingTimeout + 10_000,
    );
    if (this.isLeaving) throw new Error('leaving');
    for (const [roomId, timeline] of timelinesOf(answer)) {
      // Before we were there, it was not said to us.
      if (since === null) timeline.events = [];
      else if (timeline.limited) await this.#readBack(roomId, timeline, since);
    }
    const happenings: Happening[] = [];
    await this.processSync(answer, async (type, ...payload) => {
      this.emit(type, ...payload);
      const kind = KINDS[type];
      const [roomId, event] = payload;
      if (kind) happenings.push({ type: kind, roomId, event });
    });
    this.#keep(answer.next_batch, this.hear(happenings));
    if (this.#pending.length > MOST_PENDING) await this.#pending[0];
    return answer.next_batch;
  }

  /** The place is kept in order, each once all before it was heard; nothing after a loss. */
  #keep(place: string, heard: Promise<void>): void {
    const before = this.#pending.at(-1);
    const kept = Promise.all([heard, before])
      .then(async () => {
        if (!this.#missed) await this.storageProvider.setSyncToken(place);
      })
      .catch((error: unknown) => {
        this.#missed = true;
        this.log?.warn({ error }, 'a place in the sync was not kept: it will be heard again');
      })
      .finally(() => {
        this.#pending = this.#pending.filter((one) => one !== kept);
      });
    this.#pending.push(kept);
  }

  /** What was said between two syncs, beyond what one of them holds. */
  async #readBack(
    roomId: string,
    timeline: { events: unknown[]; prev_batch?: string },
    since: string,
  ): Promise<void> {
    let from = timeline.prev_batch;
    for (let page = 0; from && page < MOST_PAGES; page++) {
      const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/messages`;
      const read: { chunk: unknown[]; end?: string } = await this.doRequest('GET', path, {
        ...{ from, to: since, dir: 'b', limit: PAGE },
      });
      timeline.events.unshift(...read.chunk.toReversed());
      if (read.chunk.length === 0) return;
      from = read.end;
    }
  }
}
