import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../../../src/kernel/locale.js';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** What a placeholder must be filled with. */
interface Placeholder {
  /** Formatted or counted as a number somewhere in the message. */
  readonly number: boolean;
  /** The words a select waits for; empty when it waits for none. */
  readonly options: readonly string[];
}

/** One way a message can come out: each plural and select on one of its branches. */
interface Reading {
  /** Placeholders read X, and so does code, which follows no typography. */
  readonly text: string;
  /** In the order they are opened. */
  readonly tags: readonly string[];
  /** What stands between `<c>` and `</c>`. */
  readonly code: readonly string[];
}

interface Plural {
  readonly type: Intl.PluralRulesOptions['type'];
  readonly branches: readonly string[];
}

export interface Message {
  readonly placeholders: ReadonlyMap<string, Placeholder>;
  readonly plurals: readonly Plural[];
  readonly readings: readonly Reading[];
}

/** The kinds of element, as `TYPE` of @formatjs/icu-messageformat-parser numbers them. */
const LITERAL = 0;
const NUMBER = 2;
const SELECT = 5;
const PLURAL = 6;
const POUND = 7;
const TAG = 8;

/** Throws when the message does not parse. */
export function readMessage(source: string, locale: Locale): Message {
  const ast = new IntlMessageFormat(source, locale).getAst();
  const placeholders = new Map<string, Placeholder>();
  const plurals: Plural[] = [];
  for (const element of everyElement(ast)) {
    if (element.type === POUND || element.type === LITERAL || element.type === TAG) continue;
    const known = placeholders.get(element.value) ?? { number: false, options: [] };
    placeholders.set(element.value, {
      number: known.number || element.type === NUMBER || element.type === PLURAL,
      options: element.type === SELECT ? Object.keys(element.options).sort() : known.options,
    });
    if (element.type === PLURAL) {
      plurals.push({ type: element.pluralType, branches: Object.keys(element.options) });
    }
  }
  return { placeholders, plurals, readings: readingsOf(ast) };
}

function* everyElement(elements: readonly Element[]): Generator<Element> {
  for (const element of elements) {
    yield element;
    if (element.type === TAG) yield* everyElement(element.children);
    if (element.type === SELECT || element.type === PLURAL) {
      for (const { value } of Object.values(element.options)) yield* everyElement(value);
    }
  }
}

const NOTHING: Reading = { text: '', tags: [], code: [] };

const readingsOf = (elements: readonly Element[]): Reading[] =>
  elements.reduce<Reading[]>(
    (begun, element) =>
      begun.flatMap((before) => readingsOfOne(element).map((after) => joined(before, after))),
    [NOTHING],
  );

const joined = (a: Reading, b: Reading): Reading => ({
  text: a.text + b.text,
  tags: [...a.tags, ...b.tags],
  code: [...a.code, ...b.code],
});

function readingsOfOne(element: Element): Reading[] {
  switch (element.type) {
    case LITERAL:
      return [{ ...NOTHING, text: element.value }];
    case SELECT:
    case PLURAL:
      return Object.values(element.options).flatMap(({ value }) => readingsOf(value));
    case TAG:
      return readingsOf(element.children).map(({ text, tags, code }) =>
        element.value === 'c'
          ? { text: 'X', tags: ['c', ...tags], code: [text, ...code] }
          : { text, tags: [element.value, ...tags], code },
      );
    default:
      return [{ ...NOTHING, text: 'X' }];
  }
}
