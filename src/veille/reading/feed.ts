import { parseFeed } from 'feedsmith';
import { webAddress } from './addresses.js';
import { readMoment } from './dates.js';
import { type RawEntry, type RawFeed, rawFeed } from './formats.js';
import { entryId } from './identity.js';
import { LONGEST_NAME, LONGEST_SUMMARY, LONGEST_TITLE } from './page.js';
import { plainLine } from './plain.js';
import type { Feed, FeedEntry } from './types.js';
import { tamed } from './xml.js';

const MOST_ENTRIES = 1_000;
const MOST_CATEGORIES = 10;
const LONGEST_CATEGORY = 60;

/**
 * Reads RSS, Atom, RDF or JSON Feed from its text (see `decodeText`); `null` when it is none, or
 * too broken. Entities are never expanded, nothing is ever loaded, and it never throws.
 */
export function readFeed(text: string, { url }: { readonly url: string }): Feed | null {
  const raw = parsed(text);
  if (!raw) return null;
  const own = webAddress(raw.base, url);
  const site = webAddress(raw.site, own ?? url);
  // Addresses in a feed are from its site; the feed itself may be on a host of its own.
  const base = own ?? site ?? url;
  const entries = new Map<string, FeedEntry>();
  for (const one of raw.entries) {
    const entry = toEntry(one, base);
    if (entry && !entries.has(entry.id)) entries.set(entry.id, entry);
  }
  return {
    kind: raw.kind,
    title: plainLine(raw.title ?? '', LONGEST_TITLE),
    site,
    entries: [...entries.values()],
  };
}

function parsed(text: string): RawFeed | null {
  const safe = tamed(text);
  if (safe === null) return null;
  try {
    return rawFeed(parseFeed<string>(safe, { maxItems: MOST_ENTRIES }));
  } catch {
    return null;
  }
}

/** `null` when it neither says nor leads to anything. */
function toEntry(raw: RawEntry, base: string): FeedEntry | null {
  const within = webAddress(raw.base, base) ?? base;
  const link = raw.links.map((href) => webAddress(href, within)).find(Boolean) ?? null;
  const summary = plainLine(raw.summary ?? '', LONGEST_SUMMARY);
  // Notes on short-message networks have no title.
  const title = plainLine(raw.title ?? '', LONGEST_TITLE) || plainLine(summary, SHORT_TITLE);
  if (title === '' && link === null) return null;
  const publishedAt = raw.dates.map(readMoment).find((date) => date !== null) ?? null;
  const said = [title, summary, raw.dates.find(Boolean) ?? ''];
  return {
    id: entryId(raw.id, link, said),
    ...{ link, title, summary, publishedAt },
    author: plainLine(raw.authors.filter(isName).join(', '), LONGEST_NAME),
    categories: categoriesOf(raw),
  };
}

const SHORT_TITLE = 80;

/** An address is nobody’s business here. */
const isName = (name: string | undefined): boolean => !!name && !/[@/]/.test(name);

const categoriesOf = ({ categories }: RawEntry): string[] => {
  const plain = categories.map((one) => plainLine(one ?? '', LONGEST_CATEGORY)).filter(Boolean);
  return [...new Set(plain)].slice(0, MOST_CATEGORIES);
};
