import { accountsOf, getPerson, listMembers } from '../../community/store.js';
import type { Work } from '../../journal/service.js';
import type { CommunityId, MemberId, SeriesId } from '../../kernel/ids.js';
import { ok } from '../../kernel/result.js';
import { occurrenceOf } from '../rules/occurrences.js';
import { deleteAnswer } from '../store/answers.js';
import {
  answersBy,
  closeOwnFeeds,
  leaveFloors,
  leavePolls,
  linksBy,
  passFollowed,
  rolesAhead,
  tasksOfTheirs,
} from '../store/leaving.js';
import { deleteLink } from '../store/links.js';
import { lockSeries } from '../store/series.js';
import { freeRole, whereabouts } from '../store/sittings.js';
import { findTask, lockTask, updateTask } from '../store/tasks.js';
import { EACH, type Recurrence } from '../types.js';
import { LOOK } from './clockwork.js';
import type { Parts } from './parts.js';
import { withPlaces } from './places.js';
import { changesNow, seriesNow } from './voices.js';

/** Rings when somebody is not a member any more. */
export const LEFT = 'agenda.left';

/** Who left, under every account of theirs. */
interface Gone {
  readonly community: CommunityId;
  readonly members: readonly MemberId[];
}

/**
 * What somebody held in the agenda is free when they are not a member any more: their place goes
 * to who waited for one. What is past stays: they were there.
 */
export function createLeaving({ prisma, journal, clock }: Parts) {
  const writing = (community: CommunityId, work: (unit: Work) => Promise<void>) =>
    journal.write({ community, member: null, event: null, now: clock.now() }, async (unit) => {
      await work(unit);
      return ok(undefined);
    });

  const answers = ({ community, members }: Gone, id: SeriesId, all: readonly Recurrence[]) =>
    writing(community, async (work) => {
      const { tx, record } = work;
      const now = clock.now();
      await lockSeries(tx, community, { id });
      const series = await seriesNow(tx, community, { id });
      if (!series) return;
      const changes = await changesNow(tx, series);
      const ahead = all.filter((recurrence) => {
        const change = changes.find((one) => one.recurrence === recurrence);
        return recurrence === EACH || occurrenceOf(series, recurrence, change).end > now;
      });
      for (const recurrence of ahead) {
        await withPlaces({ ...work, series, changes }, recurrence, now, () =>
          deleteAnswer(tx, series, recurrence, members),
        );
        await record('agenda.answered', series.id, { recurrence });
      }
    });

  const roles = ({ community, members }: Gone) =>
    writing(community, async ({ tx, record }) => {
      for (const { sitting, role } of await rolesAhead(tx, community, members, clock.now())) {
        const where = await whereabouts(tx, community, sitting);
        await freeRole(tx, community, sitting, role);
        if (!where) continue;
        await record('agenda.prepared', where.series, { recurrence: where.recurrence, sitting });
      }
    });

  /** Free again: anybody may take it up, and who gave it is told that nobody does it. */
  const tasks = ({ community, members }: Gone) =>
    writing(community, async ({ tx, record }) => {
      for (const id of await tasksOfTheirs(tx, community, members)) {
        await lockTask(tx, community, { id });
        const task = await findTask(tx, community, { id });
        if (!task?.assignee || !members.includes(task.assignee)) continue;
        await updateTask(tx, task, { state: 'free', assignee: null });
        const { number, sitting } = task;
        await record('agenda.tasked', id, { number, sitting });
      }
    });

  const others = ({ community, members }: Gone) =>
    writing(community, async ({ tx, record, alarm }) => {
      for (const id of await leaveFloors(tx, community, members)) await record('agenda.floor', id);
      for (const { id, number } of await leavePolls(tx, community, members)) {
        await record('agenda.poll-answered', id, { number });
      }
      await closeOwnFeeds(tx, community, members);
      for (const id of await linksBy(tx, community, members)) {
        await deleteLink(tx, { id, community });
        await alarm(LOOK, id, null);
      }
      const keeper = (await listMembers(tx, community)).find(({ role }) => role === 'facilitator');
      if (keeper) await passFollowed(tx, community, members, keeper.id);
    });

  return {
    async left(subject: string, community: CommunityId): Promise<void> {
      const member = subject as MemberId;
      // They may be back already.
      if (!(await getPerson(prisma, community, member))?.left) return;
      const gone: Gone = { community, members: await accountsOf(prisma, community, member) };
      const bySeries = new Map<SeriesId, Recurrence[]>();
      for (const { series, recurrence } of await answersBy(prisma, community, gone.members)) {
        bySeries.set(series, [...(bySeries.get(series) ?? []), recurrence]);
      }
      for (const [series, all] of bySeries) await answers(gone, series, [...new Set(all)]);
      await roles(gone);
      await tasks(gone);
      await others(gone);
    },
  };
}
