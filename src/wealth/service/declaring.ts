import { getMember, nextNumber } from '../../community/store.js';
import { type MemberId, newId, type RoomId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { checkContent, correctionOf, sameContent } from '../rules/declaring.js';
import {
  insertContributions,
  insertVersions,
  lastContents,
  listContributions,
  updateContribution,
} from '../store/contributions.js';
import type { Content, Contribution, ContributionState, Which, WhichContext } from '../types.js';
import { openings, recounted, reviewsOf, submitted } from './looking.js';
import {
  ALARMS,
  type ByMember,
  changing,
  type Held,
  type HeldContext,
  inContext,
  openPeriod,
  type Parts,
} from './parts.js';
import { keepContent, readContent } from './sealed.js';

/** Where and when something is declared. */
export interface Declaring {
  /** In whose name; their own unless they write it for somebody. */
  readonly member: MemberId;
  readonly room: RoomId | null;
  /** ISO 8601 day, in the zone of the community. */
  readonly today: string;
}

/** What cannot move any more, nor be moved. */
export function refuseFrozen({ period, contribution }: Held): Result<never> | null {
  const { number } = contribution;
  return period?.closedAt ? refuse('period-frozen', { number, at: period.closedAt }) : null;
}

const refuseState = ({ state, number }: Contribution): Result<never> =>
  refuse(`contribution-${state}`, { number });

export function createDeclaring(parts: Parts) {
  const { vault } = parts;

  async function keep(
    held: HeldContext,
    said: Pick<Contribution, 'member' | 'room' | 'corrects'>,
    content: Content,
    now: Date,
  ): Promise<Result<Contribution>> {
    const { tx, context, periods, member } = held;
    const period = openPeriod(periods);
    if (!period) return refuse('no-open-period', { name: context.name });
    const { community } = context;
    const drafted: Contribution = {
      ...{
        ...said,
        import: null,
        id: newId(now),
        community,
        author: member.id,
        version: 1,
        createdAt: now,
      },
      ...{ context: context.id, period: period.id, state: 'proposed', asked: [], silentAt: null },
      number: await nextNumber(tx, community, 'contributions'),
    };
    const own = said.member === member.id;
    const contribution = own ? await submitted(held, drafted, content, now) : drafted;
    await insertContributions(tx, [contribution]);
    await keepVersion(held, contribution, content, now);
    return ok(contribution);
  }

  const keepVersion = (
    { tx, context, member }: HeldContext,
    of: Contribution,
    content: Content,
    createdAt: Date,
  ): Promise<void> => {
    const { version } = of;
    const clear = keepContent(vault, context, of, version, content);
    return insertVersions(tx, [
      { of, kept: { version, author: member.id, createdAt, content: clear } },
    ]);
  };

  async function contentOf(held: Held): Promise<Content> {
    const { tx, contribution } = held;
    const kept = (await lastContents(tx, contribution.community, [contribution])).get(
      contribution.id,
    );
    if (kept === undefined) throw new Error(`contribution ${contribution.id} says nothing`);
    return readContent(await openings(parts, held), contribution, contribution.version, kept);
  }

  /** What corrects this one already, but for what was taken back. */
  async function correctionsOf(held: Held): Promise<Content[]> {
    const { tx, context, contribution } = held;
    const own = await listContributions(tx, context.community, {
      ...{ context: context.id, corrects: contribution.id },
      states: ['declared', 'validated'],
    });
    const kept = await lastContents(tx, context.community, own);
    const opening = await openings(parts, held);
    return own.map((one) => readContent(opening, one, one.version, kept.get(one.id) ?? ''));
  }

  /** A closed period does not move: what was wrong in it is put right in the one that is open. */
  async function correctFrozen(held: Held, wanted: Content, now: Date): Promise<Result<Declared>> {
    const { contribution, record } = held;
    const corrected = await correctionsOf(held);
    const content = correctionOf(await contentOf(held), corrected, wanted);
    if (!content.ok) return content;
    const { member, room, id: corrects } = contribution;
    const done = await keep(held, { member, room, corrects }, content.value, now);
    if (!done.ok) return done;
    await record('wealth.declared', done.value.id, { number: done.value.number });
    return ok({ contribution: done.value, content: content.value });
  }

  /** Moves to a state, with what goes with it. */
  const moved = async (held: Held, state: ContributionState): Promise<Contribution> => {
    const { tx, contribution, record, alarm } = held;
    await updateContribution(tx, contribution, { state, silentAt: null });
    await alarm(ALARMS.silence, contribution.id, null);
    await record('wealth.changed', contribution.id, { to: state });
    return { ...contribution, state, silentAt: null };
  };

  /** Puts before the others what its person says is so. */
  async function putForward(held: Held, now: Date): Promise<Contribution> {
    const { tx, record } = held;
    const next = await submitted(held, held.contribution, await contentOf(held), now);
    const { state, asked, silentAt, number } = next;
    await updateContribution(tx, next, { state, asked, silentAt });
    await record('wealth.declared', next.id, { number });
    return recounted({ ...held, contribution: next }, await reviewsOf(parts, held), now);
  }

  return {
    declare: (
      cause: ByMember,
      which: WhichContext,
      said: Content,
      { member, room, today }: Declaring,
    ): Promise<Result<Declared>> =>
      inContext(parts, cause, which, async (held) => {
        const content = checkContent(said, { member, today });
        if (!content.ok) return content;
        if (!(await getMember(held.tx, cause.community, member))) return refuse('not-a-member');
        const done = await keep(held, { member, room, corrects: null }, content.value, cause.now);
        if (!done.ok) return done;
        const { id, number, state } = done.value;
        const kind = state === 'proposed' ? 'wealth.proposed' : 'wealth.declared';
        await held.record(kind, id, { number });
        return ok({ contribution: done.value, content: content.value });
      }),

    /** Says again what was done, and why; before a closing as a new version, after as a difference. */
    correct: (
      cause: ByMember,
      which: Which,
      change: (before: Content) => Content,
      today: string,
    ): Promise<Result<Declared>> =>
      changing(parts, cause, which, async (held) => {
        const { tx, contribution, member, record } = held;
        if (!policy.mayCorrect(member.id, contribution)) return refuse('own-only');
        const { state } = contribution;
        if (state === 'withdrawn' || state === 'declined') return refuseState(contribution);
        const before = await contentOf(held);
        const content = checkContent(change(before), { member: contribution.member, today });
        if (!content.ok) return content;
        if (sameContent(before, content.value)) return refuse('correction-same', {}, 'quantity');
        if (held.period?.closedAt) return correctFrozen(held, content.value, cause.now);
        const next = { ...contribution, version: contribution.version + 1 };
        const { version } = next;
        await updateContribution(tx, next, { version });
        await keepVersion(held, next, content.value, cause.now);
        await record('wealth.corrected', next.id, { number: next.number, version });
        // Said right by the person it is about: what somebody wrote for them is theirs now.
        const looked = await putForward({ ...held, contribution: next }, cause.now);
        return ok({ contribution: looked, content: content.value });
      }),

    /** What somebody wrote in one's name is so. */
    confirm: (cause: ByMember, which: Which): Promise<Result<Declared>> =>
      changing(parts, cause, which, async (held) => {
        const { contribution, member } = held;
        if (!policy.mayCorrect(member.id, contribution)) return refuse('own-only');
        if (contribution.state !== 'proposed') return refuseState(contribution);
        const frozen = refuseFrozen(held);
        if (frozen) return frozen;
        const looked = await putForward(held, cause.now);
        return ok({ contribution: looked, content: await contentOf(held) });
      }),

    /** What somebody wrote in one's name is not so; it stays, as such. */
    decline: (cause: ByMember, which: Which): Promise<Result<Contribution>> =>
      changing(parts, cause, which, async (held) => {
        const { contribution, member } = held;
        if (!policy.mayCorrect(member.id, contribution)) return refuse('own-only');
        if (contribution.state !== 'proposed') return refuseState(contribution);
        return ok(await moved(held, 'declined'));
      }),

    withdraw: (cause: ByMember, which: Which): Promise<Result<Contribution>> =>
      changing(parts, cause, which, async (held) => {
        const { contribution, member } = held;
        if (!policy.mayWithdraw(member.id, contribution)) return refuse('own-only');
        const { state } = contribution;
        if (state === 'withdrawn' || state === 'declined') return refuseState(contribution);
        return refuseFrozen(held) ?? ok(await moved(held, 'withdrawn'));
      }),

    /** Takes up again what was withdrawn or declined; what others said of it is still there. */
    restore: (cause: ByMember, which: Which): Promise<Result<Contribution>> =>
      changing(parts, cause, which, async (held) => {
        const { contribution, member } = held;
        if (!policy.mayCorrect(member.id, contribution)) return refuse('own-only');
        const { state } = contribution;
        if (state !== 'withdrawn' && state !== 'declined') return refuseState(contribution);
        return refuseFrozen(held) ?? ok(await putForward(held, cause.now));
      }),
  };
}

/** What was understood and kept. */
export interface Declared {
  readonly contribution: Contribution;
  readonly content: Content;
}
