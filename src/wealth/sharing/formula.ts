import Fraction from 'fraction.js';
import { fold } from '../../kernel/text.js';

/**
 * A community's own rule: a small sum over named columns, `heures + 2 * soin`. Only numbers, names,
 * `+ - * /`, brackets, `min` and `max`: nothing that loops, and nothing longer than a line.
 */
export type Formula = (columns: ReadonlyMap<string, Fraction>) => Fraction;

export type ReadFormula =
  | { readonly type: 'understood'; readonly formula: Formula; readonly names: readonly string[] }
  | { readonly type: 'unknown-name'; readonly name: string }
  | { readonly type: 'unknown'; readonly at: string }
  | { readonly type: 'too-long' };

const LONGEST = 200;
/** In brackets within brackets: nobody reads more. */
const DEEPEST = 10;

const TOKEN = /\s*(?:(\d+(?:[.,]\d+)?)|([\p{L}_][\p{L}\p{N}_-]*)|([-+*/();]))/uy;

interface Token {
  readonly type: 'number' | 'name' | 'sign';
  readonly text: string;
}

class Unread extends Error {}

/** @param known how columns may be called, folded, and which column each names. */
export function readFormula(text: string, known: ReadonlyMap<string, string>): ReadFormula {
  if (text.length > LONGEST) return { type: 'too-long' };
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) return { type: 'unknown', at: text.slice(from).trim() };
    const [, number, name, sign] = match;
    if (number !== undefined) tokens.push({ type: 'number', text: number.replace(',', '.') });
    else if (name !== undefined) tokens.push({ type: 'name', text: name });
    else tokens.push({ type: 'sign', text: sign ?? '' });
  }
  const names = new Set<string>();
  for (const { type, text: name } of tokens) {
    if (type !== 'name' || FUNCTIONS.has(fold(name))) continue;
    const column = known.get(fold(name));
    if (column === undefined) return { type: 'unknown-name', name };
    names.add(column);
  }
  try {
    const formula = new Reader(tokens, known).whole();
    return { type: 'understood', formula, names: [...names] };
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    return { type: 'unknown', at: error.message };
  }
}

const FUNCTIONS = new Set(['min', 'max']);
const ZERO = new Fraction(0);

class Reader {
  #place = 0;
  #depth = 0;

  constructor(
    readonly tokens: readonly Token[],
    readonly known: ReadonlyMap<string, string>,
  ) {}

  whole(): Formula {
    const formula = this.#sum();
    if (this.#place < this.tokens.length) this.#stop();
    return formula;
  }

  #stop(): never {
    throw new Unread(this.tokens[this.#place]?.text ?? '…');
  }

  #takes(...signs: readonly string[]): string | null {
    const token = this.tokens[this.#place];
    if (token?.type !== 'sign' || !signs.includes(token.text)) return null;
    this.#place++;
    return token.text;
  }

  #sum(): Formula {
    let left = this.#product();
    for (let sign = this.#takes('+', '-'); sign; sign = this.#takes('+', '-')) {
      const [a, b, plus] = [left, this.#product(), sign === '+'];
      left = (columns) => (plus ? a(columns).add(b(columns)) : a(columns).sub(b(columns)));
    }
    return left;
  }

  #product(): Formula {
    let left = this.#one();
    for (let sign = this.#takes('*', '/'); sign; sign = this.#takes('*', '/')) {
      const [a, b, times] = [left, this.#one(), sign === '*'];
      left = (columns) => {
        const by = b(columns);
        if (times) return a(columns).mul(by);
        // Nothing divided by nothing claims nothing: a formula must give everybody a figure.
        return by.equals(ZERO) ? ZERO : a(columns).div(by);
      };
    }
    return left;
  }

  #one(): Formula {
    const token = this.tokens[this.#place];
    if (token?.type === 'number') {
      this.#place++;
      const value = new Fraction(token.text);
      return () => value;
    }
    if (token?.type === 'name') {
      this.#place++;
      return FUNCTIONS.has(fold(token.text)) ? this.#call(fold(token.text)) : this.#column(token);
    }
    if (!this.#takes('(')) this.#stop();
    return this.#inside(() => this.#sum());
  }

  #column({ text }: Token): Formula {
    const name = this.known.get(fold(text)) ?? text;
    return (columns) => columns.get(name) ?? ZERO;
  }

  #call(name: string): Formula {
    if (!this.#takes('(')) this.#stop();
    return this.#inside(() => {
      const all = [this.#sum()];
      while (this.#takes(';')) all.push(this.#sum());
      return (columns) => {
        const values = all.map((one) => one(columns)).sort((a, b) => a.compare(b));
        return values.at(name === 'min' ? 0 : -1) ?? ZERO;
      };
    });
  }

  #inside(read: () => Formula): Formula {
    if (++this.#depth > DEEPEST) this.#stop();
    const formula = read();
    if (!this.#takes(')')) this.#stop();
    this.#depth--;
    return formula;
  }
}
