import { isUtf8 } from 'node:buffer';
import { declaredCharset } from './declared-charset.js';

export interface Decoded {
  readonly text: string;
  /** The encoding's name in the WHATWG standard, in lower case: `utf-8`, `windows-1252`. */
  readonly charset: string;
}

/**
 * The text of a page, a feed or a calendar. What the bytes prove goes before what is declared: a
 * mark at the start, then being UTF-8, which other encodings are never by chance. Then the header
 * and the document's own words; and windows-1252, which is what French pages that say nothing are.
 */
export function decodeText(bytes: Uint8Array, contentType?: string): Decoded {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return decodeAs(marked.charset, bytes);
  const declared = declaredCharset(bytes, contentType);
  // Its bytes are all ASCII, and so valid UTF-8.
  if (declared === 'iso-2022-jp') return decodeAs(declared, bytes);
  const wide = WIDE.find(({ start }) => start.every((byte, i) => !byte === !bytes[i]));
  if (wide && bytes.length > 3) return decodeAs(wide.charset, bytes);
  const proven = isUtf8(bytes) && !bytes.includes(0);
  if (!proven && declared?.startsWith('utf-16')) return decodeAs(declared, bytes);
  const text = new TextDecoder().decode(bytes);
  if (proven || isMostlyUtf8(text, declared === 'utf-8')) return { text, charset: 'utf-8' };
  return decodeAs(declared && declared !== 'utf-8' ? declared : 'windows-1252', bytes);
}

const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], charset: 'utf-8' },
  { mark: [0xff, 0xfe], charset: 'utf-16le' },
  { mark: [0xfe, 0xff], charset: 'utf-16be' },
];

/** Two characters of ASCII in UTF-16 (XML 1.0, appendix F): what is 0 here is 0 there. */
const WIDE = [
  { start: [1, 0, 1, 0], charset: 'utf-16le' },
  { start: [0, 1, 0, 1], charset: 'utf-16be' },
];

/**
 * One cut or broken character does not make a page something else: what could not be read must be
 * rare beside what could, rarer when nobody said that it is UTF-8.
 */
function isMostlyUtf8(text: string, declared: boolean): boolean {
  let broken = 0;
  let read = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) broken++;
    else if (unit > 0x7f) read++;
  }
  return broken * (declared ? 4 : 20) <= read;
}

function decodeAs(charset: string, bytes: Uint8Array): Decoded {
  if (charset === 'windows-1252') return { text: fromWindows1252(bytes), charset };
  return { text: new TextDecoder(charset).decode(bytes), charset };
}

/** What windows-1252 has in place of the 32 control characters of Latin-1 (WHATWG Encoding). */
const EXTRA = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** By hand: some versions of Node decode it as Latin-1, and lose € ’ œ (nodejs/node#56542). */
const fromWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replaceAll(/[\x80-\x9f]/g, (control) => EXTRA[control.charCodeAt(0) - 0x80] ?? control);
