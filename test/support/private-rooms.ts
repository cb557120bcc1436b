import { setTimeout as pause } from 'node:timers/promises';
import type { TestHouse } from './house.js';

const LOOK_EVERY_MS = 20;
/** For a slow machine: what hangs is told, what is slow is not a failure. */
const MOST_LOOKS = 3_000;

/** A room being opened is due later, for when its worker dies: it is waited for by itself. */
export async function roomsSettle(t: Pick<TestHouse, 'database' | 'settle'>): Promise<void> {
  const { privateRoom } = t.database.prisma;
  await t.settle();
  for (let look = 0; look < MOST_LOOKS; look++) {
    const left = await privateRoom.count({ where: { shown: { lt: privateRoom.fields.wanted } } });
    // Who asked for it hears of it next.
    if (left === 0) return t.settle();
    await pause(LOOK_EVERY_MS);
    await t.settle();
  }
}
