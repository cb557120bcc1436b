import { withFrenchBlanks } from '../../kernel/french.js';
import { type Locale, type Localised, localised } from '../../kernel/locale.js';
import type { StartError } from '../../kernel/start-error.js';

/** What one check found: a sentence and, when something is to be done, what. */
export interface Finding {
  readonly state: 'right' | 'beware' | 'wrong';
  readonly said: Localised<string>;
  readonly remedy: Localised<string> | null;
}

type Words = Localised<string>;

export const right = (said: Words): Finding => ({ state: 'right', said, remedy: null });
/** ECC works, and this is worth a look. */
export const beware = (said: Words, remedy: Words): Finding => ({ state: 'beware', said, remedy });
export const wrong = (said: Words, remedy: Words | null): Finding => ({
  ...{ state: 'wrong', said, remedy },
});

const SIGNS = { right: '✓', beware: '!', wrong: '✗' } as const;

/** One line, then what to do under it. */
export function linesOf({ state, said, remedy }: Finding, locale: Locale): string[] {
  const line = `${SIGNS[state]} ${said[locale]}`;
  const lines = remedy ? [line, `  → ${remedy[locale]}`] : [line];
  return locale === 'fr' ? lines.map(withFrenchBlanks) : lines;
}

/** Why it could not start: its first sentence says what, the rest what to do. */
export function findingOf(error: StartError): Finding {
  const parts = localised((locale) => /^(.*?[.])(?: (.*))?$/s.exec(error.say(locale)));
  const said = localised((locale) => parts[locale]?.[1] ?? error.say(locale));
  const remedy = localised((locale) => parts[locale]?.[2] ?? '');
  return wrong(said, remedy.fr === '' ? null : remedy);
}

/** The end of what a person should know of a server that cannot be reached. */
export const INTERNET: Words = {
  fr: 'Vérifiez que cette machine a accès à Internet, puis recommencez.',
  en: 'Check that this machine has access to the Internet, then try again.',
};
