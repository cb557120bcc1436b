import { randomUUID } from 'node:crypto';
import {
  type FileHandle,
  link,
  open,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../kernel/start-error.js';
import { isAlive, myself, type Owner, owner } from './owner.js';

/** How often the holder says that it lives, and for how long it is believed from afar. */
const HEARTBEAT_MS = 5_000;
const BELIEVED_MS = 20_000;

export interface Lock {
  release(): Promise<void>;
}

/**
 * Makes this process the only one that uses a folder. PGlite takes no lock of its own, and two
 * processes on one database corrupt it.
 *
 * The lock is the file `lock.<n>` with the highest n. Whoever finds its owner gone makes the
 * next one, with `link`, which only one of several can; then looks again, and gives up if there
 * is a higher one still. No file is removed but by the owner of a higher one, so nobody can
 * remove a lock that changed hands while they were judging it.
 *
 * @param onLost called when another process took the lock, which only happens when this one
 *   was frozen for {@link BELIEVED_MS} and shares the folder with another machine or container.
 * @throws StartError when another process holds it: its words say which, and since when.
 */
export async function lockFolder(folder: string, onLost: (error: Error) => void): Promise<Lock> {
  const path = join(folder, `lock-draft-${randomUUID()}`);
  await writeFile(path, JSON.stringify(await myself()), { mode: 0o600 });
  const draft = await open(path, 'r+');
  try {
    for (;;) {
      const last = await lastGeneration(folder);
      if (last > 0) await waitUntilFree(join(folder, `lock.${last}`), draft);
      const mine = last + 1;
      if (!(await linked(path, join(folder, `lock.${mine}`)))) continue;
      if ((await lastGeneration(folder)) === mine) return await hold(folder, mine, onLost);
      await rm(join(folder, `lock.${mine}`));
    }
  } finally {
    await draft.close();
    await rm(path, { force: true });
  }
}

async function hold(folder: string, mine: number, onLost: (error: Error) => void): Promise<Lock> {
  for (const file of await readdir(folder)) {
    const generation = generationOf(file);
    if (generation > 0 && generation < mine) await rm(join(folder, file), { force: true });
  }
  const path = join(folder, `lock.${mine}`);
  const file = await open(path, 'r+');
  const timer = setInterval(async () => {
    try {
      await touch(file);
      if ((await lastGeneration(folder)) > mine) throw new Error(`${path} was taken over`);
    } catch (error) {
      clearInterval(timer);
      onLost(error instanceof Error ? error : new Error(String(error)));
    }
  }, HEARTBEAT_MS);
  timer.unref();
  return {
    async release() {
      clearInterval(timer);
      // Emptied, not removed: the numbers must go on.
      await file.truncate(0);
      await file.close();
    },
  };
}

/** Returns when the owner of this lock is gone. */
async function waitUntilFree(path: string, draft: FileHandle): Promise<void> {
  for (let seenMs: number | null = null; ; await sleep(500)) {
    const holder = readOwner(await readFile(path, 'utf8').catch(() => ''));
    if (!holder) return;
    const alive = await isAlive(holder);
    if (alive === 'no') return;
    const beatMs = (await stat(path)).mtimeMs;
    if (alive === 'yes' || (seenMs !== null && beatMs > seenMs))
      throw heldBy(holder, dirname(path));
    seenMs = beatMs;
    // Told by the file system, whose clock may be another machine's.
    await touch(draft);
    if ((await draft.stat()).mtimeMs - beatMs > BELIEVED_MS) return;
  }
}

/** `null` when it was released, or when a power cut left nothing readable of it. */
function readOwner(text: string): Owner | null {
  try {
    return owner.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Rewrites the first byte as it is, so that the file system notes the time. */
const touch = (file: FileHandle) => file.write('{', 0);

const generationOf = (file: string): number => Number(/^lock\.(\d+)$/.exec(file)?.[1] ?? 0);

const lastGeneration = async (folder: string): Promise<number> =>
  Math.max(0, ...(await readdir(folder)).map(generationOf));

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function heldBy({ pid, host, since }: Owner, folder: string): StartError {
  const when = (locale: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(
      new Date(since),
    );
  return new StartError('data_in_use', {
    fr: `ECC tourne déjà sur le dossier ${folder} (processus ${pid} sur ${host}, depuis le ${when('fr')}). Arrêtez-le d’abord, ou choisissez un autre dossier avec ECC_DATA.`,
    en: `ECC already runs on the folder ${folder} (process ${pid} on ${host}, since ${when('en')}). Stop it first, or choose another folder with ECC_DATA.`,
  });
}
