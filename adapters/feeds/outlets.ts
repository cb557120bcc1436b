import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { feedText, sitesText } from '../../commands/veille/giving/documents.js';
import {
  csvExport,
  type Export,
  jsonExport,
  markdownExport,
} from '../../commands/veille/giving/exports.js';
import type { Clock } from '../../src/kernel/clock.js';
import { isLocale, type Locale, localeFrom } from '../../src/kernel/locale.js';
import { FEED_TYPES, type WrittenKind } from '../../src/veille/reading/write-feed.js';
import {
  type Given,
  OUTLETS_PATH,
  PIECES_AT_A_TIME,
  type VeilleService,
} from '../../src/veille/service.js';
import type { Piece } from '../../src/veille/types/giving.js';
import { type ErrorLog, isKnown, streamed } from './answer.js';
import { gonePage, outletPage, PAGE_POLICY } from './page.js';

export { OUTLETS_PATH };

/** Asked by what is in an address: nothing else answers to a name. */
const FEEDS: ReadonlyMap<string, WrittenKind> = new Map([
  ['flux.rss', 'rss'],
  ['flux.atom', 'atom'],
  ['flux.json', 'json'],
]);

const EXPORTS: Readonly<Record<string, { readonly type: string; readonly write: Export }>> = {
  csv: { type: 'text/csv; charset=utf-8', write: csvExport },
  json: { type: 'application/json; charset=utf-8', write: jsonExport },
  md: { type: 'text/markdown; charset=utf-8', write: markdownExport },
};

/** What a file holds: pages, or the list of editions where they all are. */
function exportNamed(file: string, { subject }: Given['collection']) {
  const [, name, extension = ''] = /^(pages|numeros)\.(csv|json|md)$/.exec(file) ?? [];
  const wanted = subject.type === 'editions' ? 'numeros' : 'pages';
  return name === wanted ? EXPORTS[extension] : undefined;
}

/** Of an address that gives editions, one of them: `…/N-3/`. */
const EDITION = ':edition{N-[0-9]+}';

/** What a community gives to read elsewhere, as a page, feeds, a list and files. */
export function outlets(desk: {
  readonly veille: Pick<VeilleService, 'given' | 'outletAddress'>;
  readonly clock: Clock;
  readonly log: ErrorLog;
}): Hono {
  const app = new Hono();
  /** What is asked for, an edition of it where one is named. */
  const asked = (c: Context): Promise<Given | null> => {
    const named = c.req.param('edition');
    const number = named === undefined ? null : numberIn(named.slice('N-'.length));
    if (named !== undefined && number === null) return Promise.resolve(null);
    return desk.veille.given(c.req.param('key') ?? '', desk.clock.now(), number);
  };
  const gone = (c: Context) =>
    c.html(gonePage(localeOf(c) ?? 'fr'), 404, { 'Content-Security-Policy': PAGE_POLICY });

  // What is beside a page is named from where it is.
  const slashed = async (c: Context) => {
    const last = c.req.param('edition') ?? c.req.param('key') ?? '';
    return (await asked(c)) ? c.redirect(`${encodeURIComponent(last)}/`, 308) : gone(c);
  };

  const page = async (c: Context) => {
    const given = await asked(c);
    if (!given) return gone(c);
    const locale = localeOf(c) ?? given.community.locale;
    const before = numberIn(c.req.query('avant'));
    const shown = await firstOf(given, before);
    const html = outletPage({ given, locale, before, ...shown, now: desk.clock.now() });
    return whole(c, given, html, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': PAGE_POLICY,
    });
  };

  const beside = async (c: Context) => {
    const given = await asked(c);
    if (!given) return gone(c);
    const { file = '', key = '', edition } = c.req.param();
    const { collection, outlet, community } = given;
    const around = { locale: localeOf(c) ?? community.locale, since: outlet.createdAt };
    const kind = FEEDS.get(file);
    if (kind) {
      const { href } = desk.veille.outletAddress(key);
      const home = edition === undefined ? href : `${href}${edition}/`;
      const text = await feedText(collection, kind, { ...around, home, self: `${home}${file}` });
      return whole(c, given, text, { 'Content-Type': FEED_TYPES[kind] });
    }
    // A list of nothing is no OPML (its body holds at least one outline).
    if (file === 'sites.opml' && collection.sites.length > 0) {
      const headers = { 'Content-Type': 'text/x-opml; charset=utf-8', ...attached('sites.opml') };
      return whole(c, given, sitesText(collection, around), headers);
    }
    const one = exportNamed(file, collection);
    if (!one) return gone(c);
    const dated = { locale: around.locale, zone: community.zone, now: desk.clock.now() };
    return c.body(streamed(one.write(collection, dated), desk.log), 200, {
      ...{ ...headersOf(given), 'Content-Type': one.type, ...attached(`veille-${file}`) },
    });
  };

  for (const at of [`${OUTLETS_PATH}:key`, `${OUTLETS_PATH}:key/${EDITION}`]) {
    app.get(at, slashed);
    app.get(`${at}/`, page);
  }
  for (const at of [`${OUTLETS_PATH}:key`, `${OUTLETS_PATH}:key/${EDITION}`]) {
    app.get(`${at}/:file`, beside);
  }
  return app;
}

/** A language that is asked for; `null`: the community's own. */
function localeOf(c: Context): Locale | null {
  const chosen = c.req.query('langue') ?? '';
  if (isLocale(chosen)) return chosen;
  const header = c.req.header('accept-language');
  return header ? localeFrom(header) : null;
}

const numberIn = (said: string | undefined): number | null =>
  /^\d{1,7}$/.test(said ?? '') ? Number(said) : null;

const attached = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"` });

/** One page of pieces, and whether there are others before. */
async function firstOf(
  { collection }: Given,
  before: number | null,
): Promise<{ readonly pieces: readonly Piece[]; readonly older: boolean }> {
  const all = collection.pieces(before);
  const first = await all.next();
  const pieces = first.done ? [] : first.value;
  const next = pieces.length < PIECES_AT_A_TIME ? null : await all.next();
  await all.return(undefined);
  return { pieces, older: next !== null && !next.done && next.value.length > 0 };
}

/** What is public may be kept a while, found, and read by the pages of other sites. */
const headersOf = ({ outlet }: Given): Record<string, string> =>
  outlet.key === null
    ? { Vary: 'Accept-Language' }
    : {
        ...{ Vary: 'Accept-Language', 'Cache-Control': 'public, max-age=300' },
        ...{ 'X-Robots-Tag': 'all', 'Access-Control-Allow-Origin': '*' },
      };

/** A whole text, or nothing when the reader has it already. */
function whole(
  c: Context,
  given: Given,
  text: string,
  headers: Readonly<Record<string, string>>,
): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const all = { ...headersOf(given), ...headers, ETag: etag };
  return isKnown(c, etag) ? c.body(null, 304, all) : c.body(text, 200, all);
}
