import { getCommunity } from '../../community/store.js';
import type { Community } from '../../community/types.js';
import type { Work } from '../../journal/service.js';
import type { CommunityId, SeriesId } from '../../kernel/ids.js';
import { ok } from '../../kernel/result.js';
import { occurrencesOf } from '../rules/occurrences.js';
import { oneReminderEach, stillWorth, type Tick, ticksOf } from '../rules/ticks.js';
import { openFloor } from '../store/floors.js';
import { listLinks } from '../store/links.js';
import { findSeries, lockSeries, type Span, saveSeries } from '../store/series.js';
import { findSitting } from '../store/sittings.js';
import type { Change, Recurrence, Series } from '../types.js';
import type { Parts } from './parts.js';
import { changesNow } from './voices.js';

/** One clock a series: it rings for whatever is next of any of its occurrences. */
export const TICK = 'agenda.tick';
/** Each linked calendar has one too: when to look at it again, at once for what changed here. */
export const LOOK = 'agenda.look';
/** A queue to speak that outlives its meeting: when to see whether it is still used. */
export const FLOOR_LEFT = 'agenda.floor-left';
/** And each community: when to tell networks that show its meetings among their own events. */
export const MIRROR = 'agenda.mirror';

/** The community's choice, and not its default: everybody of a server sees its events. */
export const showsEvents = ({ settings }: Pick<Community, 'settings'>): boolean =>
  (settings.agenda as { networkEvents?: unknown } | undefined)?.networkEvents === true;

const DAY_MS = 86_400_000;
/** Reminders come up to 31 days before: nothing due sooner is farther than this. */
const AHEAD_MS = 62 * DAY_MS;
/** A series that ends after more occurrences than these is taken for endless. */
const MOST_COUNTED = 1000;
const MOST_DUE = 500;
/** As far as anything is looked for: what is farther waits for a year to go by. */
const FAR_MS = 12 * 366 * DAY_MS;

/** When a series begins and ends, changes included. */
function spanOf(series: Series, changes: readonly Change[]): Span {
  const all = occurrencesOf({ ...series, state: 'planned' }, changes, {
    from: new Date(0),
    to: new Date(8.64e15),
    limit: MOST_COUNTED,
  });
  const first = all[0]?.start ?? series.createdAt;
  const last = new Date(Math.max(first.getTime(), ...all.map(({ end }) => end.getTime())));
  return { firstAt: first, lastAt: all.length < MOST_COUNTED ? last : null };
}

/** Everything that the occurrences around these days do, in order. */
function ticksBetween(
  series: Series,
  changes: readonly Change[],
  { from, to, limit }: { readonly from: Date; readonly to: Date; readonly limit: number },
): Tick[] {
  return occurrencesOf(series, changes, { from, to, limit })
    .flatMap((one) => ticksOf(one, series, series.createdAt))
    .filter(({ at }) => at > series.followedTo)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The next thing a series does, after what was done. */
function nextTick(series: Series, changes: readonly Change[]): Tick | null {
  if (series.state === 'cancelled') return null;
  const from = series.followedTo;
  const after = (ms: number): Date => new Date(from.getTime() + ms);
  const [soon] = ticksBetween(series, changes, { from, to: after(AHEAD_MS), limit: MOST_DUE });
  if (soon) return soon;
  const [later] = ticksBetween(series, changes, { from, to: after(FAR_MS), limit: 1 });
  return later ?? null;
}

type Saving = Pick<Work, 'tx' | 'alarm'>;

async function wind(
  { tx, alarm }: Saving,
  series: Series,
  changes: readonly Change[],
  save: typeof saveSeries,
): Promise<void> {
  await save(tx, series, spanOf(series, changes));
  await alarm(TICK, series.id, nextTick(series, changes)?.at ?? null);
}

/** Saves a series that changed, winds its clock, and has linked calendars and networks told at once. */
export async function keep(
  work: Saving,
  series: Series,
  changes: readonly Change[],
  save: typeof saveSeries,
): Promise<void> {
  await wind(work, series, changes, save);
  if (series.followed) return;
  for (const { id, failures } of await listLinks(work.tx, series.community)) {
    // One that does not answer is not asked more often for that.
    if (failures === 0) await work.alarm(LOOK, id, series.updatedAt);
  }
  const { community, updatedAt } = series;
  if (showsEvents(await getCommunity(work.tx, community)))
    await work.alarm(MIRROR, community, updatedAt);
}

/** A queue that was left open in it is closed, once nobody uses it any more. */
async function closeSoon(
  { tx, alarm }: Work,
  series: Series,
  recurrence: Recurrence,
  now: Date,
): Promise<void> {
  const sitting = await findSitting(tx, series, recurrence);
  const floor = sitting && (await openFloor(tx, series.community, sitting));
  if (floor) await alarm(FLOOR_LEFT, floor.id, now);
}

/** Does what has come due of a series, once, whatever the process lived through. */
export const createClockwork = (parts: Parts) => ({
  async tick(subject: string, community: CommunityId): Promise<void> {
    const now = parts.clock.now();
    const cause = { community, member: null, event: null, now };
    await parts.journal.write(cause, async (work) => {
      const which = { id: subject as SeriesId };
      await lockSeries(work.tx, community, which);
      const series = await findSeries(work.tx, community, which);
      if (!series || series.state === 'cancelled') return ok(undefined);
      const changes = await changesNow(work.tx, series);
      const window = { from: series.followedTo, to: new Date(now.getTime() + AHEAD_MS) };
      const due = ticksBetween(series, changes, { ...window, limit: MOST_DUE }).filter(
        ({ at }) => at <= now,
      );
      for (const tick of oneReminderEach(due).filter((one) => stillWorth(one, now))) {
        const { recurrence } = tick.occurrence;
        await work.record(`agenda.${tick.kind}`, series.id, { recurrence, first: tick.first });
        if (tick.kind === 'end') await closeSoon(work, series, recurrence, now);
      }
      await wind(work, { ...series, followedTo: now }, changes, saveSeries);
      return ok(undefined);
    });
  },
});
