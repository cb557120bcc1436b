import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHANNEL, GUILD, guildPayload, MEDIATION } from '../../platforms/discord/world.js';
import { proposal } from '../contract/play.js';
import { discordDriver } from './driver.js';

const MANAGER = String((1 << 5) | (1 << 11));

let ecc: Awaited<ReturnType<typeof discordDriver>>;
beforeAll(async () => {
  ecc = await discordDriver();
  await ecc.driver.command('Nadia', 'ecc moi');
}, 120_000);
afterAll(() => ecc.close());

const role = async (who: string): Promise<string> => {
  await ecc.driver.command(who, 'ecc moi');
  const { text = '' } = (await ecc.driver.privately(who)).at(-1) ?? {};
  return text.includes('facilitation') ? 'facilitates' : 'member';
};
const roomGone = async (): Promise<boolean> => {
  const where = { platformId: CHANNEL };
  return (await ecc.driver.database.prisma.room.findFirstOrThrow({ where })).goneAt !== null;
};
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  await expect.poll(holds, { timeout: 30_000, interval: 20 }).toBe(true);
};

test('what Discord says of somebody is heard each time they do something', async () => {
  const bruno = ecc.people.person('Bruno');
  const before = bruno.permissions;
  expect(await role('Bruno')).toBe('member');
  bruno.permissions = MANAGER;
  expect(await role('Bruno')).toBe('facilitates');
  await ecc.driver.restart();
  expect(await role('Bruno')).toBe('facilitates');
  bruno.permissions = before;
  expect(await role('Bruno')).toBe('member');
  expect(await role('Nadia')).toBe('facilitates');
});

test('a role that mediates is heard when it comes, and when it goes', async () => {
  const { prisma } = ecc.driver.database;
  const { communityId } = await prisma.room.findFirstOrThrow({ where: { platformId: CHANNEL } });
  const settings = { community: { stewards: true, mediators: 'Médiation' } };
  await prisma.community.update({ where: { id: communityId }, data: { settings } });
  const sami = ecc.people.person('Sami');
  const count = () => prisma.mediator.count({ where: { communityId, byRole: true } });
  await role('Sami');
  expect(await count()).toBe(0);
  sami.roles = [MEDIATION];
  await role('Sami');
  await until(async () => (await count()) === 1);
  sami.roles = [];
  await role('Sami');
  await until(async () => (await count()) === 0);
});

test('an outage of a server takes no room away', async () => {
  const { gateway, world } = ecc.discord;
  gateway.dispatch('GUILD_DELETE', { id: GUILD, unavailable: true });
  gateway.dispatch('GUILD_CREATE', guildPayload(world));
  // Heard in order: by the time this is answered, the rest is too.
  expect(await role('Nadia')).toBe('facilitates');
  expect(await roomGone()).toBe(false);
});

test('a server that puts ECC out takes its rooms away at once, until ECC is used there again', async () => {
  const { gateway, world } = ecc.discord;
  const { length } = world.refusals;
  gateway.dispatch('GUILD_DELETE', { id: GUILD });
  await until(roomGone);
  // Nothing was said there to learn it.
  expect(world.refusals.length).toBe(length);
  gateway.dispatch('GUILD_CREATE', guildPayload(world));
  await ecc.driver.command('Nadia', proposal('Ouvrir le samedi'));
  expect(await roomGone()).toBe(false);
  expect((await ecc.driver.room()).some(({ text }) => text.includes('Ouvrir le samedi'))).toBe(
    true,
  );
});

test('a channel that is deleted is a room that is gone', async () => {
  const { gateway } = ecc.discord;
  gateway.dispatch('CHANNEL_DELETE', { id: '12345', type: 0, guild_id: GUILD, name: 'autre' });
  gateway.dispatch('CHANNEL_DELETE', { id: CHANNEL, type: 0, guild_id: GUILD, name: 'atelier' });
  await until(roomGone);
});
