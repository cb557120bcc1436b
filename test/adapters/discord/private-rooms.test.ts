import { REST } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPrivateRooms } from '../../../adapters/discord/private-rooms.js';
import { createPeople } from '../../platforms/discord/person.js';
import { createDiscord, type Discord, TOKEN } from '../../platforms/discord/stand-in.js';
import { APPLICATION, CHANNEL, GRANTED, MAY } from '../../platforms/discord/world.js';

let discord: Discord;
beforeAll(async () => {
  discord = await createDiscord();
});
afterAll(() => discord?.stop());
beforeEach(() => {
  discord.world.granted = GRANTED;
  discord.world.threads.clear();
});

const rooms = () =>
  createPrivateRooms(new REST({ api: discord.apiUrl(), version: '10' }).setToken(TOKEN));
function wanted(key: string, near: readonly string[] = [CHANNEL]) {
  const people = ['Nadia', 'Karim'].map((name) => createPeople(discord).person(name).id);
  return { key, people, near, title: 'Un échange', again: false };
}
const faultOf = (opening: Promise<unknown>): Promise<unknown> =>
  opening.then(
    () => null,
    (error: { fault?: string }) => error.fault ?? error,
  );

test('nobody of a thread can add somebody else to it, and its name tells nothing', async () => {
  const { roomId } = await rooms().open(wanted('mediation of Nadia'));
  const thread = discord.world.threads.get(roomId);
  expect(thread).toMatchObject({ invitable: false, archived: false });
  expect(thread?.name).toMatch(/^Un échange · [0-9a-f]{8}$/);
  const { people } = wanted('');
  expect([...(thread?.members ?? [])].sort()).toEqual([APPLICATION, ...people].sort());
});

test('what is missing is said: a permission, or a place', async () => {
  discord.world.granted = '52224';
  expect(await faultOf(rooms().open(wanted('a')))).toBe('forbidden');
  expect(await faultOf(rooms().open(wanted('b', [])))).toBe('nowhere');
  discord.world.granted = GRANTED;
  // A channel that is gone is passed over.
  const elsewhere = wanted('c', ['300000000000000009', CHANNEL]);
  expect(await faultOf(rooms().open(elsewhere))).toBe(null);
});

test('who was brought in is not left alone where another cannot come', async () => {
  const one = wanted('d');
  const apart = { ...one, people: [...one.people, '999000000000000001'] };
  expect(await faultOf(rooms().open(apart))).toBe('apart');
  const [thread] = discord.world.threads.values();
  expect([[...(thread?.members ?? [])], thread?.archived]).toEqual([[APPLICATION], true]);
});

test('erased, it goes whole where threads may be managed; else its people are taken out', async () => {
  const one = await rooms().open(wanted('e'));
  await rooms().end(one, 'closed');
  expect(discord.world.threads.get(one.roomId)?.archived).toBe(true);
  await rooms().end(one, 'erased');
  expect([...(discord.world.threads.get(one.roomId)?.members ?? [])]).toEqual([APPLICATION]);

  const other = await rooms().open(wanted('f'));
  discord.world.granted = String(BigInt(GRANTED) | MAY.manageThreads);
  await rooms().end(other, 'erased');
  expect(discord.world.threads.has(other.roomId)).toBe(false);
  await rooms().end(other, 'erased');
});
