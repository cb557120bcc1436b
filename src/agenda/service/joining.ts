import type { Tx } from '../../database/transaction.js';
import type { CommunityId } from '../../kernel/ids.js';
import { listTwins, mergePlaces, mergeTwin, renameTwin } from '../store/twins.js';
import { uidOf } from './parts.js';

/**
 * Before a community joins another: each meeting once. One that both have (the same invitation, the
 * same calendar) is the host's, with the answers of all. Where both prepared it, nothing of either
 * may be lost: they stay two.
 */
export async function joinAgendas(
  tx: Tx,
  from: CommunityId,
  to: CommunityId,
): Promise<readonly never[]> {
  for (const one of await listTwins(tx, from, to)) {
    if (one.bothPrepared) await renameTwin(tx, from, one, uidOf(one.twin));
    else await mergeTwin(tx, from, one);
  }
  await mergePlaces(tx, from, to);
  return [];
}
