import { getCommunity } from '../../community/store.js';
import type { Work } from '../../journal/service.js';
import { nextMonth } from '../../kernel/dates/past.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import { newId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { WEIGHING } from '../rules/expenses.js';
import { checkEnd, markOf, nextMoment } from '../rules/periods.js';
import { standingOf, stateFrom } from '../rules/review.js';
import {
  findPeriod,
  insertPeriod,
  listPeriods,
  lockContext,
  updatePeriod,
} from '../store/contexts.js';
import { movePending, updateContribution } from '../store/contributions.js';
import { movePendingExpenses } from '../store/expenses.js';
import type { Period, PeriodId, WealthContext, WhichContext } from '../types.js';
import { ALARMS, type ByMember, inContext, openPeriod, type Parts } from './parts.js';
import { readReview } from './sealed.js';
import { contextNow, contributionsNow, expensesNow, reviewsOfAll } from './voices.js';

/** What closing left, for the room to know. */
export interface Closed {
  readonly context: WealthContext;
  readonly period: Period;
  readonly validated: number;
  /** Expenses approved in it, paid back or not. */
  readonly expenses: number;
  /** Of both, those that wait, and go to the next one. */
  readonly pending: number;
}

type Of = Work & { readonly context: WealthContext };

/** What is not settled goes from one to the next. */
async function moved(
  tx: Work['tx'],
  { id, community }: WealthContext,
  ends: { readonly from: PeriodId | null; readonly to: PeriodId | null },
): Promise<void> {
  await movePendingExpenses(tx, community, id, ends);
  await movePending(tx, community, id, ends);
}

export function createPeriods(parts: Parts) {
  async function begin(
    { tx, context, record, alarm }: Of,
    after: readonly Period[],
    how: { readonly endsAt: Date | null; readonly monthly: boolean; readonly now: Date },
  ): Promise<Period> {
    const { endsAt, monthly, now } = how;
    const period: Period = {
      ...{ id: newId<'period'>(now), position: (after.at(-1)?.position ?? 0) + 1, monthly },
      ...{ openedAt: now, markAt: markOf(now, endsAt), endsAt, closedAt: null },
    };
    await insertPeriod(tx, context, period);
    await moved(tx, context, { from: null, to: period.id });
    await alarm(ALARMS.period, period.id, nextMoment(period, now));
    await record('wealth.period-opened', context.id, { position: period.position });
    return period;
  }

  /** Counts once more, each person with their one voice, then nothing of it moves any more. */
  async function freeze(
    { tx, context, record, alarm }: Of,
    period: Period,
    now: Date,
  ): Promise<Closed> {
    const { community } = context;
    const wanted = { context: context.id, period: period.id };
    const states = ['declared', 'validated'] as const;
    let validated = 0;
    const all = await contributionsNow(tx, community, { ...wanted, states });
    const said = await reviewsOfAll(tx, community, all);
    for (const one of all) {
      const reviews = (said.get(one.id) ?? []).map((review) =>
        readReview(parts.vault, one, review),
      );
      const { silentAt } = one;
      const state = stateFrom(standingOf(reviews, one), context.rule, { silentAt, now });
      if (state !== one.state) await updateContribution(tx, one, { state });
      if (state === 'validated') validated++;
    }
    // As the matrix counts: what somebody has yet to say is so is nobody's to look at.
    const spent = (await expensesNow(tx, community, context.id)).filter(
      (one) => one.period === period.id,
    );
    const expenses = spent.filter(({ state }) => WEIGHING.includes(state)).length;
    const waiting = spent.filter(({ state }) => state === 'declared').length;
    const pending = all.length - validated + waiting;
    await moved(tx, context, { from: period.id, to: null });
    await updatePeriod(tx, community, period.id, { closedAt: now });
    await alarm(ALARMS.period, period.id, null);
    const { position } = period;
    const counts = { validated, expenses, pending };
    await record('wealth.period-closed', context.id, { position, ...counts });
    return { context, period: { ...period, closedAt: now }, ...counts };
  }

  const zoneOf = async (tx: Work['tx'], community: CommunityId): Promise<string> =>
    (await getCommunity(tx, community)).zone;

  return {
    /** Opens the next period, or says when the open one ends. */
    setPeriod: (
      cause: ByMember,
      which: WhichContext,
      said: { readonly endsAt: Date | null; readonly monthly: boolean },
    ): Promise<Result<Period>> =>
      inContext(parts, cause, which, async (held) => {
        const { tx, context, periods, member, alarm, record } = held;
        const { now, community } = cause;
        if (!policy.mayHoldPeriods(member, context)) return refuse('context-keepers-only');
        const monthEnd = said.monthly ? nextMonth(now, await zoneOf(tx, community)) : null;
        const end = checkEnd(monthEnd ?? said.endsAt, now);
        if (!end.ok) return end;
        const endsAt = end.value;
        const open = openPeriod(periods);
        if (!open) {
          const how = { endsAt, monthly: said.monthly, now };
          return ok(await begin(held, periods, how));
        }
        const change = { endsAt, monthly: said.monthly, markAt: markOf(open.openedAt, endsAt) };
        const period = { ...open, ...change };
        await updatePeriod(tx, community, open.id, change);
        await alarm(ALARMS.period, open.id, nextMoment(period, now));
        await record('wealth.context-changed', context.id);
        return ok(period);
      }),

    closePeriod: (cause: ByMember, which: WhichContext): Promise<Result<Closed>> =>
      inContext(parts, cause, which, async (held) => {
        const { tx, context, periods, member } = held;
        if (!policy.mayHoldPeriods(member, context)) return refuse('context-keepers-only');
        const open = openPeriod(periods);
        if (!open) return refuse('no-open-period', { name: context.name });
        const closed = await freeze(held, open, cause.now);
        if (open.monthly) {
          const endsAt = nextMonth(cause.now, await zoneOf(tx, cause.community));
          await begin(held, periods, { endsAt, monthly: true, now: cause.now });
        }
        return ok(closed);
      }),

    /** Takes back a closing, as long as nothing came after it. */
    reopenPeriod: (cause: ByMember, which: WhichContext): Promise<Result<Period>> =>
      inContext(parts, cause, which, async (held) => {
        const { tx, context, periods, member, record } = held;
        if (!policy.mayHoldPeriods(member, context)) return refuse('context-keepers-only');
        const last = periods.at(-1);
        if (!last?.closedAt) return refuse('period-still-open', { name: context.name });
        await updatePeriod(tx, cause.community, last.id, { closedAt: null, endsAt: null });
        await moved(tx, context, { from: null, to: last.id });
        await record('wealth.period-reopened', context.id, { position: last.position });
        return ok({ ...last, closedAt: null, endsAt: null });
      }),

    /** Who takes part and has declared nothing in a period yet. */
    async quietIn(
      community: CommunityId,
      which: WhichContext,
      position: number,
      participants: readonly MemberId[],
    ): Promise<MemberId[]> {
      const context = await contextNow(parts.prisma, community, which);
      const periods = context ? await listPeriods(parts.prisma, context) : [];
      const period = periods.find((one) => one.position === position);
      if (!context || !period) return [];
      const wanted = { context: context.id, period: period.id };
      const all = await contributionsNow(parts.prisma, community, wanted);
      const spoke = new Set(all.map(({ member }) => member));
      return participants.filter((id) => !spoke.has(id));
    },

    /** The alarm of a period: halfway it is said; at its end it closes if monthly, or people do. */
    async tick(subject: string, community: CommunityId): Promise<void> {
      const now = parts.clock.now();
      const found = await findPeriod(parts.prisma, community, subject as PeriodId);
      if (!found || found.period.closedAt) return;
      const { markAt, endsAt } = found.period;
      const event = `alarm:${ALARMS.period}:${subject}:${Number(markAt)}:${Number(endsAt)}`;
      const due = endsAt && endsAt <= now ? 'end' : markAt && markAt <= now ? 'mark' : null;
      if (!due) return;
      const cause = { community, member: null, event: `${event}:${due}`, now };
      await parts.journal.write(cause, async (work) => {
        await lockContext(work.tx, community, { id: found.context });
        const context = await contextNow(work.tx, community, { id: found.context });
        const again = await findPeriod(work.tx, community, subject as PeriodId);
        if (!context || !again || again.period.closedAt) return ok(undefined);
        const { period } = again;
        const { position } = period;
        if (due === 'mark') {
          await updatePeriod(work.tx, community, period.id, { markAt: null });
          await work.alarm(ALARMS.period, period.id, period.endsAt);
          await work.record('wealth.period-marked', context.id, { position });
        } else if (period.monthly) {
          await freeze({ ...work, context }, period, now);
          const how = {
            endsAt: nextMonth(now, await zoneOf(work.tx, community)),
            monthly: true,
            now,
          };
          await begin({ ...work, context }, await listPeriods(work.tx, context), how);
        } else {
          await work.record('wealth.period-due', context.id, { position });
        }
        return ok(undefined);
      });
    },
  };
}
