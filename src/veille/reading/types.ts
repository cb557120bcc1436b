/** What a page says of itself: plain text on one line each, never HTML; empty when it says nothing. */
export interface Page {
  readonly title: string;
  readonly summary: string;
  /** An absolute http(s) address, like every address here. */
  readonly image: string | null;
  readonly author: string;
  readonly publishedAt: Date | null;
  /** BCP 47: `fr`, `fr-FR`. */
  readonly language: string | null;
  readonly canonical: string | null;
  readonly feeds: readonly FeedLink[];
  /** For search: what a person would read of it, from its beginning, bounded. */
  readonly text: string;
}

export interface FeedLink {
  readonly href: string;
  readonly title: string;
}

export type FeedKind = 'rss' | 'atom' | 'rdf' | 'json';

/** What a feed says: plain text like a page’s. */
export interface Feed {
  readonly kind: FeedKind;
  readonly title: string;
  /** The site’s own page. */
  readonly site: string | null;
  /** In the feed’s order; the same `id` only once. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /**
   * The feed’s own, else one made of what the entry says, the same each time it is read; at most
   * 300 characters. Only to compare: it is as the feed wrote it, and not to be shown.
   */
  readonly id: string;
  readonly link: string | null;
  readonly title: string;
  readonly summary: string;
  readonly author: string;
  readonly publishedAt: Date | null;
  readonly categories: readonly string[];
}

/** One line of an OPML list. */
export interface Subscription {
  readonly title: string;
  readonly feed: string;
  readonly site: string | null;
  /** The folder it was in; empty for none. */
  readonly theme: string;
}

/** What ECC gives back as a feed. */
export interface Publication {
  readonly title: string;
  readonly description: string;
  /** The page that shows the same. */
  readonly home: string;
  /** Where this feed itself is read. */
  readonly self: string;
  readonly language: string;
  readonly updatedAt: Date;
  readonly items: readonly PublishedItem[];
}

export interface PublishedItem {
  /** Never changes: `tag:` or `urn:uuid:` or the page’s address. */
  readonly id: string;
  readonly link: string;
  readonly title: string;
  /** Plain text: written so that readers show it as it is. */
  readonly summary: string;
  readonly author: string;
  readonly publishedAt: Date;
  readonly categories: readonly string[];
}
