import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';

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

it('a date is found, and becomes the meeting with its answers', async () => {
  await play(room, [
    [
      'Nadia',
      '/agenda trouver "Assemblée" dates:"mardi 20h; jeudi 18h30; samedi 10h" durée:120',
      ['S-1 est dans le salon', '1. mardi 24 novembre de 20 h à 22 h', '3. samedi 28 novembre'],
    ],
    ['Bruno', '[Les dates qui me vont=1,2]', ['C’est noté', 'Ont répondu : Bruno']],
    ['Bruno', '[Si besoin, aussi=3]', 'C’est noté'],
    ['Chloé', '/agenda conviennent S-1 2', 'C’est noté'],
    ['', 'sees', ['★ jeudi 26 novembre de 18 h 30 à 20 h 30 | 2 | 0 | 0', '✗ mardi 24 novembre']],
    // At her own hours.
    ['Chloé', '/ecc fuseau Montréal', 'heure de Montréal'],
    ['Chloé', '/agenda dates S-1', ['jeudi 26 novembre de 12 h 30 à 14 h 30', 'heure de Montréal']],
    ['Bruno', '/agenda retenir S-1 2', 'revient à qui a ouvert le sondage'],
    ['Nadia', '/agenda retenir S-1 2', ['A-1 est dans l’agenda', 'jeudi 26 novembre']],
    ['', 'sees', ['La date est choisie', 'A-1 · Assemblée', 'Viennent : ']],
    ['Bruno', '/agenda conviennent S-1 1', 'S-1 est terminé'],
  ]);
});

it('what cannot be is said', async () => {
  await play(room, [
    ['Nadia', '/agenda trouver "Assemblée" dates:"mardi 20h"', 'au moins deux dates'],
    ['Nadia', '/agenda trouver "Assemblée" dates:"mardi 20h; tous les jeudis 18h"', 'se répète'],
    [
      'Nadia',
      '/agenda trouver "Assemblée" dates:"mardi 20h; blorp"',
      'Je n’ai pas compris « blorp »',
    ],
    ['Nadia', '/agenda trouver "Assemblée" dates:"mardi 20h, jeudi 18h"', 'S-1'],
    ['Bruno', '/agenda conviennent S-1 7', 'pas de date numéro 7'],
    ['Bruno', '/agenda conviennent S-1 x', '« x » n’est pas le numéro'],
    ['Bruno', '/agenda conviennent S-1 aucune', 'C’est noté'],
    ['Nadia', '/agenda abandonner S-1', 'Abandonner ce sondage'],
    ['Nadia', {}, 'est abandonné'],
  ]);
  expect((await room.seen()).join()).toContain('Ce sondage est abandonné');
});
