import { getMember, lockCommunity } from '../../community/store.js';
import type { Member } from '../../community/types.js';
import type { PrismaClient } from '../../database/generated/client.js';
import type { Fetcher } from '../../fetching/types.js';
import type { Journal, Work } from '../../journal/service.js';
import type { Cause } from '../../journal/types.js';
import type { Clock } from '../../kernel/clock.js';
import type { MemberId } from '../../kernel/ids.js';
import { type Result, refuse } from '../../kernel/result.js';
import type { Known, Which } from '../types.js';
import { knownNow } from './known.js';

export interface Parts {
  readonly prisma: PrismaClient;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly fetcher: Fetcher;
  /** Where people reach us; `local` when that is this machine alone. */
  readonly reachedAt: () => { readonly url: string; readonly local: boolean };
}

/** A change asked for by a member. */
export type ByMember = Cause & { readonly member: MemberId };

/** A resource held for a change, and who changes it. */
export interface Held extends Work {
  readonly known: Known;
  readonly member: Member;
}

/** Holds what the community looks at, loads a resource, then lets `change` decide and save. */
export function changing<T>(
  { journal }: Pick<Parts, 'journal'>,
  cause: ByMember,
  which: Which,
  change: (held: Held) => Promise<Result<T>>,
): Promise<Result<T>> {
  return journal.write(cause, async (work) => {
    const { tx } = work;
    await lockCommunity(tx, cause.community);
    const known = await knownNow(tx, cause.community, which);
    const member = await getMember(tx, cause.community, cause.member);
    if (!known) return refuse('unknown-resource', { number: 'number' in which ? which.number : 0 });
    if (!member) return refuse('not-a-member');
    return change({ ...work, known, member });
  });
}

/** The same, for what has not been merged nor retracted. */
export const changingStanding = <T>(
  parts: Pick<Parts, 'journal'>,
  cause: ByMember,
  which: Which,
  change: (held: Held) => Promise<Result<T>>,
): Promise<Result<T>> =>
  changing(parts, cause, which, async (held) => {
    const { resource, into } = held.known;
    const { number } = resource;
    if (into) return refuse('resource-merged', { number, into: into.number });
    if (resource.state === 'retracted') return refuse('resource-retracted', { number });
    return change(held);
  });
