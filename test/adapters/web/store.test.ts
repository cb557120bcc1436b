import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApartStore } from '../../../adapters/web/store/apart.js';
import { createWebStore, type WebStore } from '../../../adapters/web/store.js';
import type { Database } from '../../../src/database/open.js';
import { type CommunityId, newId } from '../../../src/kernel/ids.js';
import { localised } from '../../../src/kernel/locale.js';
import { keyRing } from '../../../src/kernel/secrets.js';
import { createVault } from '../../../src/kernel/vault.js';
import { testDatabase } from '../../support/database.js';
import { testKeys } from '../../support/keys.js';
import { createMemoryStore } from './support/memory-store.js';
import { view } from './support/views.js';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.close());

const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 18, 0, second));
const card = (title: string) => localised((locale) => view({ title: [`${title} ${locale}`] }));

// The stand-in that other tests use keeps the same promises as the real one.
describe.each([
  [
    'on the database',
    () => createWebStore(database.prisma, createVault(keyRing([randomBytes(32)])), testKeys()),
  ],
  ['in memory', () => createMemoryStore()],
] as [string, () => WebStore][])('%s', (_name, open) => {
  let store: WebStore;
  let room: { community: CommunityId; roomId: string };
  const fresh = (key: string, second = 0) => ({
    ...{ ...room, id: newId(at(second)), key, at: at(second) },
  });
  const seen = async (viewer: string, limit = 10, before: bigint | null = null) =>
    (await store.page({ ...room, viewer, before, limit })).map(
      ({ text, view: shown }) => text ?? shown?.fr.title[0],
    );

  beforeEach(() => {
    store = open();
    room = { community: newId(at(0)), roomId: randomUUID() };
  });

  test('what is said twice stays as it was first said', async () => {
    const first = await store.say({ ...fresh('k'), author: 'nadia', text: 'un' });
    const second = await store.say({ ...fresh('k', 5), author: 'élie', text: 'deux' });
    expect(second).toEqual(first);
    expect(first).toMatchObject({ author: 'nadia', text: 'un', view: null, onlyFor: null });
    expect(await seen('élie')).toEqual(['un']);
  });

  test('at the same moment too', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, () => store.say({ ...fresh('k'), author: 'nadia', text: 'un' })),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    const cards = await Promise.all(
      Array.from({ length: 10 }, () =>
        store.put({ ...fresh('c'), onlyFor: null, view: card('A') }),
      ),
    );
    expect(new Set(cards.map(({ id }) => id)).size).toBe(1);
  });

  test('an edit changes the view and its moment, not its place', async () => {
    const first = await store.put({ ...fresh('a'), onlyFor: null, view: card('A') });
    await store.put({ ...fresh('b'), onlyFor: null, view: card('B') });
    const edited = await store.put({ ...fresh('a', 9), onlyFor: null, view: card('A2') });
    expect(edited).toEqual({ ...first, view: card('A2'), updatedAt: at(9) });
    expect(await seen('nadia')).toEqual(['A2 fr', 'B fr']);
  });

  test('pages go back in order; private words and other places stay out', async () => {
    for (const key of ['1', '2', '3', '4']) {
      await store.put({ ...fresh(key), onlyFor: null, view: card(key) });
    }
    await store.put({ ...fresh('5'), onlyFor: 'nadia', view: card('5') });
    const elsewhere = { ...fresh('6'), roomId: randomUUID() };
    await store.put({ ...elsewhere, onlyFor: null, view: card('6') });
    const another = { ...fresh('7'), community: newId<'community'>(at(0)) };
    await store.put({ ...another, onlyFor: null, view: card('7') });
    expect(await seen('nadia', 2)).toEqual(['4 fr', '5 fr']);
    expect(await seen('élie', 2)).toEqual(['3 fr', '4 fr']);
    const [third] = await store.page({ ...room, viewer: 'élie', before: null, limit: 2 });
    expect(await seen('élie', 10, third?.position)).toEqual(['1 fr', '2 fr']);
  });

  test('what was said or edited since a moment', async () => {
    await store.put({ ...fresh('a', 1), onlyFor: null, view: card('A') });
    await store.put({ ...fresh('b', 2), onlyFor: null, view: card('B') });
    await store.put({ ...fresh('c', 3), onlyFor: 'élie', view: card('C') });
    await store.put({ ...fresh('a', 4), onlyFor: null, view: card('A2') });
    await store.say({ ...fresh('d', 5), author: 'élie', text: 'D' });
    const since = await store.since({ ...room, viewer: 'nadia', since: at(3) });
    expect(since.map((one) => one.text ?? one.view?.fr.title[0])).toEqual(['A2 fr', 'D']);
  });
});

test('a private word is unreadable in the database, and does not stop a room whose key is lost', async () => {
  const sealing = () => createVault(keyRing([randomBytes(32)]));
  const room = { community: newId<'community'>(at(0)), roomId: randomUUID() };
  const put = (key: string, onlyFor: string | null) => ({
    ...{ ...room, id: newId(at(0)), key, at: at(0), onlyFor, view: card('xylophone') },
  });
  const store = createWebStore(database.prisma, sealing(), testKeys());
  await store.put(put('private', 'nadia'));
  const [row] = await database.prisma.webMessage.findMany({ where: { roomId: room.roomId } });
  expect(JSON.stringify(row?.view)).not.toContain('xylophone');
  await store.put(put('public', null));
  const glance = { ...room, viewer: 'nadia', before: null, limit: 10 };
  expect(await store.page(glance)).toHaveLength(2);
  expect(await createWebStore(database.prisma, sealing(), testKeys()).page(glance)).toHaveLength(1);
  await store.remove(room.roomId, 'private');
  expect(await store.page(glance)).toHaveLength(1);
});

test('what is said in a private room is sealed with its key, and gone with it', async () => {
  const keys = testKeys();
  const store = createWebStore(database.prisma, createVault(keyRing([randomBytes(32)])), keys);
  const apart = createApartStore(database.prisma, keys);
  const community = newId<'community'>(at(0));
  const wanted = { key: 'k1', title: 'Un échange', people: ['nadia', 'dao'] };
  const roomId = await apart.make(community, wanted);
  expect(await apart.make(community, wanted)).toBe(roomId);
  expect(await apart.byKey('k1')).toEqual({ ...wanted, key: undefined, roomId, closed: false });
  expect((await apart.of('dao')).map((one) => one.roomId)).toEqual([roomId]);
  expect(await apart.of('lou')).toEqual([]);
  const said = { community, roomId, at: at(0) };
  await store.say({ ...said, id: newId(at(0)), key: 'a', author: 'dao', text: 'xylophone' });
  await store.put({ ...said, id: newId(at(1)), key: 'b', onlyFor: null, view: card('tapir') });
  const glance = { community, roomId, viewer: 'nadia', before: null, limit: 10 };
  const read = await store.page(glance);
  expect(read.map(({ text, view: shown }) => text ?? shown?.fr.title[0])).toEqual([
    ...['xylophone', 'tapir fr'],
  ]);
  const rows = { where: { roomId } };
  const held = async (): Promise<string> =>
    JSON.stringify([
      (await database.prisma.webMessage.findMany(rows)).map(({ text, view: shown }) => [
        text,
        shown,
      ]),
      await database.prisma.webRoom.findMany(),
    ]);
  for (const word of ['xylophone', 'tapir', 'nadia', 'échange']) {
    expect(await held()).not.toContain(word);
  }
  await apart.close(roomId, at(2));
  expect((await apart.find(roomId))?.closed).toBe(true);
  await apart.erase(roomId);
  expect([await held(), [...keys.held.keys()]]).toEqual(['[[],[]]', []]);
});
