import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareText } from '../../adapters/discord/bare.js';
import { APPLICATION } from '../../platforms/discord/world.js';
import { tables } from '../../support/tables.js';
import { type Cast, cast, codeFrom, DAY, staysSecret } from './cast.js';
import { onDiscord, type Somebody } from './people.js';

const WHAT = 'Des mots au sujet du xylophone mauve.';
const INVITED = 'Parlons du tatou indigo.';
const TO_ALL = 'Une loutre violette pour chaque personne.';
const TERMS = 'Les clés du quetzal restent au crochet.';
const SECRETS = ['xylophone', 'tatou', 'loutre', 'quetzal'];
const TIMEOUT = 1_800_000;

let story: Cast;
/** Karim and Dao, where Nadia is. */
let near: readonly Somebody[];
beforeAll(async () => {
  story = await cast({ matrix: 'Karim', slack: 'Dao' });
  near = [onDiscord(story.three, 'Karim'), onDiscord(story.three, 'Dao')];
}, 240_000);
afterAll(() => story?.three.close());

const threads = () => [...story.three.discord.world.threads.values()];
const secret = () => staysSecret(story, SECRETS);

test('three people of three networks find a date in private, and meet by relayed messages', {
  timeout: TIMEOUT,
}, async () => {
  const { nadia, matrix: karim, slack: dao } = story;
  await story.linked();
  await story.named('Karim');
  await story.accompanied(WHAT);
  await story.joined(INVITED);
  await story.gathered();
  await karim.says('médiation rencontre');
  await karim.presses('Proposer des dates');
  await karim.reads('n’entrent pas dans l’agenda commun');
  await karim.fills({ dates: 'mardi 18h ; jeudi 20h ; samedi 10h' });
  await karim.reads('Quelles dates vous vont');
  await nadia.says('médiation rencontre');
  const asked = await nadia.reads('Quelles dates vous vont');
  expect(asked).toContain('Aucun réseau n’a un compte de chaque personne');
  await nadia.chooses('Les dates qui me vont', '2.…');
  await nadia.reads('oui (Karim et Nadia)');
  await dao.says('médiation rencontre');
  await dao.chooses('Les dates qui me vont', '2.…');
  await dao.reads('oui (Karim, Nadia et Dao)');
  await karim.says('médiation rencontre');
  await karim.reads('oui (Karim, Nadia et Dao)');
  await karim.chooses('Retenir une date', '2.…');
  await karim.reads('Rencontre : jeudi');
  await dao.says('médiation rencontre');
  expect(await dao.reads('Rencontre : jeudi')).toContain('par messages relayés');
  await karim.says(`médiation dire ${TO_ALL}`);
  await karim.reads('Le liront : Nadia et Dao');
  for (const who of [nadia, dao]) {
    await who.says('médiation ensemble');
    await who.reads(TO_ALL);
  }
  const { events = [], polls = [] } = await tables(story.three.database);
  expect([...events, ...polls]).toEqual([]);
  expect(threads()).toEqual([]);
  await secret();
});

test('with an account of each on one network, a private room is made there once all said yes', {
  timeout: TIMEOUT,
}, async () => {
  const { three, nadia, matrix: karim, slack: dao } = story;
  const { world } = three.discord;
  for (const [index, away] of [karim, dao].entries()) {
    const code = await codeFrom(near[index] as Somebody, 'ecc lier');
    await away.says(index === 0 ? `ecc lier ${code}` : `lier ${code}`);
    await away.reads('Vos comptes sont liés');
  }
  await nadia.says('médiation rencontre');
  await nadia.presses('Proposer un salon sur Discord');
  await nadia.presses('Oui, proposer');
  await nadia.reads('Un salon privé sur Discord est proposé');
  await karim.says('médiation rencontre');
  await karim.presses('Oui, j’y entre');
  await karim.reads('Un salon privé sur Discord est proposé');
  expect(threads()).toEqual([]);
  await dao.says('médiation rencontre');
  await dao.presses('Oui, j’y entre');
  await dao.reads('le salon s’ouvre sur Discord');

  const said = await three.until('the room is open and greets', () =>
    [...world.messages.values()].find(({ channelId }) => world.threads.has(channelId)),
  );
  const [room] = threads();
  const people = ['Nadia', 'Karim', 'Dao'].map((name) => world.people.get(name)?.id);
  expect(room?.name).toMatch(/^Un échange privé/);
  expect([...(room?.members ?? [])].sort()).toEqual([APPLICATION, ...people].sort());
  expect(bareText(said)).toContain('n’est pas chiffré de bout en bout');
  expect(bareText(said)).not.toMatch(/médiat|Nadia|Karim|Dao/i);
  await nadia.says('médiation rencontre');
  await nadia.reads('Votre salon privé est ouvert sur Discord');
  await secret();
});

test('they agree; ended, the room is closed; the agreement is asked about, and all is erased', {
  timeout: TIMEOUT,
}, async () => {
  const { three, nadia, matrix: karim, slack: dao } = story;
  await nadia.says('médiation rédiger');
  await nadia.fills({ Texte: TERMS, 'Y revenir le': 'dans quinze jours' });
  await nadia.reads('Version 1, écrite par Nadia');
  await dao.says('médiation ensemble');
  await dao.presses('Écrire un accord');
  await dao.presses('Je confirme ce texte');
  await dao.reads('Votre accord');
  await secret();

  await nadia.says('médiation clore');
  await nadia.presses('Oui, y mettre fin');
  await nadia.reads('Cette demande est terminée');
  await three.until('the room is closed', () => {
    const [room] = threads();
    return !room || room.archived || room.members.size === 1;
  });
  // Somebody who accompanies has an agreement of nobody’s to keep.
  await karim.says('médiation accords');
  await karim.reads('Vous ne gardez aucun accord');

  three.clock.pass(16 * DAY);
  await three.until('it is asked whether it holds', async () => {
    await three.sweep();
    await nadia.says('médiation accords');
    await nadia.presses('Nadia et Dao…');
    return (await nadia.reads('confirmé par chacun·e')).includes('tient-il encore');
  });
  await dao.says('médiation accords');
  await dao.presses('Nadia et Dao…');
  await dao.reads('tient-il encore');
  for (const who of [nadia, dao]) {
    await who.presses('Il tient');
    await who.reads('Votre réponse : il tient');
  }
  await secret();

  three.clock.pass(31 * DAY);
  await story.gone(SECRETS.slice(0, 3));
  const { private_rooms: rooms = [] } = await tables(three.database);
  expect(rooms).toEqual([]);
  for (const who of [nadia, dao]) {
    await who.says('médiation accords');
    await who.presses('Nadia et Dao…');
    await who.presses('Ne plus le garder');
    // Asked for by a button on Discord, in a window on Slack.
    await (who === dao ? who.fills({}) : who.presses('Oui, le laisser'));
    await who.reads('Vous ne gardez plus cet accord');
  }
  await three.until('the agreement and its key are nowhere', async () => {
    three.clock.pass(6_000);
    const { mediation_agreements: agreements = [] } = await tables(three.database);
    const kept = [nadia, karim, dao, ...near].flatMap((who) => who.keeps()).join('\n');
    const left = SECRETS.filter((word) => kept.includes(word));
    const keys = [...three.keys.held.keys()].filter((name) => !name.startsWith('day-'));
    return agreements.length + left.length + keys.length === 0;
  });
  await secret();
});
