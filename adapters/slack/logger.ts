import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from './types.js';

/** Tokens, tickets of web sockets, and response addresses, which are as good as a token. */
const SECRET =
  /\bx(?:ox[a-z]|app)-[\w-]+|(?<=[?&](?:ticket|code|state)=)[^\s&"]+|(?<=hooks\.slack\.com\/)\S+/g;

export const redacted = (text: string): string => text.replaceAll(SECRET, '[…]');

/**
 * The SDK's logger, in ours. Below a warning it tells whole payloads, people's words and secret
 * ballots included: those lines are dropped.
 */
export function sdkLogger(log: Log): Logger {
  const say =
    (level: 'warn' | 'error') =>
    (...message: unknown[]) =>
      log[level]({ slack: redacted(message.map(asText).join(' ')) }, 'the Slack SDK says');
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: say('warn'),
    error: say('error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

/** An error as one line: its own fields may hold what was sent. */
export const asText = (value: unknown): string =>
  value instanceof Error ? redacted(`${value.name}: ${value.message}`) : String(value);
