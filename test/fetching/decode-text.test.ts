import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/fetching/decode-text.js';

const FRENCH = 'L’été à Noël : « œuvre », 12 € — ça suffit…';

const EXTRA: Readonly<Record<string, number>> = {
  ...{ '€': 0x80, '…': 0x85, Œ: 0x8c, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94 },
  ...{ '–': 0x96, '—': 0x97, '™': 0x99, œ: 0x9c, Ÿ: 0x9f },
};
const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from([...text], (one) => EXTRA[one] ?? one.charCodeAt(0));
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf8 = (text: string): Uint8Array => Buffer.from(text);
const utf16 = (text: string, big = false): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

const page = (text: string, head = ''): string => `<html><head>${head}<title>${text}</title>`;
const meta = (charset: string): string => `<meta charset="${charset}">`;
const oldMeta = '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=ISO-8859-1">';
const xml = (charset: string, text: string): string =>
  `<?xml version="1.0" encoding='${charset}'?><rss><title>${text}</title></rss>`;

describe('the text of a page', () => {
  it.each<[string, Uint8Array, string | undefined, string]>([
    ['says nothing, windows-1252', windows1252(page(FRENCH)), undefined, 'windows-1252'],
    ['says nothing of its letters', windows1252(page(FRENCH)), 'text/html', 'windows-1252'],
    ['says nothing, UTF-8', utf8(page(FRENCH)), undefined, 'utf-8'],
    ['says ISO-8859-1', windows1252(page(FRENCH)), 'text/html;charset=ISO-8859-1', 'windows-1252'],
    ['says it inside', windows1252(page(FRENCH, meta('latin1'))), 'text/html', 'windows-1252'],
    ['says it the old way', windows1252(page(FRENCH, oldMeta)), undefined, 'windows-1252'],
    ['says it in XML', windows1252(xml('windows-1252', FRENCH)), 'text/xml', 'windows-1252'],
    ['is UTF-8 and denies it', utf8(page(FRENCH)), 'text/html; charset=iso-8859-1', 'utf-8'],
    ['is UTF-8 and denies it inside', utf8(page(FRENCH, oldMeta)), undefined, 'utf-8'],
    ['is UTF-8 and says UTF-16', utf8(page(FRENCH)), 'text/html; charset=utf-16', 'utf-8'],
    [
      'is windows-1252 and says UTF-8',
      windows1252(page(FRENCH)),
      'a/b; charset="UTF-8"',
      'windows-1252',
    ],
    ['names what is unknown', utf8(page(FRENCH)), 'text/html; charset=martian', 'utf-8'],
    ['has a mark', utf8(`\uFEFF${page(FRENCH)}`), 'text/html; charset=iso-8859-1', 'utf-8'],
    [
      'has a mark of UTF-16',
      utf16(`\uFEFF${page(FRENCH)}`),
      'text/html; charset=utf-8',
      'utf-16le',
    ],
    ['has the other mark', utf16(`\uFEFF${page(FRENCH)}`, true), undefined, 'utf-16be'],
    ['is UTF-16 and says so', utf16(page(FRENCH)), 'text/html; charset=UTF-16LE', 'utf-16le'],
    ['is UTF-16 and silent', utf16(xml('utf-16', FRENCH)), undefined, 'utf-16le'],
    ['is UTF-16 the other way', utf16(xml('utf-16', FRENCH), true), 'text/xml', 'utf-16be'],
    ['says UTF-16 in ASCII', utf8(page(FRENCH, meta('utf-16'))), undefined, 'utf-8'],
    [
      'hides another in a comment',
      windows1252(page(FRENCH, `<!--${meta('koi8-r')}-->`)),
      '',
      'windows-1252',
    ],
  ])('%s', (_, bytes, contentType, charset) => {
    const { text, charset: used } = decodeText(bytes, contentType);
    expect(used).toBe(charset);
    expect(text).toContain(`<title>${FRENCH}</title>`);
    expect(text).not.toContain('\uFEFF');
  });

  it.each<[string, number[], string, string]>([
    ['iso-8859-15', [0xa4, 0xbd, 0xe9], '€œé', 'text/html; charset=iso-8859-15'],
    ['koi8-r', [0xed, 0xc9, 0xd2], 'Мир', 'text/html; charset=KOI8-R'],
    ['shift_jis', [0x93, 0xfa, 0x96, 0x7b], '日本', 'text/html; charset=shift-jis'],
    [
      'iso-2022-jp',
      [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42],
      '日',
      'a/b; charset=iso-2022-jp',
    ],
    ['gb18030', [0xd6, 0xd0], '中', 'text/html; charset=gb18030'],
  ])('may be in %s', (charset, bytes, text, contentType) => {
    expect(decodeText(Uint8Array.from(bytes), contentType)).toEqual({ text, charset });
  });

  it('is still UTF-8 with one character cut', () => {
    const bytes = utf8(`${'é'.repeat(30)}`).subarray(0, -1);
    expect(decodeText(bytes)).toEqual({ text: `${'é'.repeat(29)}\uFFFD`, charset: 'utf-8' });
    expect(decodeText(bytes, 'text/html; charset=utf-8').charset).toBe('utf-8');
  });

  it('may be nothing, or anything', () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: '', charset: 'utf-8' });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, contentType) => {
        expect(typeof decodeText(bytes, contentType).text).toBe('string');
      }),
    );
  });

  it('is read back from UTF-8, whatever the header says', () => {
    const someHeader = fc.constantFrom('', 'charset=iso-8859-1', 'charset=utf-8', 'charset=big5');
    // Bytes 0 at the start are the sign of UTF-16, and no page has any.
    const words = fc.string({ unit: 'grapheme' }).filter((text) => !/[\0\uFEFF]/.test(text));
    fc.assert(
      fc.property(words, someHeader, (text, header) => {
        expect(decodeText(utf8(text), `text/html; ${header}`).text).toBe(text);
      }),
    );
  });

  it('is read back from Latin-1 that says nothing, when its accents stand among plain letters', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}[àâçèéêëîïôùûüÀÇÉ][a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        const text = words.join(' ');
        expect(decodeText(latin1(text))).toEqual({ text, charset: 'windows-1252' });
      }),
    );
  });
});
