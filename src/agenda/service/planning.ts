import { nextNumber } from '../../community/store.js';
import type { Work } from '../../journal/service.js';
import type { RoomId } from '../../kernel/ids.js';
import { newId, type SeriesId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { splitSchedule } from '../rules/pattern.js';
import { checkPlan, movedSchedule, type Plan, reschedules } from '../rules/planning.js';
import { shifted, wallShift } from '../rules/times.js';
import { copyAnswers } from '../store/answers.js';
import { insertSeries, moveChange, putChange, saveSeries } from '../store/series.js';
import { moveTasks } from '../store/tasks.js';
import { type Change, EACH, ONCE, type Recurrence, type Series, type Which } from '../types.js';
import { attachedTo, moveAttached } from './attached.js';
import { keep } from './clockwork.js';
import { type ByMember, changing, type Held, type Parts, uidOf } from './parts.js';
import { changesNow } from './voices.js';

/** What a change is for: one occurrence, this and the following ones, or all of them. */
export type Scope = 'one' | 'following' | 'all';

/** What is given changes; the rest stays. `start` is when the named occurrence will be. */
export interface Edit {
  readonly title?: string;
  readonly description?: string;
  readonly place?: string;
  readonly link?: string;
  readonly theme?: string;
  readonly when?: {
    readonly start: string;
    readonly minutes: number | null;
    readonly rule: string | null;
  };
  readonly capacity?: number | null;
  readonly discreet?: boolean;
  readonly remindBefore?: readonly number[];
}

const comesFrom = ({ number, origin }: Series): Result<never> =>
  refuse('event-followed', { number, origin });

const bare = (recurrence: Recurrence, now: Date): Change => ({
  ...{ recurrence, cancelled: false, reason: '', start: null, minutes: null },
  ...{ title: null, description: null, place: null, link: null, updatedAt: now },
});

/** Puts a new meeting in the agenda. */
export async function plant(
  work: Work,
  { community, member, now }: ByMember,
  plan: Plan,
  { room, uid = null }: { readonly room: RoomId | null; readonly uid?: string | null },
): Promise<Result<Series>> {
  const checked = checkPlan(plan, now);
  if (!checked.ok) return checked;
  const id = newId<'series'>(now);
  const series: Series = {
    ...checked.value,
    ...{ id, community, room, author: member, state: 'planned', cancelReason: '' },
    number: await nextNumber(work.tx, community, 'series'),
    ...{ uid: uid ?? uidOf(id), sequence: 0, followed: null, origin: '' },
    ...{ followedTo: now, createdAt: now, updatedAt: now },
  };
  await keep(work, series, [], insertSeries);
  await work.record('agenda.added', id, { number: series.number });
  return ok(series);
}

export function createPlanning(parts: Parts) {
  const changeOf = ({ changes }: Held, recurrence: Recurrence, now: Date): Change =>
    changes.find((one) => one.recurrence === recurrence) ?? bare(recurrence, now);

  /** Changes and all that hangs on dates go where their occurrences went, the farthest first: none on another. */
  async function follow(
    { tx }: Held,
    from: Series,
    to: SeriesId,
    move: (recurrence: Recurrence) => Recurrence | null,
  ): Promise<void> {
    const changed = (await changesNow(tx, from)).map(({ recurrence }) => recurrence);
    const known = new Set([...changed, ...(await attachedTo(tx, from))]);
    const moves = [...known].flatMap((recurrence) => {
      const target = move(recurrence);
      return target === null ? [] : [{ recurrence, target }];
    });
    const later = moves.some(({ recurrence, target }) => target > recurrence);
    moves.sort((a, b) => (a.recurrence < b.recurrence === later ? 1 : -1));
    for (const { recurrence, target } of moves) {
      await moveChange(tx, from, recurrence, { series: to, recurrence: target });
      await moveAttached(tx, from, recurrence, { series: to, recurrence: target });
    }
  }

  /** The whole series, its occurrences moved as the one that was named. */
  async function editAll(
    held: Held,
    series: Series,
    recurrence: Recurrence,
    { when, ...plain }: Edit,
    now: Date,
  ): Promise<Result<Series>> {
    const planned = recurrence === ONCE ? series.start : recurrence;
    const schedule = when ? movedSchedule(series, planned, when) : ok(series);
    if (!schedule.ok) return schedule;
    const edited: Series = { ...series, ...schedule.value, ...plain, updatedAt: now };
    const checked = checkPlan(edited, now);
    if (!checked.ok) return checked;
    const next = { ...edited, sequence: edited.sequence + (reschedules(series, edited) ? 1 : 0) };
    if (when) {
      const by = wallShift(planned, when.start);
      await follow(held, series, series.id, (one) => shifted(one, by, when.start));
    }
    await keep(held, next, await changesNow(held.tx, next), saveSeries);
    return ok(next);
  }

  /** The series ends before that occurrence, and another goes on from it. */
  async function split(held: Held, recurrence: Recurrence, now: Date): Promise<Result<Series>> {
    const { tx, series } = held;
    const halves = splitSchedule(series, recurrence);
    // From the first one on is all of them.
    if (!halves.ok && halves.refusals[0].code === 'split-at-first') return ok(series);
    if (!halves.ok) return halves;
    const id = newId<'series'>(now);
    const head = { ...series, ...halves.value.head, sequence: series.sequence + 1, updatedAt: now };
    const tail: Series = {
      ...{ ...series, ...halves.value.tail, id, uid: uidOf(id), sequence: 0 },
      number: await nextNumber(tx, series.community, 'series'),
      ...{ createdAt: now, updatedAt: now, followedTo: now },
    };
    await insertSeries(tx, tail, { firstAt: now, lastAt: null });
    await follow(held, series, id, (one) => (one >= recurrence ? one : null));
    await copyAnswers(tx, series, EACH, id, now);
    await moveTasks(tx, series, id);
    await keep(held, head, await changesNow(tx, head), saveSeries);
    await keep(held, tail, await changesNow(tx, tail), saveSeries);
    return ok(tail);
  }

  async function editOne(
    held: Held,
    recurrence: Recurrence,
    { when, title, description, place, link }: Edit,
    now: Date,
  ): Promise<Result<Series>> {
    const { tx, series, changes } = held;
    const before = changeOf(held, recurrence, now);
    const change: Change = {
      ...{ ...before, updatedAt: now },
      ...(when && { start: when.start, minutes: when.minutes ?? before.minutes }),
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      ...(place !== undefined && { place }),
      ...(link !== undefined && { link }),
    };
    await putChange(tx, series, change);
    const next = { ...series, sequence: series.sequence + 1, updatedAt: now };
    const others = changes.filter((one) => one.recurrence !== recurrence);
    await keep(held, next, [...others, change], saveSeries);
    return ok(next);
  }

  /** The series an edit is for, split first when it is for this one and the following. */
  async function scoped(
    held: Held,
    recurrence: Recurrence,
    scope: Scope,
    now: Date,
  ): Promise<Result<Series>> {
    return scope === 'following' ? split(held, recurrence, now) : ok(held.series);
  }

  return {
    /** `follows`: the meeting whose open actions come back at this one. */
    add: (
      cause: ByMember,
      plan: Plan,
      {
        room,
        uid = null,
        follows = null,
      }: {
        readonly room: RoomId | null;
        readonly uid?: string | null;
        readonly follows?: Which | null;
      },
    ): Promise<Result<Series>> =>
      follows === null
        ? parts.journal.write(cause, (work) => plant(work, cause, plan, { room, uid }))
        : changing(parts, cause, follows, async (held) => {
            if (!policy.mayChange(held.member, held.series)) return refuse('event-keepers-only');
            const made = await plant(held, cause, plan, { room, uid });
            if (made.ok) await moveTasks(held.tx, held.series, made.value.id);
            return made;
          }),

    /** Changes one occurrence, it and the following, or all; gives the series it is in afterwards. */
    edit: (
      cause: ByMember,
      which: Which,
      {
        recurrence,
        scope,
        edit,
      }: { readonly recurrence: Recurrence; readonly scope: Scope; readonly edit: Edit },
    ): Promise<Result<Series>> =>
      changing(parts, cause, which, async (held) => {
        const { series, member, record } = held;
        if (series.followed) return comesFrom(series);
        if (!policy.mayChange(member, series)) return refuse('event-keepers-only');
        if (series.state === 'cancelled')
          return refuse('event-cancelled', { number: series.number });
        const once = series.rule === null && series.extra.length === 0;
        const done =
          scope === 'one' && !once
            ? await editOne(held, recurrence, edit, cause.now)
            : await scoped(held, recurrence, once ? 'all' : scope, cause.now).then((found) =>
                found.ok ? editAll(held, found.value, recurrence, edit, cause.now) : found,
              );
        if (!done.ok) return done;
        const data = {
          number: done.value.number,
          recurrence,
          scope,
          moved: edit.when !== undefined,
        };
        await record('agenda.changed', done.value.id, data);
        return done;
      }),

    cancel: (
      cause: ByMember,
      which: Which,
      end: { readonly recurrence: Recurrence; readonly scope: Scope; readonly reason: string },
    ): Promise<Result<Series>> =>
      changing(parts, cause, which, async (held) => {
        const { tx, series, changes, member, record } = held;
        const { recurrence, scope, reason } = end;
        const { now } = cause;
        if (series.followed) return comesFrom(series);
        if (!policy.mayCancel(member, series)) return refuse('event-keepers-only');
        if (series.state === 'cancelled')
          return refuse('event-cancelled', { number: series.number });
        const once = series.rule === null && series.extra.length === 0;
        const data = { number: series.number, recurrence, scope };
        if (scope === 'one' && !once) {
          const change = {
            ...changeOf(held, recurrence, now),
            cancelled: true,
            reason,
            updatedAt: now,
          };
          await putChange(tx, series, change);
          const next = { ...series, sequence: series.sequence + 1, updatedAt: now };
          const others = changes.filter((one) => one.recurrence !== recurrence);
          await keep(held, next, [...others, change], saveSeries);
          await record('agenda.cancelled', series.id, data);
          return ok(next);
        }
        const found = await scoped(held, recurrence, once ? 'all' : scope, now);
        if (!found.ok) return found;
        const next: Series = {
          ...{ ...found.value, state: 'cancelled', cancelReason: reason, updatedAt: now },
          sequence: found.value.sequence + 1,
        };
        await keep(held, next, await changesNow(tx, next), saveSeries);
        await record('agenda.cancelled', next.id, { ...data, number: next.number });
        return ok(next);
      }),
  };
}
