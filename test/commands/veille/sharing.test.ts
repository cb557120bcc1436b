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
  site = await testSite({
    '/semences': htmlPage('Semences paysannes', {
      head: '<meta name="description" content="Garder ses graines."><meta name="author" content="Ana">',
    }),
    '/moved': (_, response) => response.writeHead(301, { location: '/semences' }).end(),
    '/print': htmlPage('À imprimer', { head: '<link rel="canonical" href="/semences">' }),
    '/thief': htmlPage('Vol', { head: '<link rel="canonical" href="https://exemple.org/">' }),
    '/photo': (_, response) =>
      response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from([1, 2, 3])),
    '/hostile': htmlPage('&lt;script&gt;alert(1)&lt;/script&gt; @everyone'),
  });
});
afterAll(async () => {
  await t.close();
  await site.close();
});
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé');
});

const card = (number: number) => room.last(`V-${number} ·`);

it('a page is shared, read, valued, talked about', async () => {
  await play(room, [
    [
      'Bruno',
      `/veille ajouter ${site.url}/semences?utm_source=lettre "eau" "Pour le jardin"`,
      ['V-1 est dans la veille', 'Bruno (Atelier) : Pour le jardin', 'thème eau'],
    ],
    [
      '',
      'sees',
      [
        'V-1 · Semences paysannes',
        'Ana',
        'Garder ses graines.',
        'Bruno (Atelier) : Pour le jardin',
      ],
    ],
    ['Chloé', '[Utile]', 'V-1 est utile'],
    ['Nadia', '[Lu]', 'vous avez lu V-1'],
    ['', 'sees', 'utile pour 1 personne · lue par 1 personne'],
    ['Chloé', '[Annuler]', 'C’est repris'],
    ['Chloé', '[Commenter]', 'Votre commentaire'],
    ['Chloé', { text: 'À lire en entier.' }, ['est sur V-1', 'Chloé : À lire en entier.']],
    ['Nadia', '/veille creuser V-1 "Qui en vend ici ?"', 'Votre question est sur V-1'],
    ['', 'sees', ['À creuser, Nadia : Qui en vend ici ?', 'Chloé : À lire en entier.']],
    ['Nadia', '[Effacer ce mot]', 'est effacé'],
    ['Nadia', '/veille étiqueter V-1 "#graines, Jardin, graines"', 'étiquettes :'],
    ['Bruno', '/veille voir V-1', 'Jardin'],
    ['Bruno', '/veille désétiqueter V-1 Graines', ['sont enlevées', 'étiquettes : Jardin']],
    ['Chloé', '/veille désétiqueter V-1 jardin', 'revient à qui a partagé'],
    ['Bruno', '/veille', ['V-1 Semences paysannes (eau)', '[Voir une page]']],
    ['Bruno', '/veille liste EAU', 'Semences paysannes'],
    ['Bruno', '/veille liste feu', 'Rien encore dans « feu »'],
  ]);
  expect(await card(1)).not.toContain('Qui en vend ici');
  expect(await card(1)).not.toContain('utile pour');
});

it('the same page is one resource, whatever its address', async () => {
  await play(room, [
    ['Bruno', `/veille ajouter ${site.url}/semences "eau" "D’abord"`, 'V-1 est dans la veille'],
    ['Chloé', `/veille ajouter ${site.url}/semences/?fbclid=x "" "Ensuite"`, 'est déjà V-1'],
    ['Chloé', `/veille ajouter ${site.url}/semences`, 'Vous avez déjà partagé'],
    ['', 'sees', ['Bruno (Atelier) : D’abord', 'Chloé (Atelier) : Ensuite']],
    // Where it moved, and what the page says it is: known once they were read.
    ['Nadia', `/veille ajouter ${site.url}/moved "" "Déménagée"`, 'V-2 est dans la veille'],
    ['', 'sees', 'C’est la même page que V-1'],
    ['Nadia', `/veille ajouter ${site.url}/print "" "Imprimée"`, 'V-3 est dans la veille'],
    ['', 'sees', 'Nadia (Atelier) : Imprimée'],
    ['Nadia', '/veille voir V-1', ['Réunit aussi V-2 et V-3', 'Nadia (Atelier) : Déménagée']],
    ['Nadia', `/veille ajouter ${site.url}/moved "" "Encore"`, 'est déjà V-1'],
    ['Chloé', '/veille utile V-2', 'V-2 est la même page que V-1'],
    // Another site’s address is not a page’s to take.
    ['Bruno', '/veille ajouter https://exemple.org/ "" "La vraie"', 'V-4 est dans la veille'],
    ['Bruno', `/veille ajouter ${site.url}/thief "" "La fausse"`, 'V-5 est dans la veille'],
  ]);
  expect(await card(5)).toContain('V-5 · Vol');
  expect(await card(4)).not.toContain('La fausse');
});

it('a page that cannot be read is kept as a link, with the reason', async () => {
  await play(room, [
    ['Bruno', `/veille ajouter ${site.url}/rien`, 'V-1 est dans la veille'],
    ['', 'sees', ['V-1 · 127.0.0.1', 'n’a pas pu être lue ; le lien est gardé', 'Il n’y a rien']],
    ['Bruno', `/veille ajouter ${site.url}/photo`, 'V-2 est dans la veille'],
    ['', 'sees', 'Ce n’est pas une page qui se lit (image/png)'],
    ['Bruno', '/veille ajouter http://10.0.0.1/', 'V-3 est dans la veille'],
    ['', 'sees', '10.0.0.1 n’est pas sur l’internet public'],
    ['Bruno', '/veille ajouter "pas une adresse"', 'n’est pas une adresse web'],
    ['Bruno', '/veille ajouter javascript:alert(1)', 'n’est pas une adresse web'],
    ['Bruno', '/veille voir V-9', 'Il n’y a pas de page V-9'],
    ['Bruno', '/veille voir blop', '« blop » n’est pas une page'],
  ]);
  site.pages['/rien'] = htmlPage('Revenue');
  await play(room, [
    ['Bruno', '/veille voir V-1', '[Relire la page]'],
    ['Bruno', '[Relire la page]', 'V-1 va être relue'],
    ['', 'sees', 'V-1 · Revenue'],
  ]);
  delete site.pages['/rien'];
});

it('what a page says is text', async () => {
  await room.say('Bruno', `veille ajouter ${site.url}/hostile`);
  const text = await card(1);
  expect(text).toContain('@everyone');
  expect(text).not.toContain('<script');
});

it('what one brought, one can take back, and bring again', async () => {
  await play(room, [
    ['Bruno', `/veille ajouter ${site.url}/semences "" "Oups"`, 'V-1'],
    ['Bruno', '[Enlever mon partage]', 'est enlevé'],
    ['', 'sees', 'La personne qui l’avait partagée l’a enlevée'],
    ['Bruno', '/veille', 'Ici vivra ce que'],
    ['Chloé', `/veille ajouter ${site.url}/semences "" "Moi"`, 'V-1'],
    ['', 'sees', 'Chloé (Atelier) : Moi'],
  ]);
});

it('in English', async () => {
  room.speak('en');
  await play(room, [
    ['Bruno', '/watch', 'Here will live what members find'],
    ['Bruno', `/watch add ${site.url}/semences water "For us"`, ['V-1 is in the watch', 'Bruno']],
    ['Chloé', '[Useful]', 'V-1 is useful'],
    ['', 'sees', ['V-1 · Semences paysannes', 'useful to 1 person']],
    ['Chloé', '/watch retract V-1 "No"', 'whoever looks after this theme'],
  ]);
});

it('several accounts of one person have one voice', async () => {
  await room.say('Bruno', `veille ajouter ${site.url}/semences "eau" "Moi"`);
  await room.say('Bruno', 'veille utile V-1');
  const code = /\w+-\w{4,}/.exec(textOf(await room.say('Bruno', 'ecc lier')))?.[0] ?? '';
  await play(room, [
    ['Bruno2', '/veille utile V-1', 'est utile'],
    ['', 'sees', 'utile pour 2 personnes'],
    ['Bruno2', `/ecc lier ${code}`, ''],
    ['Bruno', '/veille voir V-1', 'utile pour 1 personne'],
    ['Bruno2', '/veille utile V-1', 'est utile'],
    ['Bruno2', '[Annuler]', 'C’est repris'],
    ['Bruno2', '/veille voir V-1', 'Bruno'],
    ['Bruno2', '[Enlever mon partage]', 'est enlevé'],
  ]);
  expect(await card(1)).not.toContain('utile pour');
});
