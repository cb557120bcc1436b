import { getMember, nextNumber } from '../../community/store.js';
import type { Work } from '../../journal/service.js';
import { type CommunityId, type MemberId, newId, type TaskId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { isCorrectable, isOpen } from '../rules/sitting.js';
import {
  findTask,
  insertTask,
  lockTask,
  openTasks,
  updateTask,
  type WhichTask,
} from '../store/tasks.js';
import type { Recurrence, Series, Task, Which } from '../types.js';
import type { ByMember, Parts } from './parts.js';
import { sitting, voicesIn } from './sittings.js';
import { seriesNow } from './voices.js';

/** Rings when something is due. */
export const TASK_DUE = 'agenda.task-due';

const MOST_LISTED = 50;

export interface TaskNow {
  readonly task: Task;
  readonly series: Series;
}

export function createTasking(parts: Parts) {
  const { prisma, journal } = parts;

  async function taskNow(
    tx: Parameters<typeof findTask>[0],
    community: CommunityId,
    which: WhichTask,
  ): Promise<TaskNow | null> {
    const found = await findTask(tx, community, which);
    const series = found && (await seriesNow(tx, community, { id: found.series }));
    if (!found || !series) return null;
    const voice = await voicesIn(tx, { community });
    const assignee = found.assignee && voice(found.assignee);
    return { task: { ...found, assignee, author: voice(found.author) }, series };
  }

  const trace = ({ record }: Pick<Work, 'record'>, { task }: { readonly task: Task }) =>
    record('agenda.tasked', task.id, { number: task.number, sitting: task.sitting });

  type Held = Work & TaskNow & { readonly by: NonNullable<Awaited<ReturnType<typeof getMember>>> };

  /** Holds one that is not done, and lets `change` decide and save. */
  const handling = (
    cause: ByMember,
    number: number,
    change: (held: Held) => Promise<Result<Task>>,
  ): Promise<Result<Task>> =>
    journal.write(cause, async (work) => {
      await lockTask(work.tx, cause.community, { number });
      const found = await taskNow(work.tx, cause.community, { number });
      const by = await getMember(work.tx, cause.community, cause.member);
      if (!found) return refuse('unknown-task', { number });
      if (!by) return refuse('not-a-member');
      if (!isOpen(found.task)) return refuse('task-over', { number });
      const done = await change({ ...work, ...found, by });
      if (done.ok) await trace(work, found);
      return done;
    });

  return {
    /** Gives somebody something to do; they are asked, unless they said it themselves. */
    entrust: (
      cause: ByMember,
      which: Which,
      recurrence: Recurrence,
      given: Pick<Task, 'what' | 'dueAt'> & { readonly to: MemberId },
    ): Promise<Result<Task>> =>
      sitting(parts, cause, which, recurrence, async ({ tx, series, member, ...held }) => {
        const { community, number } = series;
        if (held.occurrence.start > cause.now) return refuse('event-not-begun', { number });
        if (!isCorrectable(held.occurrence, cause.now)) return refuse('minutes-closed', { number });
        const assignee = await getMember(tx, community, given.to);
        if (!assignee) return refuse('not-a-member');
        const task: Task = {
          ...{ id: newId<'task'>(cause.now), community, sitting: held.sitting.id },
          ...{ series: series.id, what: given.what, dueAt: given.dueAt, author: member.id },
          number: await nextNumber(tx, community, 'tasks'),
          ...{ assignee: assignee.id, createdAt: cause.now },
          state: assignee.id === member.id ? 'accepted' : 'asked',
        };
        await insertTask(tx, task);
        await held.alarm(TASK_DUE, task.id, task.dueAt);
        await held.record('agenda.minuted', series.id, { recurrence, sitting: task.sitting });
        if (task.state === 'asked')
          await held.record('agenda.entrusted', task.id, { number: task.number });
        return ok(task);
      }),

    /** Says yes or no to what one was given. */
    settleTask: (cause: ByMember, number: number, accepts: boolean): Promise<Result<Task>> =>
      handling(cause, number, async ({ tx, record, task, by }) => {
        if (task.assignee !== by.id) return refuse('task-not-yours', { number });
        if (accepts) {
          await updateTask(tx, task, { state: 'accepted' });
          return ok({ ...task, state: 'accepted' });
        }
        await updateTask(tx, task, { state: 'free', assignee: null });
        await record('agenda.task-declined', task.id, { number });
        return ok({ ...task, state: 'free', assignee: null });
      }),

    /** Somebody else, or oneself, does it. */
    passTask: (cause: ByMember, number: number, to: MemberId): Promise<Result<Task>> =>
      handling(cause, number, async ({ tx, record, task, series, by }) => {
        const offers = to === by.id && task.assignee === null;
        if (!offers && !policy.mayHandleTask(by, task, series)) {
          return refuse('task-not-yours', { number });
        }
        const state = to === by.id ? ('accepted' as const) : ('asked' as const);
        await updateTask(tx, task, { assignee: to, state });
        if (state === 'asked') await record('agenda.entrusted', task.id, { number });
        return ok({ ...task, assignee: to, state });
      }),

    /** Done, or given up. */
    endTask: (cause: ByMember, number: number, state: 'done' | 'dropped'): Promise<Result<Task>> =>
      handling(cause, number, async ({ tx, alarm, task, series, by }) => {
        if (!policy.mayHandleTask(by, task, series)) return refuse('task-not-yours', { number });
        await updateTask(tx, task, { state, settledAt: cause.now });
        await alarm(TASK_DUE, task.id, null);
        return ok({ ...task, state });
      }),

    task: (community: CommunityId, which: WhichTask): Promise<TaskNow | null> =>
      taskNow(prisma, community, which),

    /** What is not done in the community, the most pressing first. */
    async openTasks(community: CommunityId): Promise<readonly TaskNow[]> {
      const found: TaskNow[] = [];
      for (const { id } of await openTasks(prisma, community, { limit: MOST_LISTED })) {
        const one = await taskNow(prisma, community, { id });
        if (one) found.push(one);
      }
      return found;
    },
  };
}

/** On the day: whoever does it is reminded, once. */
export const createTaskClock = ({ journal, clock }: Parts) => ({
  async due(subject: string, community: CommunityId): Promise<void> {
    const cause = { community, member: null, event: `${TASK_DUE}:${subject}`, now: clock.now() };
    await journal.write(cause, async ({ tx, record }) => {
      const task = await findTask(tx, community, { id: subject as TaskId });
      if (task && isOpen(task)) await record(TASK_DUE, task.id, { number: task.number });
      return ok(undefined);
    });
  },
});
