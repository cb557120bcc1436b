import { randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Keys, newKey, type OwnVault, ownVault } from '../kernel/keys.js';
import { UnsealError } from '../kernel/secrets.js';
import type { Vault } from '../kernel/vault.js';

const ENDING = '.key';

/**
 * Keys as files, one each, for this user alone (0600), sealed by the house's own key, so that
 * neither the folder nor that key opens anything without the other. A key appears whole or not
 * at all. Destroyed, its file is overwritten, then removed: as far as the file system obeys.
 * Processes on several machines need the same folder, shared. Synchronous: they are 100 bytes.
 */
export function keyFolder(folder: string, vault: Vault): Keys {
  const path = (name: string): string => {
    if (!/^[\w-]+$/.test(name)) throw new Error('a key has a plain name');
    return join(folder, name + ENDING);
  };
  const place = (name: string): string => `keys:${name}`;

  function find(name: string): OwnVault | null {
    try {
      const key = vault.unseal(readFileSync(path(name), 'utf8'), place(name));
      return ownVault(Buffer.from(key, 'base64'));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Sealed by a key of the house that is gone, it is as lost as if it were not there.
      if (code === 'ENOENT' || error instanceof UnsealError) return null;
      throw error;
    }
  }

  function write(name: string): void {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const draft = join(folder, `${randomUUID()}.draft`);
    const file = openSync(draft, 'wx', 0o600);
    try {
      writeSync(file, vault.seal(newKey().toString('base64'), place(name)));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    try {
      linkSync(draft, path(name));
    } catch (error) {
      // Another process was faster: its key is the one.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    syncFolder(folder);
  }

  return {
    find,
    make(name) {
      const known = find(name);
      if (known) return known;
      write(name);
      const made = find(name);
      if (!made) throw new Error('a key cannot be kept');
      return made;
    },
    destroy(name) {
      try {
        overwrite(path(name));
        unlinkSync(path(name));
        syncFolder(folder);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    },
    names: (beginning) =>
      filesOf(folder)
        .filter((file) => file.startsWith(beginning) && file.endsWith(ENDING))
        .map((file) => file.slice(0, -ENDING.length)),
  };
}

function overwrite(path: string): void {
  const file = openSync(path, 'r+');
  try {
    writeSync(file, randomBytes(fstatSync(file).size), 0, undefined, 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What was made or removed in it is so after a power cut, too. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
