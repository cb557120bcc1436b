import type { Locale } from '../../../src/kernel/locale.js';
import { type Message, readMessage } from './message.js';

type Catalogue = Readonly<Record<string, string>>;

const TAGS = new Set(['b', 'i', 's', 'c']);

/** Every way in which two catalogues do not say the same things; empty when they do. */
export function pairFaults(fr: Catalogue, en: Catalogue): string[] {
  const keys = new Set([...Object.keys(fr), ...Object.keys(en)]);
  return [...keys].flatMap((key) => {
    const french = fr[key];
    const english = en[key];
    if (french === undefined) return [`${key}: missing in fr`];
    if (english === undefined) return [`${key}: missing in en`];
    const sources = { fr: french, en: english };
    try {
      const [a, b] = [readMessage(french, 'fr'), readMessage(english, 'en')];
      return [...placeholderFaults(a, b), ...tagFaults(a, b)].map((fault) => `${key}: ${fault}`);
    } catch (error) {
      return [`${key}: does not parse: ${String(error)} ${JSON.stringify(sources)}`];
    }
  });
}

function placeholderFaults(fr: Message, en: Message): string[] {
  const names = new Set([...fr.placeholders.keys(), ...en.placeholders.keys()]);
  return [...names].flatMap((name) => {
    const a = fr.placeholders.get(name);
    const b = en.placeholders.get(name);
    if (!a || !b) return [`{${name}} only in ${a ? 'fr' : 'en'}`];
    if (a.number !== b.number) return [`{${name}} is a number only in ${a.number ? 'fr' : 'en'}`];
    return a.options.join() === b.options.join() ? [] : [`{${name}} selects differently`];
  });
}

/** Branches may differ from one language to the other; the sets of tags they can give may not. */
function tagFaults(fr: Message, en: Message): string[] {
  const sets = ({ readings }: Message): string =>
    [...new Set(readings.map(({ tags }) => tags.toSorted().join('')))].sort().join(' ');
  return sets(fr) === sets(en) ? [] : [`tags differ: fr ${sets(fr)}, en ${sets(en)}`];
}

/** What is wrong with one message in its own language. */
export function messageFaults(source: string, locale: Locale): string[] {
  if (source.trim() === '') return ['empty'];
  const { plurals, readings } = readMessage(source, locale);
  return [
    ...everySource.filter(([pattern]) => pattern.test(source)).map(([, fault]) => fault),
    ...readings.flatMap(({ text, tags }) => [
      ...everyReading[locale].filter(([pattern]) => pattern.test(text)).map(([, fault]) => fault),
      ...tags.filter((tag) => !TAGS.has(tag)).map((tag) => `unknown tag <${tag}>`),
    ]),
    ...plurals.flatMap((plural) => pluralFaults(plural, locale)),
  ];
}

type Check = readonly [pattern: RegExp, fault: string];

const everySource: readonly Check[] = [
  [/'/, 'straight apostrophe, which also quotes in ICU'],
  [/[\u00A0\u202F]/, 'non-breaking space by hand: the engine sets it'],
  [/\.\.\./, 'three dots for an ellipsis'],
  [/^\s|\s$/, 'space at an end'],
  // After a command, two spaces are a gap between columns.
  [/(?<!<\/c>) {2}/, 'double space'],
];

const everyReading: Readonly<Record<Locale, readonly Check[]>> = {
  fr: [
    [/[^ ][:;?!»]/, 'no space before : ; ? ! or »'],
    [/«[^ ]/, 'no space after «'],
    [/[“”"]/, 'quotes that are not « »'],
  ],
  en: [
    [/\s[:;?!]/, 'space before : ; ? or !'],
    [/[«»"]/, 'quotes that are not “ ”'],
  ],
};

/**
 * A branch the language never takes (French has no `zero`: 0 and 1 are `one`), or one that it
 * needs and lacks.
 */
function pluralFaults({ type, branches }: Message['plurals'][number], locale: Locale): string[] {
  const known = new Intl.PluralRules(locale, { type }).resolvedOptions().pluralCategories;
  const unknown = branches.filter(
    (branch) => !branch.startsWith('=') && !(known as readonly string[]).includes(branch),
  );
  return [
    ...unknown.map((branch) => `plural branch ${branch} is never taken`),
    ...(branches.includes('other') ? [] : ['plural without other']),
    ...(branches.includes('one') || branches.includes('=1') ? [] : ['plural without one']),
  ];
}
