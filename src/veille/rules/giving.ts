import { fold } from '../../kernel/text.js';
import { urlOf } from '../../kernel/url.js';
import {
  type GivenEdition,
  type Giving,
  type Piece,
  SHOWN,
  type Shown,
  type Site,
} from '../types/giving.js';
import type { Edition, Follow, Known } from '../types.js';

/** Until a community says otherwise: nothing of what members said is for everybody. */
const CAREFUL: Giving = { public: 'pages', private: 'words' };

const isShown = (value: unknown): value is Shown => SHOWN.some((one) => one === value);

/** What a community wishes, of its settings. */
export function givingOf(settings: Readonly<Record<string, unknown>>): Giving {
  const said = (settings.veille as { giving?: Partial<Record<keyof Giving, unknown>> } | undefined)
    ?.giving;
  return {
    public: isShown(said?.public) ? said.public : CAREFUL.public,
    private: isShown(said?.private) ? said.private : CAREFUL.private,
  };
}

const KEY_LIKE = /(?:^|[-_.])(?:token|key|secret|auth|pass|password|pwd|sig|signature|jwt)$/i;

/** Whether whoever reads this address could enter by it: a key, or a name and password, is in it. */
export function holdsKey(address: string): boolean {
  const url = urlOf(address);
  if (!url) return true;
  if (url.username !== '' || url.password !== '') return true;
  const fragment = new URLSearchParams(url.hash.replace(/^#/, ''));
  return [...url.searchParams.keys(), ...fragment.keys()].some((name) =>
    // `apiKey`, `api_key` and `api-key` are one name.
    KEY_LIKE.test(name.replaceAll(/([a-z])([A-Z])/g, '$1-$2')),
  );
}

/** As it reads: the title, or what the address says when the page says nothing. */
export function pieceTitle({ title, address }: Pick<Piece, 'title' | 'address'>): string {
  if (title !== '') return title;
  const { host, pathname } = new URL(address);
  return `${host}${pathname === '/' ? '' : pathname}`;
}

/** A resource as it is given: of what was said of it, only what is to be shown. */
export function pieceOf(
  { resource, shares, tags }: Pick<Known, 'resource' | 'shares' | 'tags'>,
  shown: Shown,
  names: ReadonlyMap<string, string>,
  note = '',
): Piece {
  const said = shares.flatMap(({ member, why }) =>
    member === null ? [] : [{ who: shown === 'names' ? (names.get(member) ?? null) : null, why }],
  );
  return {
    ...{ id: resource.id, number: resource.number, address: resource.address },
    ...{ title: pieceTitle(resource), summary: resource.summary, author: resource.author },
    ...{ publishedAt: resource.publishedAt, correctedAt: null, language: resource.language },
    ...{ theme: resource.theme, tags, at: resource.createdAt, note },
    said: shown === 'pages' ? [] : said.filter(({ who, why }) => who !== null || why !== ''),
  };
}

/** Who prepared it is said where names are; what they wrote was written to be read. */
export function givenEdition(
  { number, title, introduction, publishedAt, correctedAt, member }: Edition,
  shown: Shown,
  names: ReadonlyMap<string, string>,
): GivenEdition {
  const by = shown === 'names' ? (names.get(member) ?? null) : null;
  return { type: 'edition', number, title, introduction, publishedAt, correctedAt, by };
}

/** An edition among the others, under the address where they all are. */
export function editionPiece(
  edition: Edition,
  shown: Shown,
  names: ReadonlyMap<string, string>,
  home: string,
): Piece {
  const { id, number, title, introduction, publishedAt, correctedAt, createdAt } = edition;
  return {
    ...{ id, number, title, address: `${home}N-${number}/` },
    ...{ note: introduction, author: givenEdition(edition, shown, names).by ?? '' },
    ...{ publishedAt, correctedAt, at: publishedAt ?? createdAt },
    ...{ summary: '', language: null, theme: '', tags: [], said: [] },
  };
}

/** A feed that is followed, as it is given. */
export const siteOf = ({ title, url, site, theme }: Follow): Site => ({
  ...{ title: title || url, feed: url, theme },
  site,
});

/** In characters: what still reads as an address. */
const LONGEST_NAME = 40;

/** What is in a public address: the name of what it shows, and a little to tell it from others. */
export function publicKey(name: string, random: string): string {
  const words = fold(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replaceAll(/^-+|-+$/g, '');
  return [words, random].filter(Boolean).join('-');
}
