import { getMember } from '../../community/store.js';
import type { Member } from '../../community/types.js';
import type { PrismaClient } from '../../database/generated/client.js';
import type { Fetcher } from '../../fetching/types.js';
import type { Journal, Work } from '../../journal/service.js';
import type { Cause } from '../../journal/types.js';
import type { Clock } from '../../kernel/clock.js';
import type { MemberId, SeriesId } from '../../kernel/ids.js';
import type { Log } from '../../kernel/log.js';
import { type Result, refuse } from '../../kernel/result.js';
import type { Vault } from '../../kernel/vault.js';
import { lockSeries } from '../store/series.js';
import type { Change, EventNetwork, Series, Which } from '../types.js';
import { changesNow, seriesNow } from './voices.js';

export interface Parts {
  readonly prisma: PrismaClient;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly fetcher: Fetcher;
  /** Where people reach us; `local` when that is this machine alone. */
  readonly reachedAt: () => { readonly url: string; readonly local: boolean };
  /** The networks that have events of their own, by platform. */
  readonly eventNetworks: () => ReadonlyMap<string, EventNetwork>;
  readonly log: Pick<Log, 'warn'>;
}

/** What calendars know a meeting of ours by: unique. */
export const uidOf = (id: SeriesId): string => `${id}@ecc`;

/** A change asked for by a member. */
export type ByMember = Cause & { readonly member: MemberId };

/** A series held for a change, and who changes it. */
export interface Held extends Work {
  readonly series: Series;
  readonly changes: readonly Change[];
  readonly member: Member;
}

/** Loads and holds a series, then lets `change` decide and save: one transaction. */
export function changing<T>(
  { journal }: Parts,
  cause: ByMember,
  which: Which,
  change: (held: Held) => Promise<Result<T>>,
): Promise<Result<T>> {
  return journal.write(cause, async (work) => {
    await lockSeries(work.tx, cause.community, which);
    const series = await seriesNow(work.tx, cause.community, which);
    const member = await getMember(work.tx, cause.community, cause.member);
    if (!series) return refuse('unknown-event', { number: 'number' in which ? which.number : 0 });
    if (!member) return refuse('not-a-member');
    return change({ ...work, series, changes: await changesNow(work.tx, series), member });
  });
}
