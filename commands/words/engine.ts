import { IntlMessageFormat } from 'intl-messageformat';
import { withFrenchBlanks } from '../../src/kernel/french.js';
import type { Locale, Localised } from '../../src/kernel/locale.js';
import type { Inline } from '../view/view.js';

/** What a sentence is filled with; text from people goes in as it is and stays text. */
export type Fill = Readonly<Record<string, string | number>>;

/**
 * Says sentences of one pair of catalogues: ICU MessageFormat, with `<b>`, `<i>`, `<s>`, `<c>` as
 * the only tags.
 */
export interface Words<Key extends string = string> {
  /** As plain text. Throws when the key or a value is missing: a bug that tests find. */
  say(locale: Locale, key: Key, fill?: Fill): string;
  /** As a line of a view, with its tags. */
  rich(locale: Locale, key: Key, fill?: Fill): Inline[];
  has(key: string): key is Key;
}

const TAGS = { b: 'strong', i: 'em', s: 'del', c: 'code' } as const;

const asNodes = Object.fromEntries(
  Object.entries(TAGS).map(([tag, type]) => [
    tag,
    (children: Inline[]): Inline => ({ type, children }),
  ]),
);
const asText = Object.fromEntries(
  Object.keys(TAGS).map((tag) => [tag, (children: string[]) => children.join('')]),
);

export function createWords<Key extends string>(
  catalogues: Localised<Readonly<Record<Key, string>>>,
): Words<Key> {
  const compiled = new Map<string, IntlMessageFormat>();
  const messageFor = (locale: Locale, key: Key): IntlMessageFormat => {
    const id = `${locale}:${key}`;
    const known = compiled.get(id);
    if (known) return known;
    const source = catalogues[locale][key];
    if (source === undefined) throw new Error(`no words for ${key} in ${locale}`);
    const message = new IntlMessageFormat(
      locale === 'fr' ? withFrenchBlanks(source) : source,
      locale,
    );
    compiled.set(id, message);
    return message;
  };
  return {
    say: (locale, key, fill = {}) => {
      const said = messageFor(locale, key).format<string>({ ...fill, ...asText });
      return Array.isArray(said) ? said.join('') : String(said);
    },
    rich: (locale, key, fill = {}) => {
      const said = messageFor(locale, key).format<Inline>({ ...fill, ...asNodes });
      return (Array.isArray(said) ? said : [said]) as Inline[];
    },
    has: (key): key is Key => key in catalogues.fr,
  };
}
