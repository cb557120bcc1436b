import type { Tx } from '../../../database/transaction.js';

/**
 * Forgets where old words were said, across communities: private ones, and those that one entry of
 * the journal brought once. A card that goes on being edited keeps its place whatever its age, and
 * so does what is not said yet.
 */
export async function forgetDeliveries(tx: Tx, before: Date): Promise<void> {
  await tx.$executeRaw`delete from deliveries
    where created_at < ${before} and due_at < ${before} and shown >= wanted
      and (account_id is not null or params->>'entry' is not null)`;
}
