import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../src/database/open.js';
import type { Queue } from '../../src/jobs/queue.js';
import { createWhispers, type Whispering } from '../../src/journal/outbox/service/whispers.js';
import { createJournal } from '../../src/journal/service.js';
import { type CommunityId, type MemberId, newId } from '../../src/kernel/ids.js';
import { ok } from '../../src/kernel/result.js';
import { movingClock } from '../support/clock.js';
import { testDatabase } from '../support/database.js';
import { testKeys } from '../support/keys.js';
import { logged } from '../support/log.js';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const queue = {
  enqueue: async () => undefined,
  enqueueAt: async () => undefined,
} as never as Queue;

let community: CommunityId;
let member: MemberId;
let subject: string;
let said: string[];
let failures: number;
const keys = testKeys();
const log = logged();
const clock = movingClock('2026-11-21T10:00:00Z');

const mouth: Whispering = {
  async whisper({ params }, { userId }, ref) {
    if (failures-- > 0) throw new Error('xylophone for nadia');
    said.push(`${ref ? 'edit' : 'post'} ${userId} ${params.what}`);
    return ref ?? `ref-${said.length}`;
  },
  async unsay({ userId }, _tag, ref) {
    if (failures-- > 0) throw new Error('xylophone for nadia');
    said.push(`remove ${userId} ${ref}`);
  },
};
const worker = () => createWhispers({ prisma: database.prisma, queue, clock, keys, mouth, log });

async function write(
  work: (unit: Parameters<Parameters<typeof journal.write>[1]>[0]) => Promise<unknown>,
) {
  const cause = { community, member: null, event: null, now: clock.now() };
  await journal.write(cause, async (unit) => {
    await work(unit);
    return ok(undefined);
  });
}
let journal: ReturnType<typeof createJournal>;

beforeEach(async () => {
  const { prisma } = database;
  const now = clock.now();
  const nothing = async () => undefined;
  journal = createJournal({
    ...{ prisma, keys, log, wake: nothing, wakeWhispers: nothing, arm: nothing },
    wakeRooms: nothing,
  });
  [said, failures, subject] = [[], 0, randomUUID()];
  [community, member] = [newId(now), newId(now)];
  keys.make(subject);
  const room = newId(now);
  const common = { communityId: community, createdAt: now };
  await prisma.community.create({
    data: { id: community, name: 'c', zone: 'UTC', locale: 'fr', settings: {}, createdAt: now },
  });
  await prisma.room.create({
    data: { id: room, platform: 'web', platformId: room, name: 'r', ...common },
  });
  await prisma.member.create({
    data: { id: member, name: 'Nadia', role: 'member', reminders: true, ...common },
  });
  await prisma.account.create({
    data: {
      ...{ id: newId(now), memberId: member, platform: 'web', platformUserId: 'nadia' },
      ...{ name: 'Nadia', lastRoomId: room, ...common },
    },
  });
});

const word = (key: string, what = 'xylophone') => ({
  ...{ subject, member, key, card: 'c', params: { what } },
});
const rows = () => database.prisma.whisper.findMany({ where: { subject } });

it('is said once, then anew under the same key, and is readable nowhere', async () => {
  await write(({ whisper }) => whisper(word('a')));
  await worker().deliver(community);
  await worker().deliver(community);
  await write(({ whisper }) => whisper(word('a')));
  await worker().deliver(community);
  expect(said).toEqual(['post nadia xylophone', 'edit nadia xylophone']);
  const kept = JSON.stringify(await rows(), (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  for (const secret of ['xylophone', 'nadia', member, 'ref-1']) expect(kept).not.toContain(secret);
});

it('two workers at once say each thing once', async () => {
  for (const key of ['a', 'b', 'c', 'd']) await write(({ whisper }) => whisper(word(key, key)));
  await Promise.all([worker().deliver(community), worker().deliver(community)]);
  expect([...said].sort()).toEqual(['a', 'b', 'c', 'd'].map((key) => `post nadia ${key}`));
});

it('one that fails waits alone, and the log tells neither to whom nor what', async () => {
  failures = 1;
  await write(({ whisper }) => whisper(word('a', 'first')));
  await write(({ whisper }) => whisper(word('b', 'second')));
  await worker().deliver(community);
  expect(said).toEqual(['post nadia second']);
  clock.pass(2_000);
  await worker().deliver(community);
  expect(said).toEqual(['post nadia second', 'post nadia first']);
  expect(JSON.stringify(log.lines)).not.toMatch(/xylophone|nadia/);
});

it('one whose worker died is said by another, later', async () => {
  await write(({ whisper }) => whisper(word('a')));
  const [row] = await rows();
  await database.prisma.whisper.updateMany({
    where: { id: row?.id ?? '' },
    data: { dueAt: new Date(clock.now().getTime() + 30_000) },
  });
  await worker().deliver(community);
  expect(said).toEqual([]);
  clock.pass(31_000);
  await worker().deliver(community);
  expect(said).toEqual(['post nadia xylophone']);
});

it('is taken away from where it was shown, even when its reader has left', async () => {
  await write(({ whisper }) => whisper(word('a')));
  await worker().deliver(community);
  await database.prisma.account.deleteMany({ where: { communityId: community } });
  await write(({ hush }) => hush(subject));
  failures = 1;
  await worker().deliver(community);
  expect(await rows()).toHaveLength(1);
  clock.pass(2_000);
  await worker().deliver(community);
  expect(said).toEqual(['post nadia xylophone', 'remove nadia ref-1']);
  expect(await rows()).toEqual([]);
});

it('without its key, is forgotten; not said yet, will not be', async () => {
  await write(({ whisper }) => whisper(word('a')));
  keys.destroy(subject);
  await worker().deliver(community);
  expect(said).toEqual([]);
  expect(await rows()).toEqual([]);
});

it('is undone with the work it belongs to', async () => {
  await write(async ({ whisper }) => {
    await whisper(word('a'));
    throw new Error('undone');
  }).catch(() => undefined);
  expect(await rows()).toEqual([]);
});
