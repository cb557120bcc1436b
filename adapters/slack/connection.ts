import { setTimeout as pause } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import { isTokenRefusal, refusalOf, SlackRefused } from './errors.js';
import { asText, sdkLogger } from './logger.js';
import type { Log } from './types.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** The web socket by which Slack speaks to us, kept open. */
export interface Connection {
  readonly receiver: SocketModeReceiver;
  /**
   * Resolves when connected, or when Slack is out of reach and will be tried again.
   * @throws SlackRefused when the app token is no good.
   */
  open(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Keeps the connection: the SDK's own reconnection leaves a rejection that nobody can catch when
 * Slack is out of reach, which would stop the process, and waits five seconds on every refresh.
 * A token that is revoked while we run stops this adapter only, with a line in the log.
 */
export function createConnection({
  appToken,
  apiUrl,
  log,
  returned,
}: {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly log: Log;
  readonly returned: (() => void) | undefined;
}): Connection {
  const receiver = new SocketModeReceiver({
    ...{ appToken, logger: sdkLogger(log), autoReconnectEnabled: false },
    installerOptions: {
      clientOptions: { retryConfig: { retries: 0 }, ...(apiUrl && { slackApiUrl: apiUrl }) },
    },
  });
  const { client } = receiver;
  let closed = false;
  let opened = false;
  const ending = new AbortController();

  /** `false`: not now, and it is worth trying again. */
  async function tryOnce(): Promise<boolean> {
    try {
      await client.start();
      opened = true;
      returned?.();
      return true;
    } catch (error) {
      if (isTokenRefusal(error)) throw new SlackRefused('app-token', refusalOf(error) ?? '');
      log.warn({ error: asText(error) }, 'Slack is out of reach, trying again');
      return false;
    }
  }

  async function keepTrying(): Promise<void> {
    let wait = FIRST_WAIT_MS;
    while (!closed) {
      if (await tryOnce()) return;
      await pause(wait, undefined, { signal: ending.signal }).catch(() => undefined);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }

  async function inBackground(): Promise<void> {
    try {
      await keepTrying();
    } catch (error) {
      const why = error instanceof SlackRefused ? error.message : asText(error);
      log.error({ error: why }, 'Slack is left: its token is no good any more');
    }
  }

  client.on('disconnected', () => {
    if (closed || !opened) return;
    opened = false;
    void inBackground();
  });

  return {
    receiver,
    async open() {
      if (!(await tryOnce())) void inBackground();
    },
    async close() {
      closed = true;
      ending.abort();
      if (opened) await client.disconnect();
    },
  };
}
