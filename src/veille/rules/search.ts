import { cleanLine, fold } from '../../kernel/text.js';
import { periodOf } from './search-period.js';

/**
 * What someone looks for, from the line they typed. Word forms are PostgreSQL’s work. What the
 * embedded one (PostgreSQL 18.3 in PGlite 0.5.8) and a server of the community both have, and the
 * test beside this file’s holds: the `french` and `english` configurations, not the extension
 * `unaccent` (the embedded one has none). French stems are cut before accents are looked at, so
 * that « échangées » and “echanger” meet only if text is indexed three ways, and asked three ways:
 *
 *     translate(to_tsvector('french', text)::text, 'àâä…', 'aaa…')::tsvector
 *       || to_tsvector('french', folded) || to_tsvector('english', folded)
 *
 * where `folded` is `fold(text)`. A word that is not wanted must be missing in all three: see
 * {@link toWebSearch}.
 */
export interface Search {
  /** All of them, in any form. */
  readonly words: readonly string[];
  /** In this order. */
  readonly phrases: readonly string[];
  readonly without: readonly string[];
  /** As typed: a theme’s name, a host, a person’s name. */
  readonly theme: string | null;
  readonly site: string | null;
  readonly by: string | null;
  readonly since: Date | null;
  /** Excluded. */
  readonly until: Date | null;
  /** What looks like a condition and is none that is known: `depuis:toujours`. */
  readonly notUnderstood: readonly string[];
}

export interface Asked {
  readonly now: Date;
  readonly zone: string;
}

const KEYS: Readonly<Record<string, 'theme' | 'site' | 'by' | 'since' | 'before' | 'until'>> = {
  ...{ theme: 'theme', topic: 'theme', site: 'site', par: 'by', by: 'by', de: 'by', from: 'by' },
  ...{ depuis: 'since', since: 'since', apres: 'since', after: 'since' },
  ...{ avant: 'before', before: 'before' },
  ...{ jusque: 'until', "jusqu'a": 'until', "jusqu'en": 'until', jusqua: 'until', until: 'until' },
};

const LONGEST = 500;
const MOST_WORDS = 20;

const QUOTED = `"([^"]*)"|«([^»]*)»|“([^”]*)”`;
/** A known key may stand apart from its value, as French spaces its colons. */
const KEY = String.raw`(-?[\p{L}'’]+)(?::| ?: )(?=\S)`;
const PIECE = new RegExp(String.raw`(?:${KEY} ?|(-))?(?:${QUOTED}|(\S+))`, 'gu');

/** Reads a line such as `semences paysannes depuis:mars thème:eau -"brevet européen"`. */
export function parseSearch(line: string, asked: Asked): Search {
  const found = {
    ...{ words: [] as string[], phrases: [] as string[], without: [] as string[] },
    ...{ notUnderstood: [] as string[], theme: null as string | null },
    ...{ site: null as string | null, by: null as string | null },
    ...{ since: null as Date | null, until: null as Date | null },
  };
  const words = (text: string, into: string[]): void => {
    const plain = wordsOf(text);
    if (plain && found.words.length + found.phrases.length + found.without.length < MOST_WORDS)
      into.push(plain);
  };
  for (const [whole, key, minus, ...values] of cleanLine(line.slice(0, LONGEST)).matchAll(PIECE)) {
    const quoted = values.slice(0, 3).find((one) => one !== undefined);
    const value = quoted ?? values[3] ?? '';
    const role = key === undefined ? undefined : KEYS[fold(key)];
    const named = wordsOf(value) ? value.trim() : '';
    if (key !== undefined && role === undefined && !named.startsWith('//')) {
      found.notUnderstood.push(whole.trim());
    } else if (key !== undefined && role === undefined) words(whole, found.words);
    else if (role === undefined) {
      const isPhrase = quoted !== undefined && /\s/.test(named);
      words(named, minus ? found.without : isPhrase ? found.phrases : found.words);
    } else if (role === 'theme' || role === 'site' || role === 'by') found[role] = named || null;
    else {
      const period = periodOf(value, asked);
      if (!period) found.notUnderstood.push(whole.trim());
      else if (role === 'since') found.since = period.from;
      else found.until = role === 'before' ? period.from : period.to;
    }
  }
  return found;
}

/** Only what a word can be made of: no quote, no operator reaches the database. */
const wordsOf = (text: string): string =>
  text
    .replaceAll(/[^\p{L}\p{N}\p{M}'’@._/-]+/gu, ' ')
    .replaceAll(/(?<!\S)[-'’._/@]+|[-'’._/@]+(?!\S)/g, '')
    .trim();

/**
 * For `websearch_to_tsquery`: what is wanted, and what is not, empty for nothing. Two texts, since
 * the one is looked for in any of the three ways and the other must be missing from all:
 * `(a1 || a2 || a3) && !!(b1 || b2 || b3)`. Each word is between quotes, for “or” is an operator
 * and « or » a metal.
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
