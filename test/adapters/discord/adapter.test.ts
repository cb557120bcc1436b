import { setTimeout as pause } from 'node:timers/promises';
import { Agent, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { CannotJoinDiscord } from '../../../adapters/discord/cannot-join.js';
import { createDiscordAdapter } from '../../../adapters/discord/discord-adapter.js';
import { text, view } from '../../../commands/view/build.js';
import { localised } from '../../../src/kernel/locale.js';
import { TOKEN } from '../../platforms/discord/stand-in.js';
import { CHANNEL, GRANTED, guildPayload, type Message } from '../../platforms/discord/world.js';
import { PLAIN, proposal, theCard } from '../contract/play.js';
import { bareText } from './bare.js';
import { discordDriver } from './driver.js';

let ecc: Awaited<ReturnType<typeof discordDriver>>;
beforeAll(async () => {
  ecc = await discordDriver();
  await ecc.driver.command('Nadia', 'ecc moi');
  await ecc.driver.privately('Nadia');
}, 120_000);
afterAll(() => ecc.close());
afterEach(() => {
  const { world } = ecc.discord;
  expect(world.refusals).toEqual([]);
  for (const { allowed_mentions } of world.messages.values()) {
    expect(allowed_mentions).toEqual({ parse: [] });
  }
});

const said = (words: string) =>
  localised(() => view({ title: [words], blocks: [text('Bonjour.')], audience: 'room' }));
const room = { roomId: CHANNEL, userId: null, locale: 'fr' } as const;
const shown = (words: string): Message[] =>
  [...ecc.discord.world.messages.values()].filter((one) => bareText(one).includes(words));

test('a first decision, from the window to the card and back', async () => {
  const { driver } = ecc;
  await driver.command('Nadia', 'proposer');
  const window = (await driver.privately('Nadia')).at(-1);
  expect(window?.fields).toEqual(['Titre', 'Proposition', 'Méthode', 'Échéance', 'Options']);
  await driver.fill('Nadia', {
    Titre: 'Ouvrir le samedi',
    Proposition: 'De 10 h à 16 h, à deux bénévoles au moins.',
    Méthode: 'Consentement',
    Échéance: 'dans trois jours',
  });
  const card = await theCard(driver, 'Ouvrir le samedi');
  expect(
    `${card.text}\n${card.actions.map((label) => `[${label}]`).join(' ')}`,
  ).toMatchInlineSnapshot(`
    "🗳️ D-1 · Ouvrir le samedi
    Proposé par Nadia. Consentement, 1er tour.
    De 10 h à 16 h, à deux bénévoles au moins.
    Participation : Personne n’a encore voté
    ▱▱▱▱▱▱▱▱▱▱
    Règle : Adoptée si au moins une personne consent et si personne ne maintient d’objection mardi 24 novembre à 18 h (heure de Paris). Pas de quorum. 1 voix : un seul membre. Tout le monde voit les votes.
    [Je consens] [J’ai une objection] [Une question] [Règle du jeu] [Tout voir]"
  `);
  await driver.press('Sami', card, 'Je consens');
  expect((await driver.privately('Sami')).at(-1)?.text).toMatchInlineSnapshot(`
    "C’est noté : vous consentez.
    Vous pouvez changer d’avis jusqu’au mardi 24 novembre à 18 h."
  `);
  expect((await theCard(driver, 'Ouvrir le samedi')).text).toContain('1 voix');
});

test('completion offers what is open, and takes what was offered', async () => {
  const { driver, people } = ecc;
  await driver.command('Nadia', proposal('Acheter des chaises'));
  await driver.room();
  const sami = people.person('Sami');
  const [offered, ...others] = await people.complete(sami, 'voter', 'décision', 'chaises');
  expect(offered?.name).toContain('Acheter des chaises');
  expect(others).toEqual([]);
  const options = { décision: offered?.value ?? '', voix: 'je consens' };
  await people.slash(sami, 'voter', options);
  expect((await driver.privately('Sami')).at(-1)?.text).toContain('vous consentez');
});

test('a form too long for a window is a card, with a window for each part', async () => {
  const { driver, people, discord } = ecc;
  const nadia = people.person('Nadia');
  const { original } = await people.slash(nadia, 'ecc régler');
  const card = discord.world.messages.get(original ?? '');
  if (!card) throw new Error('no card');
  expect(card && bareText(card)).toContain('Il y a plus à remplir');
  while (!discord.world.modals.has(nadia.id)) {
    await people.press(
      nadia,
      card,
      'Quorum, Vote secret, Clôture anticipée, Facilitation automatique, Médiation',
    );
  }
  await people.submit(nadia, { Quorum: '3' });
  const said = (await driver.privately('Nadia')).at(-1)?.text;
  expect(said).toContain('Les réglages sont enregistrés');
  await people.press(
    nadia,
    card,
    'Quorum, Vote secret, Clôture anticipée, Facilitation automatique, Médiation',
  );
  expect((await driver.privately('Nadia')).at(-1)?.text).toContain('Ce formulaire est déjà envoyé');
});

test('people are answered in the language of their Discord', async () => {
  const { people, driver } = ecc;
  await people.slash(people.person('Kim', 'en-US'), 'ecc moi');
  expect((await driver.privately('Kim')).at(-1)?.text).toContain('You are Kim');
});

test('commands are written once, and again only when they change', async () => {
  const { world } = ecc.discord;
  const writes = world.commandWrites;
  await ecc.driver.restart();
  expect(world.commandWrites).toBe(writes);
  world.commands.pop();
  await ecc.driver.restart();
  expect(world.commandWrites).toBe(writes + 1);
}, 60_000);

test('a message posted twice under one key is one message', async () => {
  const adapter = ecc.adapter();
  const ref = await adapter.post({ to: room, key: 'twice', view: said('Une seule fois') });
  expect(await adapter.post({ to: room, key: 'twice', view: said('Une seule fois') })).toBe(ref);
  expect(shown('Une seule fois')).toHaveLength(1);
});

test('a message that somebody deleted is said again', async () => {
  const adapter = ecc.adapter();
  const { world } = ecc.discord;
  const ref = await adapter.post({ to: room, key: 'gone', view: said('Disparu') });
  world.messages.delete(ref.split('/')[1] ?? '');
  const again = await adapter.edit({ to: room, key: 'gone', ref, view: said('Revenu') });
  expect(again).not.toBe(ref);
  expect(shown('Revenu')).toHaveLength(1);
  world.refusals.length = 0;
});

test('a file arrives, whichever library of connections was there first', async () => {
  const before = getGlobalDispatcher();
  setGlobalDispatcher(new Agent());
  const file = {
    type: 'file',
    name: 'voix.csv',
    mediaType: 'text/csv',
    text: 'voix\n12\n',
  } as const;
  const withFile = localised(() =>
    view({ title: ['Un fichier'], blocks: [file], audience: 'room' }),
  );
  await ecc.adapter().post({ to: room, key: 'file', view: withFile });
  setGlobalDispatcher(before);
  expect(shown('Un fichier')[0]?.files).toEqual([{ name: 'voix.csv', text: file.text }]);
});

test('with direct messages closed, no word in the room: it waits for the person’s next gesture', async () => {
  const { people, driver } = ecc;
  const { world } = ecc.discord;
  const lou = people.person('Lou');
  lou.messagesClosed = true;
  const to = { roomId: CHANNEL, userId: lou.id, locale: 'fr' } as const;
  const before = shown('').length;
  const ref = await ecc.adapter().post({ to, key: 'secret', view: said('Votre médiation') });
  expect(shown('').length).toBe(before);
  world.refusals.length = 0;
  await driver.command('Lou', 'moi');
  for (let wait = 0; wait < 200 && shown('Votre médiation').length === 0; wait++) await pause(10);
  const [given] = shown('Votre médiation');
  expect(given?.onlyFor).toBe(lou.id);
  expect(given && bareText(given)).toContain('vos messages privés sont fermés');
  lou.messagesClosed = false;
  const later = await ecc.adapter().edit({ to, key: 'secret', ref, view: said('Suite') });
  expect(shown('Suite')[0]?.channelId).toBe(world.directs.get(lou.id));
  expect(later).toMatch(/^\d+\/\d+$/);
});

test('a burst meets Discord’s limits, and every message arrives', async () => {
  const { rest } = ecc.discord;
  rest.refuse(1);
  const numbers = Array.from({ length: 12 }, (_, index) => index);
  const post = (index: number) =>
    ecc.adapter().post({ to: room, key: `burst-${index}`, view: said(`Rafale ${index}.`) });
  const refs = await Promise.all(numbers.map(post));
  expect(new Set(refs).size).toBe(12);
  expect(rest.counts.limited).toBeGreaterThan(0);
});

test('what was pressed while the connection was cut is answered once it resumes', async () => {
  const { discord, driver } = ecc;
  await driver.command('Nadia', proposal('Garder le jardin'));
  const card = await theCard(driver, 'Garder le jardin');
  const { resumed } = discord.gateway.counts;
  discord.gateway.cut();
  await driver.press('Sami', card, 'Je consens');
  expect(discord.gateway.counts.resumed).toBeGreaterThan(resumed);
  expect((await theCard(driver, 'Garder le jardin')).text).toContain('1 voix');
});

test('a session that Discord forgot begins again, and says nothing twice', async () => {
  const { discord, driver } = ecc;
  const count = (await driver.room()).length;
  const { identified } = discord.gateway.counts;
  discord.gateway.forget();
  for (let wait = 0; wait < 6000 && discord.gateway.counts.identified === identified; wait++) {
    await pause(10);
  }
  await driver.command('Nadia', 'ecc moi');
  expect((await driver.room()).length).toBe(count);
}, 60_000);

test('what Discord no longer takes an answer for is not done behind people’s back', async () => {
  const { discord, driver, people } = ecc;
  await driver.command('Nadia', proposal('Vendre le four'));
  const count = (await driver.room()).length;
  const last = [...discord.world.interactions.values()].at(-1);
  if (!last) throw new Error('nothing was delivered');
  const id = String(BigInt(last.id) - (10_000n << 22n));
  const late = {
    ...last,
    id,
    token: 'late',
    at: 0,
    payload: { ...last.payload, id, token: 'late' },
  };
  discord.world.interactions.set(id, late);
  people.deliver(late);
  for (let wait = 0; wait < 400 && discord.world.refusals.length === 0; wait++) await pause(10);
  expect(discord.world.refusals[0]?.code).toBe(10062);
  discord.world.refusals.length = 0;
  await pause(100);
  expect((await driver.room()).length).toBe(count);
});

test('where ECC may not write, people are told what is missing', async () => {
  const { discord, driver } = ecc;
  discord.world.granted = String(1 << 10);
  await driver.command('Nadia', 'ecc moi');
  discord.world.granted = GRANTED;
  const told = (await driver.privately('Nadia')).at(-1)?.text;
  expect(told).toContain('il lui manque « Envoyer des messages », « Intégrer des liens »');
});

test('a long proposal and its rule fit in one card', async () => {
  const { driver } = ecc;
  const body = Array.from({ length: 260 }, (_, n) => `*phrase* ${n}.`).join(' ');
  await driver.command(
    'Nadia',
    `décision proposer titre:"Long" ${PLAIN.replace('Pour essayer.', body)}`,
  );
  const card = await theCard(driver, 'Long');
  expect(card.text).toContain('Règle');
  expect(card.text).toContain('phrase 40.');
  expect(card.text).toContain('La suite est dans « Tout voir »');
});

test('a server that has just invited ECC is greeted, once', async () => {
  const { gateway, world } = ecc.discord;
  const guild = guildPayload(world, '200000000000000002');
  gateway.dispatch('GUILD_CREATE', guild);
  for (let wait = 0; wait < 400 && shown('ECC est là').length === 0; wait++) await pause(10);
  gateway.dispatch('GUILD_CREATE', guild);
  await ecc.driver.restart();
  await pause(200);
  expect(shown('ECC est là')).toHaveLength(1);
}, 60_000);

test('Discord out of reach at the start is waited for', async () => {
  const { discord, driver } = ecc;
  await ecc.adapter().stop();
  await discord.stop();
  const config = { token: TOKEN, apiUrl: discord.apiUrl() };
  const adapter = createDiscordAdapter({ registry: driver.house.registry, config, log: ecc.log });
  await adapter.start();
  expect(adapter.inviteLink()).toBeNull();
  await discord.start();
  for (let wait = 0; wait < 2000 && !adapter.inviteLink(); wait++) await pause(10);
  expect(adapter.inviteLink()).toContain('permissions=343597435904');
  await adapter.stop();
  await driver.restart();
}, 60_000);

test('a wrong token is one clear sentence, without the token', async () => {
  const config = { token: 'MTAw.wrong.token', apiUrl: ecc.discord.apiUrl() };
  const adapter = createDiscordAdapter({ registry: ecc.house.registry, config, log: ecc.log });
  const refused = await adapter.start().catch((error: unknown) => error);
  if (!(refused instanceof CannotJoinDiscord)) throw refused;
  expect(refused.say('fr')).toContain('ECC_DISCORD_TOKEN');
  expect(JSON.stringify([ecc.log.lines, refused.say('en')])).not.toContain('MTAw');
  ecc.discord.world.refusals.length = 0;
});

test('nothing that was logged holds a token or a text', () => {
  const lines = JSON.stringify(ecc.log.lines);
  for (const secret of [TOKEN, 'token-', 'Ouvrir le samedi']) expect(lines).not.toContain(secret);
});
