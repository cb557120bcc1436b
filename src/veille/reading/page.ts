import { webAddress } from './addresses.js';
import { readMoment } from './dates.js';
import { type Gathered, gather } from './gather.js';
import { readLanguage } from './language.js';
import { plainLine } from './plain.js';
import { readStructured, type Structured } from './structured.js';
import type { FeedLink, Page } from './types.js';

export const LONGEST_TITLE = 300;
export const LONGEST_SUMMARY = 600;
export const LONGEST_NAME = 200;
const LONGEST_TEXT = 20_000;
const MOST_FEEDS = 20;

export interface Source {
  /** The address that answered. */
  readonly url: string;
  /** The header, when there was one. */
  readonly contentType?: string | undefined;
}

/** What a page says of itself, from its text: see `decodeText`. Never throws, whatever it holds. */
export function readPage(html: string, { url, contentType = '' }: Source): Page {
  if (!isText(contentType)) return fileAt(url, contentType);
  const found = gather(html);
  const data = readStructured(found.scripts);
  const base = webAddress(found.base, url) ?? url;
  const meta = (...names: string[]): string =>
    names.map((name) => found.metas.get(name)).find(Boolean) ?? '';
  const line = (most: number, ...candidates: (string | undefined)[]): string => {
    for (const candidate of candidates) {
      const plain = plainLine(candidate ?? '', most);
      if (plain) return plain;
    }
    return '';
  };
  return {
    title: line(
      LONGEST_TITLE,
      ...[meta('og:title', 'twitter:title', 'dc.title', 'citation_title'), data.title],
      ...[found.title, found.heading],
    ),
    summary: line(
      LONGEST_SUMMARY,
      ...[meta('og:description', 'twitter:description', 'description', 'dc.description')],
      ...[data.summary, found.paragraphs.join(' ')],
    ),
    image: webAddress(
      meta(
        'og:image:secure_url',
        'og:image',
        'og:image:url',
        'twitter:image',
        'twitter:image:src',
      ) || data.image,
      base,
    ),
    author: line(LONGEST_NAME, ...authors(meta, data)),
    publishedAt: publishedAt(meta, data, found),
    language: readLanguage([
      ...[found.language, data.language, meta('og:locale'), meta('content-language')],
      meta('dc.language', 'language'),
    ]),
    canonical: webAddress(linkTo(found, 'canonical') || meta('og:url'), base),
    feeds: feedsOf(found, base),
    text: plainLine(found.text, LONGEST_TEXT),
  };
}

type Meta = (...names: string[]) => string;

function authors(meta: Meta, data: Structured): (string | undefined)[] {
  const named = [
    meta('author', 'dc.creator', 'parsely-author'),
    meta('article:author', 'citation_author'),
  ];
  // Many sites put there the address of a profile.
  return [data.author, ...named].filter((name) => name && !/^https?:/i.test(name.trim()));
}

function publishedAt(meta: Meta, data: Structured, found: Gathered): Date | null {
  const said = [
    meta('article:published_time', 'og:article:published_time', 'og:published_time'),
    data.published,
    meta('datepublished', 'dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.created'),
    meta('citation_publication_date', 'parsely-pub-date', 'pubdate', 'date'),
    found.time,
  ];
  return said.map((one) => readMoment(one)).find((moment) => moment !== null) ?? null;
}

const linkTo = ({ links }: Gathered, relation: string): string | undefined =>
  links.find(({ rel, href }) => rel && words(rel).includes(relation) && href)?.href;

const words = (text: string): string[] => text.toLowerCase().trim().split(/\s+/);

const FEED = /^\s*application\/(?:rss|atom|rdf|feed)\+(?:xml|json)\b/i;

function feedsOf({ links }: Gathered, base: string): FeedLink[] {
  const feeds = new Map<string, FeedLink>();
  for (const { rel = '', type = '', href, title = '' } of links) {
    if (!words(rel).includes('alternate') || !FEED.test(type)) continue;
    const address = webAddress(href, base);
    if (address === null || feeds.has(address) || feeds.size >= MOST_FEEDS) continue;
    feeds.set(address, { href: address, title: plainLine(title, LONGEST_TITLE) });
  }
  return [...feeds.values()];
}

/** A server that does not say sends pages. */
const isText = (type: string): boolean =>
  /^\s*(?:$|;|text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|xml)|\*\/\*)/i.test(type);

/** A document that is no page says no more than its name. */
function fileAt(url: string, contentType: string): Page {
  const name = new URL(url).pathname.split('/').findLast(Boolean) ?? '';
  return {
    ...{ title: plainLine(decoded(name), LONGEST_TITLE), summary: '', author: '', text: '' },
    image: /^\s*image\//i.test(contentType) ? webAddress(url, url) : null,
    ...{ publishedAt: null, language: null, canonical: null, feeds: [] },
  };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name).replaceAll(/[_+]+/g, ' ');
  } catch {
    return name;
  }
}
