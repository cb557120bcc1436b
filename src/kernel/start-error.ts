import type { Locale, Localised } from './locale.js';

/**
 * Why the service cannot start, in words for the person who starts it. `code` is for programs,
 * `say` for people; neither ever holds a password or a connection string.
 */
export class StartError extends Error {
  readonly code: string;
  readonly #words: Localised<string>;

  constructor(code: string, words: Localised<string>, cause?: unknown) {
    super(words.en, cause === undefined ? undefined : { cause });
    this.name = 'StartError';
    this.code = code;
    this.#words = words;
  }

  say(locale: Locale): string {
    return this.#words[locale];
  }
}
