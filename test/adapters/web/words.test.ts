import { expect, test } from 'vitest';
import { wordsIn } from '../../../adapters/web/words.js';

/** Every sentence, those with blanks filled in. */
function sentences(words: object): string[] {
  return Object.values(words).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [String(value('Nadia', 'Nadia'))];
    return value !== null && typeof value === 'object' ? sentences(value) : [];
  });
}

test('the French sentences keep their double signs on the line', () => {
  const french = sentences(wordsIn('fr'));
  expect(french.length).toBeGreaterThan(40);
  expect(french.filter((sentence) => / [:;?!»]|« |'/.test(sentence))).toEqual([]);
});

test('no sentence is empty, in either language', () => {
  for (const locale of ['fr', 'en'] as const) {
    expect(sentences(wordsIn(locale)).filter((sentence) => sentence.trim() === '')).toEqual([]);
  }
});
