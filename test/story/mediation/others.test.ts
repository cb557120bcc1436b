import { afterAll, beforeAll, expect, test } from 'vitest';
import { tables } from '../../support/tables.js';
import { type Cast, cast, DAY, staysSecret } from './cast.js';

const WHAT = 'Des mots au sujet du xylophone mauve.';
const INVITED = 'Parlons du tatou indigo.';
const TO_ALL = 'Une loutre violette pour chaque personne.';
const TERMS = 'Les clés du quetzal restent au crochet.';
const SECRETS = ['xylophone', 'tatou', 'loutre', 'quetzal'];

let story: Cast;
beforeAll(async () => {
  story = await cast({ matrix: 'Karim', slack: 'Dao' });
}, 240_000);
afterAll(() => story?.three.close());

test('asked on Discord, accompanied on Matrix, joined on Slack, agreed, erased', {
  timeout: 1_800_000,
}, async () => {
  const { three, nadia, matrix: karim, slack: dao } = story;
  await story.linked();
  await story.named('Karim');

  await story.accompanied(WHAT);
  expect(await story.joined(INVITED)).not.toContain('xylophone');
  await staysSecret(story, SECRETS);
  await story.gathered();
  await karim.says(`médiation dire ${TO_ALL}`);
  await karim.reads('Le liront');
  await dao.says('médiation ensemble');
  await dao.reads(TO_ALL);

  await nadia.says('médiation rédiger');
  await nadia.fills({ Texte: TERMS });
  await nadia.reads('Version 1, écrite par Nadia');
  await dao.says('médiation ensemble');
  await dao.presses('Écrire un accord');
  await dao.reads(TERMS);
  await dao.presses('Je confirme ce texte');
  await dao.reads('Votre accord');
  await staysSecret(story, SECRETS);

  for (const who of [nadia, dao]) {
    await who.says('médiation accords');
    await who.reads('Les accords que vous gardez');
  }
  await nadia.says('médiation effacer');
  await nadia.presses('Oui, tout effacer');
  three.clock.pass(DAY);
  await story.gone(SECRETS.slice(0, 3));
  const { mediation_agreements: agreements = [] } = await tables(three.database);
  const keys = [...three.keys.held.keys()].filter((name) => !name.startsWith('day-'));
  expect(keys).toEqual(agreements.map(({ id }) => id));
  await staysSecret(story, SECRETS);
});
