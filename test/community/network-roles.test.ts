import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../support/house.js';
import type { TestRoom } from '../support/room.js';
import { textOf } from '../support/text.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());

interface Said {
  readonly steward?: boolean;
  readonly roles?: readonly string[];
  readonly authority?: string;
}

/** Somebody speaks, and their network says this of them. */
const comes = async (room: TestRoom, userId: string, said: Said = {}): Promise<string> => {
  const speaker = { userId, name: userId, authority: 'server', ...said };
  const seen = textOf(await room.do(userId, 'ecc.me', {}, { speaker }));
  return seen.includes('rôle: facilitation') ? 'facilitates' : 'member';
};
const mediators = async (room: TestRoom): Promise<string[]> => {
  await t.settle();
  const where = { communityId: await room.community() };
  const ids = (await t.database.prisma.mediator.findMany({ where })).map((one) => one.memberId);
  const members = await t.database.prisma.member.findMany({ where: { id: { in: ids } } });
  return members.map(({ name }) => name).sort();
};
const founded = async (): Promise<TestRoom> => {
  const room = t.room();
  await room.arrive('Nadia');
  return room;
};

it('who runs the server facilitates from then on, and no more once they do not', async () => {
  const room = await founded();
  expect(await comes(room, 'Bruno')).toBe('member');
  expect(await comes(room, 'Bruno', { steward: true })).toBe('facilitates');
  expect(await comes(room, 'Bruno', { steward: true })).toBe('facilitates');
  expect(await comes(room, 'Bruno')).toBe('member');
  expect(await comes(room, 'Chloé', { steward: true })).toBe('facilitates');
  expect(await comes(room, 'Chloé')).toBe('member');
});

it('what was given or taken away by hand stays', async () => {
  const room = await founded();
  await comes(room, 'Bruno');
  await room.do('Nadia', 'ecc.role', { member: 'Bruno', role: 'facilitator' });
  expect(await comes(room, 'Bruno', { steward: true })).toBe('facilitates');
  expect(await comes(room, 'Bruno')).toBe('facilitates');
  // Given by the server, then confirmed by hand.
  expect(await comes(room, 'Chloé', { steward: true })).toBe('facilitates');
  await room.do('Nadia', 'ecc.role', { member: 'Chloé', role: 'facilitator' });
  expect(await comes(room, 'Chloé')).toBe('facilitates');
  // Taken away by hand: neither that server nor another gives it back.
  expect(await comes(room, 'Dao', { steward: true })).toBe('facilitates');
  await room.do('Nadia', 'ecc.role', { member: 'Dao', role: 'member' });
  expect(await comes(room, 'Dao', { steward: true })).toBe('member');
  expect(await comes(room, 'Dao', { steward: true, authority: 'other' })).toBe('member');
});

it('two servers do not contradict each other: one is enough', async () => {
  const room = await founded();
  expect(await comes(room, 'Bruno', { steward: true })).toBe('facilitates');
  expect(await comes(room, 'Bruno', { authority: 'other' })).toBe('facilitates');
  expect(await comes(room, 'Bruno', { steward: true, authority: 'other' })).toBe('facilitates');
  expect(await comes(room, 'Bruno')).toBe('facilitates');
  expect(await comes(room, 'Bruno', { authority: 'other' })).toBe('member');
});

it('a network that does not say it each time takes nothing away', async () => {
  const room = await founded();
  expect(await comes(room, 'Bruno', { steward: true })).toBe('facilitates');
  const speaker = { userId: 'Bruno', name: 'Bruno' };
  expect(textOf(await room.do('Bruno', 'ecc.me', {}, { speaker }))).toContain('facilitation');
});

it('the last who facilitates goes on, until somebody else does', async () => {
  const room = await founded();
  expect(await comes(room, 'Bruno', { steward: true })).toBe('facilitates');
  await room.do('Nadia', 'ecc.role', { member: 'Nadia', role: 'member' });
  expect(await comes(room, 'Bruno')).toBe('facilitates');
  await room.do('Bruno', 'ecc.role', { member: 'Nadia', role: 'facilitator' });
  expect(await comes(room, 'Bruno')).toBe('member');
});

it('who leaves is heard as for the first time when they come back', async () => {
  const room = await founded();
  expect(await comes(room, 'Bruno', { steward: true })).toBe('facilitates');
  await room.do('Bruno', 'ecc.leave-now', { name: 'keep' });
  const rows = { communityId: await room.community() };
  expect(await t.database.prisma.networkRole.count({ where: rows })).toBe(0);
  await comes(room, 'Bruno', { steward: true });
  expect(await t.database.prisma.networkRole.count({ where: rows })).toBe(0);
});

it('who has the role that mediates can be asked as long as they have it', async () => {
  const room = await founded();
  await comes(room, 'Bruno', { roles: ['Médiation'] });
  await room.do('Nadia', 'ecc.change');
  await room.fill('Nadia', { mediators: '@mediation' });
  expect(await mediators(room)).toEqual([]);
  await comes(room, 'Bruno', { roles: ['Médiation'] });
  await comes(room, 'Chloé');
  await room.do('Nadia', 'mediation.name', { member: 'Chloé' });
  await comes(room, 'Chloé', { roles: ['Médiation'] });
  expect(await mediators(room)).toEqual(['Bruno', 'Chloé']);
  await comes(room, 'Bruno');
  await comes(room, 'Chloé');
  expect(await mediators(room)).toEqual(['Chloé']);
});
