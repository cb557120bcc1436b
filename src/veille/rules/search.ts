import { cleanLine, fold } from '../../kernel/text.js';
import { periodOf } from './search-period.js';

/** What someone looks for, from the line they typed. Word forms are PostgreSQL’s work. */
export interface Search {
  /** All of them, in any form. */
  readonly words: readonly string[];
  /** In this order. */
  readonly phrases: readonly string[];
  readonly without: readonly string[];
  /** All of them, as typed. */
  readonly tags: readonly string[];
  /** As typed: a theme’s name, a host, the name of who brought or wrote it. */
  readonly theme: string | null;
  readonly site: string | null;
  readonly by: string | null;
  readonly since: Date | null;
  /** Excluded. */
  readonly until: Date | null;
  /** From 1, when it is said; where a button cannot hold all that is asked. */
  readonly page: number | null;
  /** What looks like a condition and is none that is known: `depuis:toujours`. */
  readonly notUnderstood: readonly string[];
}

export interface Asked {
  readonly now: Date;
  readonly zone: string;
}

type Role = 'theme' | 'site' | 'by' | 'tag' | 'page' | 'since' | 'before' | 'until';

const KEYS: Readonly<Record<string, Role>> = {
  ...{ theme: 'theme', topic: 'theme', site: 'site', par: 'by', by: 'by', de: 'by', from: 'by' },
  ...{ auteur: 'by', autrice: 'by', author: 'by', tag: 'tag', etiquette: 'tag' },
  page: 'page',
  ...{ depuis: 'since', since: 'since', apres: 'since', after: 'since' },
  ...{ avant: 'before', before: 'before' },
  ...{ jusque: 'until', "jusqu'a": 'until', "jusqu'en": 'until', jusqua: 'until', until: 'until' },
};

/** What somebody may write, and what is read with the conditions that were given apart. */
export const LONGEST_SEARCH = 500;
const LONGEST_READ = 1000;
const MOST_WORDS = 20;
/** What a date may take after its first word: `depuis:le 12 mars 2026`. */
const MOST_DATE_WORDS = 3;

const QUOTED = `"([^"]*)"|«([^»]*)»|“([^”]*)”`;
const QUOTES = /["«»“”]/g;
/** A known key may stand apart from its value, as French spaces its colons. */
const KEY = String.raw`(-?[\p{L}'’]+)(?::| ?: )(?=\S)`;
const PIECE = new RegExp(String.raw`(?:${KEY} ?|(-))?(?:${QUOTED}|(\S+))`, 'gu');

interface Piece {
  readonly whole: string;
  readonly key: string | undefined;
  readonly minus: boolean;
  readonly quoted: boolean;
  readonly value: string;
}

const piecesOf = (line: string): Piece[] =>
  [...cleanLine(line.slice(0, LONGEST_READ)).matchAll(PIECE)].map(
    ([whole, key, minus, ...values]) => {
      const quoted = values.slice(0, 3).find((one) => one !== undefined);
      return {
        ...{ whole: whole.trim(), key, minus: minus !== undefined },
        ...{ quoted: quoted !== undefined, value: quoted ?? values[3] ?? '' },
      };
    },
  );

/** Reads a line such as `semences paysannes depuis:mars thème:eau -"brevet européen"`. */
export function parseSearch(line: string, asked: Asked): Search {
  const found = {
    ...{ words: [] as string[], phrases: [] as string[], without: [] as string[] },
    ...{ notUnderstood: [] as string[], tags: [] as string[], theme: null as string | null },
    ...{ site: null as string | null, by: null as string | null },
    ...{ since: null as Date | null, until: null as Date | null },
    page: null as number | null,
  };
  const keep = (text: string, into: string[]): void => {
    const plain = wordsOf(text);
    const { words, phrases, without, tags } = found;
    const count = words.length + phrases.length + without.length + tags.length;
    if (!plain || count >= MOST_WORDS) return;
    // An address is several words to the database.
    (into === words && plain.includes(' ') ? phrases : into).push(plain);
  };
  const pieces = piecesOf(line);
  for (let at = 0; at < pieces.length; at++) {
    const { whole, key, minus, quoted, value } = pieces[at] as Piece;
    const role = key === undefined ? undefined : KEYS[fold(key)];
    const named = wordsOf(value) ? cleanLine(value.replaceAll(QUOTES, ' ')) : '';
    if (key !== undefined && role === undefined) {
      if (named.startsWith('//')) keep(whole, found.words);
      else found.notUnderstood.push(whole);
    } else if (role === undefined) {
      const isTag = !quoted && !minus && value.startsWith('#');
      keep(named, minus ? found.without : isTag ? found.tags : found.words);
    } else if (role === 'tag') keep(value, found.tags);
    else if (role === 'page') {
      if (/^[1-9]\d{0,2}$/.test(named)) found.page = Number(named);
      else found.notUnderstood.push(whole);
    } else if (role === 'theme' || role === 'site' || role === 'by') found[role] = named || null;
    else {
      const period = longestPeriod(pieces, at, asked);
      if (!period) found.notUnderstood.push(whole);
      else if (role === 'since') found.since = period.from;
      else found.until = role === 'before' ? period.from : period.to;
      at += period?.more ?? 0;
    }
  }
  return found;
}

/** As many of the bare words that follow as make a date with it. */
function longestPeriod(pieces: readonly Piece[], at: number, asked: Asked) {
  const [first, ...next] = pieces.slice(at, at + 1 + MOST_DATE_WORDS);
  if (!first) return null;
  const end = next.findIndex(({ key, minus, quoted }) => key !== undefined || minus || quoted);
  const bare = first.quoted ? [] : next.slice(0, end === -1 ? next.length : end);
  for (let more = bare.length; more >= 0; more--) {
    const said = [first, ...bare.slice(0, more)].map(({ value }) => value).join(' ');
    const period = periodOf(said, asked);
    if (period) return { ...period, more };
  }
  return null;
}

/** Only what a word can be made of: no quote, no operator reaches the database. */
const wordsOf = (text: string): string =>
  text
    .replaceAll(/[^\p{L}\p{N}\p{M}'’@._/-]+/gu, ' ')
    .replaceAll(/(?<!\S)[-'’._/@]+|[-'’._/@]+(?!\S)/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();

/**
 * For `search_query`: what is wanted, and what is not, empty for nothing. Two texts, since the one
 * is looked for in any of the three ways and the other must be missing from all. Each word is
 * between quotes, for “or” is an operator and « or » a metal.
 */
export function toWebSearch({ words, phrases, without }: Search): {
  readonly wanted: string;
  readonly unwanted: string;
} {
  const quoted = (all: readonly string[]): string[] => all.map((one) => `"${one}"`);
  return {
    wanted: quoted([...words, ...phrases]).join(' '),
    unwanted: quoted(without).join(' or '),
  };
}
