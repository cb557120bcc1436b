import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHANNEL, GUILD, snowflake } from '../../platforms/discord/world.js';
import { reactionsSuite } from '../contract/reactions.js';
import { discordDriver } from './driver.js';

reactionsSuite('discord', async () => (await discordDriver()).driver);

/** A picture of the server, and the same since its people renamed it. */
const PICTURE = { id: '123456789012345678', name: 'veille' };
const RENAMED = { ...PICTURE, name: 'a_lire' };

let play: Awaited<ReturnType<typeof discordDriver>>;
beforeAll(async () => {
  play = await discordDriver();
  await play.driver.command('Nadia', 'ecc moi');
  const typed = `<:${PICTURE.name}:${PICTURE.id}>`;
  await play.driver.command('Nadia', `veille réaction signe:"${typed}"`);
});
afterAll(() => play?.driver.close());

const told = () => play.driver.privately('Sami');
const link = 'http://127.0.0.1:9/page';
async function react(id: string, emoji: Parameters<typeof play.people.react>[2] = PICTURE) {
  play.people.react(play.people.person('Sami'), id, emoji);
  await play.people.complete(play.people.person('Nadia'), 'décision voir', 'décision', 'x');
  await play.adapter().settled();
}

test('nothing of a private thread is heard; what is said elsewhere is', async () => {
  const thread = snowflake();
  play.discord.gateway.dispatch('THREAD_CREATE', {
    ...{ id: thread, guild_id: GUILD, parent_id: CHANNEL, type: 12, name: 'À part' },
    ...{ owner_id: '1', message_count: 0, member_count: 2 },
    thread_metadata: {
      ...{ archived: false, auto_archive_duration: 10080, locked: false, invitable: false },
      archive_timestamp: '2026-01-01T00:00:00Z',
    },
  });
  const inChannel = await play.driver.reactions?.write('Nadia', link);
  await react(play.people.write(play.people.person('Nadia'), link, thread));
  expect(await told()).toEqual([]);
  await react(inChannel ?? '', RENAMED);
  const [answer, ...more] = await told();
  expect(answer?.text).toContain('V-1 est dans la veille');
  expect(more).toEqual([]);
});

test('how to do otherwise is not said at each message', async () => {
  await play.driver.reactions?.hide('');
  for (const text of [link, link]) {
    await react(play.people.write(play.people.person('Nadia'), text));
  }
  const [, ...since] = await told();
  expect(since.map(({ text }) => text)).toEqual([
    expect.stringContaining('Applications, Ajouter à la veille'),
  ]);
  // Where ECC is mentioned, Discord lets it read.
  await react(play.people.write(play.people.person('Nadia'), `<@100000000000000001> ${link}2`));
  expect((await told()).at(-1)?.text).toContain('V-2 est dans la veille');
});
