import { getMember, nextNumber } from '../../community/store.js';
import type { Fetched } from '../../fetching/types.js';
import type { Cause } from '../../journal/types.js';
import { type CommunityId, type FollowedId, newId, type RoomId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { occurrencesOf } from '../rules/occurrences.js';
import { answeredRecurrences } from '../store/answers.js';
import * as store from '../store/followed.js';
import { deleteSeries, followedSeries, saveSeries } from '../store/series.js';
import type { Brought, Change, Followed, Series } from '../types.js';
import { keep, TICK } from './clockwork.js';
import { createImporting, hostOf, type Judged, textOf, webAddress } from './importing.js';
import type { ByMember, Parts } from './parts.js';
import { bring, type Taker } from './taking.js';
import { changesNow } from './voices.js';

/** Each followed calendar has a clock: when to read it again. */
export const FOLLOW = 'agenda.follow';

const HOUR_MS = 3_600_000;
const LONGEST_WAIT_MS = 24 * HOUR_MS;
/** A server may be away for an afternoon: told only when it lasts. */
const TOLD_AFTER = 3;
const MOST_FOLLOWED = 50;
const YEARS_MS = 12 * 366 * 24 * HOUR_MS;

const isAhead = (series: Series, changes: readonly Change[], now: Date): boolean => {
  const to = new Date(now.getTime() + YEARS_MS);
  return occurrencesOf(series, changes, { from: now, to, limit: 1 }).length > 0;
};

const STILL = { failures: 0, problem: '' } as const;

const placeOf = (id: string): string => `agenda.followed:${id}`;

export function createFollowing(parts: Parts) {
  const { prisma, journal, vault, clock } = parts;
  const importing = createImporting(parts);

  const taker = ({ community, member, room, id, name }: Followed, now: Date): Taker => ({
    ...{ community, member, room, followed: id, origin: name, remindBefore: [], now },
  });

  /** What is ahead and no longer there is cancelled here; what is over may have been tidied away. */
  async function cancelGone(followed: Followed, { all }: Judged, cause: Cause): Promise<number> {
    const uids = new Set(all.map(({ uid }) => uid));
    const { community, id, name } = followed;
    const known = await followedSeries(prisma, community, id);
    let count = 0;
    for (const series of known.filter(({ uid, state }) => state === 'planned' && !uids.has(uid))) {
      await journal.write({ ...cause, event: null }, async (work) => {
        const changes = await changesNow(work.tx, series);
        const said = { ...series, state: 'cancelled' as const };
        const gone = { uid: series.uid, sequence: 0, stamp: cause.now, said, changes };
        if (isAhead(series, changes, cause.now)) {
          await bring(work, series, gone, { origin: name, now: cause.now });
          count += 1;
        }
        return ok(undefined);
      });
    }
    return count;
  }

  async function bringAll(followed: Followed, judged: Judged, cause: Cause): Promise<Brought> {
    const brought = await importing.takeAll(judged, taker(followed, cause.now), cause);
    const gone = await cancelGone(followed, judged, cause);
    return { ...brought, name: followed.name, cancelled: brought.cancelled + gone };
  }

  const seenAs = ({ headers }: Fetched) => ({
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
  });

  /** Reads it again, and sets when to read it next, whatever happens. */
  async function look(followed: Followed, cause: Cause): Promise<void> {
    const { id, community } = followed;
    const url = vault.unseal(followed.sealed, placeOf(id));
    const fetched = await importing.read(url, followed);
    if (fetched.ok && fetched.value.notModified) return settle(followed, cause, {});
    const judged = fetched.ok ? await importing.judgeText(textOf(fetched.value), cause) : fetched;
    if (!fetched.ok || !judged.ok) {
      return stumble(followed, cause, fetched.ok ? judged : fetched);
    }
    const brought = await bringAll(followed, judged.value, cause);
    const moved = fetched.value.permanentlyMovedTo;
    await settle(followed, cause, {
      ...seenAs(fetched.value),
      ...(moved !== null && { sealed: vault.seal(moved, placeOf(id)), host: hostOf(moved) }),
    });
    if (brought.added === 0) return;
    const { name } = followed;
    await journal.write({ ...cause, event: null }, async ({ record }) => {
      await record('agenda.imported', community, { added: brought.added, name });
      return ok(undefined);
    });
  }

  async function settle(
    followed: Followed,
    cause: Cause,
    change: Parameters<typeof store.updateFollowed>[2],
  ): Promise<void> {
    await journal.write({ ...cause, event: null }, async ({ tx, alarm }) => {
      if (!(await store.lockFollowed(tx, followed.community, followed.id))) return ok(undefined);
      await store.updateFollowed(tx, followed, { ...change, ...STILL, readAt: cause.now });
      await alarm(FOLLOW, followed.id, new Date(cause.now.getTime() + HOUR_MS));
      return ok(undefined);
    });
  }

  async function stumble(followed: Followed, cause: Cause, result: Result<unknown>): Promise<void> {
    if (result.ok) return;
    const [{ code, params }] = result.refusals;
    const failures = followed.failures + 1;
    const asked = typeof params.retryAfterMs === 'number' ? params.retryAfterMs : 0;
    const wait = Math.min(
      LONGEST_WAIT_MS,
      Math.max(asked, HOUR_MS * 2 ** Math.min(failures - 1, 5)),
    );
    await journal.write({ ...cause, event: null }, async ({ tx, alarm, record }) => {
      if (!(await store.lockFollowed(tx, followed.community, followed.id))) return ok(undefined);
      await store.updateFollowed(tx, followed, { failures, problem: code });
      await alarm(FOLLOW, followed.id, new Date(cause.now.getTime() + wait));
      if (failures === TOLD_AFTER) {
        await record('agenda.follow-failing', followed.id, { member: followed.member });
      }
      return ok(undefined);
    });
  }

  return {
    importOnce: importing.importOnce,

    /** Reads a calendar at its address, and keeps it in step from then on. */
    async follow(
      cause: ByMember,
      typed: string,
      room: RoomId | null,
    ): Promise<Result<{ readonly followed: Followed; readonly brought: Brought }>> {
      const { community, now } = cause;
      const member = await getMember(prisma, community, cause.member);
      if (!member) return refuse('not-a-member');
      if (!policy.mayFollow(member)) return refuse('facilitators-only');
      const url = webAddress(typed);
      const others = await store.listFollowed(prisma, community);
      if (others.length >= MOST_FOLLOWED)
        return refuse('too-many-followed', { max: MOST_FOLLOWED });
      const same = others.find((one) => vault.unseal(one.sealed, placeOf(one.id)) === url);
      if (same) return refuse('calendar-already-followed', { number: same.number });
      const fetched = await importing.read(url);
      if (!fetched.ok) return fetched;
      const judged = await importing.judgeText(textOf(fetched.value), cause);
      if (!judged.ok) return judged;
      const id = newId<'followed'>(now) as FollowedId;
      const host = hostOf(url);
      const made = await journal.write(cause, async ({ tx, alarm }) => {
        const followed: Followed = {
          ...{ id, community, member: member.id, room, host, name: judged.value.name || host },
          number: await nextNumber(tx, community, 'followed_calendars'),
          ...{ sealed: vault.seal(url, placeOf(id)), ...seenAs(fetched.value), ...STILL },
          ...{ readAt: now, createdAt: now },
        };
        await store.insertFollowed(tx, followed);
        await alarm(FOLLOW, id, new Date(now.getTime() + HOUR_MS));
        return ok(followed);
      });
      if (!made.ok) return made;
      const brought = await bringAll(made.value, judged.value, cause);
      return ok({ followed: made.value, brought });
    },

    /** Meetings that nobody answered leave with it; the others stay, and are ours from now on. */
    unfollow: (cause: ByMember, number: number): Promise<Result<{ name: string; kept: number }>> =>
      journal.write(cause, async (work) => {
        const { tx, alarm } = work;
        const member = await getMember(tx, cause.community, cause.member);
        if (!member || !policy.mayFollow(member)) return refuse('facilitators-only');
        const followed = await store.findFollowed(tx, cause.community, { number });
        if (!followed) return refuse('unknown-followed', { number });
        let kept = 0;
        for (const series of await followedSeries(tx, cause.community, followed.id)) {
          if ((await answeredRecurrences(tx, series)).length === 0) {
            await deleteSeries(tx, series);
            await alarm(TICK, series.id, null);
            continue;
          }
          kept += 1;
          const ours = { ...series, followed: null, updatedAt: cause.now };
          await keep(work, ours, await changesNow(tx, ours), saveSeries);
        }
        await store.deleteFollowed(tx, followed);
        await alarm(FOLLOW, followed.id, null);
        return ok({ name: followed.name, kept });
      }),

    followed: (community: CommunityId): Promise<Followed[]> =>
      store.listFollowed(prisma, community),

    followedBy: (community: CommunityId, id: FollowedId) =>
      store.findFollowed(prisma, community, { id }),

    /** The alarm: reads it again. */
    async lookAgain(subject: string, community: CommunityId): Promise<void> {
      const followed = await store.findFollowed(prisma, community, { id: subject as FollowedId });
      if (!followed) return;
      await look(followed, { community, member: null, event: null, now: clock.now() });
    },
  };
}
