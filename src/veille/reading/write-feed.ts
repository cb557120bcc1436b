import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { cleanLine, cleanText } from '../../kernel/text.js';
import type { Publication, PublishedItem } from './types.js';

export type WrittenKind = 'rss' | 'atom' | 'json';

export const FEED_TYPES: Readonly<Record<WrittenKind, string>> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

/** A whole document. What people wrote stays text: in it no tag is one. */
export function writeFeed(publication: Publication, kind: WrittenKind): string {
  const clean = cleaned(publication);
  switch (kind) {
    case 'rss':
      return toRss(clean);
    case 'atom':
      return toAtom(clean);
    case 'json':
      return toJson(clean);
  }
}

/** Control characters, halves of one and these two have no place in XML 1.0 (§2.2). */
const text = (raw: string): string => cleanText(raw.replaceAll(/[\uFFFE\uFFFF]/g, ''));
const line = (raw: string): string => cleanLine(text(raw));

function cleaned(publication: Publication): Publication {
  return {
    ...publication,
    title: line(publication.title),
    description: text(publication.description),
    items: publication.items.map((item) => ({
      ...item,
      id: line(item.id),
      title: line(item.title),
      summary: text(item.summary),
      author: line(item.author),
      categories: item.categories.map(line).filter(Boolean),
    })),
  };
}

/** In RSS a description is HTML (RSS Best Practices Profile). */
const asHtml = (plain: string): string =>
  plain
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');

const toRss = (feed: Publication): string =>
  generateRssFeed({
    title: feed.title,
    link: feed.home,
    description: feed.description || feed.title,
    language: feed.language,
    lastBuildDate: feed.updatedAt,
    atom: { links: [{ href: feed.self, rel: 'self', type: 'application/rss+xml' }] },
    items: feed.items.map((item) => ({
      title: titleOf(item),
      link: item.link,
      description: asHtml(item.summary),
      guid: { value: item.id, isPermaLink: false },
      pubDate: item.publishedAt,
      categories: item.categories.map((name) => ({ name })),
      // Its own <author> is a mail address.
      ...(item.author ? { dc: { creators: [item.author] } } : {}),
    })),
  });

const toAtom = (feed: Publication): string =>
  generateAtomFeed({
    id: feed.self,
    title: { value: feed.title, type: 'text' },
    updated: feed.updatedAt,
    links: [
      { href: feed.home, rel: 'alternate', type: 'text/html' },
      { href: feed.self, rel: 'self', type: 'application/atom+xml' },
    ],
    ...(feed.description ? { subtitle: { value: feed.description, type: 'text' } } : {}),
    // Needed where an entry has none (RFC 4287 §4.1.1).
    authors: [{ name: feed.title }],
    xml: { lang: feed.language },
    entries: feed.items.map((item) => ({
      id: item.id,
      title: { value: titleOf(item), type: 'text' },
      updated: item.publishedAt,
      published: item.publishedAt,
      links: [{ href: item.link, rel: 'alternate' }],
      categories: item.categories.map((term) => ({ term })),
      ...(item.summary ? { summary: { value: item.summary, type: 'text' } } : {}),
      ...(item.author ? { authors: [{ name: item.author }] } : {}),
    })),
  });

const toJson = (feed: Publication): string =>
  JSON.stringify(
    generateJsonFeed({
      title: feed.title,
      home_page_url: feed.home,
      feed_url: feed.self,
      language: feed.language,
      ...(feed.description ? { description: feed.description } : {}),
      items: feed.items.map((item) => ({
        id: item.id,
        url: item.link,
        title: titleOf(item),
        content_text: item.summary || titleOf(item),
        date_published: item.publishedAt,
        tags: [...item.categories],
        ...(item.author ? { authors: [{ name: item.author }] } : {}),
      })),
    }),
    null,
    2,
  );

const titleOf = ({ title, link }: PublishedItem): string => title || link;
