import type { CommunityId, MemberId, SeriesId, SittingId } from '../../kernel/ids.js';
import { attendanceOf } from '../rules/attendance.js';
import { occurrenceOf, occurrencesOf } from '../rules/occurrences.js';
import { MEANT_FOR_MS, meantAmong } from '../rules/sitting.js';
import { changesOf, seriesBetween } from '../store/series.js';
import { whereabouts } from '../store/sittings.js';
import {
  type Change,
  type Meeting,
  type MeetingFile,
  ONCE,
  type Recurrence,
  type Series,
  type Which,
} from '../types.js';
import type { Parts } from './parts.js';
import { sittingNow } from './sittings.js';
import { answersFor, answersNow, changesNow, seriesNow } from './voices.js';

const DAY_MS = 86_400_000;
/** As far ahead as the next occurrence of a series is looked for. */
const FAR_MS = 12 * 366 * DAY_MS;
/** Where the last occurrence of most series is found. */
const LATELY_MS = 62 * DAY_MS;

/** More occurrences of one series than these are not on at once. */
const MOST_AT_ONCE = 10;

/** What a list of meetings is asked for. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
  readonly limit: number;
  readonly theme?: string;
}

export function createReading({ prisma }: Parts) {
  const meeting = async (
    series: Series,
    changes: readonly Change[],
    recurrence: Recurrence,
  ): Promise<MeetingFile> => {
    const change = changes.find((one) => one.recurrence === recurrence);
    const answers = await answersFor(prisma, series, recurrence);
    return {
      series,
      occurrence: occurrenceOf(series, recurrence, change),
      attendance: attendanceOf(answers, recurrence, series),
      sitting: await sittingNow(prisma, series, recurrence),
    };
  };

  /** The occurrence meant when none is named: the next not over, else the last there was. */
  function meant(series: Series, changes: readonly Change[], now: Date): Recurrence {
    if (series.rule === null && series.extra.length === 0) return ONCE;
    const to = new Date(now.getTime() + FAR_MS);
    const coming = occurrencesOf(series, changes, { from: now, to, limit: 20 });
    const next = coming.find(({ cancelled }) => !cancelled) ?? coming[0];
    if (next) return next.recurrence;
    const from = new Date(now.getTime() - FAR_MS);
    const past = occurrencesOf(series, changes, { from, to: now, limit: 5000 });
    return past.at(-1)?.recurrence ?? series.start;
  }

  return {
    /**
     * One meeting with who comes to it; without a recurrence, the next one of its series. `null`
     * when there is no such series in the community, or it has no such occurrence.
     */
    async meeting(
      community: CommunityId,
      which: Which,
      { recurrence, now }: { readonly recurrence?: Recurrence | null; readonly now: Date },
    ): Promise<MeetingFile | null> {
      const series = await seriesNow(prisma, community, which);
      if (!series) return null;
      const changes = await changesNow(prisma, series);
      return meeting(series, changes, recurrence ?? meant(series, changes, now));
    },

    /** The meeting that a sitting is of, wherever it went since. */
    async meetingOf(community: CommunityId, sitting: SittingId): Promise<MeetingFile | null> {
      const found = await whereabouts(prisma, community, sitting);
      const series = found && (await seriesNow(prisma, community, { id: found.series }));
      if (!series) return null;
      return meeting(series, await changesNow(prisma, series), found.recurrence);
    },

    /** The last occurrence of a series that began; `null` when none has. */
    async begun(community: CommunityId, which: Which, now: Date): Promise<MeetingFile | null> {
      const series = await seriesNow(prisma, community, which);
      if (!series) return null;
      const changes = await changesNow(prisma, series);
      for (const back of [LATELY_MS, FAR_MS]) {
        const from = new Date(now.getTime() - back);
        const past = occurrencesOf(series, changes, { from, to: now, limit: 5000 });
        const last = past.findLast(({ cancelled }) => !cancelled);
        if (last) return meeting(series, changes, last.recurrence);
      }
      return null;
    },

    /** The meetings that go on, or began a short while ago: what is meant when none is named. */
    async meantNow(community: CommunityId, now: Date): Promise<MeetingFile[]> {
      const from = new Date(now.getTime() - MEANT_FOR_MS);
      const all = await seriesBetween(prisma, community, { from, to: new Date(now.getTime() + 1) });
      const ids = all.map(({ id }) => id);
      const changes = await changesOf(prisma, community, ids);
      const window = { from, to: new Date(now.getTime() + 1), limit: MOST_AT_ONCE };
      const near = all.flatMap((series) =>
        occurrencesOf(series, changes.get(series.id) ?? [], window).map((occurrence) => ({
          ...{ series, occurrence },
        })),
      );
      const found: MeetingFile[] = [];
      for (const { series, occurrence } of meantAmong(near, now)) {
        found.push(await meeting(series, changes.get(series.id) ?? [], occurrence.recurrence));
      }
      return found;
    },

    /** The coming occurrences of one series, without who comes. */
    async coming(community: CommunityId, which: Which, { from, to, limit }: Span) {
      const series = await seriesNow(prisma, community, which);
      if (!series) return [];
      return occurrencesOf(series, await changesNow(prisma, series), { from, to, limit });
    },

    /** Every meeting between two instants, in order; `more` when there are others. */
    async meetings(
      community: CommunityId,
      { from, to, limit, theme }: Span,
    ): Promise<{ readonly meetings: readonly Meeting[]; readonly more: boolean }> {
      const all = (await seriesBetween(prisma, community, { from, to })).filter(
        (one) => theme === undefined || one.theme === theme,
      );
      const changes = await changesOf(
        prisma,
        community,
        all.map(({ id }) => id),
      );
      const found = all
        .flatMap((series) =>
          occurrencesOf(series, changes.get(series.id) ?? [], { from, to, limit: limit + 1 }).map(
            (occurrence) => ({ series, occurrence }),
          ),
        )
        .sort((a, b) => a.occurrence.start.getTime() - b.occurrence.start.getTime());
      const shown = found.slice(0, limit);
      const asked = new Map<SeriesId, Recurrence[]>();
      for (const { series, occurrence } of shown) {
        asked.set(series.id, [...(asked.get(series.id) ?? []), occurrence.recurrence]);
      }
      const answers = await answersNow(
        prisma,
        community,
        [...asked].map(([series, recurrences]) => ({ series, recurrences })),
      );
      const meetings = shown.map(({ series, occurrence }) => ({
        ...{ series, occurrence },
        attendance: attendanceOf(answers.get(series.id) ?? [], occurrence.recurrence, series),
      }));
      return { meetings, more: found.length > limit };
    },

    /** The series themselves, with how their occurrences differ: what calendars are made of. */
    async calendar(
      community: CommunityId,
      { from, to }: { readonly from: Date; readonly to: Date },
    ) {
      const all = await seriesBetween(prisma, community, { from, to });
      const changes = await changesOf(
        prisma,
        community,
        all.map(({ id }) => id),
      );
      return all.map((series) => ({ series, changes: changes.get(series.id) ?? [] }));
    },

    /** What one member answered, `null` when nothing yet. */
    answerOf: ({ attendance }: Meeting, member: MemberId) =>
      [...attendance.coming, ...attendance.waiting, ...attendance.maybe, ...attendance.no].find(
        (one) => one.member === member,
      ) ?? null,
  };
}
