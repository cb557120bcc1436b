import { fold } from '../../kernel/text.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How often a feed that answers is asked, and no less often one that fails. */
export const EVERY_MS = 30 * MINUTE_MS;
const SELDOM_MS = DAY_MS;
/** Of the wait, at most: so that thousands of feeds are not all asked at once. */
const JITTER = 0.1;
/** A feed that has not answered for so long, however often it was asked, is dead. */
const DEAD_AFTER_MS = 14 * DAY_MS;
const DEAD_AFTER_FAILURES = 8;

export interface Standing {
  readonly failures: number;
  readonly failingSince: Date | null;
}

/**
 * When to ask again: every half hour, half as often after each failure down to once a day, never
 * before the server says. `chance`, from 0 to 1, spreads feeds over time.
 */
export function nextAskAt(asked: {
  readonly now: Date;
  readonly failures: number;
  readonly retryAfterMs: number | null;
  readonly chance: number;
}): Date {
  const { now, failures, retryAfterMs, chance } = asked;
  const usual = Math.min(SELDOM_MS, EVERY_MS * 2 ** Math.min(failures, 10));
  const wait = usual * (1 + JITTER * chance);
  return new Date(now.getTime() + Math.max(wait, Math.min(retryAfterMs ?? 0, 30 * DAY_MS)));
}

/** One more failure. `gone`: the server says that it is no more (410). */
export function afterFailure(
  { failures, failingSince }: Standing,
  { now, gone }: { readonly now: Date; readonly gone: boolean },
): Standing & { readonly dead: boolean } {
  const since = failingSince ?? now;
  const count = failures + 1;
  const long = now.getTime() - since.getTime() >= DEAD_AFTER_MS && count >= DEAD_AFTER_FAILURES;
  return { failures: count, failingSince: since, dead: gone || long };
}

/** Whether an entry is wanted: one of the words is in what it says, whatever its case or accents. */
export function isWanted(
  words: readonly string[],
  entry: {
    readonly title: string;
    readonly summary: string;
    readonly categories: readonly string[];
  },
): boolean {
  if (words.length === 0) return true;
  const said = ` ${plain([entry.title, entry.summary, ...entry.categories].join(' '))} `;
  // The beginning of a word is enough: « semence » wants « semences ».
  return words.some((word) => said.includes(` ${plain(word)}`));
}

const plain = (text: string): string =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');

/** Kept, the newest first: what is in the feed now, then what was there not long ago. */
export function seenAfter(
  before: readonly string[],
  now: readonly string[],
  most: number,
): readonly string[] {
  return [...new Set([...now, ...before])].slice(0, Math.max(most, now.length));
}
