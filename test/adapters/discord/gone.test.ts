import { afterAll, beforeAll, expect, test } from 'vitest';
import { view } from '../../../commands/view/build.js';
import { RoomGone } from '../../../src/journal/outbox/types.js';
import { localised } from '../../../src/kernel/locale.js';
import { CHANNEL } from '../../platforms/discord/world.js';
import { proposal, theCard } from '../contract/play.js';
import { discordDriver } from './driver.js';

let ecc: Awaited<ReturnType<typeof discordDriver>>;
beforeAll(async () => {
  ecc = await discordDriver();
  await ecc.driver.command('Nadia', 'ecc moi');
}, 120_000);
afterAll(() => ecc.close());

test('a channel that was deleted is gone; a private word is not lost for it', async () => {
  const { discord, driver, people } = ecc;
  await driver.command('Nadia', proposal('Ouvrir le samedi'));
  const card = await theCard(driver, 'Ouvrir le samedi');
  const said = localised(() => view({ title: ['Un mot'] }));
  const to = { roomId: CHANNEL, userId: null, locale: 'fr' } as const;
  discord.world.deleted.add(CHANNEL);
  const adapter = ecc.adapter();
  await expect(adapter.post({ to, key: 'k', view: said })).rejects.toThrow(RoomGone);
  const edited = { to, key: 'k', ref: `${CHANNEL}/${card.id}`, view: said };
  await expect(adapter.edit(edited)).rejects.toThrow(RoomGone);
  const { id: userId } = people.person('Nadia');
  await adapter.post({ to: { ...to, userId }, key: 'k2', view: said });
  expect((await driver.privately('Nadia')).at(-1)?.text).toContain('Un mot');
});

test('a server that ECC was removed from is gone, until ECC is used there again', async () => {
  const { discord, driver } = ecc;
  discord.world.deleted.clear();
  discord.world.invited = false;
  const said = localised(() => view({ title: ['Un mot'] }));
  const to = { roomId: CHANNEL, userId: null, locale: 'fr' } as const;
  const adapter = ecc.adapter();
  await expect(adapter.post({ to, key: 'k3', view: said })).rejects.toThrow(RoomGone);
  const card = await theCard(driver, 'Ouvrir le samedi');
  const edited = { to, key: 'k3', ref: `${CHANNEL}/${card.id}`, view: said };
  await expect(adapter.edit(edited)).rejects.toThrow(RoomGone);
  discord.world.invited = true;
  await adapter.post({ to, key: 'k4', view: said });
});
