import { ok, type Result, refuse } from '../../src/kernel/result.js';
import { cleanLine, cleanText, fold, lengthOf } from '../../src/kernel/text.js';
import type { Field, Option } from '../view/view.js';
import type { Context } from './context.js';

/**
 * One argument of a command: how it is asked for, and how a person's text becomes a value.
 * `parse` is never given an empty text; what is left out becomes `fallback`.
 */
export interface Param<T> {
  readonly input: Field['input'];
  /**
   * Typed on a line: takes one word, all that is left, a number with its unit, the last word of
   * several, the line as it is with its quotes and colons, or is only given by its name.
   */
  readonly takes: 'word' | 'words' | 'amount' | 'last' | 'line' | 'named';
  readonly required: boolean;
  /** On a line, takes its word only when it looks so: what comes after may begin the line. */
  readonly like: RegExp | null;
  readonly advanced: boolean;
  /** Not asked for in a form unless needed or wrong: a button gives it, or it is typed. */
  readonly unasked: boolean;
  /** A button gives it, and nothing else can: not declared to people, nor typed. */
  readonly unseen: boolean;
  /** Nothing beside `options` may be given: where they are few, they are shown. */
  readonly closed: boolean;
  readonly maxLength: number;
  /** Only asked, and only read, when another argument has one of these values. */
  readonly when: Field['when'];
  /** Required all the same when another argument has one of these values. */
  readonly requiredWhen: Field['when'];
  /** What may be given (`input: 'choice'`), or what to offer while typing. */
  readonly options: (context: Context) => Promise<readonly Option[]>;
  readonly parse: (raw: string, context: Context) => Promise<Result<T>>;
  readonly fallback: T | null;
}

type Shape<T> = Partial<Omit<Param<T>, 'parse' | 'fallback'>>;

/** Nothing to offer. */
export const NO_OPTIONS: Param<unknown>['options'] = async () => [];

/** A required parameter of any kind. */
export const param = <T>(shape: Shape<T> & Pick<Param<T>, 'parse'>): Param<T> => ({
  input: 'line',
  takes: 'word',
  required: true,
  like: null,
  advanced: false,
  unasked: false,
  unseen: false,
  closed: false,
  maxLength: 200,
  when: null,
  requiredWhen: null,
  options: NO_OPTIONS,
  fallback: null,
  ...shape,
});

/** The same, that may be left out: its value is then `fallback`, `null` unless given. */
export const optional = <T, F extends T | null = null>(
  inner: Param<T>,
  fallback: F = null as F,
): Param<T | F> => ({ ...inner, required: false, fallback });

/** Given by buttons only, or left out. */
export const unseen = <T>(inner: Param<T>): Param<T | null> => ({
  ...optional(inner),
  takes: 'named',
  unasked: true,
  unseen: true,
});

/** Out of the way until looked for. */
export const advanced = <T>(inner: Param<T>): Param<T> => ({
  ...inner,
  advanced: true,
  takes: 'named',
});

/** Left out of forms unless it is needed or wrong. */
export const unasked = <T>(inner: Param<T>): Param<T> => ({ ...inner, unasked: true });

/** {@link optional}, unless another argument has one of these values. */
export const neededWhen = <T>(
  name: string,
  values: readonly string[],
  inner: Param<T>,
): Param<T | null> => ({ ...optional(inner), requiredWhen: { name, values } });

/** Only asked when another argument has one of these values; `null` otherwise. */
export const when = <T>(
  name: string,
  values: readonly string[],
  inner: Param<T>,
): Param<T | null> => ({ ...inner, when: { name, values } });

const tooLong = (length: number, max: number): Result<never> | null =>
  length > max ? refuse('too-long', { length, max }) : null;

/** A line of text from people. */
export const line = (max: number): Param<string> =>
  param({
    takes: 'words',
    maxLength: max,
    parse: async (raw) => {
      const text = cleanLine(raw);
      return text === '' ? refuse('missing') : (tooLong(lengthOf(text), max) ?? ok(text));
    },
  });

/** A longer text from people, as Markdown. */
export const text = (max: number): Param<string> =>
  param({
    input: 'text',
    takes: 'words',
    maxLength: max,
    parse: async (raw) => {
      const value = cleanText(raw);
      return value === '' ? refuse('missing') : (tooLong(lengthOf(value), max) ?? ok(value));
    },
  });

/** Several lines of text: one a line, or separated by `|` or `;` on a typed line. */
export const lines = (maxEach: number, maxCount: number): Param<readonly string[]> =>
  param({
    input: 'text',
    takes: 'words',
    maxLength: (maxEach + 1) * maxCount,
    parse: async (raw) => {
      const separator = raw.includes('\n') ? '\n' : /[|;]/;
      const values = raw
        .split(separator)
        .map(cleanLine)
        .filter((value) => value !== '');
      const folded = new Set(values.map(fold));
      if (folded.size < values.length) return refuse('repeated');
      if (values.length > maxCount)
        return refuse('too-many', { max: maxCount, count: values.length });
      const long = values.find((value) => lengthOf(value) > maxEach);
      if (long) return refuse('too-long', { max: maxEach, length: lengthOf(long) });
      return values.length === 0 ? refuse('missing') : ok(values);
    },
  });

/** One of a closed list. A person may type the value, or the label in any case and accents. */
export function choice<T extends string>(
  values: readonly T[],
  label: (value: T, context: Context) => string,
): Param<T> {
  const options = async (context: Context): Promise<{ value: T; label: string }[]> =>
    values.map((value) => ({ value, label: label(value, context) }));
  return param({
    input: 'choice',
    options,
    parse: async (raw, context) => {
      const known = await options(context);
      const typed = fold(raw);
      const exact = known.find((one) => fold(one.value) === typed || fold(one.label) === typed);
      const found =
        exact ?? known.find((one) => typed.length > 2 && fold(one.label).startsWith(typed));
      return found
        ? ok(found.value)
        : refuse('not-in-list', { typed: raw, list: known.map((one) => one.label).join(', ') });
    },
  });
}

/** Some of a closed list, separated by commas. */
export function choices<T extends string>(
  values: readonly T[],
  label: (value: T, context: Context) => string,
): Param<readonly T[]> {
  const one = choice(values, label);
  return param<readonly T[]>({
    takes: 'words',
    options: one.options,
    parse: async (raw, context) => {
      const found: T[] = [];
      for (const part of raw.split(/[,;]/).filter((each) => each.trim() !== '')) {
        const read = await one.parse(part.trim(), context);
        if (!read.ok) return read;
        found.push(read.value);
      }
      return found.length === 0 ? refuse('missing') : ok([...new Set(found)]);
    },
  });
}

const YES = new Set(['oui', 'yes', 'on', 'true', 'vrai', '1', 'o', 'y']);
const NO = new Set(['non', 'no', 'off', 'false', 'faux', '0', 'n']);

/** Yes or no; no when left out. */
export const flag = (): Param<boolean> =>
  optional(
    param<boolean>({
      input: 'flag',
      takes: 'named',
      parse: async (raw) => {
        const typed = fold(raw);
        if (YES.has(typed)) return ok(true);
        return NO.has(typed) ? ok(false) : refuse('not-yes-or-no', { typed: raw });
      },
    }),
    false as boolean,
  ) as Param<boolean>;

export const integer = (bounds: { readonly min: number; readonly max: number }): Param<number> =>
  param({
    parse: async (raw) => {
      const digits = raw.trim().replace(/^D-/i, '');
      const value = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
      return value >= bounds.min && value <= bounds.max
        ? ok(value)
        : refuse('not-a-number', { typed: raw, ...bounds });
    },
  });
