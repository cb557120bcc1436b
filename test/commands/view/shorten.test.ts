import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainBlocks, richText } from '../../../commands/view/markdown.js';
import { clipped, firstPart } from '../../../commands/view/shorten.js';

describe('a clipped text', () => {
  it.each([
    ['Rien à couper', 40, 'Rien à couper'],
    ['Une phrase un peu longue', 16, 'Une phrase un…'],
    ['Unmotsanslemoindreblanc', 10, 'Unmotsans…'],
    ['👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 20, '👩‍👩‍👧👩‍👩‍👧…'],
  ])('%s, %d', (text, most, expected) => {
    expect(clipped(text, most)).toBe(expected);
  });

  it('is never longer than it may be, and begins as the text does', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 60 }),
        (text, most) => {
          const kept = clipped(text, most);
          expect(kept.length).toBeLessThanOrEqual(most);
          if (kept !== text) expect(text.startsWith(kept.slice(0, -1))).toBe(true);
        },
      ),
    );
  });
});

describe('the first part of a text', () => {
  it('is nothing when all of it fits', () => {
    expect(firstPart(richText('Un **texte** court.\n\n- un\n- deux'), 600)).toBeNull();
  });

  it('keeps its shape, up to where it is cut', () => {
    const part = firstPart(
      richText(`**Avant** tout.\n\n- un\n- ${'deux '.repeat(200)}\n- trois`),
      200,
    );
    expect(part?.[0]).toEqual({
      type: 'paragraph',
      children: [{ type: 'strong', children: ['Avant'] }, ' tout.'],
    });
    const plain = plainBlocks(part ?? []);
    expect(plain).toMatch(/^Avant tout\.\n- un\n- deux( deux)+…$/);
    expect(plain.length).toBeLessThanOrEqual(200);
  });

  it('is not many short lines either', () => {
    const lines = (count: number) =>
      richText(Array.from({ length: count }, () => 'oui').join('\n\n'));
    expect(firstPart(lines(10), 600)).toBeNull();
    expect(firstPart(lines(400), 600)?.length).toBeLessThan(30);
  });
});
