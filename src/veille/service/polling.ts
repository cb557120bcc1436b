import { lockCommunity } from '../../community/store.js';
import type { Clock } from '../../kernel/clock.js';
import type { CommunityId, FollowId } from '../../kernel/ids.js';
import { inTurn } from '../../kernel/in-turn.js';
import { ok, type Refusal } from '../../kernel/result.js';
import type { Feed, FeedEntry } from '../reading/types.js';
import { afterFailure, EVERY_MS, isWanted, nextAskAt, seenAfter } from '../rules/following.js';
import {
  dropSource,
  findFollow,
  followersOf,
  followOf,
  followsLooking,
  moveSource,
  saveSource,
  takeSource,
  updateFollow,
  wantSource,
} from '../store/feeds.js';
import type { Follow, Source } from '../types.js';
import { bringFromFeed } from './bringing.js';
import { askFeed, entryMark, lookForFeed } from './feeds.js';
import type { Parts } from './parts.js';
import { createRobots } from './robots.js';

/** How ECC names itself in `robots.txt`. */
const ROBOT = 'ECC';
/** How many feeds are asked at once; the fetcher asks each host less. */
const AT_ONCE = 16;
/** Longer than any answer may take. */
const TAKEN_MS = 5 * 60_000;
/** Of one feed, for one community: some say all that they ever said. */
const MOST_KEPT = 500;
/** At once from one feed: more is a past that it had not shown. */
const MOST_BROUGHT = 50;

type Follower = { readonly community: CommunityId; readonly id: FollowId };

const byClock = (community: CommunityId, clock: Clock) => ({
  ...{ community, member: null, event: null, now: clock.now() },
});

/** Feeds, asked once for all the communities that follow them. */
export function createPolling(parts: Parts) {
  const { prisma, journal, fetcher, clock } = parts;
  const robots = createRobots({ fetcher, clock, name: ROBOT });
  /** Of one community, what many feeds bring would fill the pool with who waits for its lock. */
  const turn = inTurn<CommunityId>();

  /** What is new in a feed becomes resources of one community. */
  const bring = async ({ community, id }: Follower, feed: Feed): Promise<void> => {
    const known = await findFollow(prisma, community, { id });
    // Many sites know nothing of conditional requests: what says nothing new takes no lock.
    if (!known || !isNews(known, feed)) return;
    await turn(community, () => bringNow({ community, id }, feed));
  };

  async function bringNow({ community, id }: Follower, feed: Feed): Promise<void> {
    const cause = byClock(community, clock);
    await journal.write(cause, async (work) => {
      const { tx } = work;
      await lockCommunity(tx, community);
      const follow = await findFollow(tx, community, { id });
      if (follow?.state !== 'following') return ok(undefined);
      const seen = new Set(follow.seen);
      const fresh = feed.entries.filter((entry) => !seen.has(entryMark(entry)));
      const wanted = fresh.filter((entry) => isWanted(follow.words, entry)).slice(0, MOST_BROUGHT);
      // A feed says the newest first.
      for (const entry of wanted.toReversed()) {
        if (entry.link === null) continue;
        const brought = { address: entry.link, theme: follow.theme, follow: id, said: said(entry) };
        await bringFromFeed(work, cause, brought);
      }
      const marks = marksAfter(follow, feed);
      const title = follow.title || feed.title;
      const changed = { seen: marks, title, site: feed.site };
      await updateFollow(tx, follow, changed, cause.now);
      return ok(undefined);
    });
  }

  /** Said once: nobody asks it any more, until somebody wants it again. */
  async function bury(source: Source, fault: Refusal): Promise<void> {
    for (const { community, id } of await followersOf(prisma, source.url)) {
      await journal.write(byClock(community, clock), async ({ tx, record }) => {
        const follow = await findFollow(tx, community, { id });
        if (follow?.state !== 'following') return ok(undefined);
        const { code, params } = fault;
        await updateFollow(tx, follow, { state: 'dead', fault: { code, params } }, clock.now());
        await record('veille.feed-dead', id, { number: follow.number });
        return ok(undefined);
      });
    }
    await dropSource(prisma, source.url);
  }

  async function failed(source: Source, fault: Refusal): Promise<void> {
    const now = clock.now();
    const { dead, ...standing } = afterFailure(source, { now, gone: fault.params.status === 410 });
    if (dead) return bury(source, fault);
    const wait = fault.params.retryAfterMs;
    const retryAfterMs = typeof wait === 'number' ? wait : null;
    const chance = Math.random();
    const nextAt = nextAskAt({ now, failures: standing.failures, retryAfterMs, chance });
    await saveSource(prisma, { url: source.url, ...standing, askedAt: now, nextAt });
  }

  async function ask(source: Source): Promise<void> {
    const { url } = source;
    const followers = await followersOf(prisma, url);
    if (followers.length === 0) return dropSource(prisma, url);
    if (!(await robots.allows(url))) {
      const { host } = new URL(url);
      return failed(source, { code: 'feed-not-for-robots', params: { host } });
    }
    const asked = await askFeed(fetcher, source);
    if (!asked.ok) return failed(source, asked.refusals[0]);
    const { fetched, feed } = asked.value;
    const { etag, 'last-modified': lastModified } = fetched.headers;
    const moved = fetched.permanentlyMovedTo;
    if (feed) for (const follower of followers) await bring(follower, feed);
    const now = clock.now();
    await saveSource(prisma, {
      ...{ url, failures: 0, failingSince: null, askedAt: now, answeredAt: now },
      // Only once everybody has what it said: else it is asked for all of it again.
      ...(feed && { etag: etag ?? null, lastModified: lastModified ?? null }),
      nextAt: nextAskAt({ now, failures: 0, retryAfterMs: null, chance: Math.random() }),
    });
    if (moved !== null && moved !== url) await moveSource(prisma, url, moved);
  }

  /** Does it for each, some at a time. */
  async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
    const left = all.values();
    const lane = async (): Promise<void> => {
      for (const one of left) await work(one);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }

  /** The feed that somebody wants to follow, as it is found; silent on its past. */
  async function look(community: CommunityId, id: FollowId): Promise<void> {
    const follow = await findFollow(prisma, community, { id });
    if (follow?.state !== 'looking') return;
    const result = await lookForFeed(fetcher, follow.asked);
    await turn(community, () => found(follow, result));
  }

  async function found(follow: Follow, result: Awaited<ReturnType<typeof lookForFeed>>) {
    const { community, id } = follow;
    const cause = byClock(community, clock);
    await journal.write(cause, async ({ tx, record }) => {
      await lockCommunity(tx, community);
      const fault = result.ok ? null : result.refusals[0];
      const other = result.ok ? await followOf(tx, community, result.value.url) : null;
      const known = other && { code: 'already-followed', params: { number: other.number } };
      const wrong = known ?? (fault && { code: fault.code, params: fault.params });
      if (wrong || !result.ok) {
        await updateFollow(tx, follow, { state: 'failed', fault: wrong ?? null }, cause.now);
      } else {
        const { url, feed } = result.value;
        const { title, site, entries } = feed;
        const seen = entries.map(entryMark);
        const known = { url, title: title || follow.title, site, seen, fault: null };
        await updateFollow(tx, follow, { ...known, state: 'following' }, cause.now);
        const wait = EVERY_MS * (1 + Math.random() / 10);
        await wantSource(tx, url, new Date(cause.now.getTime() + wait));
      }
      // What came in a list, or was followed before, is known by its name: nobody waits for news.
      const kind = follow.title === '' ? 'veille.looked' : 'veille.follow-changed';
      await record(kind, id, { number: follow.number });
      return ok(undefined);
    });
  }

  return {
    /** Asks every feed whose time has come, some at a time. */
    async poll(): Promise<void> {
      const one = async (): Promise<void> => {
        for (;;) {
          const now = clock.now();
          const until = new Date(now.getTime() + TAKEN_MS);
          const source = await takeSource(prisma, { now, until });
          if (!source) return;
          await ask(source);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, one));
    },

    /** The alarms' work: what somebody wants to follow, or all that a list brought, is looked for. */
    look: (subject: string, community: CommunityId) => look(community, subject as FollowId),
    lookAll: async (_: string, community: CommunityId): Promise<void> =>
      each(await followsLooking(prisma, community), (id) => look(community, id)),
  };
}

const marksAfter = ({ seen }: Follow, { entries }: Feed): readonly string[] =>
  seenAfter(seen, entries.map(entryMark), MOST_KEPT);

/** Whether anything of what is kept of a feed would change. */
function isNews(follow: Follow, feed: Feed): boolean {
  const marks = marksAfter(follow, feed);
  const isSeen =
    marks.length === follow.seen.length && follow.seen.every((one, at) => one === marks[at]);
  const named = follow.title !== '' || feed.title === '';
  return !isSeen || !named || follow.site !== feed.site;
}

const said = ({ title, summary, author, publishedAt }: FeedEntry) => ({
  ...{ title, summary, author, publishedAt },
});
