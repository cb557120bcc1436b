import { getMember } from '../../community/store.js';
import type { Member } from '../../community/types.js';
import type { PrismaClient } from '../../database/generated/client.js';
import type { DecisionService } from '../../decisions/service.js';
import type { Fetcher } from '../../fetching/types.js';
import type { FileService } from '../../files/service.js';
import type { Journal, Work } from '../../journal/service.js';
import type { Cause } from '../../journal/types.js';
import type { Clock } from '../../kernel/clock.js';
import type { MemberId } from '../../kernel/ids.js';
import type { Keys } from '../../kernel/keys.js';
import { type Result, refuse } from '../../kernel/result.js';
import type { Vault } from '../../kernel/vault.js';
import { listPeriods, lockContext } from '../store/contexts.js';
import { findContribution } from '../store/contributions.js';
import type { Contribution, Period, WealthContext, Which, WhichContext } from '../types.js';
import { contextNow, contributionNow, participantsNow } from './voices.js';

export interface Parts {
  readonly prisma: PrismaClient;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly vault: Vault;
  /** What people say they need is kept under keys of its own. */
  readonly keys: Keys;
  readonly decisions: Pick<DecisionService, 'proposeIn'>;
  readonly fetcher: Fetcher;
  /** Where receipts are. */
  readonly files: FileService;
}

/** What a decision is opened with. */
export type Proposal = Parameters<DecisionService['proposeIn']>[2];

/** A change asked for by a member. */
export type ByMember = Cause & { readonly member: MemberId };

export const ALARMS = {
  silence: 'wealth.silence',
  period: 'wealth.period',
  left: 'wealth.left',
} as const;

/** A context held for a change, and who changes it. */
export interface HeldContext extends Work {
  readonly context: WealthContext;
  readonly periods: readonly Period[];
  readonly participants: readonly MemberId[];
  readonly member: Member;
}

/** The one that is open: the last, or none. */
export const openPeriod = (periods: readonly Period[]): Period | null =>
  periods.findLast(({ closedAt }) => closedAt === null) ?? null;

/** Loads and holds a context, then lets `change` decide and save: one transaction. */
export const inContext = <T>(
  { journal }: Parts,
  cause: ByMember,
  which: WhichContext,
  change: (held: HeldContext) => Promise<Result<T>>,
): Promise<Result<T>> =>
  journal.write(cause, async (work) => {
    const held = await hold(work, cause, which);
    if (!held) return refuse('unknown-context', { name: 'number' in which ? which.number : '' });
    const member = await getMember(work.tx, cause.community, cause.member);
    return member ? change({ ...held, member }) : refuse('not-a-member');
  });

async function hold(work: Work, { community }: Pick<Cause, 'community'>, which: WhichContext) {
  await lockContext(work.tx, community, which);
  const context = await contextNow(work.tx, community, which);
  if (!context) return null;
  const periods = await listPeriods(work.tx, context);
  return { ...work, context, periods, participants: await participantsNow(work.tx, context) };
}

/** A contribution held for a change, with its context. */
export interface Held extends HeldContext {
  readonly contribution: Contribution;
  readonly period: Period | null;
}

/** The same for a contribution; its context is held, so that counts and closings go in turn. */
export const changing = <T>(
  { journal }: Parts,
  cause: ByMember,
  which: Which,
  change: (held: Held) => Promise<Result<T>>,
): Promise<Result<T>> =>
  journal.write(cause, async (work) => {
    const unknown = refuse('unknown-contribution', {
      number: 'number' in which ? which.number : 0,
    });
    const found = await findContribution(work.tx, cause.community, which);
    const held = found && (await hold(work, cause, { id: found.context }));
    const contribution = held && (await contributionNow(work.tx, cause.community, which));
    if (!held || !contribution) return unknown;
    const member = await getMember(work.tx, cause.community, cause.member);
    if (!member) return refuse('not-a-member');
    const period = held.periods.find(({ id }) => id === contribution.period) ?? null;
    return change({ ...held, contribution, period, member });
  });
