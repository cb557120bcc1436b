import { inTheirVoice, oneEach } from '../../community/rules/voices.js';
import { listVoices } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId } from '../../kernel/ids.js';
import { listMediators } from '../store/pool.js';
import type { Mediator } from '../types.js';

/** The pool, each person once, however many accounts they have. */
export async function poolNow(tx: Tx, community: CommunityId): Promise<Mediator[]> {
  const pool = inTheirVoice(await listMediators(tx, community), await listVoices(tx, community));
  return oneEach(pool, () => new Date(0));
}
