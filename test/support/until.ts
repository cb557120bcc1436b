import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;
/** For a slow machine: what hangs is told, what is slow is not a failure. */
const GIVE_UP_MS = 60_000;

/** Waits until something is so, and gives it. @throws with what was awaited and `seen`. */
export async function until<T>(
  awaited: string,
  look: () => T | undefined | null | false,
  seen: () => string = () => '',
): Promise<T> {
  const end = Date.now() + GIVE_UP_MS;
  for (;;) {
    const found = look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`never: ${awaited}\n${seen()}`);
    await sleep(LOOK_EVERY_MS);
  }
}
