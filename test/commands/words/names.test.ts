import { describe, expect, test } from 'vitest';
import { catalogues, type Key } from '../../../commands/words/index.js';
import { LOCALES, type Locale } from '../../../src/kernel/locale.js';
import { fold } from '../../../src/kernel/text.js';
import { readMessage } from './message.js';

const keys = Object.keys(catalogues.fr) as Key[];
const commandKeys = keys.filter((key) => /^command\.[^.]+\.[^.]+$/.test(key));
const FORM_WORDS = new Set(['help', 'title', 'intro', 'submit', 'onMessage', 'onPerson']);

const names = (locale: Locale, key: Key): string[] =>
  catalogues[locale][key].split('|').map((name) => name.trim());

/** The command a mention like `/decision show D-X` begins with: the longest name that fits. */
const mentioned = (locale: Locale, mention: string): string | undefined =>
  commandKeys
    .flatMap((key) => names(locale, key).map((name) => ({ key, name })))
    .sort((a, b) => b.name.length - a.name.length)
    .find(({ name }) => `${mention} `.startsWith(`/${name} `))?.key;

const mentions = (locale: Locale, key: Key): string[] => [
  ...new Set(
    readMessage(catalogues[locale][key], locale)
      .readings.flatMap(({ code }) => code)
      .filter((code) => /^\/\p{Ll}/u.test(code)),
  ),
];

describe('the names people type', () => {
  test('belong to one command, whatever the language, accents aside', () => {
    const owners = new Map<string, string>();
    for (const key of commandKeys) {
      for (const name of LOCALES.flatMap((locale) => names(locale, key)).map(fold)) {
        expect(name, key).not.toBe('');
        expect(owners.get(name) ?? key, name).toBe(key);
        owners.set(name, key);
      }
    }
    expect(owners.size).toBeGreaterThan(commandKeys.length);
  });

  test('belong to one parameter of a command', () => {
    for (const command of commandKeys) {
      const owners = new Map<string, string>();
      const params = keys.filter(
        (key) => key.startsWith(`${command}.`) && key.split('.').length === 4,
      );
      for (const key of params) {
        const id = key.split('.').at(-1) ?? '';
        if (FORM_WORDS.has(id)) continue;
        for (const name of [id, ...LOCALES.map((locale) => fold(catalogues[locale][key]))]) {
          expect(owners.get(name) ?? key, `${command}: ${name}`).toBe(key);
          owners.set(name, key);
        }
      }
    }
  });

  test('come with a help', () => {
    for (const key of commandKeys) expect(keys).toContain(`${key}.help`);
  });

  test('are those of the commands when a sentence mentions one, the same in both languages', () => {
    let seen = 0;
    for (const key of keys) {
      const [fr, en] = LOCALES.map((locale) =>
        mentions(locale, key).map((mention) => mentioned(locale, mention) ?? `no ${mention}`),
      );
      expect(
        fr?.filter((found) => found.startsWith('no ')),
        key,
      ).toEqual([]);
      expect(en, key).toEqual(fr);
      seen += fr?.length ?? 0;
    }
    expect(seen).toBeGreaterThan(10);
  });
});
