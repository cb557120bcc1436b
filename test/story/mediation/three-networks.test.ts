import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, cast, DAY, staysSecret, WORD } from './cast.js';

const WHAT = 'Des mots au sujet du xylophone mauve.';
const REPLY = 'Une loutre violette vous écoute.';
const THANKS = 'Merci, un tapir indigo.';
const SECRETS = ['xylophone', 'loutre', 'tapir'];

let story: Cast;
beforeAll(async () => {
  story = await cast({ matrix: 'Karim', slack: 'Lou' });
}, 240_000);
afterAll(() => story?.three.close());

test('asked on Discord, declined on Slack, accepted on Matrix, relayed, ended, erased', {
  timeout: 600_000,
}, async () => {
  const { three, nadia, matrix: karim, slack: lou } = story;
  await story.linked();
  for (const name of ['Karim', 'Lou']) await story.named(name);

  await nadia.says('médiation demander');
  await nadia.fills({ 'Ce qui se passe': WHAT });
  expect(await nadia.reads('avant de partir')).toContain('Karim');
  await nadia.presses('Envoyer à Lou');
  await nadia.reads('Lou la reçoit');
  await lou.reads(WORD);
  await lou.presses('Ouvrir');
  await lou.reads('Une personne demande');
  await lou.presses('Lire la demande');
  await lou.reads(WHAT);
  await lou.presses('Je ne peux pas');
  await lou.reads('C’est noté');
  await staysSecret(story, SECRETS);

  await karim.reads(WORD);
  await karim.presses('Ouvrir');
  await karim.reads('Une personne demande');
  await karim.presses('J’accepte');
  await karim.reads('Vous accompagnez');
  await karim.presses('Écrire');
  await karim.reads('Votre message');
  await karim.fills({ message: REPLY });
  await karim.reads('Votre message est transmis');

  await nadia.reads(WORD);
  await nadia.presses('Ouvrir');
  await nadia.reads('Karim vous accompagne');
  await nadia.presses('Messages');
  await nadia.reads(REPLY);
  await nadia.presses('Écrire');
  await nadia.fills({ Message: THANKS });
  await nadia.reads('transmis');
  await karim.says('médiation messages');
  expect(await karim.reads(THANKS)).not.toContain('Nadia');
  await staysSecret(story, SECRETS);

  await nadia.says('médiation suivre');
  await nadia.reads('Karim vous accompagne');
  await nadia.says('médiation clore');
  await nadia.presses('Oui, y mettre fin');
  await nadia.reads('Cette demande est terminée');
  three.clock.pass(31 * DAY);
  await story.gone([...SECRETS, WORD]);
  expect([...three.keys.held.keys()].filter((name) => !name.startsWith('day-'))).toEqual([]);
  await staysSecret(story, SECRETS);
});
