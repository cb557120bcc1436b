import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../src/database/open.js';
import type { Queue } from '../../src/jobs/queue.js';
import {
  createPrivateRooms,
  type Opening,
} from '../../src/journal/outbox/service/private-rooms.js';
import { roomsOf } from '../../src/journal/outbox/store/private-rooms.js';
import { RoomImpossible } from '../../src/journal/outbox/types.js';
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
let people: MemberId[];
let subject: string;
let did: string[];
/** What goes wrong next, by what is being done. */
let faults: Partial<Record<'open' | 'greet' | 'end', Error[]>>;
/** What is there on the network, whatever is known of it here. */
let there: boolean;
/** Done between the room being made and that being known. */
let meanwhile: (() => Promise<void>) | null;
const keys = testKeys();
const log = logged();
const clock = movingClock('2026-11-21T10:00:00Z');
const PLACE = { roomId: 'quetzal', url: 'https://rooms.test/quetzal', encrypted: true };

function fail(what: keyof typeof faults): void {
  const fault = faults[what]?.shift();
  if (fault) throw fault;
}

const mouth: Opening = {
  async open({ users, near, again }) {
    const known = again && there;
    if (!known) did.push(`open ${users.toSorted().join(' ')} near ${near.length}`);
    there = true;
    await meanwhile?.();
    fail('open');
    return PLACE;
  },
  find: async () => (there ? PLACE : null),
  async greet() {
    fail('greet');
    did.push('greet');
    return 'ref';
  },
  async end(_platform, { roomId }, how) {
    fail('end');
    did.push(`end ${roomId} ${how}`);
    if (how === 'erased') there = false;
  },
  async unsay(_asked, _place, ref) {
    did.push(`unsay ${ref}`);
  },
};
const worker = () =>
  createPrivateRooms({
    ...{ prisma: database.prisma, queue, clock, keys, mouth, log },
    arm: async () => undefined,
  });
/** Works for as long as there is something to try again. */
async function work(): Promise<void> {
  for (let minute = 0; minute < 30; minute++) {
    await worker().deliver(community);
    clock.pass(300_000);
  }
}

let journal: ReturnType<typeof createJournal>;
type Unit = Parameters<Parameters<typeof journal.write>[1]>[0];
async function write(change: (unit: Unit) => Promise<unknown>): Promise<void> {
  const cause = { community, member: null, event: null, now: clock.now() };
  await journal.write(cause, async (unit) => {
    await change(unit);
    return ok(undefined);
  });
}

beforeEach(async () => {
  const { prisma } = database;
  const now = clock.now();
  const nothing = async () => undefined;
  journal = createJournal({
    ...{ prisma, keys, log, wake: nothing, wakeWhispers: nothing, arm: nothing },
    wakeRooms: nothing,
  });
  [did, faults, there, meanwhile] = [[], {}, false, null];
  subject = randomUUID();
  keys.make(subject);
  community = newId(now);
  const common = { communityId: community, createdAt: now };
  await prisma.community.create({
    data: { id: community, name: 'c', zone: 'UTC', locale: 'fr', settings: {}, createdAt: now },
  });
  await prisma.room.create({
    data: { id: newId(now), platform: 'web', platformId: randomUUID(), name: 'r', ...common },
  });
  people = [];
  for (const name of ['nadia', 'karim']) {
    const id = newId<'member'>(now);
    people.push(id);
    await prisma.member.create({
      data: { id, name, role: 'member', reminders: true, ...common },
    });
    const account = { id: newId(now), memberId: id, platform: 'web', platformUserId: name, name };
    await prisma.account.create({ data: { ...account, ...common } });
  }
});

const ask = () =>
  write(({ askRoom }) =>
    askRoom({
      ...{ subject, key: 'a', platform: 'web', people, locale: 'fr', card: 'c' },
      alarm: 'test.ring',
    }),
  );
const end = (how: 'closed' | 'erased') => write(({ endRooms }) => endRooms(subject, how));
const now = async () => (await roomsOf(database.prisma, keys, community, subject))[0] ?? null;
const alarms = () => database.prisma.alarm.count({ where: { subject, kind: 'test.ring' } });
const rows = () => database.prisma.privateRoom.findMany({ where: { subject } });
const FAILS = new Error('xylophone for nadia');

it('is opened once, greeted once, told to its subject, and readable nowhere', async () => {
  await ask();
  await ask();
  await Promise.all([worker().deliver(community), worker().deliver(community)]);
  await work();
  expect(did).toEqual(['open karim nadia near 1', 'greet']);
  expect(await now()).toMatchObject({ state: 'open', fault: null, url: PLACE.url });
  expect(await alarms()).toBe(1);
  const kept = JSON.stringify([await rows(), log.lines]);
  for (const secret of ['quetzal', 'nadia', ...people]) expect(kept).not.toContain(secret);
});

it.each(['open', 'greet'] as const)('survives a crash in the middle: %s', async (what) => {
  faults = { [what]: [FAILS, FAILS] };
  await ask();
  await work();
  expect(did).toEqual(['open karim nadia near 1', 'greet']);
  expect((await now())?.state).toBe('open');
  expect(JSON.stringify(log.lines)).not.toContain('xylophone');
});

it('says why it cannot be, at once or after a while', async () => {
  faults = { open: [new RoomImpossible('web', 'forbidden', null)] };
  await ask();
  await work();
  expect(await now()).toMatchObject({ state: 'impossible', fault: 'forbidden' });
  expect(await alarms()).toBe(1);

  subject = randomUUID();
  keys.make(subject);
  faults = { open: Array.from({ length: 50 }, () => FAILS) };
  await ask();
  await work();
  expect(await now()).toMatchObject({ state: 'impossible', fault: 'away' });
});

it('is not for who has no account there', async () => {
  await database.prisma.account.deleteMany({ where: { memberId: people[1] ?? '' } });
  await ask();
  await work();
  expect(await now()).toMatchObject({ state: 'impossible', fault: 'apart' });
  expect(did).toEqual([]);
});

it('is closed, then erased with what was said there, and forgotten', async () => {
  await ask();
  await work();
  await end('closed');
  await work();
  expect((await now())?.state).toBe('closed');
  faults = { end: [FAILS] };
  await end('erased');
  await work();
  // Taken away is taken away: what is tried again does no harm.
  expect([...new Set(did.slice(2))]).toEqual([
    ...['end quetzal closed', 'unsay ref', 'end quetzal erased'],
  ]);
  expect(await rows()).toEqual([]);
});

it('erased while it is being opened, it is left nowhere', async () => {
  meanwhile = async () => {
    meanwhile = null;
    await end('erased');
    await worker().deliver(community);
  };
  await ask();
  await work();
  expect(there).toBe(false);
  expect(await rows()).toEqual([]);
});

it('erased after a crash that nobody knows the end of, it is looked for', async () => {
  faults = { open: [FAILS] };
  await ask();
  await worker().deliver(community);
  expect(there).toBe(true);
  await end('erased');
  await work();
  expect(there).toBe(false);
  expect(await rows()).toEqual([]);
});

it('its key lost, it is forgotten', async () => {
  await ask();
  keys.destroy(subject);
  await work();
  expect([did, await rows()]).toEqual([[], []]);
});
