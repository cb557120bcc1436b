import { DiscordAPIError, HTTPError } from 'discord.js';

/** Discord's own codes that mean something to us. */
export const CODES = {
  unknownChannel: 10003,
  unknownGuild: 10004,
  unknownMember: 10007,
  unknownMessage: 10008,
  unknownUser: 10013,
  unknownInteraction: 10062,
  unknownEvent: 10070,
  eventsFull: 30038,
  alreadyAcknowledged: 40060,
  missingAccess: 50001,
  messagesClosed: 50007,
  missingPermissions: 50013,
  wrongChannelType: 50024,
} as const;

/** An error of Discord's without what was sent: texts may be confidential, addresses hold tokens. */
export class DiscordFailure extends Error {
  constructor(
    readonly code: number | string,
    readonly status: number | null,
    message: string,
  ) {
    super(message);
    this.name = 'DiscordFailure';
  }
}

/** Keeps what may be logged of any error that came from Discord or from the way there. */
export function quiet(error: unknown): DiscordFailure {
  if (error instanceof DiscordFailure) return error;
  if (error instanceof DiscordAPIError) {
    return new DiscordFailure(error.code, error.status, explain(error));
  }
  if (error instanceof HTTPError) {
    return new DiscordFailure('http', error.status, `Discord answered ${error.status}`);
  }
  return error instanceof Error
    ? unexpected(error)
    : new DiscordFailure('unknown', null, 'unknown');
}

/** Where it happened is kept; what was said of it is not, but for the way to Discord itself. */
function unexpected(error: Error & { readonly code?: unknown }): DiscordFailure {
  const cause = Object(error.cause) as { code?: unknown };
  const code = String(error.code ?? cause.code ?? error.name);
  const away = /^(E[A-Z]+|UND_ERR_\w+)$/.test(code) || error.name === 'AbortError';
  const failure = new DiscordFailure(code, null, away ? 'Discord cannot be reached' : error.name);
  failure.stack = `${error.name}\n${(error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')}`;
  return failure;
}

function explain({ code, rawError }: DiscordAPIError): string {
  if (code === CODES.missingAccess || code === CODES.missingPermissions) {
    return 'ECC may not write in this Discord channel: it needs View Channel, Send Messages, Embed Links and Attach Files there';
  }
  if (code === CODES.unknownChannel) return 'this Discord channel no longer exists';
  const said = 'message' in rawError ? rawError.message : 'error';
  return `Discord refuses: ${said} (${code})`;
}

export const hasCode = (error: unknown, ...codes: readonly number[]): boolean =>
  codes.some((code) => quiet(error).code === code);
