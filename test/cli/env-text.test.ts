import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeWritten, withValues } from '../../src/cli/setup/env-text.js';

const set = (text: string, values: Record<string, string>): string =>
  withValues(text, new Map(Object.entries(values)));

describe('a value in a .env file', () => {
  it.each<[string, string, Record<string, string>, string]>([
    ['in a new file', '', { A: '1' }, 'A=1\n'],
    ['at the end', 'B=2\n', { A: '1' }, 'B=2\nA=1\n'],
    ['after a last line without an end', 'B=2', { A: '1' }, 'B=2\nA=1\n'],
    ['in its place', '# why\nA=0\nB=2\n', { A: '1' }, '# why\nA=1\nB=2\n'],
    ['before the words on its line', 'A=0 # zero\n', { A: '1' }, 'A=1 # zero\n'],
    ['in place of one in quotes', 'A="0 # 0" # zero\n', { A: '1' }, 'A=1 # zero\n'],
    ['in place of one of several lines', 'A="0\nB=3\n"\nB=2\n', { A: '1' }, 'A=1\nB=2\n'],
    ['exported', 'export A = 0\n', { A: '1' }, 'export A=1\n'],
    ['everywhere it is', 'A=0\nB=2\nA=3\n', { A: '1' }, 'A=1\nB=2\nA=1\n'],
    ['under its explanation', '# words\n# A=\n\nB=2\n', { A: '1' }, '# words\n# A=\nA=1\n\nB=2\n'],
    ['not inside another’s', 'B="\nA=0\n"\n', { A: '1' }, 'B="\nA=0\n"\nA=1\n'],
    ['in quotes when it must', '', { A: "it's # `x`" }, 'A="it\'s # `x`"\n'],
    ['emptied', 'A=0\n', { A: '' }, 'A=\n'],
    [
      'with the line ends of the file',
      'B=2\r\n# A=\r\n',
      { A: '1', C: '3' },
      'B=2\r\n# A=\r\nA=1\r\nC=3\r\n',
    ],
    ['in place, with the line ends of the file', 'A=0\r\nB=2\r\n', { A: '1' }, 'A=1\r\nB=2\r\n'],
  ])('is set %s', (_, before, values, after) => {
    expect(set(before, values)).toBe(after);
  });

  it('is read back as it was, and nothing else changes', () => {
    const name = fc.constantFrom('ECC_A', 'ECC_B', 'OTHER');
    const value = fc
      .string({ unit: 'grapheme-ascii', maxLength: 40 })
      .map((text) => text.trim())
      .filter(canBeWritten);
    const line = fc.oneof(
      fc.constantFrom(
        '# words',
        '',
        '# ECC_A=',
        "X='several\nECC_A=no\nlines'",
        'export Y="1" # why',
      ),
      fc.tuple(name, fc.stringMatching(/^\w{0,9}$/)).map(([one, word]) => `${one}=${word}`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), name, value, (lines, one, text) => {
        // Node reads a comment that ends the file without a line end as a name.
        const before = lines.map((each) => `${each}\n`).join('');
        const after = set(before, { [one]: text });
        expect(parseEnv(after)).toEqual({ ...parseEnv(before), [one]: text });
        const comments = (all: string) => all.split('\n').filter((each) => each.startsWith('#'));
        expect(comments(after)).toEqual(comments(before));
      }),
    );
  });
});
