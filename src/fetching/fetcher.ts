import { Agent } from 'undici';
import { type Clock, systemClock } from '../kernel/clock.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { readBody } from './body.js';
import { guardedConnector, type Resolve, systemResolve } from './connector.js';
import { Garbled, refusalOf, statusRefusal, TooLarge, TooSlow } from './failures.js';
import { createGuard } from './guard.js';
import { headersOf, isSendable, plainHeaders } from './message.js';
import { readUrl } from './read-url.js';
import { firstHop, type Hop, nextHop } from './redirects.js';
import { retryAfterMs } from './retry-after.js';
import { createHostTurns } from './turns.js';
import type { Fetched, Fetcher, FetchRequest, Limits } from './types.js';

/** Enough for any page or feed that a person would read. */
const LIMITS: Limits = { bytes: 5_242_880, timeoutMs: 20_000, redirects: 5, ratio: 100 };

const MAX_HEADER_BYTES = 16_384;
const IDLE_MS = 4_000;
const AT_ONCE = { host: 2, all: 64 };
/** Of a body nobody reads, so that its connection can serve again. */
const DUMPED_BYTES = 16_384;

type Answer = Pick<Fetched, 'status' | 'headers' | 'body'>;

/**
 * The one way to ask something of the outside. Redirects are followed here, hop by hop, each as
 * distrusted as the first; undici follows, decompresses and remembers nothing by itself.
 */
export function createFetcher(options: {
  readonly userAgent: string;
  readonly clock?: Clock;
  /** What may be reached though it is not public: see `createGuard`. Dangerous. */
  readonly allow?: readonly string[];
  readonly resolve?: Resolve;
}): Fetcher {
  const { userAgent, clock = systemClock, allow, resolve = systemResolve } = options;
  const guard = createGuard(allow);
  const inTurn = createHostTurns(AT_ONCE);
  const agent = new Agent({
    connect: guardedConnector(guard, resolve),
    connections: AT_ONCE.host,
    maxHeaderSize: MAX_HEADER_BYTES,
    // Whatever a server proposes: thousands of them are polled.
    keepAliveMaxTimeout: IDLE_MS,
    keepAliveTimeout: IDLE_MS,
    // The whole exchange has one time limit; these would only blur it.
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  async function exchange({ url, method, body, own }: Hop, one: Exchange): Promise<Answer> {
    const { request, limits, signal } = one;
    const heard = headersOf(request, userAgent);
    const headers = own ? heard.own : heard.strangers;
    if (!Object.values(headers).every(isSendable)) throw new Garbled();
    const path = `${url.pathname}${url.search}`;
    const response = await agent.request({
      ...{ origin: url.origin, path, method, headers, body, signal },
    });
    // Whoever reads it is told too; without a listener, what is cut would end the process.
    response.body.on('error', () => undefined);
    const answer = { status: response.statusCode, headers: plainHeaders(response.headers) };
    if (!isWanted(answer.status, request)) {
      await response.body.dump({ limit: DUMPED_BYTES, signal });
      return { ...answer, body: new Uint8Array() };
    }
    try {
      if (Number(answer.headers['content-length']) > limits.bytes) throw new TooLarge();
      const encoding = answer.headers['content-encoding'] ?? '';
      return { ...answer, body: await readBody(response.body, encoding, limits) };
    } finally {
      response.body.destroy();
    }
  }

  async function follow(first: Hop, one: Exchange): Promise<Result<Fetched>> {
    let hop = first;
    for (;;) {
      const { url, permanentlyMovedTo } = hop;
      const { host } = url;
      try {
        const answer = await inTurn(url.hostname, () => exchange(hop, one.started()));
        const { status, headers } = answer;
        const next = nextHop(hop, { status, location: headers.location }, guard);
        if (next && !next.ok) return next;
        if (next && next.value.count > one.limits.redirects) {
          return refuse('fetch-too-many-redirects', { host });
        }
        if (next) {
          hop = next.value;
          continue;
        }
        const notModified = status === 304 && one.request.conditional !== undefined;
        if (notModified || isWanted(status, one.request)) {
          return ok({ ...answer, url: url.href, permanentlyMovedTo, notModified });
        }
        const wait = retryAfterMs(headers['retry-after'], clock.now());
        return statusRefusal(status, host, wait);
      } catch (error) {
        return refusalOf(one.signal.aborted ? one.signal.reason : error, host);
      }
    }
  }

  return {
    async fetch(request) {
      const url = readUrl(request.url, guard);
      if (!url.ok) return url;
      const one = createExchange(request);
      try {
        return await follow(firstHop(url.value, request), one);
      } finally {
        one.done();
      }
    },
    close: () => agent.destroy(),
  };
}

const isWanted = (status: number, { expected = [] }: FetchRequest): boolean =>
  (status >= 200 && status < 300) || expected.includes(status);

type Exchange = ReturnType<typeof createExchange>;

/** Its time runs from its first turn: waiting for that says nothing of who is asked. */
function createExchange(request: FetchRequest) {
  const limits = { ...LIMITS, ...request.limits };
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const one = {
    ...{ request, limits, signal: controller.signal },
    started() {
      timer ??= setTimeout(() => controller.abort(new TooSlow()), limits.timeoutMs);
      return one;
    },
    done: () => clearTimeout(timer),
  };
  return one;
}
