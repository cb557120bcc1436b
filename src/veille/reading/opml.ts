import { generateOpml, parseOpml } from 'feedsmith';
import { cleanLine } from '../../kernel/text.js';
import { webAddress } from './addresses.js';
import { LONGEST_TITLE } from './page.js';
import { plainLine } from './plain.js';
import type { Subscription } from './types.js';
import { tamed } from './xml.js';

const MOST_SUBSCRIPTIONS = 5_000;
const LONGEST_THEME = 60;
/** The list has no address of its own: only whole ones are feeds. */
const NOWHERE = 'about:blank';

type Outlines = NonNullable<NonNullable<ReturnType<typeof parseOpml>['body']>['outlines']>;

/** The feeds of an OPML list, each once, with the folder that is nearest; `null` when it is none. */
export function readOpml(text: string): Subscription[] | null {
  const outlines = parsed(text);
  if (!outlines) return null;
  const found = new Map<string, Subscription>();
  const waiting = outlines.map((outline) => ({ outline, theme: '' })).reverse();
  while (waiting.length > 0 && found.size < MOST_SUBSCRIPTIONS) {
    const { outline, theme } = waiting.pop() ?? {};
    if (!outline) continue;
    const name = outline.title || outline.text || '';
    const feed = webAddress(outline.xmlUrl, NOWHERE);
    if (feed !== null && !found.has(feed)) {
      const site = webAddress(outline.htmlUrl, NOWHERE);
      const title = plainLine(name, LONGEST_TITLE);
      found.set(feed, { title, feed, site, theme: theme ?? '' });
    }
    const inner = outline.xmlUrl ? (theme ?? '') : plainLine(name, LONGEST_THEME);
    const within = (outline.outlines ?? []).map((one) => ({ outline: one, theme: inner }));
    waiting.push(...within.reverse());
  }
  return [...found.values()];
}

function parsed(text: string): Outlines | null {
  const safe = tamed(text);
  if (safe === null || !/<opml[\s>]/i.test(safe)) return null;
  try {
    return parseOpml(safe).body?.outlines ?? [];
  } catch {
    return null;
  }
}

export interface OpmlList {
  readonly title: string;
  readonly writtenAt: Date;
  readonly subscriptions: readonly Subscription[];
}

/** One folder a theme, those without a theme first, in the order given. */
export function writeOpml({ title, writtenAt, subscriptions }: OpmlList): string {
  const themes = [...new Set(subscriptions.map(({ theme }) => theme))];
  const outlinesOf = (wanted: string) =>
    subscriptions.filter(({ theme }) => theme === wanted).map(toOutline);
  return generateOpml({
    head: { title: cleanLine(title), dateCreated: writtenAt },
    body: {
      outlines: [
        ...outlinesOf(''),
        ...themes
          .filter((theme) => theme !== '')
          .map((theme) => ({ text: cleanLine(theme), outlines: outlinesOf(theme) })),
      ],
    },
  });
}

function toOutline({ title, feed, site }: Subscription) {
  const name = cleanLine(title) || feed;
  const outline = { text: name, title: name, type: 'rss', xmlUrl: feed };
  return site === null ? outline : { ...outline, htmlUrl: site };
}
