import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, fold, lengthOf } from '../../src/kernel/text.js';
import { DECEPTIVE } from '../support/hostile.js';

/** Mostly the characters that matter here, beside any other. */
const poison = fc.constantFrom(
  ...[
    '\u200B',
    '\u200C',
    '\u200D',
    '\uFEFF',
    '\u00A0',
    '\u0301',
    '\u202E',
    '\u0000',
    '\uD800',
    '\u2028',
  ],
  ...[
    'e',
    'é',
    ' ',
    '\n',
    '\r',
    'م',
    'न',
    '्',
    '👨',
    '👩',
    '\uFE0F',
    '\u{1F3FD}',
    '\u{E0041}',
    '\uE000',
  ],
);
const text = fc.oneof(
  fc.array(poison, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

describe('people’s text made safe to keep', () => {
  it('is well formed, without deceit, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const clean = cleanText(raw);
        expect(clean.isWellFormed()).toBe(true);
        expect(DECEPTIVE.test(clean)).toBe(false);
        expect(cleanText(clean)).toBe(clean);
        expect(cleanLine(cleanLine(raw))).toBe(cleanLine(raw));
        expect(cleanLine(raw)).not.toMatch(/\n/);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['  Bonjour\r\nà tous \u0000', 'Bonjour\nà tous'],
    ['\u200B\u200D\uFEFF', ''],
    ['\u00A0\u200D', ''],
    ['a\u200Db', 'ab'],
    ['e\u0301', 'é'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ['क्\u200Dष', 'क्\u200Dष'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['a\uD800b', 'ab'],
    ['\u202Eetirc', 'etirc'],
  ])('%j becomes %j', (raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });
});

describe('a length', () => {
  it.each([
    ['été', 3],
    ['e\u0301te\u0301', 3],
    ['👨‍👩‍👧‍👦', 2],
    ['🇫🇷🇫🇷', 2],
    [`Z${'\u0300'.repeat(799)}`, 100],
    ['', 0],
  ])('%# counts what people see, within reason', (said, length) => {
    expect(lengthOf(said)).toBe(length);
  });
});

it('folding puts case, accents and outer blanks aside', () => {
  expect([' ÉCHÉANCE ', 'Cœur', 'j’ai'].map(fold)).toEqual(['echeance', 'coeur', "j'ai"]);
});
