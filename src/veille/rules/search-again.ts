import { isoDay } from '../../kernel/dates/past.js';
import { distance } from '../../kernel/distance.js';
import type { Locale, Localised } from '../../kernel/locale.js';
import { fold } from '../../kernel/text.js';
import type { Search } from './search.js';
import { tellingWords } from './words.js';

const KEYS: Localised<Readonly<Record<'tag' | 'theme' | 'by' | 'since' | 'before', string>>> = {
  fr: { tag: 'étiquette', theme: 'thème', by: 'par', since: 'depuis', before: 'avant' },
  en: { tag: 'tag', theme: 'theme', by: 'by', since: 'since', before: 'before' },
};

/** The line that asks for the same, as a person would type it: whatever the language, it is understood. */
export function lineOf(search: Search, { zone, locale }: { zone: string; locale: Locale }): string {
  const { words, phrases, without, tags, theme, site, by, since, until } = search;
  const keys = KEYS[locale];
  const named = (key: string, value: string | null): string[] =>
    value === null ? [] : [/\s/.test(value) ? `${key}:"${value}"` : `${key}:${value}`];
  const day = (key: string, at: Date | null): string[] =>
    at === null ? [] : [`${key}:${isoDay(at, zone)}`];
  // Days are last: a bare word after them could be read with them.
  return [
    ...words,
    ...phrases.map((one) => `"${one}"`),
    ...without.map((one) => `-"${one}"`),
    ...tags.flatMap((one) => named(keys.tag, one)),
    ...[...named(keys.theme, theme), ...named('site', site), ...named(keys.by, by)],
    ...[...day(keys.since, since), ...day(keys.before, until)],
  ].join(' ');
}

const EMPTY: Search = {
  ...{ words: [], phrases: [], without: [], tags: [], notUnderstood: [] },
  ...{ theme: null, site: null, by: null, since: null, until: null, page: null },
};

/** Nothing is asked for. */
export const asksNothing = (search: Search): boolean =>
  lineOf(search, { zone: 'UTC', locale: 'en' }) === '';

/** What asks for less than this did, the closest first: each is worth trying when nothing is found. */
export function looser(search: Search): readonly Search[] {
  const { words, phrases, without, tags } = search;
  const dated = search.since !== null || search.until !== null;
  const named = (['by', 'site', 'theme'] as const).filter((key) => search[key] !== null);
  const said = [
    ...(dated ? [{ ...search, since: null, until: null }] : []),
    ...named.map((key) => ({ ...search, [key]: null })),
    ...(tags.length > 0 ? [{ ...search, tags: [] }] : []),
    ...(without.length > 0 ? [{ ...search, without: [] }] : []),
    ...(phrases.length > 0
      ? [{ ...search, phrases: [], words: [...words, ...phrasesApart(search)] }]
      : []),
    ...(words.length > 1 ? words.map((word) => ({ ...EMPTY, words: [word] })) : []),
  ];
  return said.filter((one) => !asksNothing(one)).map((one) => ({ ...one, page: null }));
}

const phrasesApart = ({ phrases }: Search): string[] =>
  phrases.flatMap((phrase) => phrase.split(' ').filter((word) => word !== ''));

/** Shorter words have too many neighbours. */
const SHORTEST = 4;
const LONG = 6;

/**
 * The words that a misspelt one may have been meant for, among those people use: at most one
 * letter away, two for a long word; the closest first, then the most used.
 */
export function meantFor(word: string, used: ReadonlyMap<string, Used>): string[] {
  const folded = [...tellingWords(word).keys()][0] ?? fold(word);
  if (folded.length < SHORTEST || used.has(folded)) return [];
  const most = folded.length >= LONG ? 2 : 1;
  return [...used]
    .filter(([other]) => Math.abs(other.length - folded.length) <= most)
    .map(([other, { written, count }]) => ({ written, count, far: distance(folded, other) }))
    .filter(({ far }) => far > 0 && far <= most)
    .sort((a, b) => a.far - b.far || b.count - a.count || (a.written < b.written ? -1 : 1))
    .map(({ written }) => written);
}

interface Used {
  /** As somebody wrote it. */
  readonly written: string;
  readonly count: number;
}

/** The words of titles, tags and reasons, by their folded form. */
export function usedWords(texts: readonly string[]): Map<string, Used> {
  const used = new Map<string, Used>();
  for (const text of texts) {
    for (const [folded, written] of tellingWords(text)) {
      const known = used.get(folded);
      used.set(folded, { written: known?.written ?? written, count: (known?.count ?? 0) + 1 });
    }
  }
  return used;
}

/** The same with every word that may be a slip put right; `null` when there is nothing to put right. */
export function mended(search: Search, used: ReadonlyMap<string, Used>): Search | null {
  const words = search.words.map((word) => meantFor(word, used)[0] ?? word);
  return words.every((word, index) => word === search.words[index]) ? null : { ...search, words };
}
