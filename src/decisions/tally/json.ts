import type { FaultCode } from '../methods/faults.js';
import { type Fault, type Faults, show } from '../methods/reader.js';

/** Deeper than any tally file, and far from what would exhaust the stack. */
const DEEPEST = 100;

/**
 * JSON (RFC 8259), read as `JSON.parse` reads it, save that what it passes over in silence is a
 * fault here, for a vote must not be lost that way: the same key twice in an object, and a number
 * with more digits than JavaScript keeps. Faults carry a line and a column, from 1; on Node 20
 * `JSON.parse` does not always tell where it stopped. `null` when the text cannot be read to its end.
 */
export function parseJson(text: string, faults: Faults): { value: unknown } | null {
  try {
    return { value: new Parser(text, faults).document() };
  } catch (stop) {
    if (stop instanceof Stop) return null;
    throw stop;
  }
}

/** Leaves the parser at the first syntax error; never leaves this file. */
class Stop extends Error {}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

class Parser {
  private at = 0;
  private readonly where: (offset: number) => { line: number; column: number };

  constructor(
    private readonly text: string,
    private readonly faults: Faults,
  ) {
    this.where = locator(text);
    if (text.startsWith('\uFEFF')) this.at = 1;
  }

  document(): unknown {
    this.blanks();
    if (this.at >= this.text.length) this.stop('json-empty');
    const value = this.value(0);
    this.blanks();
    if (this.at < this.text.length) this.stop('json-unexpected');
    return value;
  }

  private value(depth: number): unknown {
    if (depth > DEEPEST) this.stop('json-deep', { limit: DEEPEST });
    const start = this.text[this.at];
    if (start === '{') return this.object(depth);
    if (start === '[') return this.array(depth);
    if (start === '"') return this.string();
    for (const [word, value] of WORDS) {
      if (!this.text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return value;
    }
    return this.number();
  }

  private object(depth: number): object {
    const object: Record<string, unknown> = {};
    this.at++;
    for (let first = true; !this.closes('}', first); first = false) {
      const start = this.at;
      if (this.text[start] !== '"') this.stop('json-unexpected');
      const key = this.string();
      if (Object.hasOwn(object, key)) this.fault('json-key-again', start, { key: show(key) });
      this.blanks();
      if (this.text[this.at] !== ':') this.stop('json-unexpected');
      this.at++;
      this.blanks();
      const value = this.value(depth + 1);
      // Assigning to `__proto__` would change the object's prototype instead of adding a key.
      if (key !== '__proto__') object[key] = value;
      else Object.defineProperty(object, key, { ...PLAIN, value });
    }
    return object;
  }

  private array(depth: number): unknown[] {
    const array: unknown[] = [];
    this.at++;
    for (let first = true; !this.closes(']', first); first = false) {
      array.push(this.value(depth + 1));
    }
    return array;
  }

  /** Passes the closing sign and says so, or goes to the next item, past the comma before it. */
  private closes(sign: string, first: boolean): boolean {
    this.blanks();
    if (this.text[this.at] === sign) {
      this.at++;
      return true;
    }
    if (first) return false;
    if (this.text[this.at] !== ',') this.stop('json-unexpected');
    this.at++;
    this.blanks();
    return false;
  }

  private string(): string {
    const start = this.at++;
    let escaped = false;
    for (; this.text[this.at] !== '"'; this.at++) {
      if (this.at >= this.text.length) this.stop('json-end');
      if (this.text.charCodeAt(this.at) < 0x20) this.stop('json-control');
      if (this.text[this.at] !== '\\') continue;
      escaped = true;
      this.at++;
    }
    const literal = this.text.slice(start, ++this.at);
    if (!escaped) return literal.slice(1, -1);
    try {
      return JSON.parse(literal);
    } catch {
      this.at = start;
      return this.stop('json-escape');
    }
  }

  private number(): number {
    NUMBER.lastIndex = this.at;
    const written = NUMBER.exec(this.text)?.[0];
    if (written === undefined) return this.stop('json-unexpected');
    const value = Number(written);
    const digits = written.replace(/e.*$/i, '').replaceAll(/\D/g, '').replace(/^0+/, '');
    const vanished = digits !== '' && (value === 0 || !Number.isFinite(value));
    if (vanished || (digits.length > 15 && String(value) !== written)) {
      this.fault('json-number', this.at, { found: show(written) });
    }
    this.at += written.length;
    return value;
  }

  private blanks(): void {
    while (BLANKS.has(this.text.charCodeAt(this.at))) this.at++;
  }

  private fault(code: FaultCode, offset: number, params: Fault['params'] = {}): void {
    this.faults.add(() => ({ code, params: { ...this.where(offset), ...params } }));
  }

  private stop(code: FaultCode, params: Fault['params'] = {}): never {
    const found = this.text.codePointAt(this.at);
    const ended = found === undefined && code !== 'json-empty';
    const sign = found === undefined ? '' : visible(found);
    this.fault(ended ? 'json-end' : code, this.at, { found: sign, ...params });
    throw new Stop();
  }
}

const PLAIN = { writable: true, enumerable: true, configurable: true };
const BLANKS = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** The character itself where it can be seen, `U+0000` where it cannot. */
const visible = (point: number): string => {
  const sign = String.fromCodePoint(point);
  const seen = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(sign);
  return seen ? sign : `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
};

/** Line and column of offsets that only grow: each character is passed once, however many faults. */
function locator(text: string): (offset: number) => { line: number; column: number } {
  let [passed, line, column] = [0, 1, 1];
  return (offset) => {
    for (; passed < offset; passed++) {
      const unit = text.charCodeAt(passed);
      if (unit === 0x0a) [line, column] = [line + 1, 1];
      else if ((unit & 0xfc00) !== 0xdc00 && unit !== 0xfeff) column++;
    }
    return { line, column };
  };
}
