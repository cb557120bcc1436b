import { formatMoment } from '../../src/kernel/dates/format.js';
import { LOCALES, type Locale } from '../../src/kernel/locale.js';
import type { Refusal } from '../../src/kernel/result.js';
import { cleanLine } from '../../src/kernel/text.js';
import type { Inline } from '../view/view.js';
import type { Fill } from './engine.js';
import { has, type Key, rich, say } from './index.js';

/** Words looked up by a key made at run time; empty when there are none. */
export const optionalWords = (locale: Locale, key: string, fill: Fill = {}): string =>
  has(key) ? say(locale, key, fill) : '';

/**
 * What a command or one of its parameters is called, or its help. A parameter's own words come
 * before those it shares with the parameters of that name elsewhere.
 */
export function commandWord(
  locale: Locale,
  id: string,
  ...parts: readonly ('help' | (string & {}))[]
): string {
  const own = ['command', id, ...parts].join('.');
  const shared = ['param', ...parts].join('.');
  return optionalWords(locale, own) || optionalWords(locale, shared);
}

/** How a command may be typed: its name first, then its short forms. */
export const commandNames = (locale: Locale, id: string): string[] =>
  commandWord(locale, id)
    .split('|')
    .map((name) => name.trim());

/** The same in every language: what is typed is understood whatever the language of the room. */
export const allNames = (id: string): string[] =>
  LOCALES.flatMap((locale) => commandNames(locale, id));

/** Every way to name a parameter on a typed line; a name of several words takes hyphens there. */
export const paramNames = (id: string, name: string): string[] => [
  name,
  ...LOCALES.map((locale) => commandWord(locale, id, name)).flatMap((words) =>
    words.includes(' ') ? [words, words.replaceAll(' ', '-')] : [words],
  ),
];

/** A refusal as a line of a view, with its dates in the zone of the community. */
export const refusalLine = (locale: Locale, refusal: Refusal, zone: string, now: Date): Inline[] =>
  rich(locale, refusalKey(refusal), filled(locale, refusal, zone, now));

/** The same as bare text: beside a field of a form. */
export const refusalText = (locale: Locale, refusal: Refusal, zone: string, now: Date): string =>
  say(locale, refusalKey(refusal), filled(locale, refusal, zone, now));

/** Throws for a refusal without words: a bug, which a test looks for. */
function refusalKey({ code }: Refusal): Key {
  const key = `refusal.${code}`;
  if (!has(key)) throw new Error(`no words for ${key}`);
  return key;
}

const filled = (locale: Locale, { params }: Refusal, zone: string, now: Date): Fill =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      value instanceof Date
        ? formatMoment(value, { zone, locale, now })
        : typeof value === 'string' && name !== 'list'
          ? quotable(value)
          : value,
    ]),
  );

const MOST_QUOTED = 60;

/** What somebody typed, short and harmless enough to be repeated inside a sentence. */
export function quotable(typed: string): string {
  const characters = [...cleanLine(typed.slice(0, MOST_QUOTED * 8))];
  return characters.length > MOST_QUOTED
    ? `${characters.slice(0, MOST_QUOTED - 1).join('')}…`
    : characters.join('');
}
