import { constants, existsSync, type Stats } from 'node:fs';
import { access, readFile, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseKeys } from '../../config/settings.js';
import type { Config } from '../../config.js';
import { KEY_FILE } from '../../database/secret-key.js';
import { beware, type Finding, right, wrong } from './finding.js';
import { storageWords as words } from './storage-words.js';

const MEBIBYTE = 1024 * 1024;
/** The embedded database writes ahead what it will keep: below the first, it soon stops. */
const LEAST_MEBIBYTES = { toRun: 100, atEase: 1024 };

/** The folder of the data: who may write in it, and how much room it has. */
export async function checkFolder({ dataDir }: Pick<Config, 'dataDir'>): Promise<Finding[]> {
  const folder = resolve(dataDir);
  const made = await stat(folder).catch(() => null);
  if (made && !made.isDirectory()) return [words.notFolder(folder)];
  const place = made ? folder : nearest(folder);
  if (!(await mayWrite(place))) return [words.notWritable(place)];
  return [made ? owned(folder, made) : right(words.toBeMade(folder)), await room(place)];
}

const nearest = (folder: string): string => {
  const parent = dirname(folder);
  return existsSync(parent) || parent === folder ? parent : nearest(parent);
};

const mayWrite = (folder: string): Promise<boolean> =>
  access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );

/** What another user makes there, its owner may no longer open. */
export const isOurs = ({ uid }: Stats): boolean => process.getuid?.() === uid;

function owned(folder: string, stats: Stats): Finding {
  if (!isOurs(stats)) return words.anothers(folder);
  return (stats.mode & 0o077) === 0 ? right(words.folder(folder)) : words.open(folder);
}

async function room(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / MEBIBYTE);
  if (free < LEAST_MEBIBYTES.toRun) return wrong(words.free(free), words.makeRoom);
  if (free < LEAST_MEBIBYTES.atEase) return beware(words.free(free), words.makeRoom);
  return right(words.free(free));
}

/** The key of what is confidential: there, whole, and nobody else's to read. */
export async function checkKey(config: Config): Promise<Finding> {
  if (config.secretKeys !== null) return right(words.keyInSettings);
  const path = join(resolve(config.dataDir), KEY_FILE);
  const file = await stat(path).catch(() => null);
  if (!file && config.databaseUrl !== null) return words.keyAbsent(path);
  if (!file && existsSync(join(resolve(config.dataDir), 'postgres'))) return words.keyGone(path);
  if (!file) return right(words.keyToBeMade(path));
  const text = await readFile(path, 'utf8').catch(() => '');
  if (!parseKeys(text.trim())) return words.keyUnreadable(path);
  return (file.mode & 0o077) === 0 ? right(words.key(path)) : words.keyOpen(path);
}
