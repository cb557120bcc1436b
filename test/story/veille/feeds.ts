import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, moved, type SmallWeb } from './web.js';

const HOUR = 3_600_000;

/** Something a feed says from a moment on. */
export interface Entry {
  readonly at: Date;
  /** Of the story, from 1. */
  readonly day: number;
  readonly title: string;
}

/** A feed of the small web, and what of it is to come in. */
export interface Fed {
  readonly host: string;
  readonly theme: string;
  readonly kind: string;
  /** What a reader who asks often enough and well gets of it, after the first time. */
  readonly entries: readonly Entry[];
}

type Dialect = (host: string, entries: readonly Entry[], link: (entry: Entry) => string) => string;

const xml = (encoding = 'UTF-8') => `<?xml version="1.0" encoding="${encoding}"?>`;

const rss: Dialect = (host, entries, link) =>
  `${xml()}<rss version="2.0"><channel><title>${host}</title><link>http://${host}/</link>
<description>x</description>${entries
    .map(
      (one) =>
        `<item><title>${one.title}</title><link>${link(one)}</link><pubDate>${one.at.toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

const atom: Dialect = (host, entries, link) =>
  `${xml()}<feed xmlns="http://www.w3.org/2005/Atom"><title>${host}</title><id>urn:${host}</id>
<updated>2026-11-23T00:00:00Z</updated>${entries
    .map(
      (one) =>
        `<entry><id>${link(one)}</id><title>${one.title}</title><link href="${link(one)}"/><updated>${one.at.toISOString()}</updated></entry>`,
    )
    .join('')}</feed>`;

const rdf: Dialect = (host, entries, link) =>
  `${xml()}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="http://${host}/"><title>${host}</title><link>http://${host}/</link><description>x</description></channel>
${entries
  .map(
    (one) =>
      `<item rdf:about="${link(one)}"><title>${one.title}</title><link>${link(one)}</link></item>`,
  )
  .join('')}</rdf:RDF>`;

const json: Dialect = (host, entries, link) =>
  JSON.stringify({
    ...{ version: 'https://jsonfeed.org/version/1.1', title: host },
    items: entries.map((one) => ({ id: link(one), url: link(one), title: one.title })),
  });

const DIALECTS = [rss, atom, rdf, json];

/** Two hundred and some feeds, good and bad, and what is to be read in them over three days. */
export function manyFeeds(web: SmallWeb, now: () => Date, dayOne: Date): Fed[] {
  const all: Fed[] = [];
  const at = (day: number, hour: number): Date =>
    new Date(dayOne.getTime() + ((day - 1) * 24 + hour) * HOUR);
  const day = (): number => Math.floor((now().getTime() - dayOne.getTime()) / (24 * HOUR)) + 1;

  const link =
    (host: string) =>
    ({ at: when }: Entry): string =>
      web.at(host, `/${when.toISOString().slice(0, 13)}`);
  const known = (entries: readonly Entry[]): Entry[] =>
    entries.filter((one) => one.at <= now()).toReversed();

  /** Answers what is said by now; nothing new is said as such. */
  const saying =
    (host: string, entries: readonly Entry[], dialect: Dialect, written: Written = utf8): Answer =>
    (request, response) => {
      if (request.url === '/robots.txt') return void response.writeHead(404).end();
      const said = known(entries);
      const etag = `"${said.length}"`;
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
      const { bytes, type } = written(dialect(host, said, link(host)));
      response.writeHead(200, { 'content-type': type, etag }).end(bytes);
    };

  const add = (
    kind: string,
    count: number,
    make: (index: number, host: string) => { readonly entries: Entry[]; readonly answer: Answer },
    arrives: (entries: Entry[]) => Entry[] = (entries) => entries,
  ): void => {
    for (let index = 0; index < count; index++) {
      const host = `${kind}-${index}.example`;
      const { entries, answer } = make(index, host);
      web.sites.set(host, answer);
      all.push({ host, kind, theme: 'Presse', entries: arrives(entries.filter(isNew)) });
    }
  };
  /** What was said before it was followed stays unsaid. */
  const isNew = (one: Entry): boolean => one.at >= at(1, 11);

  /** An old one, then one a day. */
  const daily = (host: string, hour: number, days = [1, 2, 3]): Entry[] => [
    { day: 1, at: at(1, 1), title: `Avant ${host}` },
    ...days.map((one) => ({ day: one, at: at(one, hour), title: `${host}, jour ${one}` })),
  ];
  const often = (index: number): number => 11 + (index % 6);
  const ordinary = (dialect: Dialect, written?: Written) => (index: number, host: string) => {
    const days = [1, 2, 3].filter((one) => (index + one) % 3 === 0);
    const entries = daily(host, often(index), days);
    return { entries, answer: saying(host, entries, dialect, written) };
  };

  for (const [index, name] of ['rss', 'atom', 'rdf', 'json'].entries()) {
    add(name, 30, ordinary(DIALECTS[index] ?? rss));
  }
  add('silent', 20, (_, host) => ({ entries: [], answer: saying(host, [], rss) }));
  add('latin', 6, ordinary(rss, declared('ISO-8859-1', 'latin1', 'text/xml')));
  add('windows', 6, ordinary(rss, declared('windows-1252', 'latin1', 'application/rss+xml')));
  add('unsaid', 6, ordinary(rss, declared('UTF-8', 'utf8', 'text/plain')));
  add(
    'preceded',
    6,
    ordinary(
      rss,
      edited((text) => `\n\n  ${text}`),
    ),
  );
  add(
    'unescaped',
    6,
    ordinary(
      rss,
      edited((text) => text.replaceAll(', jour', ' & cie, jour')),
    ),
  );
  add('untyped', 6, ordinary(atom, declared('UTF-8', 'utf8', 'text/html')));

  // Moved for good, the second day: what was said there is not said again from where it is now.
  add('moved', 10, (_, host) => {
    const entries = daily(host, 12);
    const there = `new-${host}`;
    const here = saying(host, entries, rss);
    web.sites.set(there, here);
    const answer: Answer = (request, response) =>
      day() < 2 ? here(request, response) : moved(web.at(there, '/'))(request, response);
    return { entries, answer };
  });
  add('elsewhere', 4, (_, host) => {
    const entries = daily(host, 12);
    web.sites.set(`cdn-${host}`, saying(host, entries, atom));
    return { entries, answer: moved(web.at(`cdn-${host}`), 302) };
  });
  add('slow', 6, (_, host) => {
    const entries = daily(host, 13);
    return { entries, answer: trickling(saying(host, entries, rss)) };
  });
  // From the second day there is nothing to read in them.
  const spoilt = (broken: Answer) => (_: number, host: string) => {
    const entries = daily(host, 12);
    const good = saying(host, entries, rss);
    const answer: Answer = (request, response) =>
      day() < 2 || request.url === '/robots.txt'
        ? good(request, response)
        : broken(request, response);
    return { entries, answer };
  };
  const onlyFirst = (entries: Entry[]): Entry[] => entries.filter((one) => one.at < at(2, 0));
  add('huge', 4, spoilt(huge), onlyFirst);
  add('garbled', 4, spoilt(garbled), onlyFirst);
  add('gone', 4, spoilt(gone), onlyFirst);
  add('inward', 4, spoilt(moved('http://169.254.169.254/latest/meta-data/', 302)), onlyFirst);
  add('bomb', 4, spoilt(bomb), onlyFirst);
  add('deflated', 4, spoilt(deflated), onlyFirst);
  // Too busy for six hours on the second day, then as before.
  add('busy', 6, (_, host) => {
    const entries = daily(host, 12);
    const good = saying(host, entries, rss);
    const isBusy = (): boolean => now() >= at(2, 8) && now() < at(2, 14);
    const answer: Answer = (request, response) => {
      if (!isBusy() || request.url === '/robots.txt') return good(request, response);
      response.writeHead(503, { 'retry-after': '3600' }).end();
    };
    return { entries, answer };
  });
  // Nobody but people may read these.
  add(
    'reserved',
    4,
    (_, host) => {
      const entries = daily(host, 12);
      const good = saying(host, entries, rss);
      const answer: Answer = (request, response) =>
        request.url === '/robots.txt'
          ? void response.writeHead(200).end('User-agent: *\nDisallow: /')
          : good(request, response);
      return { entries, answer };
    },
    () => [],
  );
  // What they say is harmless, and said.
  add('hostile', 4, (index, host) => {
    const entries = daily(host, 12).map((one) => ({
      ...one,
      title: one.title.replace(
        ',',
        [' @everyone', ' <!channel>', ' [x](javascript:x)', ' \u202Eabc'][index] ?? '',
      ),
    }));
    const inXml = entries.map((one) => ({ ...one, title: `<![CDATA[${one.title}]]>` }));
    return { entries, answer: saying(host, inXml, rss) };
  });
  return all;
}

interface Bytes {
  readonly bytes: string | Buffer;
  readonly type: string;
}
type Written = (text: string) => Bytes;
const utf8: Written = (bytes) => ({ bytes, type: 'application/xml; charset=utf-8' });
const edited =
  (edit: (text: string) => string): Written =>
  (text) =>
    utf8(edit(text));
/** The encoding is said in the document alone. */
const declared =
  (name: string, encoding: BufferEncoding, type: string): Written =>
  (text) => ({ bytes: Buffer.from(text.replace('UTF-8', name), encoding), type });

const trickling =
  (answer: Answer): Answer =>
  (request, response) => {
    const { end } = response;
    response.end = ((bytes?: string) => {
      const text = String(bytes ?? '');
      const half = Math.floor(text.length / 2);
      response.write(text.slice(0, half));
      setTimeout(() => end.call(response, text.slice(half), 'utf8'), 200);
      return response;
    }) as ServerResponse['end'];
    answer(request, response);
  };

const huge: Answer = (_: IncomingMessage, response) => {
  response.writeHead(200, { 'content-type': 'application/rss+xml' });
  const block = Buffer.alloc(1_048_576, ' ');
  for (let count = 0; count < 8; count++) response.write(block);
  response.end();
};
const garbled: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/rss+xml' }).end('<rss><channel><item>');
};
const gone: Answer = (_, response) => {
  response.writeHead(410).end();
};
/** Entities in entities: with each expanded, gigabytes. */
const bomb: Answer = (_, response) => {
  const levels = Array.from(
    { length: 12 },
    (__, level) => `<!ENTITY b${level} "${`&b${level + 1};`.repeat(10)}">`,
  );
  const text = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY b12 "aaaaaaaaaa">${levels.join('')}
<!ENTITY far SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&b0;&far;</title></channel></rss>`;
  response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(text);
};
/** Says that it is compressed, and is not. */
const deflated: Answer = (_, response) => {
  response
    .writeHead(200, { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip' })
    .end('<rss version="2.0"></rss>');
};

/** The list of them all, in one folder. */
export const opml = (web: SmallWeb, all: readonly Fed[]): string =>
  `<?xml version="1.0"?><opml version="2.0"><body><outline text="Presse">${all
    .map(({ host }) => `<outline text="${host}" type="rss" xmlUrl="${web.at(host)}"/>`)
    .join('')}</outline></body></opml>`;
