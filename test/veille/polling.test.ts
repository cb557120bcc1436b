import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCommunity } from '../../src/community/store.js';
import type { Database } from '../../src/database/open.js';
import type { Fetcher } from '../../src/fetching/types.js';
import { createJournal, type Journal } from '../../src/journal/service.js';
import { type CommunityId, newId } from '../../src/kernel/ids.js';
import { inTurn } from '../../src/kernel/in-turn.js';
import { ok, refuse } from '../../src/kernel/result.js';
import { createPolling } from '../../src/veille/service/polling.js';
import { insertFollows, wantSource } from '../../src/veille/store/feeds.js';
import { movingClock } from '../support/clock.js';
import { testDatabase } from '../support/database.js';
import { testKeys } from '../support/keys.js';
import { logged } from '../support/log.js';

/** As many as are asked at once. */
const FEEDS = 16;
const clock = movingClock('2026-11-21T10:00:00Z');
let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.close());

/** A community that follows these, whose time has come. */
async function following(urls: readonly string[]): Promise<CommunityId> {
  const { prisma } = database;
  const now = clock.now();
  const id = newId<'community'>(now);
  const community = { id, name: 'La Fabrique', zone: 'Europe/Paris', locale: 'fr' as const };
  await createCommunity(prisma, { ...community, settings: {} }, now);
  const follows = urls.map((url, index) => ({
    ...{ id: newId<'follow'>(now), community: id, number: index + 1, asked: url, url },
    ...{ state: 'following' as const, title: 'Journal', site: null, theme: '', words: [] },
    ...{ member: newId<'member'>(now), fault: null, seen: [], createdAt: now, updatedAt: now },
  }));
  await insertFollows(prisma, follows);
  for (const url of urls) await wantSource(prisma, url, now);
  return id;
}

/** Every feed has something new, and none answers before all were asked. */
function newsAtOnce(): Fetcher {
  let asked = 0;
  let go = (): void => undefined;
  const all = new Promise<void>((resolve) => {
    go = resolve;
  });
  return {
    async fetch({ url }) {
      if (url.endsWith('/robots.txt')) return refuse('fetch-bad-status', { status: 404 });
      if (++asked === FEEDS) go();
      await all;
      const item = `<item><guid>${url}</guid><title>Du nouveau</title><link>${url}/1</link></item>`;
      const body = Buffer.from(`<rss version="2.0"><channel>${item}</channel></rss>`);
      const headers = { 'content-type': 'application/rss+xml' };
      return ok({ status: 200, headers, url, permanentlyMovedTo: null, body, notModified: false });
    },
    close: async () => undefined,
  };
}

it('news of many feeds wait for one community outside of the database', async () => {
  const urls = Array.from({ length: FEEDS }, (_, n) => `http://journal-${n}.example/flux`);
  const here = await following(urls);
  const elsewhere = await following(urls.slice(0, 2));
  const { prisma } = database;
  const nothing = async () => undefined;
  const journal = createJournal({
    ...{ prisma, keys: testKeys(), log: logged(), wake: nothing, arm: nothing },
    ...{ wakeWhispers: nothing, wakeRooms: nothing },
  });
  const open = new Map<CommunityId, number>();
  const most = new Map<CommunityId, number>();
  const counted: Journal = {
    async write(cause, work) {
      const now = (open.get(cause.community) ?? 0) + 1;
      open.set(cause.community, now);
      most.set(cause.community, Math.max(now, most.get(cause.community) ?? 0));
      try {
        return await journal.write(cause, work);
      } finally {
        open.set(cause.community, (open.get(cause.community) ?? 0) - 1);
      }
    },
  };
  const fetcher = newsAtOnce();
  const reachedAt = () => ({ url: 'http://127.0.0.1/', local: true });
  await createPolling({ prisma, journal: counted, clock, fetcher, reachedAt }).poll();
  expect([...most.values()]).toEqual([1, 1]);
  expect(await prisma.resource.count({ where: { communityId: here } })).toBe(FEEDS);
  expect(await prisma.resource.count({ where: { communityId: elsewhere } })).toBe(2);
  const left = { takenUntil: { not: null } };
  expect(await prisma.feedSource.count({ where: left })).toBe(0);
});

it('what fails in its turn does not keep the next from theirs', async () => {
  const turn = inTurn<string>();
  const done: string[] = [];
  const works = [
    turn('a', async () => void done.push('first')),
    turn('a', async () => {
      throw new Error('second');
    }),
    turn('a', async () => void done.push('third')),
    turn('b', async () => void done.push('other')),
  ];
  const ends = (await Promise.allSettled(works)).map(({ status }) => status);
  expect(ends).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(done.filter((one) => one !== 'other')).toEqual(['first', 'third']);
});
