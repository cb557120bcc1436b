import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../../src/database/open.js';

const STEP_MS = 25;
/** Edits that wait for their turn and retries after an outage are within it. */
const MOST_STEPS = 3000;

/** Nothing left to announce, nothing left to show. */
export async function settled({ prisma }: Pick<Database, 'prisma'>): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    const entries = await prisma.journalEntry.count({ where: { handledAt: null } });
    const waiting = await prisma.delivery.count({
      where: { shown: { lt: prisma.delivery.fields.wanted } },
    });
    if (entries + waiting === 0) return;
    await sleep(STEP_MS);
  }
  throw new Error('the outbox did not settle');
}
