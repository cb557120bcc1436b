import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { htmlPage, type TestSite, testSite } from '../../support/site.js';
import { textOf } from '../../support/text.js';

let t: TestHouse;
let site: TestSite;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  site = await testSite(
    Object.fromEntries([1, 2, 3, 4].map((one) => [`/p${one}`, htmlPage(`Page ${one}`)])),
  );
});
afterAll(async () => {
  await t.close();
  await site.close();
});
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé', 'Dao');
});

it('who looks after a theme curates it, and nobody else', async () => {
  await play(room, [
    ['Bruno', `/veille ajouter ${site.url}/p1 "Eau" "Un"`, 'V-1'],
    ['Bruno', `/veille ajouter ${site.url}/p2 "eau" "Deux"`, 'thème Eau'],
    ['Chloé', '/veille mettre-en-avant V-1', 'revient à qui prend soin de ce thème'],
    ['Chloé', '/veille confier eau Chloé', 'revient à qui prend soin de ce thème'],
    ['Nadia', '/veille confier eau Chloé', ['« Eau » est confié à Chloé', 'confié à Chloé']],
    ['Nadia', '/veille confier eau Chloé', 'lui est déjà confié'],
    ['Nadia', '/veille confier feu Chloé', 'Il n’y a pas de thème « feu »'],
    ['Bruno', '/veille thèmes', 'Eau · 2 pages · confié à Chloé'],
    ['Chloé', '/veille mettre-en-avant V-1', 'est mise en avant'],
    ['', 'sees', 'mise en avant'],
    ['Chloé', '[Annuler]', 'n’est plus mise en avant'],
    ['Chloé', '/veille réunir V-2 V-1', ['V-2 et V-1 sont la même page', 'Bruno (Atelier) : Deux']],
    ['', 'sees', 'C’est la même page que V-1'],
    ['Chloé', '/veille réunir V-1 V-2', 'C’est déjà la même page'],
    ['Chloé', '/veille voir V-2', 'C’est la même page que V-1'],
    ['Chloé', '[Séparer]', 'est à nouveau une page à part'],
    ['Chloé', '/veille réunir V-2 V-1', 'sont la même page'],
    ['Chloé', '[Annuler]', 'est à nouveau une page à part'],
    ['Chloé', '/veille retirer V-2', 'Retirer cette page'],
    ['Chloé', { reason: 'Une publicité.' }, 'est retirée'],
    ['', 'sees', 'Retirée de la veille : Une publicité.'],
    ['Dao', '/veille utile V-2', 'V-2 a été retirée'],
    ['Dao', `/veille ajouter ${site.url}/p2`, 'V-2 a été retirée'],
    ['Chloé', '/veille voir V-2', 'Une publicité.'],
    ['Chloé', '[Remettre]', 'est à nouveau dans la veille'],
    ['Chloé', '/veille ne-plus-confier eau Chloé', 'n’est plus confié à Chloé'],
    ['Chloé', '/veille retirer V-1 "Non"', 'revient à qui prend soin'],
  ]);
});

it('a theme is suggested from past choices, and only then', async () => {
  await play(room, [
    ['Bruno', `/veille ajouter ${site.url}/p1 "Eau"`, 'V-1'],
    ['Bruno', `/veille ajouter ${site.url}/p2 "Eau"`, 'V-2'],
    ['Bruno', `/veille ajouter ${site.url}/p4 "Eau"`, 'V-3'],
    [
      'Chloé',
      `/veille ajouter ${site.url}/p3`,
      ['pourrait aller dans Eau', '3 pages de 127.0.0.1', '[Ranger dans « Eau »]'],
    ],
    ['Chloé', '[Ranger dans «\u00A0Eau\u00A0»]', 'V-4 est dans « Eau »'],
    ['Dao', '/veille ranger V-4 feu', 'revient à qui a partagé V-4'],
    ['Chloé', '[Changer de thème]', 'Dans quel thème ?'],
    ['Chloé', { theme: 'Feu' }, 'V-4 est dans « Feu »'],
    ['Bruno', '/veille renommer feu Chaleur', 'revient à qui prend soin'],
    ['Nadia', '/veille renommer feu Chaleur', '« Feu » s’appelle « Chaleur » (1 page)'],
    ['Nadia', '/veille renommer chaleur eau', '« Chaleur » s’appelle « Eau » (1 page)'],
    ['Nadia', '/veille thèmes', 'Eau · 4 pages'],
  ]);
});

it('two communities that join keep both, and are one from then on', async () => {
  const other = t.room();
  await other.arrive('Nadia', 'Eve');
  await room.say('Bruno', `veille ajouter ${site.url}/p1 "Eau" "Ici"`);
  await other.say('Eve', `veille ajouter ${site.url}/p1 "eau" "Là"`);
  await t.settle();
  const code = /\b[A-Z0-9]+-[A-Z0-9]+\b/i.exec(textOf(await room.say('Nadia', 'ecc relier')))?.[0];
  await other.say('Nadia', `ecc relier ${code}`);
  await t.settle();
  await play(room, [
    ['Nadia', '/veille thèmes', 'Eau · 2 pages'],
    ['Dao', `/veille ajouter ${site.url}/p1 "" "Encore"`, 'est déjà V-1'],
    ['Dao', '/veille voir V-1', ['Bruno', 'Eve', 'Dao', 'Réunit aussi V-2']],
  ]);
  expect(await room.last('V-1 ·')).toContain('Encore');
});
