import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { HOSTILE } from '../../support/hostile.js';
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
  site = await testSite({
    '/semences': htmlPage('Les semences paysannes', {
      body: 'Des graines échangées, un réseau de fermes.',
    }),
    '/brevet': htmlPage('Le brevet sur le vivant', {
      body: 'Ce que disent les semences brevetées.',
    }),
    '/library': htmlPage('Seed libraries', { body: 'How neighbours share seeds every spring.' }),
    '/puits': htmlPage('Creuser un puits', { body: 'Trouver l’eau sous le jardin.' }),
    ...Object.fromEntries(
      Array.from({ length: 11 }, (_, one) => [`/n${one}`, htmlPage(`Compost ${one}`)]),
    ),
  });
});
afterAll(async () => {
  await t.close();
  await site.close();
});
beforeEach(async () => {
  t.clock.set('2026-02-20T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé');
});

async function library(): Promise<void> {
  await room.say('Bruno', `veille ajouter ${site.url}/puits "eau" "Pour la mare"`);
  await room.say('Bruno', `veille ajouter ${site.url}/brevet "droit"`);
  await t.at('2026-03-03T10:00:00Z');
  await room.say('Nadia', `veille ajouter ${site.url}/semences "eau" "À lire : nos jardins"`);
  await room.say('Chloé', `veille ajouter ${site.url}/library`);
  await room.say('Chloé', 'veille étiqueter V-4 "graines, Jardin"');
  await t.settle();
}

it('finds words in any form, what people said, tags, pages, in two languages', async () => {
  await library();
  await play(room, [
    [
      'Chloé',
      '/veille chercher semence',
      ['2 pages', 'V-3 Les semences paysannes', 'V-2 Le brevet'],
    ],
    ['Chloé', '/veille chercher ECHANGEE reseaux', ['1 page', 'V-3']],
    ['Chloé', '/veille chercher library shared', ['1 page', 'V-4 Seed libraries']],
    ['Chloé', '/veille chercher mares', ['1 page', 'V-1 Creuser un puits']],
    ['Chloé', '/veille chercher jardin', ['V-1', 'V-3', 'V-4', '3 pages']],
    ['Chloé', '/veille chercher semences -brevet', ['1 page', 'V-3']],
    ['Chloé', '/veille chercher "semences paysannes"', ['1 page', 'V-3', '« semences paysannes »']],
    ['Chloé', '/watch search seeds', ['V-4']],
  ]);
});

it('by theme, date, person, tag and site, however they are typed', async () => {
  await library();
  await play(room, [
    [
      'Chloé',
      '/veille chercher semences thème:eau depuis:mars',
      ['1 page', 'V-3', 'depuis le dimanche 1er mars'],
    ],
    ['Chloé', '/veille chercher thème:EAU', ['2 pages', 'V-3', 'V-1']],
    [
      'Chloé',
      '/veille chercher avant:mars',
      ['2 pages', 'V-1', 'V-2', 'jusqu’au samedi 28 février'],
    ],
    ['Chloé', '/veille chercher depuis:le 2 mars jardin', ['V-3', 'V-4', '2 pages']],
    ['Chloé', '/veille chercher par:nadia', ['1 page', 'V-3']],
    ['Chloé', '/veille chercher #graines', ['1 page', 'V-4', 'étiquette graines']],
    ['Chloé', '/veille chercher étiquette:jardin', ['1 page', 'V-4']],
    ['Chloé', '/veille chercher site:127.0.0.1 puits', ['1 page', 'V-1']],
    ['Chloé', '/veille chercher site:0.0.1 puits', ['1 page', 'V-1']],
    ['Chloé', '/veille chercher site:ailleurs.org', ['rien']],
  ]);
  const options = { line: 'jardin', theme: 'eau', since: 'mars', by: 'Nadia' };
  const apart = textOf(await room.do('Chloé', 'veille.search', options));
  expect(apart).toContain('1 page');
  expect(apart).toContain('V-3');
});

it('asks what to look for, and says what it did not understand', async () => {
  await library();
  await play(room, [
    ['Chloé', '/veille chercher', 'Chercher dans la veille'],
    ['Chloé', { line: 'puits depuis:toujours' }, ['1 page', 'Pas compris : depuis:toujours']],
    ['Chloé', '/veille chercher couleur:bleu', 'Que cherchez-vous ?'],
    ['Chloé', '/veille', '[Chercher]'],
  ]);
});

it('nothing found says what would find something, one tap away', async () => {
  await library();
  await play(room, [
    [
      'Chloé',
      '/veille chercher semenses',
      ['rien', 'Ceci trouve quelque chose', 'semences : 2 pages'],
    ],
    ['Chloé', '[Chercher semences]', ['2 pages', 'V-3']],
    ['Chloé', '/veille chercher puits thème:droit', ['rien', 'puits : 1 page']],
    [
      'Chloé',
      '/veille chercher puits thème:eua',
      ['rien', 'puits thème:eau : 1 page', 'puits : 1 page'],
    ],
    ['Chloé', '/veille chercher puits brevet', ['puits : 1 page', 'brevet : 1 page']],
    ['Chloé', '/veille chercher puits depuis:mars', ['rien', 'puits : 1 page']],
    ['Chloé', '/veille chercher zzzzz', ['rien', 'Essayez moins de mots']],
  ]);
});

it('page by page', async () => {
  for (const one of Array.from({ length: 11 }).keys()) {
    await room.say('Bruno', `veille ajouter ${site.url}/n${one} "jardin"`);
  }
  await t.settle();
  const long = `compost ${'thème:jardin '.repeat(3)} -"une chose qui n’y est pas du tout"`;
  await play(room, [
    ['Chloé', '/veille chercher compost', ['11 pages', 'De 1 à 8 sur 11']],
    ['Chloé', '[La suite]', ['De 9 à 11 sur 11']],
    ['Chloé', '/veille chercher compost page:3', 'Il n’y a plus rien à cette page'],
    ['Chloé', `/veille chercher ${long}`, ['11 pages', 'avec page:2']],
    ['Chloé', `/veille chercher ${long} page:2`, ['De 9 à 11 sur 11']],
  ]);
});

it('never shows what was retracted, taken back or unsaid, nor another community’s', async () => {
  await library();
  const other = t.room();
  await other.arrive('Mallory');
  await play(room, [
    ['Bruno', '/veille commenter V-2 "Une phrase mémorable"', 'Votre commentaire'],
    ['Chloé', '/veille chercher mémorables', ['1 page', 'V-2']],
    ['Bruno', '[Effacer ce mot]', 'est effacé'],
    ['Chloé', '/veille chercher mémorables', 'rien'],
    ['Bruno', '/veille voir V-1', 'V-1'],
    ['Bruno', '[Enlever mon partage]', 'est enlevé'],
    ['Chloé', '/veille chercher puits', 'rien'],
    ['Nadia', '/veille réunir V-2 V-3', 'sont la même page'],
    ['Chloé', '/veille chercher brevet paysannes', ['1 page', 'V-3']],
    ['Nadia', '/veille voir V-2', 'C’est la même page'],
    ['Nadia', '[Séparer]', 'à nouveau une page à part'],
    ['Chloé', '/veille chercher brevet paysannes', 'rien'],
    ['Nadia', '/veille retirer V-3 "Faux"', 'est retirée'],
    ['Chloé', '/veille chercher paysannes', 'rien'],
    ['Nadia', '/veille voir V-3', 'Faux'],
    ['Nadia', '[Remettre]', 'à nouveau dans la veille'],
    ['Chloé', '/veille chercher paysannes', 'V-3'],
  ]);
  const theirs = textOf(await other.say('Mallory', 'veille chercher semances'));
  expect(theirs).not.toMatch(/V-\d|semences/);
  const seeds = textOf(await other.say('Mallory', 'veille chercher semences thème:eau'));
  expect(seeds).not.toMatch(/V-\d|: \d+ page/);
});

it('what people write beyond what an index holds is kept, and anything can be searched', async () => {
  await library();
  const words = (seed: number): string =>
    Array.from({ length: 250 }, (_, one) => `é${(seed * 1000 + one).toString(36)}ж`).join(' ');
  for (let one = 0; one < 40; one++) {
    const said = await room.do('Bruno', 'veille.comment', { resource: 'V-1', text: words(one) });
    expect(textOf(said)).toContain('Votre commentaire');
  }
  for (const [name, text] of Object.entries(HOSTILE)) {
    const said = textOf(await room.say('Bruno', `veille chercher ${text}`));
    expect(said, name).not.toMatch(/par notre faute/);
  }
}, 120_000);
