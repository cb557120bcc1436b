import { byTheme } from './by-theme.js';
import { tellingWords } from './words.js';

/** A link that the community has put in a theme. */
export interface Choice {
  readonly theme: string;
  readonly title: string;
  /** Without www: see `siteOf`. */
  readonly host: string;
}

/** Why, so that a person can judge: `count` links of the theme are from there, or have the words. */
export interface Suggestion {
  readonly theme: string;
  readonly because:
    | { readonly type: 'host'; readonly host: string; readonly count: number }
    | { readonly type: 'words'; readonly words: readonly string[]; readonly count: number };
}

/** How sure, among the themes there are. */
const SURE = 0.8;
/** What a theme has not held yet may still come to it (Lidstone’s smoothing). */
const UNSEEN = 0.2;
/** Fewer is no habit. */
const LEAST_OF_HOST = 3;
const LEAST_WITH_WORDS = 3;
const MOST_WORDS = 3;

/**
 * The theme that the community’s own choices make likely: naive Bayes over the host and the
 * words of titles, each counted once a link. `null` when unsure, or when it cannot say why.
 */
export function suggestTheme(
  past: readonly Choice[],
  link: Pick<Choice, 'title' | 'host'>,
): Suggestion | null {
  const themes = [...byTheme(past)]
    // Sums of fractions depend on their order by a hair.
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([theme, choices]) => ({
      theme,
      choices: choices.map(({ title, host }) => ({ host, words: tellingWords(title) })),
    }));
  const words = tellingWords(link.title);
  const known = { host: link.host, words };
  const vocabulary = new Set(themes.flatMap(({ choices }) => choices.flatMap(tokensOf)));
  const tokens = tokensOf(known).filter((token) => vocabulary.has(token));
  if (tokens.length === 0) return null;
  const scores = themes.map(({ choices }) => {
    const likely = (token: string): number => {
      const times = choices.filter((one) => tokensOf(one).includes(token)).length;
      return Math.log((times + UNSEEN) / (choices.length + 2 * UNSEEN));
    };
    const prior = Math.log(choices.length / past.length);
    return tokens.reduce((sum, token) => sum + likely(token), prior);
  });
  const top = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  const best = themes[scores.indexOf(top)];
  if (!best || 1 / total < SURE) return null;
  const because = reason(best.choices, known);
  return because && { theme: best.theme, because };
}

interface Read {
  readonly host: string;
  readonly words: ReadonlyMap<string, string>;
}

const tokensOf = ({ host, words }: Read): string[] => [`${host}/`, ...words.keys()];

function reason(choices: readonly Read[], link: Read): Suggestion['because'] | null {
  const ofHost = choices.filter(({ host }) => host === link.host).length;
  if (ofHost >= LEAST_OF_HOST) return { type: 'host', host: link.host, count: ofHost };
  const shared = [...link.words]
    .map(([key, word]) => ({ key, word, times: choices.filter((c) => c.words.has(key)).length }))
    .filter(({ times }) => times > 1)
    .toSorted((a, b) => b.times - a.times || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_WORDS);
  const count = choices.filter((c) => shared.some(({ key }) => c.words.has(key))).length;
  if (count < LEAST_WITH_WORDS) return null;
  return { type: 'words', words: shared.map(({ word }) => word), count };
}
