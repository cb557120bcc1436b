import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import type { Look, Passage, PassageRequest, Visit } from '../../../commands/mediation/passage.js';
import { decodeAct } from '../../../commands/view/act-id.js';
import type { View } from '../../../commands/view/view.js';
import { isLocale, type Locale, localeFrom } from '../../../src/kernel/locale.js';
import type { Log } from '../../../src/kernel/log.js';
import { PASSAGE_PATH } from '../../../src/mediation/service.js';
import { createLimiter } from '../limiter.js';
import { doorPage, placePage, saidPage } from './page.js';
import { NAMES } from './plain.js';
import { POLICY } from './style.js';

export { PASSAGE_PATH };

const COOKIE = 'ecc_passage';
const MAX_BODY_BYTES = 64 * 1024;
/** As the core has it; the core forgets it by itself. */
const KEPT_S = 30 * 24 * 3600;
/** Nobody guesses 256 bits; whoever tries must not keep the database busy. */
const TRIES = { burst: 20, perSecond: 0.2 };
const PACE = { burst: 30, perSecond: 1 };

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
} as const;

/**
 * The page of a mediator from outside. Secrets are in addresses and cookies, so neither is ever
 * logged, nor said again.
 */
export function createPassageApp(desk: {
  readonly passage: Passage;
  /** Where people reach it: how far the cookie goes, and whether it may go unencrypted. */
  readonly reachedAt: () => { readonly url: string };
  readonly log: Pick<Log, 'error'>;
  /** By which haste is measured; it only ever grows. */
  readonly nowMs?: () => number;
}): Hono {
  const { passage, reachedAt, log, nowMs = () => performance.now() } = desk;
  const app = new Hono();
  const mayTry = createLimiter({ ...TRIES, nowMs });
  const mayDo = createLimiter({ ...PACE, nowMs });
  const from = (c: Context): string => getConnInfo(c).remote.address ?? '';

  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  });
  app.use(async (c, next) => {
    // With no referrer, browsers say no origin either; what is sent holds its own proof besides.
    const site = c.req.header('sec-fetch-site') ?? 'none';
    if (c.req.method === 'POST' && site !== 'same-origin' && site !== 'none') return gone(c, 403);
    return next();
  });
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => gone(c, 413) }));

  const place = `${PASSAGE_PATH}:ref{[\\w-]{44}}`;
  const cookieOf = (ref: string): CookieOptions => {
    const { pathname, protocol } = new URL(reachedAt().url);
    return {
      path: `${pathname.replace(/\/*$/, '')}${PASSAGE_PATH}${ref}/`,
      ...{ httpOnly: true, sameSite: 'Strict', secure: protocol === 'https:' },
    };
  };
  const visitOf = async (c: Context, ref: string): Promise<Visit | null> => {
    const session = getCookie(c, COOKIE);
    return session === undefined ? null : passage.visit(ref, session);
  };

  function shown(c: Context, visit: Visit | null, view: View, look: Look | null): Response {
    const locale = chosen(c) ?? visit?.locale ?? heard(c);
    return c.html(
      placePage({
        ...{ locale, view, look },
        about: visit?.about(locale) ?? null,
        seal: sealOf(getCookie(c, COOKIE) ?? ''),
        once: randomUUID,
      }) as string,
    );
  }

  // Programs look at links before people do: looking finds nothing out, and changes nothing.
  app.get(`${place}/:secret`, (c) => c.html(doorPage(heard(c), { back: false })));

  app.post(`${place}/:secret`, async (c) => {
    const { ref, secret } = c.req.param();
    if (!mayTry(from(c))) return hurried(c);
    const back = `./?langue=${heard(c)}`;
    if (await visitOf(c, ref)) return c.redirect(back, 303);
    const session = await passage.take(ref, secret);
    if (session === null) return gone(c);
    setCookie(c, COOKIE, session, { ...cookieOf(ref), maxAge: KEPT_S });
    return c.redirect(back, 303);
  });

  app.get(place, (c) => c.redirect(`${c.req.param('ref')}/`, 308));

  app.get(`${place}/`, async (c) => {
    const visit = await visitOf(c, c.req.param('ref'));
    if (visit) {
      const locale = chosen(c) ?? visit.locale;
      const look = lookIn(c);
      return shown(c, visit, await (look ? visit.look(look, locale) : visit.home(locale)), look);
    }
    if (!mayTry(from(c))) return hurried(c);
    // From another site, a browser keeps such a cookie to itself: asked from here, it brings it.
    const came = getCookie(c, COOKIE) !== undefined || c.req.query('retour') !== undefined;
    return came ? gone(c) : c.html(doorPage(heard(c), { back: true }));
  });

  app.post(`${place}/`, async (c) => {
    const ref = c.req.param('ref');
    const session = getCookie(c, COOKIE) ?? '';
    const visit = await visitOf(c, ref);
    if (!visit) return mayTry(from(c)) ? gone(c) : hurried(c);
    if (!mayDo(session)) return hurried(c);
    const sent = await c.req.parseBody({ all: true });
    const request = isSame(textOf(sent[NAMES.seal]), sealOf(session)) ? requestOf(sent) : null;
    if (!request) return gone(c, 403);
    const locale = chosen(c) ?? visit.locale;
    const view = await visit.does(request, textOf(sent[NAMES.once]).slice(0, 64), locale);
    // What they did may have been to leave.
    const still = await visitOf(c, ref);
    if (!still) deleteCookie(c, COOKIE, cookieOf(ref));
    return shown(c, still, view, null);
  });

  app.notFound((c) => gone(c));
  app.onError((error, c) => {
    log.error({ error }, 'a page of a mediator from outside could not be shown');
    return c.html(saidPage(heard(c), 'broken'), 500);
  });
  return app;
}

type Sent = Readonly<Record<string, string | File | (string | File)[]>>;

const textOf = (value: Sent[string] | undefined): string =>
  typeof value === 'string' ? value : '';

function requestOf(sent: Sent): PassageRequest | null {
  const dialogue = textOf(sent[NAMES.dialogue]);
  if (dialogue !== '') {
    const named = Object.entries(sent).filter(([name]) => !name.startsWith('_'));
    const values = Object.fromEntries(named.map(([name, value]) => [name, textOf(value)]));
    return { type: 'form', dialogue, values };
  }
  const decoded = decodeAct(textOf(sent[NAMES.act]));
  if (!decoded) return null;
  const param = textOf(sent[NAMES.param]);
  if (param === '') return { type: 'act', ...decoded };
  const choices = [sent[NAMES.choice] ?? ''].flat().map(textOf);
  const args = { ...decoded.act.args, [param]: choices.join(',') };
  return { type: 'act', ...decoded, act: { ...decoded.act, args } };
}

function lookIn(c: Context): Look | null {
  const { vue: name, guest } = c.req.query();
  return name === undefined ? null : { name, ...(guest === undefined ? {} : { guest }) };
}

const chosen = (c: Context): Locale | null => {
  const asked = c.req.query('langue') ?? '';
  return isLocale(asked) ? asked : null;
};
const heard = (c: Context): Locale => chosen(c) ?? localeFrom(c.req.header('accept-language'));

const gone = (c: Context, status: 403 | 404 | 413 = 404): Response =>
  c.html(saidPage(heard(c), 'gone'), status) as Response;
const hurried = (c: Context): Response => c.html(saidPage(heard(c), 'hurried'), 429) as Response;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
/** Proves that a form was ours: who does not have the cookie cannot make it. */
const sealOf = (session: string): string => digest(`seal ${session}`).toString('base64url');
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
