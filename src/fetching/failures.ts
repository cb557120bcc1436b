import { errors } from 'undici';
import { type Refusal, type Result, refuse } from '../kernel/result.js';
import { NotPublic } from './connector.js';

export class TooLarge extends Error {}
export class TooSlow extends Error {}
export class Garbled extends Error {}

/**
 * What a failed exchange comes to for whoever asked.
 * @throws the error itself when it is none of those that the outside can cause.
 */
export function refusalOf(error: unknown, host: string): Result<never> {
  const code = codeOf(error);
  if (error instanceof NotPublic) return refuse('fetch-not-public', { host });
  if (error instanceof TooLarge || code === 'UND_ERR_HEADERS_OVERFLOW') {
    return refuse('fetch-too-large', { host });
  }
  if (error instanceof TooSlow || SLOW.test(code)) return refuse('fetch-too-slow', { host });
  if (error instanceof Garbled || GARBLED.test(code) || isUnparsed(error))
    return refuse('fetch-garbled', { host });
  const reason = REASONS.find(([codes]) => codes.test(code))?.[1];
  if (reason === undefined) throw error;
  return refuse('fetch-unreachable', { host, reason });
}

const SLOW = /^(ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/;

/** The parsers of compressed bodies; a length that is not kept. */
const GARBLED = /^(Z_|ERR_(BROTLI_|_ERROR_FORMAT)|UND_ERR_RES_CONTENT_LENGTH)/;

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^(ENOTFOUND|ENODATA)$/, 'name'],
  [/CERT|^ERR_(TLS|SSL)|^UNABLE_TO_|^EPROTO$/, 'certificate'],
  // A name server that does not answer, a firewall here, a line that is cut.
  [/^(EAI_|ESERVFAIL|EPERM|EACCES|EINVAL|EADDRNOTAVAIL|EAFNOSUPPORT)/, 'connection'],
  [/^(ECONN|EHOST|ENET|ENOTCONN|EPIPE|UND_ERR_(SOCKET|INFO|DESTROYED|CLOSED)$)/, 'connection'],
];

const isUnparsed = (error: unknown): boolean => error instanceof errors.HTTPParserError;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** What a status that is not success means to people. */
export function statusRefusal(
  status: number,
  host: string,
  retryAfterMs: number | null,
): Result<never> {
  const params: Refusal['params'] = { host, status, kind: kindOf(status) };
  return refuse('fetch-bad-status', retryAfterMs === null ? params : { ...params, retryAfterMs });
}

function kindOf(status: number): string {
  if (status === 401 || status === 403) return 'closed';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429 || status === 503) return 'busy';
  return status >= 500 ? 'broken' : 'other';
}
