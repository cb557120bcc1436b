import { setTimeout as pause } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import { sdkLogger } from './logger.js';
import type { Log } from './types.js';

export type SlackClient = webApi.WebClient;

/** Longer than Slack takes; without it the SDK waits for ever. */
const TIMEOUT_MS = 10_000;
/** Longer is left to the outbox, which tries again later: a worker holds its room for 30 s. */
const LONGEST_WAIT_S = 15;

/**
 * A client that tries nothing twice by itself: the SDK cannot tell a request that was refused
 * for its rate from one whose answer was lost, and a message must not be posted twice.
 */
export const clientOptions = (parts: {
  readonly apiUrl?: string | undefined;
  readonly log: Log;
}) => ({
  ...(parts.apiUrl !== undefined && { slackApiUrl: parts.apiUrl }),
  logger: sdkLogger(parts.log),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: TIMEOUT_MS,
});

/** Calls again when Slack asks to wait, after as long as it says; three times at most. */
export async function patiently<T>(call: () => Promise<T>, left = 3): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const waits = error instanceof webApi.WebAPIRateLimitedError;
    if (!waits || left === 0 || error.retryAfter > LONGEST_WAIT_S) throw error;
    await pause(error.retryAfter * 1000);
    return patiently(call, left - 1);
  }
}
