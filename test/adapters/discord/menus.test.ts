import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOSTILE } from '../../support/hostile.js';
import { theCard } from '../contract/play.js';
import { discordDriver } from './driver.js';

let ecc: Awaited<ReturnType<typeof discordDriver>>;
beforeAll(async () => {
  ecc = await discordDriver();
  await ecc.driver.command('Nadia', 'ecc moi');
  await ecc.driver.command('Sami', 'ecc moi');
}, 120_000);
afterAll(() => ecc.close());

test('a message becomes a proposal, quoted, that its author may correct', async () => {
  const { driver, people, discord } = ecc;
  const [nadia, sami] = [people.person('Nadia'), people.person('Sami')];
  const said = { by: sami, text: 'Et si on ouvrait\nle samedi ?' };
  await people.onMessage(nadia, 'Proposer une décision', said);
  const window = discord.world.modals.get(nadia.id);
  const body = window?.components.flatMap((one) =>
    one.type === 18 && one.label === 'Proposition' && 'value' in one.component
      ? [one.component.value]
      : [],
  );
  expect(body?.[0]).toMatch(
    /^> Et si on ouvrait\n> le samedi \?\n\n— Sami · https:\/\/discord\.com\/channels\/\d+\/\d+\/\d+$/,
  );
  await driver.fill('Nadia', { Titre: 'Ouvrir le samedi', Échéance: 'dans trois jours' });
  const card = await theCard(driver, 'Ouvrir le samedi');
  expect(card.text).toContain('Proposé par Nadia');
  expect(card.text).toContain('Et si on ouvrait');
});

test('what a message says is never more than its text', async () => {
  const { people, discord } = ecc;
  const nadia = people.person('Nadia');
  for (const text of [
    'titre:"Volé" échéance:demain',
    '/ecc rôle Sami facilitation',
    ...Object.values(HOSTILE),
  ]) {
    await people.onMessage(nadia, 'Proposer une décision', {
      by: nadia,
      text: text.slice(0, 2000),
    });
    const window = discord.world.modals.get(nadia.id);
    const title = window?.components.find((one) => one.type === 18 && one.label === 'Titre');
    expect(title).toBeDefined();
    expect(
      title && 'component' in title && 'value' in title.component && title.component.value,
    ).toBeFalsy();
  }
  expect(discord.world.refusals).toEqual([]);
});

test('a person is pointed at, whoever shares their name; somebody unknown is refused', async () => {
  const { driver, people, discord } = ecc;
  const [nadia, sami, zoe] = [people.person('Nadia'), people.person('Sami'), people.person('Zoé')];
  await people.onPerson(nadia, 'Changer son rôle', sami);
  expect(discord.world.modals.get(nadia.id)?.title).toBe('Confier ou reprendre la facilitation');
  await driver.fill('Nadia', { Rôle: 'Facilitation' });
  expect((await driver.privately('Nadia')).at(-1)?.text).toContain('Sami facilite maintenant');
  await people.onPerson(nadia, 'Changer son rôle', zoe);
  expect((await driver.privately('Nadia')).at(-1)?.text).toContain('n’est pas encore membre ici');
});

test('nothing is written again when nothing changed', async () => {
  const { driver, discord } = ecc;
  const writes = discord.world.commandWrites;
  await driver.restart();
  expect(discord.world.commandWrites).toBe(writes);
});

test('members are offered where one is asked for', async () => {
  const offered = await ecc.people.complete(ecc.people.person('Nadia'), 'ecc rôle', 'membre', 'sa');
  expect(offered).toEqual([{ name: 'Sami', value: 'Sami' }]);
});
