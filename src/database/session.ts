import type { PGlite } from '@electric-sql/pglite';

type Send = (bytes: Uint8Array) => void;

interface Connection {
  readonly id: number;
  /** Messages received since the last one that asks for an answer. */
  pending: Uint8Array[];
  send: Send;
  listens: boolean;
}

interface Turn {
  readonly connection: Connection;
  readonly messages: Uint8Array;
  /** The type of the message that asks for the answer. */
  readonly asks: string;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** Messages that PostgreSQL answers at once; the others only prepare them (protocol 3.0, §54.2). */
const ASKING = new Set(['\0', 'Q', 'S', 'H', 'F']);

/**
 * Shares PGlite's one session between connections as if each had its own: a connection has the
 * session from the first message of a query until PostgreSQL is idle again, so that neither
 * another's unnamed statement nor another's query can slip into its query or its transaction.
 *
 * It stands in for the queue of pglite-socket 0.2.11, which takes turns message by message (a
 * query that arrives in several reads loses its unnamed portal to another's), passes on the
 * ReadyForQuery that PGlite adds before Sync after an error (the next query gets no rows), tells
 * a notification to the connection that caused it instead of those that listen, and stops for
 * ever after one exception. `test/database/session.test.ts` fails on it.
 *
 * What stays shared: settings (`SET`), named statements, advisory locks and `UNLISTEN`. COPY
 * from the client is not for here.
 */
export class SharedSession {
  readonly #db: PGlite;
  readonly #connections = new Map<number, Connection>();
  #turns: Turn[] = [];
  /** Who has the session between two turns: in a transaction, or before its Sync. */
  #owner: Connection | null = null;
  #running = false;

  constructor(db: PGlite) {
    this.#db = db;
  }

  /** Takes one message; what PostgreSQL answers to it goes to `send`. */
  async enqueue(id: number, message: Uint8Array, send: Send): Promise<number> {
    const connection = this.#connections.get(id) ?? { id, pending: [], send, listens: false };
    this.#connections.set(id, connection);
    connection.send = send;
    connection.pending.push(message);
    const asks = String.fromCharCode(message[0] ?? 0);
    if (ASKING.has(asks)) {
      const messages = Buffer.concat(connection.pending);
      connection.pending = [];
      await new Promise<void>((done, failed) => {
        this.#turns.push({ connection, messages, asks, done, failed });
        void this.#run();
      });
    }
    return 0;
  }

  getQueueLength(): number {
    return this.#turns.length;
  }

  /** The connection is gone: what it asked and was not begun will not be. */
  clearQueueForHandler(id: number): void {
    const gone = this.#turns.filter((turn) => turn.connection.id === id);
    this.#turns = this.#turns.filter((turn) => turn.connection.id !== id);
    this.#connections.delete(id);
    for (const turn of gone) turn.failed(new Error('the connection is gone'));
  }

  /** The connection is gone: a transaction it left open is rolled back. */
  clearTransactionIfNeeded(): Promise<void> {
    return this.#run();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (;;) {
      await this.#takeBackFromTheGone();
      const turn = this.#next();
      if (!turn) break;
      try {
        this.#tell(turn.connection, readAnswer(await this.#execute(turn.messages), turn.asks));
        turn.done();
      } catch (error) {
        this.#owner = null;
        turn.failed(error);
      }
    }
    this.#running = false;
  }

  #next(): Turn | undefined {
    const index = this.#turns.findIndex((t) => !this.#owner || t.connection === this.#owner);
    return index < 0 ? undefined : this.#turns.splice(index, 1)[0];
  }

  #tell(connection: Connection, answer: Answer): void {
    connection.listens ||= answer.listens;
    this.#owner = answer.idle ? null : connection;
    connection.send(answer.bytes);
    if (answer.notifications.length === 0) return;
    for (const other of this.#connections.values()) {
      if (other.listens && other !== connection) other.send(answer.notifications);
    }
  }

  async #takeBackFromTheGone(): Promise<void> {
    if (!this.#owner || this.#connections.has(this.#owner.id)) return;
    this.#owner = null;
    await this.#execute(SYNC).catch(() => undefined);
    await this.#execute(ROLLBACK).catch(() => undefined);
  }

  async #execute(messages: Uint8Array): Promise<Buffer> {
    const chunks: Buffer[] = [];
    await this.#db.execProtocolRawStream(messages, {
      onRawData: (bytes) => chunks.push(Buffer.from(bytes)),
    });
    return Buffer.concat(chunks);
  }
}

const SYNC = Buffer.from('S\0\0\0\x04', 'latin1');
const ROLLBACK = Buffer.from('Q\0\0\0\x0dROLLBACK\0', 'latin1');

interface Answer {
  readonly bytes: Buffer;
  readonly notifications: Buffer;
  readonly idle: boolean;
  readonly listens: boolean;
}

/** Cuts PostgreSQL's answer into its messages (a type byte, four bytes of length, the rest). */
function readAnswer(raw: Buffer, asks: string): Answer {
  const kept: Buffer[] = [];
  const notifications: Buffer[] = [];
  let ready: Buffer | null = null;
  let listens = false;
  for (let at = 0; at < raw.length; ) {
    const end = at + 1 + raw.readInt32BE(at + 1);
    const message = raw.subarray(at, end);
    const type = String.fromCharCode(message[0] ?? 0);
    if (type === 'Z') ready = message;
    else kept.push(message);
    if (type === 'A') notifications.push(message);
    if (type === 'C' && message.toString('latin1', 5) === 'LISTEN\0') listens = true;
    at = end;
  }
  // One question, one ReadyForQuery, and none for a Flush, after which a Sync must still come.
  const flushed = asks === 'H' || asks === 'F';
  if (ready && !flushed) kept.push(ready);
  const idle = !flushed && ready?.[5] === 'I'.charCodeAt(0);
  return { bytes: Buffer.concat(kept), notifications: Buffer.concat(notifications), idle, listens };
}
