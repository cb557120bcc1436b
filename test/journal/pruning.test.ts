import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWebStore } from '../../adapters/web/store.js';
import { keyRing } from '../../src/kernel/secrets.js';
import { createVault } from '../../src/kernel/vault.js';
import { type TestHouse, testHouse } from '../support/house.js';
import type { TestRoom } from '../support/room.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());

const DAY_MS = 86_400_000;
const KEPT_DAYS = 30;

/** A month of decisions that remind, are amended, close, and are told about. */
async function month(room: TestRoom, first: number): Promise<void> {
  for (let week = 0; week < 4; week++) {
    const decision = String(first + week);
    await room.propose('Nadia', { name: `Semaine ${decision}`, closes: 'dans 3 jours' });
    await room.do('Nadia', 'decision.vote', { decision, vote: 'consent' });
    await room.do('Nadia', 'decision.amend', { decision, name: 'Autre', body: 'Autre texte' });
    await t.pass(7 * DAY_MS);
  }
}

describe('what is over', () => {
  it('is forgotten after a while, and grows no more; cards are still edited where they are', async () => {
    t.clock.set('2026-11-21T10:00:00Z');
    const room = t.room();
    await room.arrive('Nadia', 'Bruno', 'Chloé');
    await room.propose('Nadia', { name: 'La longue', closes: 'dans 200 jours' });
    const { prisma } = t.database;
    const cutoff = () => new Date(t.clock.now().getTime() - KEPT_DAYS * DAY_MS);
    const old = async () =>
      (await prisma.delivery.count({
        where: { createdAt: { lt: cutoff() }, dueAt: { lt: cutoff() }, accountId: { not: null } },
      })) + (await prisma.alarm.count({ where: { doneAt: { lt: cutoff() } } }));
    const pruned = async (): Promise<Record<string, number>> => {
      await t.prune();
      // The job works beside us: it is done when nothing old is left.
      while ((await old()) > 0) await t.settle();
      const once = { accountId: null, NOT: { params: { equals: {} } } };
      return {
        private: await prisma.delivery.count({ where: { accountId: { not: null } } }),
        once: await prisma.delivery.count({ where: once }),
        cards: await prisma.delivery.count({ where: { params: { equals: {} }, accountId: null } }),
        alarms: await prisma.alarm.count({ where: { doneAt: { not: null } } }),
      };
    };
    await month(room, 2);
    await month(room, 6);
    const second = await pruned();
    await month(room, 10);
    const third = await pruned();
    expect(third.private).toBe(second.private);
    expect(third.once).toBe(second.once);
    expect(third.alarms).toBe(second.alarms);
    // Of each thing, its card: what people can look for again.
    expect(third.cards).toBe((second.cards ?? 0) + 4);
    const said = (await room.seen()).length;
    await room.do('Bruno', 'decision.vote', { decision: '1', vote: 'consent' });
    expect(await room.card(1)).toContain('1 voix sur 3');
    expect(await room.seen()).toHaveLength(said);
    // The history of people is whole.
    const where = { communityId: await room.community(), kind: 'decision.opened' };
    expect(await prisma.journalEntry.count({ where })).toBe(13);
  });

  it('leaves what is not said yet', async () => {
    const room = t.room();
    await room.arrive('Nadia');
    await room.propose('Nadia');
    await t.settle();
    const { prisma } = t.database;
    const where = { communityId: await room.community() };
    const waiting = { wanted: { increment: 1 }, dueAt: new Date('2030-01-01T00:00:00Z') };
    await prisma.delivery.updateMany({ where, data: waiting });
    const count = await prisma.delivery.count({ where });
    t.clock.pass(400 * DAY_MS);
    await t.prune();
    await room.say('Nadia', 'ecc');
    expect(await prisma.delivery.count({ where })).toBe(count);
  });

  it('goes from the web page: lines typed and private answers, not the cards', async () => {
    const room = t.room();
    await room.arrive('Nadia');
    const community = await room.community();
    const vault = createVault(keyRing([Buffer.alloc(32, 7)]));
    const store = createWebStore(t.database.prisma, vault, t.keys);
    const at = new Date('2026-01-01T00:00:00Z');
    const place = { community, roomId: room.roomId, at };
    const id = (end: string) => `00000000-0000-4000-8000-0000000000${end}`;
    const view = { fr: await room.say('Nadia', 'ecc'), en: await room.say('Nadia', 'ecc') };
    await store.say({ ...place, id: id('01'), key: 'typed', author: 'Nadia', text: '/ecc' });
    await store.put({ ...place, id: id('02'), key: 'own', onlyFor: 'Nadia', view });
    await store.put({ ...place, id: id('03'), key: 'card', onlyFor: null, view });
    await store.say({
      ...{ ...place, at: new Date('2026-03-01T00:00:00Z') },
      ...{ id: id('04'), key: 'new', author: 'Nadia', text: '/ecc moi' },
    });
    await store.prune(new Date('2026-02-01T00:00:00Z'));
    const rows = await t.database.prisma.webMessage.findMany({
      where: { communityId: community },
      orderBy: { key: 'asc' },
    });
    expect(rows.map(({ key }) => key)).toEqual(['card', 'new']);
  });
});
