import type { parseFeed } from 'feedsmith';
import type { FeedKind } from './types.js';

/** What the four formats have in common, as they wrote it; several where any may do, best first. */
export interface RawFeed {
  readonly kind: FeedKind;
  readonly title: string | undefined;
  readonly site: string | undefined;
  readonly base: string | undefined;
  readonly entries: readonly RawEntry[];
}

export interface RawEntry {
  readonly id: string | undefined;
  readonly base: string | undefined;
  readonly links: readonly (string | undefined)[];
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly authors: readonly (string | undefined)[];
  readonly dates: readonly (string | undefined)[];
  readonly categories: readonly (string | undefined)[];
}

type Parsed = ReturnType<typeof parseFeed<string>>;
type Of<Kind> = Extract<Parsed, { readonly format: Kind }>['feed'];

export function rawFeed(parsed: Parsed): RawFeed {
  switch (parsed.format) {
    case 'rss':
      return fromRss(parsed.feed);
    case 'atom':
      return fromAtom(parsed.feed);
    case 'rdf':
      return fromRdf(parsed.feed);
    case 'json':
      return fromJson(parsed.feed);
  }
}

const fromRss = (feed: Of<'rss'>): RawFeed => ({
  kind: 'rss',
  title: feed.title,
  site: feed.link,
  base: feed.xml?.base,
  entries: (feed.items ?? []).map((item) => ({
    id: item.guid?.value,
    base: item.xml?.base,
    links: [
      ...[item.link, pageOf(item.atom?.links)],
      item.guid?.isPermaLink === false ? undefined : permanent(item.guid?.value),
      item.enclosures?.[0]?.url,
    ],
    title: item.title ?? item.dc?.titles?.[0],
    summary: item.description ?? item.content?.encoded ?? item.media?.description?.value,
    authors: item.dc?.creators ?? (item.authors ?? []).map(({ name }) => name),
    dates: [item.pubDate, ...(item.dc?.dates ?? []), item.atom?.published, item.atom?.updated],
    categories: [...(item.categories ?? []).map(({ name }) => name), ...(item.dc?.subjects ?? [])],
  })),
});

const fromAtom = (feed: Of<'atom'>): RawFeed => ({
  kind: 'atom',
  title: feed.title?.value,
  site: pageOf(feed.links),
  base: feed.xml?.base,
  entries: (feed.entries ?? []).map((entry) => ({
    id: entry.id,
    base: entry.xml?.base,
    links: [pageOf(entry.links), permanent(entry.id)],
    title: entry.title?.value,
    summary: entry.summary?.value ?? entry.content?.value ?? entry.media?.description?.value,
    authors: (entry.authors ?? feed.authors ?? []).map(({ name }) => name),
    dates: [entry.published, entry.updated, ...(entry.dc?.dates ?? [])],
    categories: (entry.categories ?? []).map(({ label, term }) => label ?? term),
  })),
});

const fromRdf = (feed: Of<'rdf'>): RawFeed => ({
  kind: 'rdf',
  title: feed.title,
  site: feed.link,
  base: feed.xml?.base,
  entries: (feed.items ?? []).map((item) => ({
    id: item.rdf?.about,
    base: item.xml?.base,
    links: [item.link, item.rdf?.about],
    title: item.title,
    summary: item.description ?? item.content?.encoded,
    authors: item.dc?.creators ?? [],
    dates: item.dc?.dates ?? [],
    categories: item.dc?.subjects ?? [],
  })),
});

const fromJson = (feed: Of<'json'>): RawFeed => ({
  kind: 'json',
  title: feed.title,
  site: feed.home_page_url,
  base: undefined,
  entries: (feed.items ?? []).map((item) => ({
    id: item.id,
    base: undefined,
    links: [item.url, item.external_url, permanent(item.id)],
    title: item.title,
    summary: item.summary ?? item.content_text ?? item.content_html,
    authors: (item.authors ?? feed.authors ?? []).map(({ name }) => name),
    dates: [item.date_published, item.date_modified],
    categories: item.tags ?? [],
  })),
});

interface Link {
  readonly href?: string;
  readonly rel?: string;
}

/** A link that says nothing of what it is leads to the page (RFC 4287 §4.2.7.2). */
const pageOf = (links: readonly Link[] = []): string | undefined =>
  links.find(({ rel, href }) => href && (rel === undefined || rel === 'alternate'))?.href;

/** Only a whole address: an identifier is not relative to anything. */
const permanent = (id: string | undefined): string | undefined =>
  id && /^\s*https?:\/\//i.test(id) ? id : undefined;
