import { isInline, UNREAD } from './plain.js';
import { type Attributes, scan } from './scan.js';

/** What a page holds, as it writes it. */
export interface Gathered {
  readonly language: string;
  readonly base: string;
  readonly title: string;
  readonly heading: string;
  /** By name in lower case, the first one. */
  readonly metas: ReadonlyMap<string, string>;
  readonly links: readonly Attributes[];
  readonly scripts: readonly string[];
  readonly time: string;
  /** Of the article when there is one, else of the page without its menus. */
  readonly text: string;
  readonly paragraphs: readonly string[];
}

const DETAILED = new Set(['html', 'base', 'meta', 'link', 'script', 'time']);
/** Around the article: what repeats on each page of a site. */
const MENUS = new Set('nav footer aside form button select dialog menu'.split(' '));
const ARTICLES = new Set(['article', 'main']);

/** A heading that was left open ends there. */
const AFTER_HEADING = new Set('p h2 h3 ul ol dl table section article'.split(' '));

const MOST_METAS = 300;
const MOST_LINKS = 200;
const MOST_SCRIPTS = 20;
const MOST_TEXT = 80_000;
const LONGEST_SCRIPT = 300_000;
const LONGEST_PIECE = 4_000;
const MOST_PARAGRAPHS = 6;
/** Shorter ones are dates, captions and « Réservé aux abonnés ». */
const TELLING_PARAGRAPH = 60;
/** A shorter article is a teaser in a list. */
const TELLING_ARTICLE = 200;

/** What is being read, and how much of it is wanted. */
class Piece {
  text = '';
  constructor(readonly most: number) {}
  add(more: string): void {
    if (this.text.length < this.most) this.text += more.slice(0, this.most - this.text.length);
  }
}

export function gather(html: string): Gathered {
  const found = { language: '', base: '', time: '' };
  const metas = new Map<string, string>();
  const links: Attributes[] = [];
  const scripts: Piece[] = [];
  const body = new Piece(MOST_TEXT);
  const article = new Piece(MOST_TEXT);
  const paragraphs = { body: [] as string[], article: [] as string[] };
  let title: Piece | null = null;
  let heading: Piece | null = null;
  /** Where what comes next goes, besides the text. */
  let aside: Piece | null = null;
  let paragraph: Piece | null = null;
  /** The tag that hides what is in it, and how many of the same are inside of it. */
  let hidden: { readonly tag: string; depth: number } | null = null;
  let articles = 0;

  const separate = (): void => {
    if (aside === heading) aside?.add(' ');
    body.add(' ');
    if (articles > 0) article.add(' ');
    const kept = articles > 0 ? paragraphs.article : paragraphs.body;
    const whole = paragraph?.text.trim() ?? '';
    if (whole.length >= TELLING_PARAGRAPH && kept.length < MOST_PARAGRAPHS) kept.push(whole);
    paragraph = null;
  };

  scan(html, DETAILED, {
    open(tag, attributes) {
      if (tag === 'html') found.language ||= attributes.lang ?? attributes['xml:lang'] ?? '';
      else if (tag === 'base') found.base ||= attributes.href ?? '';
      else if (tag === 'time') found.time ||= attributes.datetime ?? '';
      else if (tag === 'link' && links.length < MOST_LINKS) links.push(attributes);
      else if (tag === 'meta') addMeta(metas, attributes);
      else if (tag === 'script' && scripts.length < MOST_SCRIPTS && isData(attributes)) {
        aside = new Piece(LONGEST_SCRIPT);
        scripts.push(aside);
      }
      if (hidden) {
        if (tag === hidden.tag) hidden.depth++;
        return;
      }
      if (tag === 'title' && !title) aside = title = new Piece(LONGEST_PIECE);
      if (tag === 'h1' && !heading) aside = heading = new Piece(LONGEST_PIECE);
      if (AFTER_HEADING.has(tag) && aside === heading) aside = null;
      if (!isInline(tag)) separate();
      if (tag === 'p') paragraph = new Piece(LONGEST_PIECE);
      if (ARTICLES.has(tag)) articles++;
      // Heads are often left open.
      if (tag === 'title' || MENUS.has(tag) || (UNREAD.has(tag) && tag !== 'head'))
        hidden = { tag, depth: 0 };
    },
    close(tag) {
      if (tag === 'title' || tag === 'h1' || tag === 'script') aside = null;
      if (hidden) {
        if (tag === hidden.tag && hidden.depth-- === 0) hidden = null;
        return;
      }
      if (!isInline(tag)) separate();
      if (ARTICLES.has(tag) && articles > 0) articles--;
    },
    text(piece) {
      aside?.add(piece);
      if (hidden) return;
      body.add(piece);
      paragraph?.add(piece);
      if (articles > 0) article.add(piece);
    },
  });
  separate();
  const telling = article.text.trim().length >= TELLING_ARTICLE;
  const pieces = { title: title as Piece | null, heading: heading as Piece | null };
  return {
    ...found,
    title: pieces.title?.text ?? '',
    heading: pieces.heading?.text ?? '',
    metas,
    links,
    scripts: scripts.map(({ text }) => text),
    text: (telling ? article : body).text,
    paragraphs: paragraphs.article.length > 0 ? paragraphs.article : paragraphs.body,
  };
}

function addMeta(metas: Map<string, string>, attributes: Attributes): void {
  const { content } = attributes;
  const names = [attributes.property, attributes.name, attributes.itemprop];
  const name = names
    .find((one) => one?.trim())
    ?.trim()
    .toLowerCase();
  const spoken = attributes['http-equiv']?.toLowerCase() === 'content-language';
  const key = name ?? (spoken ? 'content-language' : undefined);
  if (!key || !content?.trim() || metas.has(key) || metas.size >= MOST_METAS) return;
  metas.set(key, content);
}

const isData = ({ type }: Attributes): boolean => /^\s*application\/ld\+json/i.test(type ?? '');
