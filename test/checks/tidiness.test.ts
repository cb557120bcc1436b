import { describe, expect, it } from 'vitest';
import { median } from '../../scripts/checks/tidiness.js';
import { saidOf } from './said.js';

describe('the size of files', () => {
  it('has a ceiling of 300 lines', () => {
    const lines = (count: number): string => 'export {};\n'.repeat(count);
    expect(saidOf({ 'test/a.ts': lines(300), 'adapters/a.css': lines(300) })).toEqual([]);
    expect(saidOf({ 'test/a.ts': lines(301), 'README.md': lines(301) })).toEqual([
      'test/a.ts:301: 301 lines: 300 is the ceiling',
    ]);
    expect(saidOf({ 'adapters/a.css': lines(302) })).toEqual([
      'adapters/a.css:301: 302 lines: 300 is the ceiling',
    ]);
  });

  it('has a median', () => {
    expect(median([5, 1, 9])).toBe(5);
    expect(median([10, 1, 2, 9])).toBe(5.5);
  });
});

describe('what was left for later', () => {
  it.each(['TODO', 'FIXME', 'XXX'])('is found in comments: %s', (mark) => {
    expect(
      saidOf({ 'src/a.ts': `const a = 1;\n/* One.\n * ${mark}: two */\nexport { a };` }),
    ).toEqual([`src/a.ts:3: ${mark} left in a comment`]);
  });

  it('is not found in words and texts', () => {
    expect(saidOf({ 'src/a.ts': "// Todos, XXXL\nexport const a = 'TODO';" })).toEqual([]);
  });
});

describe('tests that are switched', () => {
  it.each([
    'it.only("a", () => {});',
    'it.skip("a", () => {});',
    'test.todo("a");',
    'describe.only("a", () => {});',
    'it.each([1]).skip("a", () => {});',
    'describe.sequential.only("a", () => {});',
  ])('are found: %s', (line) => {
    expect(saidOf({ 'test/a.test.ts': `\n${line}` })).toEqual([
      expect.stringMatching(/^test\/a\.test\.ts:2: (only|skip|todo) on a test$/),
    ]);
  });

  it.each([
    'it.skipIf(true)("a", () => {});',
    'describe.skipIf(true)("a", () => {});',
    'reader.skip(3);',
    'settings.only;',
    '"it.only";',
  ])('are not: %s', (line) => {
    expect(saidOf({ 'test/a.test.ts': line })).toEqual([]);
  });
});

describe('paths that only one machine has', () => {
  const at = (...names: string[]): string => ['', ...names].join('/');
  it.each([
    at('home', 'nadia', 'ecc'),
    `see ${at('root', 'ecc')}`,
    `"${at('Users', 'nadia')}"`,
    `cd ${at('work', 'ecc')}`,
    ['C:', 'Users'].join('\\'),
  ])('are found: %s', (text) => {
    expect(saidOf({ 'docs/a.md': `One\n${text}\n` })).toEqual([
      expect.stringMatching(/^docs\/a\.md:2: a machine’s own path/),
    ]);
  });

  it.each([
    'https://example.org/home/nadia',
    './root/a',
    'the home/work divide',
    'src/work/a.ts',
    '/var/lib/ecc',
  ])('are not: %s', (text) => {
    expect(saidOf({ 'docs/a.md': text })).toEqual([]);
  });
});
