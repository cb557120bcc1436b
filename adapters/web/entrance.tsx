import { createHash, timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import { localeOf, refuse, wordsFor } from './guard.js';
import { createLimiter } from './limiter.js';
import { page } from './render/layout.js';
import { Locked } from './render/welcome.js';

const COOKIE = 'ecc_cle';
const OPEN = 'ouvert';
const THIRTY_DAYS_S = 30 * 24 * 3600;

/** Where a key is set, lets in who brings it once by a link; a signed cookie remembers. */
export function entrance(secret: string | null): MiddlewareHandler {
  if (secret === null) return (_c, next) => next();
  const limiter = createLimiter({ burst: 10, perSecond: 0.2, nowMs: () => performance.now() });

  return async (c, next) => {
    const given = c.req.method === 'GET' ? c.req.query('cle') : undefined;
    if (given !== undefined) {
      if (!limiter(getConnInfo(c).remote.address ?? '')) {
        return refuse(c, 429, wordsFor(c).refusal.tooFast);
      }
      if (!isSame(given, secret)) {
        return c.html(page(<Locked locale={localeOf(c)} wrong={true} />), 403);
      }
      await setSignedCookie(c, COOKIE, OPEN, secret, {
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
        maxAge: THIRTY_DAYS_S,
      });
      return letIn(c);
    }
    if ((await getSignedCookie(c, secret, COOKIE)) === OPEN) return next();
    if (c.req.path !== '/') return refuse(c, 401, wordsFor(c).refusal.locked);
    return c.html(page(<Locked locale={localeOf(c)} wrong={false} />), 401);
  };
}

/** To the same address without the key, so that it does not stay in the history. */
function letIn(c: Context): Response {
  const url = new URL(c.req.url);
  url.searchParams.delete('cle');
  const target = `/${url.search}`;
  if (c.req.header('sec-fetch-site') !== 'cross-site') return c.redirect(target, 303);
  // After a link on another site, a browser keeps a `Strict` cookie from a redirect but not from
  // a page that moves on by itself.
  return c.html(
    page(
      <html lang={localeOf(c)}>
        <head>
          <meta http-equiv="refresh" content={`0;url=${target}`} />
        </head>
        <body />
      </html>,
    ),
  );
}

const digest = (text: string) => createHash('sha256').update(text).digest();
const isSame = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));
