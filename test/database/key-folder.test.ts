import { randomBytes } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keyFolder } from '../../src/database/key-folder.js';
import { forgetDays, passingVault } from '../../src/kernel/keys.js';
import { keyRing } from '../../src/kernel/secrets.js';
import { createVault } from '../../src/kernel/vault.js';
import { movingClock } from '../support/clock.js';
import { testFolder } from '../support/database.js';

const house = () => createVault(keyRing([randomBytes(32)]));

test('a key is found again by any process, and is for this user alone', async () => {
  const folder = join(await testFolder('keys'), 'keys');
  const vault = house();
  const sealed = keyFolder(folder, vault).make('one').seal('secret', 'here');
  const other = keyFolder(folder, vault);
  expect(other.make('one').unseal(sealed, 'here')).toBe('secret');
  expect(other.make('two').digest('Nadia')).not.toBe(other.find('one')?.digest('Nadia'));
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, 'one.key'))).mode & 0o777).toBe(0o600);
  expect((await readdir(folder)).sort()).toEqual(['one.key', 'two.key']);
  expect(other.names('o')).toEqual(['one']);
});

test('neither the folder nor the key of the house opens anything alone', async () => {
  const folder = await testFolder('keys');
  keyFolder(folder, house()).make('one');
  expect(await readFile(join(folder, 'one.key'), 'utf8')).toMatch(/^v1\.[\w-]{8}\.[\w-]+$/);
  expect(keyFolder(folder, house()).find('one')).toBeNull();
});

test('what a destroyed key sealed does not open any more, even with a new key of its name', async () => {
  const keys = keyFolder(await testFolder('keys'), house());
  const sealed = keys.make('one').seal('secret', 'here');
  keys.destroy('one');
  keys.destroy('one');
  expect(keys.find('one')).toBeNull();
  expect(() => keys.make('one').unseal(sealed, 'here')).toThrow('cannot be opened');
});

test('a name cannot lead out of the folder', async () => {
  const keys = keyFolder(await testFolder('keys'), house());
  for (const name of ['../one', 'a/b', '', 'a\0b']) expect(() => keys.make(name)).toThrow('plain');
});

test('what passes opens the next day, and never again once its day is forgotten', async () => {
  const keys = keyFolder(await testFolder('keys'), house());
  const clock = movingClock('2026-11-21T22:00:00Z');
  const passing = passingVault(keys, clock);
  const sealed = passing.seal('a form', 'here');
  clock.set('2026-11-22T21:00:00Z');
  forgetDays(keys, clock.now());
  expect(passing.unseal(sealed, 'here')).toBe('a form');
  clock.set('2026-11-24T00:00:00Z');
  forgetDays(keys, clock.now());
  expect(() => passing.unseal(sealed, 'here')).toThrow('unknown_key');
  expect(() => passing.unseal('2026:nothing', 'here')).toThrow('unknown_key');
});
