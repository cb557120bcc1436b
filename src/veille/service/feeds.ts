import { createHash } from 'node:crypto';
import { decodeText } from '../../fetching/decode-text.js';
import type { Fetched, Fetcher } from '../../fetching/types.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { readFeed } from '../reading/feed.js';
import { readPage } from '../reading/page.js';
import type { Feed, FeedEntry } from '../reading/types.js';
import type { Source } from '../types.js';

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.5, */*;q=0.1';
/** Whoever gave its address waits for what it holds. */
const LIST = { timeoutMs: 10_000, bytes: 2_097_152 };

export interface Asked {
  readonly fetched: Fetched;
  /** `null`: nothing new. */
  readonly feed: Feed | null;
}

/** Asks a feed for what is new since the last time. */
export async function askFeed(
  fetcher: Fetcher,
  { url, etag, lastModified }: Pick<Source, 'url' | 'etag' | 'lastModified'>,
): Promise<Result<Asked>> {
  const headers = { accept: ACCEPT };
  const answer = await fetcher.fetch({ url, headers, conditional: { etag, lastModified } });
  if (!answer.ok) return answer;
  const fetched = answer.value;
  if (fetched.notModified) return ok({ fetched, feed: null });
  const feed = readFeed(textOf(fetched), { url: fetched.url });
  return feed ? ok({ fetched, feed }) : refuse('feed-not-a-feed', { host: new URL(url).host });
}

export interface Found {
  readonly url: string;
  readonly feed: Feed;
}

/** The feed at an address: itself, or the first that its page names. */
export async function lookForFeed(fetcher: Fetcher, address: string): Promise<Result<Found>> {
  const answer = await fetcher.fetch({ url: address, headers: { accept: ACCEPT } });
  if (!answer.ok) return answer;
  const { url, permanentlyMovedTo } = answer.value;
  const text = textOf(answer.value);
  const own = readFeed(text, { url });
  if (own) return ok({ url: permanentlyMovedTo ?? address, feed: own });
  const page = readPage(text, { url, contentType: answer.value.headers['content-type'] });
  const [first] = page.feeds;
  if (!first) return refuse('no-feed-there', { host: new URL(address).host });
  const asked = await askFeed(fetcher, { url: first.href, etag: null, lastModified: null });
  if (!asked.ok) return asked;
  const { feed, fetched } = asked.value;
  if (!feed) return refuse('no-feed-there', { host: new URL(address).host });
  return ok({ url: fetched.permanentlyMovedTo ?? first.href, feed });
}

/** An OPML list as it was given: itself, or the address where it stands. */
export async function opmlAt(fetcher: Fetcher, given: string): Promise<Result<string>> {
  const address = given.trim();
  if (!/^https?:\/\/\S+$/i.test(address)) return ok(given);
  const answer = await fetcher.fetch({ url: address, limits: LIST });
  return answer.ok ? ok(textOf(answer.value)) : answer;
}

const textOf = ({ body, headers }: Fetched): string =>
  decodeText(body, headers['content-type']).text;

/** What is remembered of an entry: ids may be as long as their feed wants. */
export const entryMark = ({ id }: Pick<FeedEntry, 'id'>): string =>
  createHash('sha256').update(id).digest('base64url').slice(0, 16);
