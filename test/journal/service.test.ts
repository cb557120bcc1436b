import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/open.js';
import { LEASE_MS, retryAfterMs } from '../../src/journal/outbox/rules.js';
import { createJournal, type Journal } from '../../src/journal/service.js';
import { forgetEvents } from '../../src/journal/store.js';
import type { Cause } from '../../src/journal/types.js';
import type { CommunityId } from '../../src/kernel/ids.js';
import { ok, refuse } from '../../src/kernel/result.js';
import { testDatabase } from '../support/database.js';
import { testKeys } from '../support/keys.js';
import { logged } from '../support/log.js';

const now = new Date('2026-11-21T10:00:00Z');
let database: Database;
let journal: Journal;
let community: CommunityId;
const woken: string[] = [];
beforeAll(async () => {
  database = await testDatabase();
  const wake = async (id: CommunityId) => {
    woken.push(id);
  };
  journal = createJournal({
    keys: testKeys(),
    wakeWhispers: async () => undefined,
    wakeRooms: async () => undefined,
    prisma: database.prisma,
    wake,
    arm: async () => undefined,
    log: logged(),
  });
});
afterAll(() => database.close());
beforeEach(() => {
  community = randomUUID() as CommunityId;
  woken.length = 0;
});

const cause = (event: string | null = null): Cause => ({ community, member: null, event, now });
const subject = randomUUID();
const entries = () => database.prisma.journalEntry.count({ where: { communityId: community } });
const alarms = () => database.prisma.alarm.count({ where: { communityId: community } });

describe('one piece of work', () => {
  it('leaves its trace and its alarm, and wakes the outbox once', async () => {
    const done = await journal.write(cause('e1'), async ({ record, alarm }) => {
      await record('thing.done', subject);
      await record('thing.seen', subject, { twice: true });
      await alarm('thing.later', subject, new Date(now.getTime() + 1000));
      return ok('value');
    });
    expect(done).toEqual(ok('value'));
    expect([await entries(), await alarms(), woken.length]).toEqual([2, 1, 1]);
  });

  it('that is refused leaves nothing, and may be asked again', async () => {
    const refused = await journal.write(cause('e2'), async ({ record, alarm }) => {
      await record('thing.done', subject);
      await alarm('thing.refused', subject, now);
      return refuse('no');
    });
    expect(refused).toEqual(refuse('no'));
    expect([await entries(), await alarms(), woken.length]).toEqual([0, 0, 0]);
    expect(await journal.write(cause('e2'), async () => ok(1))).toEqual(ok(1));
  });

  it('that throws leaves nothing either', async () => {
    const thrown = journal.write(cause('e3'), async ({ record }) => {
      await record('thing.done', subject);
      throw new RangeError('a bug');
    });
    await expect(thrown).rejects.toThrow('a bug');
    expect([await entries(), woken.length]).toEqual([0, 0]);
  });

  it('is done once for one event, however many ask at the same instant', async () => {
    const results = await Promise.all(
      Array.from({ length: 8 }, () =>
        journal.write(cause('e4'), async ({ record }) => {
          await record('thing.done', subject);
          return ok(1);
        }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(
      results.filter((result) => !result.ok && result.refusals[0].code === 'already-done'),
    ).toHaveLength(7);
    expect(await entries()).toBe(1);
  });

  it('is another for the same event in another community', async () => {
    await journal.write(cause('e5'), async () => ok(1));
    community = randomUUID() as CommunityId;
    expect((await journal.write(cause('e5'), async () => ok(2))).ok).toBe(true);
  });

  it('can be done again once its event is forgotten', async () => {
    await journal.write(cause('e6'), async () => ok(1));
    await forgetEvents(database.prisma, now);
    expect((await journal.write(cause('e6'), async () => ok(1))).ok).toBe(false);
    await forgetEvents(database.prisma, new Date(now.getTime() + 1));
    expect((await journal.write(cause('e6'), async () => ok(1))).ok).toBe(true);
  });
});

it('what fails is tried again later and later, up to five minutes', () => {
  expect([1, 2, 3, 4].map(retryAfterMs)).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect([9, 10, 50, 5_000].map(retryAfterMs)).toEqual([256_000, 300_000, 300_000, 300_000]);
  expect(LEASE_MS).toBeGreaterThan(retryAfterMs(1));
});
