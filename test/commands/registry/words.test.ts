import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/commands.js';
import { decisionAnnouncements } from '../../../commands/decisions/announcements.js';
import { commandNames, commandWord } from '../../../commands/words/command-words.js';
import { has } from '../../../commands/words/index.js';
import { LOCALES } from '../../../src/kernel/locale.js';

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('database/generated'))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
const all = ['src', 'commands'].flatMap(sources).join('\n');

const found = (pattern: RegExp): string[] => [
  ...new Set([...all.matchAll(pattern)].map(([, code = '']) => code)),
];

describe('what is said has words', () => {
  it('for every refusal that the sources can give', () => {
    const codes = found(/\brefuse\(\s*'([a-z-]+)'|\bcode: '([a-z-]+)', params/g);
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => code !== '' && !has(`refusal.${code}`))).toEqual([]);
  });

  it('for every journal entry about a decision', () => {
    const kinds = found(/\brecord\(\s*'(decision\.[a-z-]+)'/g);
    const { announcers } = decisionAnnouncements;
    expect(kinds.length).toBeGreaterThan(10);
    expect(kinds.filter((kind) => !(kind in announcers))).toEqual([]);
    expect(Object.keys(announcers).filter((kind) => !all.includes(`'${kind}'`))).toEqual([]);
  });
});

describe.each(commands.map((command) => [command.id, command] as const))('%s', (id, { params }) => {
  it.each(LOCALES)('has names, help and words for what it asks (%s)', (locale) => {
    expect(commandNames(locale, id)[0]).not.toBe('');
    expect(commandWord(locale, id, 'help')).not.toBe('');
    for (const [name, param] of Object.entries(params).filter(([, one]) => !one.unseen)) {
      expect(commandWord(locale, id, name), name).not.toBe('');
      expect(commandWord(locale, id, name, 'help'), name).not.toBe('');
      // What adapters declare natively: Discord takes 100 characters.
      expect(commandWord(locale, id, name, 'help').length, name).toBeLessThanOrEqual(300);
      expect(param.maxLength, name).toBeGreaterThan(0);
    }
  });
});
