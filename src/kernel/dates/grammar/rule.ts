/** One way to read tokens from a place: what they mean, and where the reading stops. */
interface Match<T> {
  readonly value: T;
  readonly next: number;
}

/**
 * A grammar rule gives every way to read the tokens, never only the first: a phrase that can be
 * read two ways is asked about, not guessed.
 */
export type Rule<T> = (tokens: readonly string[], from: number) => readonly Match<T>[];

/** A table of words or phrases (folded, one blank between words) and what each means. */
export function oneOf<T>(table: Readonly<Record<string, T>>): Rule<T> {
  const byFirst = new Map<string, { words: readonly string[]; value: T }[]>();
  for (const [phrase, value] of Object.entries(table)) {
    const words = phrase.split(' ');
    const [first = ''] = words;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, value }]);
  }
  return (tokens, from) =>
    (byFirst.get(tokens[from] ?? '') ?? [])
      .filter(({ words }) => words.every((word, i) => tokens[from + i] === word))
      .map(({ words, value }) => ({ value, next: from + words.length }));
}

/** Words that only have to be there. */
export const word = (...phrases: readonly string[]): Rule<null> =>
  oneOf(Object.fromEntries(phrases.map((phrase) => [phrase, null])));

/** A number written in digits, of a given length. */
export const digits =
  (minLength: number, maxLength = minLength): Rule<number> =>
  (tokens, from) => {
    const token = tokens[from] ?? '';
    const fits = /^\d+$/.test(token) && token.length >= minLength && token.length <= maxLength;
    return fits ? [{ value: Number(token), next: from + 1 }] : [];
  };

export const either =
  <T>(...rules: readonly Rule<T>[]): Rule<T> =>
  (tokens, from) =>
    rules.flatMap((rule) => rule(tokens, from));

/** Each rule after the other. */
export const seq =
  <T extends readonly unknown[]>(...rules: { [K in keyof T]: Rule<T[K]> }): Rule<T> =>
  (tokens, from) => {
    let matches: readonly Match<readonly unknown[]>[] = [{ value: [], next: from }];
    for (const rule of rules as readonly Rule<unknown>[]) {
      matches = matches.flatMap(({ value, next }) =>
        rule(tokens, next).map((match) => ({ value: [...value, match.value], next: match.next })),
      );
    }
    return matches as readonly Match<T>[];
  };

/** Both with and without; with first. */
export const optional =
  <T>(rule: Rule<T>): Rule<T | null> =>
  (tokens, from) => [...rule(tokens, from), { value: null, next: from }];

/** The meaning of a rule turned into another; `undefined` refuses the reading. */
export const map =
  <T, U>(rule: Rule<T>, meaning: (value: T) => U | undefined): Rule<U> =>
  (tokens, from) =>
    rule(tokens, from).flatMap(({ value, next }) => {
      const meant = meaning(value);
      return meant === undefined ? [] : [{ value: meant, next }];
    });

/** Only the longest readings: « vingt deux » is 22, never 20 then 2. */
export const longest =
  <T>(rule: Rule<T>): Rule<T> =>
  (tokens, from) => {
    const matches = rule(tokens, from);
    const end = Math.max(...matches.map(({ next }) => next));
    return matches.filter(({ next }) => next === end);
  };

/** The meanings of the readings that leave no token over. */
export const wholeReadings = <T>(rule: Rule<T>, tokens: readonly string[]): readonly T[] =>
  rule(tokens, 0)
    .filter(({ next }) => next === tokens.length)
    .map(({ value }) => value);
