import { everywhere } from '../../community/store/links.js';
import { accountsOf, getMember, nextNumber } from '../../community/store.js';
import { type FeedId, newId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import { freshSecret, secretDigest } from '../../kernel/secret-address.js';
import * as policy from '../policy.js';
import * as store from '../store/feeds.js';
import type { Feed, FeedOf } from '../types.js';
import type { ByMember, Parts } from './parts.js';

const SECRET = /^[\w-]{43}$/;
const HOUR_MS = 3_600_000;
/** Nobody needs more, and each may be read every hour by several programs. */
const MOST_EACH = 50;

/** A feed, with the only sight there will be of its address. */
export interface Opened {
  readonly feed: Feed;
  readonly secret: string;
}

export function createFeeds(parts: Parts) {
  const { prisma, journal } = parts;

  async function theirs(cause: ByMember, number: number): Promise<Result<Feed>> {
    const feed = await store.findFeed(prisma, cause.community, number);
    const member = await getMember(prisma, cause.community, cause.member);
    if (!feed || !member) return refuse('unknown-feed', { number });
    const own = await accountsOf(prisma, cause.community, member.id);
    return policy.mayCloseFeed({ ...member, accounts: own }, feed)
      ? ok(feed)
      : refuse('unknown-feed', { number });
  }

  return {
    openFeed: (cause: ByMember, of: FeedOf): Promise<Result<Opened>> =>
      journal.write(cause, async ({ tx }) => {
        const { community, now } = cause;
        const member = await getMember(tx, community, cause.member);
        if (!member) return refuse('not-a-member');
        if (of.public && !policy.mayOpenPublicFeed(member)) return refuse('facilitators-only');
        if (of.public && (of.kind === 'mine' || of.kind === 'coming')) {
          return refuse('feed-not-public', {}, 'public');
        }
        const own = await accountsOf(tx, community, member.id);
        const all = await store.listFeeds(tx, community, own);
        if (all.filter((one) => own.includes(one.member)).length >= MOST_EACH) {
          return refuse('too-many-feeds', { max: MOST_EACH });
        }
        const secret = freshSecret();
        const feed: Feed = {
          ...of,
          ...{ id: newId<'feed'>(now) as FeedId, community, member: member.id },
          number: await nextNumber(tx, community, 'calendar_feeds'),
          ...{ createdAt: now, readAt: null },
        };
        await store.insertFeed(tx, feed, secretDigest(secret));
        return ok({ feed, secret });
      }),

    /** Another address for the same meetings; the former leads nowhere any more. */
    renewFeed: async (cause: ByMember, number: number): Promise<Result<Opened>> => {
      const found = await theirs(cause, number);
      if (!found.ok) return found;
      return journal.write(cause, async ({ tx }) => {
        const secret = freshSecret();
        await store.replaceDigest(tx, found.value, secretDigest(secret));
        return ok({ feed: found.value, secret });
      });
    },

    closeFeed: async (cause: ByMember, number: number): Promise<Result<Feed>> => {
      const found = await theirs(cause, number);
      if (!found.ok) return found;
      return journal.write(cause, async ({ tx }) => {
        await store.deleteFeed(tx, found.value);
        return ok(found.value);
      });
    },

    /** What a feed is subscribed to by. */
    feedAddress(secret: string): { readonly href: string; readonly local: boolean } {
      const { url, local } = parts.reachedAt();
      return { href: `${url.replace(/\/*$/, '')}/calendriers/${secret}.ics`, local };
    },

    /** Those of a member, and those that are everybody's. */
    async feeds({ community, member }: Pick<ByMember, 'community' | 'member'>): Promise<Feed[]> {
      return store.listFeeds(prisma, community, await accountsOf(prisma, community, member));
    },

    /** The feed behind an address, whoever asks; `null` for what is none, or no longer. */
    async feedBehind(secret: string, now: Date): Promise<Feed | null> {
      if (!SECRET.test(secret)) return null;
      const feed = await store.findFeedBy(prisma, secretDigest(secret));
      if (!feed) return null;
      const { readAt } = feed;
      if (!readAt || now.getTime() - readAt.getTime() > HOUR_MS) {
        await store.touchFeed(prisma, feed, now);
      }
      return feed;
    },

    /** The communities that a feed shows, and who its owner is in each, under every account. */
    async placesOf({ community, member, kind }: Feed) {
      const own = await accountsOf(prisma, community, member);
      if (kind !== 'mine' && kind !== 'coming') return [{ community, members: own }];
      const found = await everywhere(prisma, community, own);
      const ids = [...new Set(found.map((one) => one.community))];
      const places = ids.map(async (id) => {
        const [first] = found.filter((one) => one.community === id);
        const voice = first && (await getMember(prisma, id, first.member));
        // One that they left is not theirs to read any more.
        return voice ? [{ community: id, members: await accountsOf(prisma, id, voice.id) }] : [];
      });
      return (await Promise.all(places)).flat();
    },
  };
}
