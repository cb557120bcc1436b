import { isIP } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { MOST_BYTES } from '../../src/kernel/files.js';
import { localeFrom } from '../../src/kernel/locale.js';
import { urlOf } from '../../src/kernel/url.js';
import type { WebConfig } from './types.js';
import { type Words, wordsIn } from './words.js';

const MAX_BODY_BYTES = 256 * 1024;
/** The largest file that is taken, and the words around it. */
const MAX_WITH_FILES_BYTES = MOST_BYTES + MAX_BODY_BYTES;

const HEADERS = {
  // Everything the page needs is its own; nothing is inline.
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The words of whoever asks: the page's language, or else the browser's. */
export const wordsFor = (c: Context): Words => wordsIn(localeOf(c));

export const localeOf = (c: Context) =>
  localeFrom(c.req.query('langue') ?? c.req.header('accept-language'));

/** A refusal as a sentence that the page shows. */
export const refuse = (
  c: Context,
  status: 400 | 401 | 403 | 409 | 413 | 429 | 500 | 503,
  sentence: string,
): Response => c.text(sentence, status);

/** What every answer carries, and who may ask at all. */
export const guards = (config: WebConfig): readonly MiddlewareHandler[] => [
  async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  },
  async (c, next) => {
    if (isOurHost(c.req.header('host') ?? '', config)) return next();
    return refuse(c, 403, wordsFor(c).refusal.host);
  },
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const json = /^application\/json(;|$)/i.test(c.req.header('content-type') ?? '');
    if (isFromOurPage(c) && (json || hasFiles(c))) return next();
    return refuse(c, 403, wordsFor(c).refusal.elsewhere);
  },
  async (c, next) => {
    const maxSize = hasFiles(c) ? MAX_WITH_FILES_BYTES : MAX_BODY_BYTES;
    const onError = (): Response => refuse(c, 413, wordsFor(c).refusal.tooBig);
    return bodyLimit({ maxSize, onError })(c, next);
  },
];

/** What is said with files comes in parts, which another site's form could send too. */
export const hasFiles = (c: Context): boolean =>
  c.req.path === '/say' && /^multipart\/form-data;/i.test(c.req.header('content-type') ?? '');

/**
 * Against DNS rebinding: another site's name made to point here must not read the room. An
 * address is nobody's name, and where there is a key the other site does not have it.
 */
export function isOurHost(header: string, config: WebConfig): boolean {
  const url = /^[\w.:[\]-]+$/.test(header) ? urlOf(`http://${header}`) : null;
  if (!url) return false;
  const bare = (name: string) => name.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  const name = bare(url.hostname);
  if (config.secret !== null || name === bare(config.host)) return true;
  if (name === 'localhost' || name === '127.0.0.1' || name === '::1') return true;
  return (config.host === '0.0.0.0' || config.host === '::') && isIP(name) !== 0;
}

/** Browsers say where a request comes from; what says nothing is not our page. */
function isFromOurPage(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = c.req.header('origin');
  if (origin === undefined) return site === 'same-origin';
  return urlOf(origin)?.host === c.req.header('host');
}
