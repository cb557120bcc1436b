import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import { textOf } from '../../support/text.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
  t.clock.set('2026-11-21T10:00:00Z');
});
afterAll(() => t.close());

it('“this one and the following”, said of the first, is all of them', async () => {
  const room = t.room();
  await room.arrive('Nadia', 'Bruno');
  await play(room, [
    ['Nadia', '/agenda ajouter "Cercle" tous les mardis à 20h', 'A-1'],
    [
      'Nadia',
      '/agenda déplacer A-1 quand:"24 novembre 18h" pour:following',
      ['A-1 est modifié', 'de 18 h à 19 h'],
    ],
    ['Nadia', '/agenda', ['mardi 24 novembre, 18 h', 'mardi 1er décembre, 18 h']],
  ]);
});

it('a date that had been moved follows the others when all of them move', async () => {
  const room = t.room();
  await room.arrive('Nadia');
  await play(room, [
    ['Nadia', '/agenda ajouter "Cercle" tous les mardis à 20h', 'A-1'],
    [
      'Nadia',
      '/agenda déplacer A-1 quand:"mercredi 2 décembre 19h" date:"1er décembre"',
      'modifié',
    ],
    ['Nadia', '/agenda déplacer A-1 quand:"24 novembre 18h" pour:all', 'A-1 est modifié'],
  ]);
  const list = textOf(await room.say('Nadia', 'agenda'));
  // What was said of one date stays said of it.
  expect(list).toContain('mercredi 2 décembre, 19 h');
  expect(list).toContain('mardi 8 décembre, 18 h');
  expect(list).not.toContain('mardi 1er décembre');
});
