import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { all, type Element, parseHtml } from './html.js';

/** What the page holds of one message. */
export interface Article {
  readonly id: string;
  readonly position: bigint;
  readonly rev: string;
  readonly element: Element;
  /** How many times it was drawn anew. */
  readonly edits: number;
}

const AGAIN_MS = 30;
/** The page offers to try again: a person does, with what they sent. */
const TOO_FAST_MS = 200;

/** A connection that was just cut may fail once more: the page tries again, with the same id. */
async function steadily<T>(work: () => Promise<T>, left = 500): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (left === 0) throw error;
    await pause(AGAIN_MS);
    return steadily(work, left - 1);
  }
}

/** One person's tab, without a browser: the page, its events over a real socket, what it sends. */
export async function openPage(url: () => string, je: string) {
  const messages = new Map<string, Article>();
  /** What was answered to this person, in this tab only, oldest first. */
  const replies = new Map<string, Element>();
  const leaving = new AbortController();
  let since = '';
  let lastSent: { path: string; content: object } | null = null;

  const address = (path: string, more: Readonly<Record<string, string>> = {}): URL =>
    new URL(`${path}?${new URLSearchParams({ je, langue: 'fr', ...more })}`, url());

  function show(html: string): void {
    for (const element of articlesIn(html)) {
      const { id = '', 'data-position': position = '0', 'data-rev': rev = '' } = element.attributes;
      const known = messages.get(id);
      if (known?.rev === rev) continue;
      const edits = known ? known.edits + 1 : 0;
      messages.set(id, { id, rev, element, edits, position: BigInt(position) });
    }
  }

  /** What a page opened now would show, by its revision. */
  async function fresh(): Promise<Map<string, string>> {
    const html = await steadily(async () => (await fetch(address('/'))).text());
    return new Map(
      articlesIn(html).map(({ attributes }) => [attributes.id ?? '', attributes['data-rev'] ?? '']),
    );
  }

  async function listen(): Promise<void> {
    const response = await fetch(address('/events', { since }), { signal: leaving.signal });
    const decoder = new TextDecoder();
    let buffer = '';
    for await (const chunk of response.body ?? []) {
      buffer += decoder.decode(chunk, { stream: true });
      const events = buffer.split('\n\n');
      buffer = events.pop() ?? '';
      for (const event of events) {
        const values = (name: string) =>
          [...event.matchAll(new RegExp(`^${name}: ?(.*)$`, 'gm'))].map(([, value]) => value);
        if (values('event')[0] !== 'message') continue;
        since = values('id')[0] ?? since;
        show(values('data').join('\n'));
      }
    }
  }

  /** As a browser does: when the connection falls it comes back, and asks for what it missed. */
  async function follow(): Promise<void> {
    while (!leaving.signal.aborted) {
      await listen().catch(() => undefined);
      await pause(AGAIN_MS);
    }
  }

  async function post(path: string, content: object): Promise<string> {
    const response = await steadily(() =>
      fetch(address(path), {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: new URL(url()).origin },
        body: JSON.stringify(content),
      }),
    );
    const text = await response.text();
    if (response.status === 429) {
      await pause(TOO_FAST_MS);
      return post(path, content);
    }
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return text;
  }

  const html = await (await fetch(address('/'))).text();
  show(html);
  since = /data-since="(\d+)"/.exec(html)?.[1] ?? '';
  const following = follow();

  return {
    messages: (): Article[] =>
      [...messages.values()].sort((one, other) => (one.position < other.position ? -1 : 1)),
    replies: (): [string, Element][] => [...replies],
    /** Sends what somebody says or asks; `from` is the answer that it is the answer to. */
    async send(content: object, from: string | null = null): Promise<void> {
      const sent = { ...content, id: randomUUID() };
      lastSent = { path: '/say', content: sent };
      const answer = await post('/say', sent);
      const [article] = articlesIn(answer);
      if (!article) return;
      if (from !== null) replies.delete(from);
      if (article.attributes['data-position'] !== undefined) show(answer);
      else replies.set(article.attributes.id ?? '', article);
    },
    /** The same request once more, as when its answer was lost. */
    async again(): Promise<void> {
      if (lastSent) await post(lastSent.path, lastSent.content);
    },
    /** Everything it missed or has had comes once more. */
    rewind(): void {
      since = '1';
    },
    /** What is shown live is what a page opened now would show. */
    async caughtUp(): Promise<boolean> {
      const now = await fresh();
      return [...now].every(([id, rev]) => messages.get(id)?.rev === rev);
    },
    async close(): Promise<void> {
      leaving.abort();
      await following;
    },
  };
}

export type Page = Awaited<ReturnType<typeof openPage>>;

const articlesIn = (html: string): Element[] =>
  all(parseHtml(html), ({ name }) => name === 'article');
