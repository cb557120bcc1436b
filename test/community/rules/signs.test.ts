import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isNamed, isSign, readSign, shownSign } from '../../../src/community/rules/signs.js';

it.each([
  ['🔖', '🔖', '🔖'],
  [' ❤️ ', '❤', '❤'],
  ['👍🏽', '👍', '👍'],
  ['🇫🇷', '🇫🇷', '🇫🇷'],
  ['1️⃣', '1\u20E3', '1\u20E3'],
  ['👩‍🌾', '👩‍🌾', '👩‍🌾'],
  [':bookmark:', ':bookmark:', ':bookmark:'],
  [':Veille:', ':veille:', ':veille:'],
  [':+1::skin-tone-3:', ':+1:', ':+1:'],
  [':préféré:', ':préféré:', ':préféré:'],
  ['<:Veille:123456789012345678>', '<:veille:123456789012345678>', ':veille:'],
  ['<a:veille:1234>', '<:veille:1234>', ':veille:'],
])('%s is kept as %s and shown as %s', (typed, kept, shown) => {
  expect(readSign(typed)).toBe(kept);
  expect(shownSign(kept)).toBe(shown);
});

it.each([
  '',
  'a',
  '1',
  'bookmark',
  '🔖🔖',
  '🔖 x',
  ': :',
  '::',
  '<:x>',
  '<@123>',
  '@everyone',
  '#',
])('%j is no sign', (typed) => expect(readSign(typed)).toBeNull());

it.each([
  ['🔖', '🔖', true],
  ['❤', '❤️', true],
  ['👍', '👍🏿', true],
  ['🔖', '🔭', false],
  [':+1:', ':+1::skin-tone-2:', true],
  [':veille:', '<:veille:1234>', true],
  // Renamed, it is the same picture; another of that name is not.
  ['<:veille:1234>', '<a:autre:1234>', true],
  ['<:veille:1234>', '<:veille:5678>', false],
  [':veille:', ':autre:', false],
  ['🔖', ':bookmark:', false],
  ['🔖', '', false],
  ['🔖', 'mxc://example.org/x', false],
])('%s chosen, %s heard: %s', (chosen, heard, same) => {
  expect(isSign(chosen, heard)).toBe(same);
});

it('what is kept reads as itself, whatever was typed', () => {
  const typed = fc.oneof(fc.string(), fc.string({ unit: 'grapheme', maxLength: 3 }));
  fc.assert(
    fc.property(typed, (said) => {
      const kept = readSign(said);
      if (kept === null) return;
      expect(readSign(kept)).toBe(kept);
      expect(isSign(kept, said.trim())).toBe(true);
      expect(isNamed(kept)).toBe(kept.includes(':'));
    }),
  );
});
