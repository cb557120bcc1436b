import { readMoment } from './dates.js';

/** What a page says of itself as data (schema.org in JSON-LD). */
export interface Structured {
  readonly title?: string;
  readonly summary?: string;
  readonly image?: string;
  readonly author?: string;
  readonly published?: string;
  readonly language?: string;
}

/** What is a work on the page, rather than the site, its owner or where it stands in the menus. */
const WORK =
  /^(?:\w*Article|\w*Posting|Report|Review|Recipe|Book|Event|Course|Dataset|VideoObject|AudioObject|PodcastEpisode|CreativeWork|WebPage|Thesis|Legislation)$/;
const LONGEST_SCRIPT = 300_000;
const MOST_NODES = 2_000;

type Node = Readonly<Record<string, unknown>>;

/** The work that scripts of type `application/ld+json` describe; the most telling when several. */
export function readStructured(scripts: readonly string[]): Structured {
  const works = scripts.flatMap(parse).flatMap(nodes).filter(isWork).map(toStructured);
  return works.toSorted((a, b) => said(b) - said(a))[0] ?? {};
}

const said = (work: Structured): number =>
  Object.values(work).filter(Boolean).length + (work.published ? 2 : 0);

function parse(script: string): unknown[] {
  if (script.length > LONGEST_SCRIPT) return [];
  try {
    return [JSON.parse(script)];
  } catch {
    return [];
  }
}

/** Lists and graphs opened up, one after the other: they may be nested however deep. */
function nodes(root: unknown): Node[] {
  const waiting: unknown[] = [root];
  const found: Node[] = [];
  for (let count = 0; waiting.length > 0 && count < MOST_NODES; count++) {
    const one = waiting.pop();
    if (Array.isArray(one)) waiting.push(...one.slice(0, MOST_NODES));
    else if (typeof one === 'object' && one !== null) {
      const node = one as Node;
      found.push(node);
      waiting.push(node['@graph'], node.mainEntity);
    }
  }
  return found;
}

const isWork = (node: Node): boolean =>
  [node['@type']].flat().some((type) => typeof type === 'string' && WORK.test(type));

const toStructured = (node: Node): Structured => ({
  title: text(node.headline) || text(node.name),
  summary: text(node.description),
  image: text(node.image, 'url') || text(node.thumbnailUrl),
  author: texts(node.author, 'name').join(', '),
  published:
    [text(node.datePublished), text(node.uploadDate), text(node.startDate)].find(
      (date) => readMoment(date) !== null,
    ) ?? '',
  language: text(node.inLanguage, 'name'),
});

const text = (value: unknown, inside = 'name'): string => texts(value, inside)[0] ?? '';

const MOST_NAMES = 10;

/** A text, a thing that has one, or a list of either. */
function texts(value: unknown, inside: string): string[] {
  const list = Array.isArray(value) ? value.slice(0, MOST_NAMES) : [value];
  return list.flatMap((one) => {
    const own = typeof one === 'object' && one !== null ? (one as Node)[inside] : one;
    return typeof own === 'string' && own !== '' ? [own] : [];
  });
}
