import { randomBytes, randomUUID } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseKeys } from '../config/settings.js';
import { type KeyRing, keyRing } from '../kernel/secrets.js';
import { StartError } from '../kernel/start-error.js';
import { makePrivate } from './private-folder.js';

/** In the folder of the data. */
export const KEY_FILE = 'secret.key';

/**
 * The keys of what is confidential: those of the settings or, without any, the one in
 * `<dataDir>/secret.key`, made the first time. Outside the database, so that a copy of the
 * database alone tells no secret; lost, so are the secrets.
 *
 * @throws StartError when the file is not a key.
 */
export async function loadKeyRing(options: {
  dataDir: string;
  secretKeys: readonly Buffer[] | null;
}): Promise<KeyRing> {
  if (options.secretKeys) return keyRing(options.secretKeys);
  const dataDir = resolve(options.dataDir);
  await makePrivate(dataDir);
  const path = join(dataDir, KEY_FILE);
  const text = (await readIfAny(path)) ?? (await make(dataDir, path));
  const keys = parseKeys(text.trim());
  if (!keys) throw unreadable(path);
  return keyRing(keys);
}

async function readIfAny(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw unreadable(path, error);
  }
}

/** Appears whole or not at all, on the disk for good, and never in place of another. */
async function make(dataDir: string, path: string): Promise<string> {
  const draft = join(dataDir, `${KEY_FILE}-draft-${randomUUID()}`);
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('base64')}\n`);
    await file.sync();
    await link(draft, path).catch(() => undefined);
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
  return readFile(path, 'utf8');
}

const unreadable = (path: string, cause?: unknown): StartError =>
  new StartError(
    'secret_key_unreadable',
    {
      fr: `Le fichier ${path} n’est pas une clé lisible. Rétablissez-le depuis une sauvegarde : sans lui, ce qui est confidentiel ne s’ouvre plus.`,
      en: `The file ${path} is not a readable key. Restore it from a backup: without it, what is confidential no longer opens.`,
    },
    cause,
  );
