import { getMember } from '../../community/store.js';
import type { Member } from '../../community/types.js';
import type { PrismaClient } from '../../database/generated/client.js';
import type { Tx } from '../../database/transaction.js';
import type { Journal, Work } from '../../journal/service.js';
import type { Cause } from '../../journal/types.js';
import type { Clock } from '../../kernel/clock.js';
import type { MemberId } from '../../kernel/ids.js';
import { type Result, refuse } from '../../kernel/result.js';
import type { Vault } from '../../kernel/vault.js';
import { lockDecision } from '../store/decisions.js';
import type { Decision, Which } from '../types.js';
import { decisionNow } from './voices.js';

export interface Parts {
  readonly prisma: PrismaClient;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly vault: Vault;
}

/** A change asked for by a member. */
export type ByMember = Cause & { readonly member: MemberId };

export const ALARMS = {
  close: 'decisions.close',
  remind: 'decisions.remind',
  review: 'decisions.review',
  left: 'decisions.left',
} as const;

/** A decision held for a change, and who changes it. */
export interface Held extends Work {
  readonly tx: Tx;
  readonly decision: Decision;
  readonly member: Member;
}

/** Loads and holds a decision, then lets `change` decide and save: one transaction. */
export function changing<T>(
  { journal }: Parts,
  cause: ByMember,
  which: Which,
  change: (held: Held) => Promise<Result<T>>,
): Promise<Result<T>> {
  return journal.write(cause, async (work) => {
    await lockDecision(work.tx, cause.community, which);
    const decision = await decisionNow(work.tx, cause.community, which);
    const member = await getMember(work.tx, cause.community, cause.member);
    if (!decision) {
      return refuse('unknown-decision', { number: 'number' in which ? which.number : 0 });
    }
    if (!member) return refuse('not-a-member');
    return change({ ...work, decision, member });
  });
}
