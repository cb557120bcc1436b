import { getMember, lockCommunity, nextNumber } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { Work } from '../../journal/service.js';
import { type CommunityId, type FollowId, newId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { readOpml, writeOpml } from '../reading/opml.js';
import { addressKey } from '../rules/address-key.js';
import { themeKey } from '../rules/themes.js';
import {
  everyFollow,
  findFollow,
  insertFollows,
  listFollows,
  updateFollow,
} from '../store/feeds.js';
import type { Follow } from '../types.js';
import { opmlAt } from './feeds.js';
import { curatorsNow } from './known.js';
import type { ByMember, Parts } from './parts.js';
import { asWritten } from './themes.js';

/** When what somebody wants to follow is looked for; and when all of a list is. */
export const LOOK = 'veille.look';
export const LOOK_ALL = 'veille.look-all';

/** More at once is a mistake, or somebody else's list. */
const MOST_IMPORTED = 500;

export interface Wanted {
  readonly address: string;
  readonly theme: string | null;
  readonly words: readonly string[];
}

const isSame = (one: string, other: string): boolean =>
  one === other || (addressKey(one) !== null && addressKey(one) === addressKey(other));

export function createFollowing({ prisma, journal, fetcher }: Parts) {
  /** Wanted from now on, and to be looked for; inside a transaction that holds the community. */
  async function begin(
    tx: Tx,
    { community, member, now }: ByMember,
    wanted: readonly (Wanted & { readonly title: string })[],
  ): Promise<Follow[]> {
    const first = await nextNumber(tx, community, 'feed_follows', wanted.length);
    const names = new Set(wanted.map(({ theme }) => theme ?? ''));
    const themes = new Map<string, string>();
    for (const name of names) themes.set(name, name && (await asWritten(tx, community, name)));
    const follows = wanted.map(
      ({ address, theme, words, title }, index): Follow => ({
        ...{ id: newId<'follow'>(now), community, member, state: 'looking', fault: null, seen: [] },
        ...{ number: first + index, asked: address, url: '', title, site: null, words },
        ...{ theme: themes.get(theme ?? '') ?? '', createdAt: now, updatedAt: now },
      }),
    );
    await insertFollows(tx, follows);
    return follows;
  }

  const changing = <T>(
    cause: ByMember,
    number: number,
    change: (work: Work, follow: Follow) => Promise<Result<T>>,
  ): Promise<Result<T>> =>
    journal.write(cause, async (work) => {
      const { tx } = work;
      await lockCommunity(tx, cause.community);
      const follow = await findFollow(tx, cause.community, { number });
      const member = await getMember(tx, cause.community, cause.member);
      if (!follow || !member) return refuse('unknown-follow', { number });
      const curators = (await curatorsNow(tx, cause.community)).get(themeKey(follow.theme)) ?? [];
      return policy.maySteer(member, follow, curators)
        ? change(work, follow)
        : refuse('followers-and-curators-only', { number });
    });

  return {
    /** Follows a feed, or the one that a site has: it is looked for after this. */
    follow: (cause: ByMember, wanted: Wanted): Promise<Result<Follow>> =>
      journal.write(cause, async (work) => {
        await lockCommunity(work.tx, cause.community);
        const known = (await listFollows(work.tx, cause.community)).find(
          ({ asked, url, state }) =>
            state !== 'failed' && (isSame(asked, wanted.address) || isSame(url, wanted.address)),
        );
        if (known) return refuse('already-followed', { number: known.number });
        const [follow] = await begin(work.tx, cause, [{ ...wanted, title: '' }]);
        if (!follow) throw new Error('nothing was begun');
        await work.alarm(LOOK, follow.id, cause.now);
        await work.record('veille.followed', follow.id, { number: follow.number });
        return ok(follow);
      }),

    /** All the feeds that are not followed yet of an OPML list, or of the one at an address. */
    async importFeeds(
      cause: ByMember,
      given: string,
    ): Promise<Result<{ readonly count: number; readonly known: number }>> {
      const text = await opmlAt(fetcher, given);
      if (!text.ok) return text;
      const list = readOpml(text.value);
      if (!list || list.length === 0) return refuse('not-opml', {}, 'list');
      const { length: count } = list;
      if (count > MOST_IMPORTED) return refuse('too-many', { max: MOST_IMPORTED, count }, 'list');
      return journal.write(cause, async (work) => {
        await lockCommunity(work.tx, cause.community);
        const known = await listFollows(work.tx, cause.community);
        const fresh = list.filter(
          ({ feed }) => !known.some(({ asked, url }) => isSame(asked, feed) || isSame(url, feed)),
        );
        if (fresh.length > 0) {
          const wanted = fresh.map(({ feed, theme, title }) => ({
            ...{ address: feed, theme, words: [], title: title || new URL(feed).host },
          }));
          await begin(work.tx, cause, wanted);
          await work.alarm(LOOK_ALL, cause.community, cause.now);
        }
        await work.record('veille.imported', cause.community, { count: fresh.length });
        return ok({ count: fresh.length, known: count - fresh.length });
      });
    },

    stop: (cause: ByMember, number: number): Promise<Result<Follow>> =>
      changing(cause, number, async ({ tx, alarm, record }, follow) => {
        if (follow.state === 'stopped') return refuse('already-stopped', { number });
        await updateFollow(tx, follow, { state: 'stopped' }, cause.now);
        await alarm(LOOK, follow.id, null);
        await record('veille.follow-changed', follow.id, { number });
        return ok(follow);
      }),

    /** Follows it again, from now on: what came meanwhile is past. */
    resume: (cause: ByMember, number: number): Promise<Result<Follow>> =>
      changing(cause, number, async ({ tx, alarm, record }, follow) => {
        if (follow.state === 'following') return refuse('already-followed', { number });
        await updateFollow(tx, follow, { state: 'looking', fault: null }, cause.now);
        await alarm(LOOK, follow.id, cause.now);
        await record('veille.follow-changed', follow.id, { number });
        return ok(follow);
      }),

    /** What is kept of it from now on, and in which theme; what is not given stays. */
    adjust: (
      cause: ByMember,
      number: number,
      to: { readonly theme: string | null; readonly words: readonly string[] | null },
    ): Promise<Result<Follow>> =>
      changing(cause, number, async ({ tx, record }, follow) => {
        const theme = to.theme ? await asWritten(tx, cause.community, to.theme) : follow.theme;
        const words = to.words ?? follow.words;
        await updateFollow(tx, follow, { theme, words }, cause.now);
        await record('veille.follow-changed', follow.id, { number });
        return ok({ ...follow, theme, words });
      }),

    follows: (community: CommunityId): Promise<Follow[]> => listFollows(prisma, community),

    followById: (community: CommunityId, id: FollowId): Promise<Follow | null> =>
      findFollow(prisma, community, { id }),

    /** Those that are stopped too: what they brought is still there. */
    allFollows: (community: CommunityId): Promise<Follow[]> => everyFollow(prisma, community),

    /** The list of what is followed, for other readers; `null` when nothing is. */
    async exportFeeds(community: CommunityId, title: string, now: Date): Promise<string | null> {
      const follows = (await listFollows(prisma, community)).filter(
        ({ state }) => state === 'following',
      );
      if (follows.length === 0) return null;
      return writeOpml({
        ...{ title, writtenAt: now },
        subscriptions: follows.map(({ url, site, theme, title: name }) => ({
          ...{ title: name || url, feed: url, site, theme },
        })),
      });
    },
  };
}
