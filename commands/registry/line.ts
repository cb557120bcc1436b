import { fold } from '../../src/kernel/text.js';

/** A word of a typed line; `quoted` words are taken whole, a `name` was written before a colon. */
export interface Token {
  readonly text: string;
  readonly quoted: boolean;
  readonly name: string | null;
  /** As it was typed, its name included. */
  readonly raw: string;
}

const TOKEN =
  /(?:--([\p{L}-]+)[=:\s]\s*|([\p{L}-]+)[:=])?(?:"([^"]*)"?|«([^»]*)»?|“([^”]*)”?|(\S+))/gu;

/** Splits a typed line into words, quoted texts, `name:value` and `--name value`. Never fails. */
export function tokensOf(line: string): Token[] {
  return [...line.matchAll(TOKEN)].map(([raw, dashed, colon, straight, french, curly, bare]) => {
    const quoted = straight ?? french?.trim() ?? curly;
    const text = quoted ?? bare ?? '';
    return { text, quoted: quoted !== undefined, name: dashed ?? colon ?? null, raw };
  });
}

/** The number of words of the name that the tokens begin with, or 0: accents and case aside. */
export function beginsWith(tokens: readonly Token[], name: string): number {
  const words = fold(name).split(/\s+/);
  const matches = words.every((word, index) => {
    const token = tokens[index];
    return token && token.name === null && !token.quoted && fold(token.text) === word;
  });
  return matches ? words.length : 0;
}

interface Taking {
  readonly name: string;
  /** How people may call it, in every language. */
  readonly names: readonly string[];
  readonly takes: 'word' | 'words' | 'amount' | 'named' | 'line';
  /** Passes over a word that does not look so. */
  readonly like?: RegExp | null;
}

/**
 * Gives the words of a line to parameters: named ones first, then in order; or the line as it is
 * to the one that reads it by itself. `left` is what no parameter takes.
 */
export function assign(
  tokens: readonly Token[],
  params: readonly Taking[],
): { readonly given: Record<string, string>; readonly left: string } {
  const whole = params.find(({ takes }) => takes === 'line');
  if (whole) {
    const line = tokens.map(({ raw }) => raw).join(' ');
    return { given: line === '' ? {} : { [whole.name]: line }, left: '' };
  }
  const given: Record<string, string> = {};
  const rest: Token[] = [];
  // `deadline:tomorrow 6pm`: a name keeps the bare words after it, up to a quote or another name.
  let keeping: Taking | null = null;
  for (const token of tokens) {
    const param = token.name === null ? undefined : byName(params, token.name);
    if (param) {
      given[param.name] = token.text;
      keeping = param.takes === 'words' && !token.quoted ? param : null;
    } else if (keeping && !token.quoted) {
      given[keeping.name] += ` ${token.raw}`;
    } else {
      keeping = null;
      rest.push(token.name === null ? token : { ...token, text: token.raw });
    }
  }
  for (const param of params) {
    if (param.takes === 'named' || param.name in given || rest.length === 0) continue;
    if (param.like && (rest[0]?.quoted || !param.like.test(rest[0]?.text ?? ''))) continue;
    const count = countOf(param.takes, rest);
    given[param.name] = rest
      .splice(0, count)
      .map((token) => token.text)
      .join(' ');
  }
  return { given, left: rest.map((token) => token.text).join(' ') };
}

const byName = (params: readonly Taking[], name: string): Taking | undefined =>
  params.find((param) => param.names.some((known) => fold(known) === fold(name)));

function countOf(takes: Taking['takes'], tokens: readonly Token[]): number {
  if (takes === 'word' || tokens[0]?.quoted) return 1;
  return takes === 'amount' ? amountRun(tokens) : bareRun(tokens);
}

/** A number and its unit, however they are spaced: « 3h », « 12,50 € », « 1 200 € », « 1 h 30 ». */
function amountRun(tokens: readonly Token[]): number {
  let count = 1;
  for (; count < tokens.length; count++) {
    const [last = '', next] = [tokens[count - 1]?.text, tokens[count]];
    if (!next || next.quoted) break;
    const goesOn = /^\d[\d.,]*$/.test(last) || (count === 1 && last === '€');
    const minutes = /^\d*(h|heures?|hours?)$/i.test(last) && /^\d\d?$/.test(next.text);
    if (!goesOn && !minutes) break;
    if (minutes) return count + 1;
  }
  return count;
}

function bareRun(tokens: readonly Token[]): number {
  const end = tokens.findIndex((token) => token.quoted);
  return end === -1 ? tokens.length : end;
}
