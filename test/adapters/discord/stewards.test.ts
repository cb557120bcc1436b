import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDiscordAdapter } from '../../../adapters/discord/discord-adapter.js';
import { view } from '../../../commands/view/build.js';
import { TOKEN } from '../../platforms/discord/stand-in.js';
import { discordDriver } from './driver.js';

let ecc: Awaited<ReturnType<typeof discordDriver>>;
beforeAll(async () => {
  ecc = await discordDriver();
}, 120_000);
afterAll(() => ecc.close());

test('who manages the server is said to be its steward, and which roles people have', async () => {
  const { people, driver } = ecc;
  const heard: unknown[] = [];
  const { registry } = driver.house;
  const adapter = createDiscordAdapter({
    registry: {
      ...registry,
      dispatch: async (one) => {
        const { steward, roles = [] } = one.speaker;
        heard.push([steward, roles.toSorted().join(), one.place?.name]);
        return view({ title: ['Bien.'] });
      },
    },
    config: { token: TOKEN, apiUrl: ecc.discord.apiUrl() },
    log: ecc.log,
  });
  await ecc.adapter().stop();
  await adapter.start();
  await people.slash(people.manager('Odile'), 'moi');
  await people.slash(people.mediator('Sami'), 'moi');
  await adapter.stop();
  await driver.restart();
  expect(heard).toEqual([
    [true, '@everyone', 'La Fabrique · #atelier'],
    [false, '@everyone,Médiation', 'La Fabrique · #atelier'],
  ]);
});
