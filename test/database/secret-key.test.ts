import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadKeyRing } from '../../src/database/secret-key.js';
import { testFolder } from '../support/database.js';

it('is made once, for this user alone, whoever asks first', async () => {
  const dataDir = join(await testFolder('key'), 'data');
  const rings = await Promise.all(
    Array.from({ length: 5 }, () => loadKeyRing({ dataDir, secretKeys: null })),
  );
  expect(new Set(rings.map(({ current }) => current)).size).toBe(1);
  const { mode } = await stat(join(dataDir, 'secret.key'));
  expect((mode & 0o777).toString(8)).toBe('600');
  expect(await readFile(join(dataDir, 'secret.key'), 'utf8')).toMatch(/^[\w+/]{43}=\n$/);
});

it('gives way to the settings', async () => {
  const dataDir = await testFolder('key');
  await loadKeyRing({ dataDir, secretKeys: null });
  const mine = await loadKeyRing({ dataDir, secretKeys: [Buffer.alloc(32)] });
  expect(mine.keys.size).toBe(1);
  expect([...mine.keys.values()]).toEqual([Buffer.alloc(32)]);
});

it('is never replaced when it is damaged', async () => {
  const dataDir = await testFolder('key');
  await writeFile(join(dataDir, 'secret.key'), 'damaged');
  await expect(loadKeyRing({ dataDir, secretKeys: null })).rejects.toMatchObject({
    code: 'secret_key_unreadable',
  });
  expect(await readFile(join(dataDir, 'secret.key'), 'utf8')).toBe('damaged');
});
