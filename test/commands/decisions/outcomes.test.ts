import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { textOf } from '../../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé');
});

const end = () => t.at('2026-11-25T17:00:01Z');

it.each([
  ['Adoptée', {}, ['pour'], 'Nadia écrit maintenant qui fait quoi.'],
  ['Rejetée', {}, ['contre'], 'Rien n’est adopté. Le texte peut être repris'],
  ['Sans décision', { quorum: '2' }, ['pour'], 'Il a manqué des voix : rien n’est décidé.'],
  ['Sans décision', {}, [], 'Personne ne s’est exprimé : rien n’est décidé.'],
])('%s, and what it calls for', async (outcome, rule, votes, next) => {
  await room.propose('Nadia', { kind: 'agreement', ...rule });
  for (const vote of votes) await room.say('Bruno', `voter 1 ${vote}`);
  await end();
  await play(room, [
    ['', 'sees', next],
    ['Nadia', 'sees', [outcome, 'D-1 est close']],
  ]);
  const told = await room.last('D-1 est close', 'Nadia');
  expect(told.includes('[Écrire la conclusion]')).toBe(outcome === 'Adoptée');
  expect(told.includes('[Reprendre ce texte]')).toBe(outcome !== 'Adoptée');
});

it('a block asks to be heard first', async () => {
  await room.propose('Nadia', { kind: 'agreement' });
  await room.do('Bruno', 'decision.block', { decision: '1', reason: 'Le bail.' });
  await end();
  await play(room, [['', 'sees', 'Un blocage a arrêté la proposition.']]);
});

it('a tie is voted again among what tied, with the same rule', async () => {
  const options = 'Samedi\nDimanche\nLundi';
  await room.propose('Nadia', { kind: 'choice', options, max: '3', quorum: '2', secret: 'oui' });
  await room.say('Nadia', 'voter 1 1');
  await room.say('Bruno', 'voter 1 3');
  await end();
  await play(room, [
    ['Nadia', 'sees', '[Revoter entre les ex æquo] [Écrire la conclusion]'],
    [
      'Chloé',
      '[Revoter entre les ex æquo]',
      ['Titre=Ouvrir le samedi', 'Options=Samedi\nLundi', 'Méthode=choice', 'Quorum=2'],
    ],
  ]);
  const again = await room.fill('Chloé', { closes: 'vendredi 18h' });
  expect(textOf(again)).toContain('D-2 est publiée');
  const decision = await t.database.prisma.decision.findFirstOrThrow({
    where: { communityId: await room.community(), number: 2 },
  });
  expect(decision).toMatchObject({ kind: 'choice', rule: { quorum: 2, secret: true, max: 2 } });
});

it('a text is taken up again, changed or not, typed or by its button', async () => {
  await room.propose('Nadia', { kind: 'agreement', threshold: '2/3' });
  await room.do('Nadia', 'decision.withdraw', { decision: '1', reason: 'Trop tôt.' });
  await room.fill('Nadia', {});
  await play(room, [
    ['Bruno', '/voter 1 pour', '/décision proposer reprend:D-1'],
    [
      'Bruno',
      '/décision proposer reprend:D-1',
      ['Titre=Ouvrir le samedi', 'Proposition=À deux bénévoles.', 'Seuil=2/3'],
    ],
    ['Bruno', '/décision proposer reprend:D-9', 'Il n’y a pas de décision D-9 ici.'],
    ['Bruno', '/voir 1', '[Reprendre ce texte]'],
    ['Bruno', '[Reprendre ce texte]', 'Titre=Ouvrir le samedi'],
    ['Bruno', { name: 'Ouvrir le dimanche', closes: 'demain 18h' }, 'D-2 est publiée'],
  ]);
  expect(await room.card(2)).toContain('au moins 2/3 des voix');
});

it('nobody is said to be told of a change when nobody had voted', async () => {
  await room.propose('Nadia');
  const amend = (body: string) =>
    room.do('Nadia', 'decision.amend', { decision: '1', name: 'Samedi', body });
  expect(textOf(await amend('À trois.'))).toBe('Le nouveau texte est publié.');
  expect(await room.last('D-1 : le texte a changé')).not.toContain('à confirmer');
  await room.say('Bruno', 'voter 1 je consens');
  expect(textOf(await amend('À quatre.'))).toContain('Les personnes qui ont voté sont prévenues.');
  expect(await room.last('D-1 : le texte a changé')).toContain('à confirmer');
});
