import { nextNumber } from '../../community/store.js';
import type { Work } from '../../journal/service.js';
import {
  type CommunityId,
  type FollowedId,
  type MemberId,
  newId,
  type RoomId,
} from '../../kernel/ids.js';
import { differences, type Imported, isSame } from '../rules/imports.js';
import { occurrencesOf } from '../rules/occurrences.js';
import { findOccurrence } from '../rules/recurrence.js';
import { shifted, wallShift } from '../rules/times.js';
import { findByUid, insertSeries, replaceChanges, saveSeries } from '../store/series.js';
import { type Change, ONCE, type Series } from '../types.js';
import { attachedTo, moveAttached } from './attached.js';
import { keep } from './clockwork.js';
import { changesNow } from './voices.js';

/** For whom a meeting of another calendar is taken. */
export interface Taker {
  readonly community: CommunityId;
  readonly member: MemberId;
  readonly room: RoomId | null;
  /** It changes there alone. */
  readonly followed: FollowedId | null;
  readonly origin: string;
  readonly remindBefore: readonly number[];
  readonly now: Date;
}

export interface Taken {
  readonly what: 'added' | 'changed' | 'cancelled' | 'same' | 'elsewhere';
  readonly series: Series;
}

const YEAR_MS = 366 * 86_400_000;

/**
 * Takes one meeting as another calendar says it, once by its UID: what is known is brought up to
 * date, and those who come are told. One that another source brought first is left to it.
 */
export async function take(work: Work, one: Imported, taker: Taker): Promise<Taken> {
  const { community, followed, now } = taker;
  const known = await findByUid(work.tx, community, one.uid);
  if (!known) return { what: 'added', series: await insert(work, one, taker) };
  if (known.followed !== followed) return { what: 'elsewhere', series: known };
  return bring(work, known, one, { origin: taker.origin, now });
}

async function insert({ tx, alarm }: Work, one: Imported, taker: Taker): Promise<Series> {
  const { community, member, room, followed, origin, remindBefore, now } = taker;
  const id = newId<'series'>(now);
  const series: Series = {
    ...{ ...one.said, id, community, room, author: member, cancelReason: '' },
    number: await nextNumber(tx, community, 'series'),
    ...{ uid: one.uid, sequence: one.sequence, followed, origin },
    ...{ capacity: null, discreet: false, remindBefore },
    ...{ followedTo: now, createdAt: now, updatedAt: now },
  };
  const changes = one.changes.map((change): Change => ({ ...change, updatedAt: now }));
  await keep({ tx, alarm }, series, changes, insertSeries);
  await replaceChanges(tx, series, changes);
  return series;
}

/** A meeting as it is said now; its answers go where their dates went. */
export async function bring(
  work: Work,
  known: Series,
  one: Imported,
  { origin, now }: { readonly origin: string; readonly now: Date },
): Promise<Taken> {
  const before = await changesNow(work.tx, known);
  if (isSame(known, before, one)) return { what: 'same', series: known };
  const told = differences(known, before, one);
  const next: Series = {
    ...{ ...known, ...one.said, origin, updatedAt: now },
    sequence: Math.max(known.sequence + 1, one.sequence),
    cancelReason: one.said.state === 'cancelled' ? known.cancelReason : '',
  };
  const reasons = new Map(before.map(({ recurrence, reason }) => [recurrence, reason]));
  const changes = one.changes.map(
    (change): Change => ({
      ...change,
      reason: change.cancelled ? (reasons.get(change.recurrence) ?? '') : '',
      updatedAt: now,
    }),
  );
  await followDates(work, known, next);
  await replaceChanges(work.tx, next, changes);
  await keep(work, next, changes, saveSeries);
  for (const { kind, scope, recurrence, moved } of told) {
    const named = scope === 'one' ? recurrence : nextOf(next, changes, now);
    const data = { number: next.number, recurrence: named, scope, moved };
    await work.record(`agenda.${kind}`, next.id, data);
  }
  return { what: next.state === 'cancelled' ? 'cancelled' : 'changed', series: next };
}

const nextOf = (series: Series, changes: readonly Change[], now: Date): string => {
  if (series.rule === null && series.extra.length === 0) return ONCE;
  const to = new Date(now.getTime() + YEAR_MS);
  const [next] = occurrencesOf(series, changes, { from: now, to, limit: 1 });
  return next?.recurrence ?? series.start;
};

/** What hangs on dates that are no more goes where the whole series moved, if that is one of its dates. */
async function followDates({ tx }: Work, before: Series, after: Series): Promise<void> {
  if (before.start === after.start) return;
  const by = wallShift(before.start, after.start);
  const is = (recurrence: string): boolean => {
    const found = findOccurrence({ ...after, allDay: !after.start.includes('T') }, recurrence);
    return found.ok && found.value !== null;
  };
  const left = (await attachedTo(tx, before)).filter((recurrence) => !is(recurrence));
  const later = before.start < after.start;
  left.sort((a, b) => (a < b === later ? 1 : -1));
  for (const recurrence of left) {
    const target = shifted(recurrence, by, after.start);
    if (is(target))
      await moveAttached(tx, before, recurrence, { series: after.id, recurrence: target });
  }
}
