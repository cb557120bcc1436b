import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { htmlPage, type TestSite, testSite } from '../../support/site.js';

let t: TestHouse;
let site: TestSite;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  site = await testSite({
    '/puits': htmlPage('Le puits'),
    '/eau': htmlPage('@everyone <b>eau</b>'),
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
  await room.propose('Nadia', { name: 'Creuser un puits' });
  await room.say('Nadia', 'agenda ajouter "Chantier" "jeudi 20h"');
  await room.say('Bruno', `veille ajouter ${site.url}/puits "eau" "Pour le jardin"`);
});

const decision = () => room.card(1);
const meeting = () => room.last('A-1 ·');

it('a page goes with a decision and a meeting, and each names the other', async () => {
  await play(room, [
    ['Chloé', '/page joindre V-1 D-1', ['V-1 est jointe à D-1', 'Cette page éclaire']],
  ]);
  t.clock.pass(1000);
  await play(room, [
    ['Chloé', '/page joindre V-1 a1', 'V-1 est jointe à A-1'],
    ['', 'sees', ['D-1 · Creuser un puits', 'A-1 · Chantier']],
    ['Bruno', '/veille voir V-1', ['Cette page éclaire', '[Ouvrir D-1] [Ouvrir A-1]']],
    ['Bruno', '[Ouvrir D-1]', ['À lire', 'V-1 Le puits', '[Joindre une page]']],
    ['Bruno', '/agenda voir A-1', ['À lire', 'V-1 Le puits', '[Joindre une page]']],
    ['Bruno', '[Joindre une page]', 'Joindre une page'],
    ['Bruno', { resource: 'V-1' }, 'V-1 y est déjà jointe'],
  ]);
  expect(await decision()).toContain('V-1 Le puits');
  expect(await meeting()).toContain('V-1 Le puits');
  await play(room, [
    ['Bruno', '/page détacher V-1 D-1', 'revient à qui a joint V-1'],
    ['Chloé', '/page détacher V-1 D-1', 'n’est plus jointe à D-1'],
    ['Chloé', '[Annuler]', 'V-1 est jointe à D-1'],
    ['Nadia', '/page détacher V-1 D-1', 'n’est plus jointe à D-1'],
    ['Nadia', '/page détacher V-1 D-1', 'V-1 n’y est pas jointe'],
  ]);
  expect(await decision()).not.toContain('V-1');
  expect(await room.last('V-1 ·')).not.toContain('D-1');
});

it('what is retracted is named no more; what is merged is named once, as what it became', async () => {
  await room.say('Bruno', `veille ajouter ${site.url}/eau`);
  await t.settle();
  await play(room, [
    ['Bruno', '/page joindre V-1 D-1', 'est jointe'],
    ['Bruno', '/page joindre V-2 D-1', 'est jointe'],
    ['Nadia', '/veille réunir V-2 V-1', 'la même page'],
  ]);
  expect((await decision()).match(/V-\d/g)).toEqual(['V-1']);
  await play(room, [
    ['Nadia', '/page détacher V-1 D-1', 'n’est plus jointe'],
    ['Nadia', '/page joindre V-1 A-1', 'est jointe'],
    ['Nadia', '/veille retirer V-1 "Voilà."', 'est retirée'],
  ]);
  expect(await decision()).not.toContain('V-');
  expect(await meeting()).not.toContain('V-');
});

it('what is wrong is said', async () => {
  const other = t.room();
  await other.arrive('Nadia');
  await other.propose('Nadia', { name: 'Ailleurs' });
  await other.propose('Nadia', { name: 'Ailleurs encore' });
  await play(room, [
    ['Bruno', '/page joindre V-1 12', 'ni une décision ni un rendez-vous'],
    ['Bruno', '/page joindre V-1 D-2', 'D-2'],
    ['Bruno', '/page joindre V-1 A-9', 'A-9'],
    ['Bruno', '/page joindre V-9 D-1', 'Il n’y a pas de page V-9'],
  ]);
  expect(await t.database.prisma.resourceAttachment.count()).toBe(
    await t.database.prisma.resourceAttachment.count({
      where: { communityId: { not: await room.community() } },
    }),
  );
});
