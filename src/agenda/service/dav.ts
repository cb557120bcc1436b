import type { Credentials, Fetched, Fetcher, FetchRequest } from '../../fetching/types.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { type Answered, type Multistatus, readMultistatus } from '../caldav/multistatus.js';
import { ETAGS, multiget, STATE, syncSince, WHAT } from '../caldav/requests.js';

/** Where a calendar is, and who we are there. */
export interface Account {
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

export interface Resource {
  readonly href: string;
  readonly etag: string;
}

export interface Found {
  readonly url: string;
  readonly name: string;
}

const MOST_BYTES = 10_000_000;
/** So many at a time: an answer of bounded size. */
const AT_ONCE = 50;

/** Weak or not, the same version: servers differ in what they say where. */
export const sameEtag = (a: string, b: string): boolean => plain(a) !== '' && plain(a) === plain(b);
const plain = (etag: string): string => etag.replace(/^W\//, '').trim();

/**
 * What we need of CalDAV, a few requests over the one guarded way out. A library for it would bring
 * its own way to ask, past the guard.
 */
export function createDav(fetcher: Fetcher, { url: base, user, password }: Account) {
  const credentials: Credentials = { type: 'basic', user, password };
  const at = (href: string): string => new URL(href, base).href;
  const pathOf = (href: string): string => decode(new URL(href, base).pathname);

  const ask = (request: FetchRequest): Promise<Result<Fetched>> =>
    fetcher.fetch({ ...request, credentials, limits: { bytes: MOST_BYTES } });

  async function multi(
    url: string,
    method: 'PROPFIND' | 'REPORT',
    depth: '0' | '1',
    body: string,
  ): Promise<Result<Multistatus>> {
    const headers = { depth, 'content-type': 'application/xml; charset=utf-8' };
    const fetched = await ask({ url, method, headers, body });
    if (!fetched.ok) return fetched;
    const { status, body: bytes } = fetched.value;
    const read = status === 207 ? readMultistatus(new TextDecoder().decode(bytes)) : null;
    return read ? ok(read) : refuse('caldav-not-one', { host: new URL(url).host });
  }

  async function what(url: string): Promise<Result<Answered | null>> {
    const read = await multi(url, 'PROPFIND', '0', WHAT);
    return read.ok ? ok(read.value.answers[0] ?? null) : read;
  }

  const isCalendar = ({ types, components }: Answered): boolean =>
    types.includes('calendar') && (components.length === 0 || components.includes('VEVENT'));

  const resources = ({ answers }: Multistatus): Resource[] =>
    answers.flatMap(({ href, props, types, status }) => {
      const { getetag = '' } = props;
      const itself = types.includes('collection') || pathOf(href) === pathOf(base);
      return itself || status === 404 || getetag === ''
        ? []
        : [{ href: pathOf(href), etag: getetag }];
    });

  return {
    /** The calendars behind what somebody gave: it itself, or those of a person. */
    async discover(): Promise<Result<readonly Found[]>> {
      const first = await what(base);
      if (!first.ok) return first;
      const found = (one: Answered): Found => ({
        url: at(one.href),
        name: one.props.displayname ?? '',
      });
      if (first.value && isCalendar(first.value)) return ok([{ ...found(first.value), url: base }]);
      const principal = first.value?.hrefs['current-user-principal'];
      const person = principal ? await what(at(principal)) : first;
      if (!person.ok) return person;
      const home =
        person.value?.hrefs['calendar-home-set'] ?? first.value?.hrefs['calendar-home-set'];
      const list = await multi(at(home ?? base), 'PROPFIND', '1', WHAT);
      return list.ok ? ok(list.value.answers.filter(isCalendar).map(found)) : list;
    },

    /** What the calendar says of its state; empty for what it does not know. */
    async state(): Promise<Result<{ syncToken: string; ctag: string; name: string }>> {
      const read = await multi(base, 'PROPFIND', '0', STATE);
      if (!read.ok) return read;
      const { props } = read.value.answers[0] ?? { props: {} as Answered['props'] };
      const { 'sync-token': syncToken = '', getctag: ctag = '', displayname: name = '' } = props;
      return ok({ syncToken, ctag, name });
    },

    /** Everything in it. */
    async list(): Promise<Result<readonly Resource[]>> {
      const read = await multi(base, 'PROPFIND', '1', ETAGS);
      return read.ok ? ok(resources(read.value)) : read;
    },

    /** What changed since a token; refused when the server has forgotten it. */
    async since(token: string) {
      const read = await multi(base, 'REPORT', '0', syncSince(token));
      if (!read.ok) return read;
      const gone = read.value.answers.filter(({ status }) => status === 404 || status === 410);
      const { syncToken } = read.value;
      return ok({
        changed: resources(read.value),
        gone: gone.map(({ href }) => pathOf(href)),
        syncToken,
      });
    },

    /** The objects themselves, as far as they are still there. */
    async get(hrefs: readonly string[]): Promise<Result<readonly (Resource & { text: string })[]>> {
      const all: (Resource & { text: string })[] = [];
      for (let from = 0; from < hrefs.length; from += AT_ONCE) {
        const asked = hrefs.slice(from, from + AT_ONCE).map(encodePath);
        const read = await multi(base, 'REPORT', '1', multiget(asked));
        if (!read.ok) return read;
        for (const { href, props } of read.value.answers) {
          const { getetag: etag = '', 'calendar-data': text = '' } = props;
          if (text !== '') all.push({ href: pathOf(href), etag, text });
        }
      }
      return ok(all);
    },

    /** `changed` when it is not there as it was known (RFC 9110 §13.1). */
    async put(
      href: string,
      text: string,
      etag: string | null,
    ): Promise<Result<{ etag: string } | 'changed'>> {
      const url = at(encodePath(href));
      const condition = etag === null ? { 'if-none-match': '*' } : { 'if-match': etag };
      const headers = { ...condition, 'content-type': 'text/calendar; charset=utf-8' };
      const done = await ask({
        url,
        method: 'PUT',
        headers,
        body: text,
        expected: [404, 409, 412],
      });
      if (!done.ok) return done;
      const { status, headers: said } = done.value;
      if (status === 412 || (etag !== null && (status === 404 || status === 409)))
        return ok('changed');
      if (status >= 400)
        return refuse('fetch-bad-status', { host: new URL(url).host, status, kind: 'other' });
      if (said.etag) return ok({ etag: said.etag });
      // A server that rewrites what it is given does not say: it is asked.
      const read = await multi(url, 'PROPFIND', '0', ETAGS);
      return read.ok ? ok({ etag: read.value.answers[0]?.props.getetag ?? '' }) : read;
    },

    /** The path of an object of ours that is not there yet. */
    pathFor: (name: string): string => `${pathOf(base).replace(/\/*$/, '')}/${name}.ics`,
  };
}

export type Dav = ReturnType<typeof createDav>;

/** Servers differ in what they escape: paths are compared as they read. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
