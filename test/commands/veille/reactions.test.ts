import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Invocation } from '../../../commands/registry/invocation.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { textOf } from '../../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t?.close());
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé');
});

/** Nothing answers there. */
const page = (name: string): string => `http://127.0.0.1:9/${name}`;
const heeds = (sign: string, roomId = room.roomId) =>
  t.house.registry.heeds({ platform: 'web', roomId, sign });
async function react(who: string, text: string, more: Partial<Invocation> = {}) {
  const message = { text, author: null, link: 'https://chat.example/1', at: t.clock.now() };
  const request = { type: 'on-reaction' as const, command: 'veille.gather', message };
  const view = await room.send(who, request, more);
  expect(view.form).toBeNull();
  expect(view.audience).not.toBe('room');
  return textOf(view);
}
const shares = async () => {
  const where = { communityId: await room.community() };
  return t.database.prisma.resourceShare.findMany({ where });
};

it('a room listens to the sign that it chose, and to no other room’s', async () => {
  expect(await heeds('🔖')).toBeNull();
  await play(room, [
    ['Bruno', '/veille réaction', ['aucune réaction', '/veille réaction 🔖']],
    ['Bruno', '/veille réaction 🔖', 'revient aux personnes qui facilitent'],
    ['Nadia', '/veille réaction blop', '« blop » n’est pas un signe'],
    ['Nadia', '/veille réaction signe:❤️', ['❤ est choisi', '[Ne plus l’écouter]']],
    ['', 'sees', ['Ici, ❤ sous un message ajoute ses liens à la veille', 'leur menu propose']],
  ]);
  expect(await heeds('❤')).toBe('veille.gather');
  expect(await heeds('❤️')).toBe('veille.gather');
  expect(await heeds('🔖')).toBeNull();
  expect(await heeds('❤', 'ailleurs')).toBeNull();
  await play(room, [
    ['Nadia', '/veille réaction 🔖', '🔖 est choisi'],
    ['Bruno', '/veille réaction', 'Ici, 🔖 sous un message'],
  ]);
  expect(await heeds('❤')).toBeNull();
  await room.say('Nadia', 'veille réaction rien');
  expect(await heeds('🔖')).toBeNull();
});

it('the same event is done once; the same gesture again does nothing more', async () => {
  const text = `${page('a')} ${page('b')}`;
  expect(await react('Bruno', text, { eventId: 'one' })).toContain('2 liens');
  expect(await react('Bruno', text, { eventId: 'one' })).toContain('C’est déjà enregistré');
  expect(await react('Bruno', text, { eventId: 'two' })).toContain('2 liens');
  expect((await shares()).length).toBe(2);
  expect(await react('Bruno', page('a'))).toContain('Vous avez déjà partagé cette page ici');
});

it('a message may hold many links, and some that are refused', async () => {
  const many = ['c', 'd', 'e', 'f', 'g', 'h', 'i'].map(page).join(', ');
  const answer = await react('Bruno', many);
  expect(answer).toContain('5 liens de ce message');
  expect(answer).toContain('2 autres');
  expect((await shares()).length).toBe(5);
  await room.do('Nadia', 'veille.retract', { resource: 'V-1', reason: 'Voilà.' });
  const mixed = await react('Chloé', `${page('c')} ${page('d')}`);
  expect(mixed).toContain('déjà V-2');
  expect(mixed).toContain('V-1 a été retirée');
  expect(await react('Chloé', page('c'))).toContain('V-1 a été retirée');
});

it('an address ends where its sentence does', async () => {
  const wiki = `${page('Eau_(fleuve)')}`;
  await react('Bruno', `Lisez (${wiki}), puis « ${page('x')} ». Et <${page('y?a=1&b=2')}>!`);
  const where = { communityId: await room.community() };
  const found = await t.database.prisma.resource.findMany({ where, orderBy: { number: 'asc' } });
  expect(found.map(({ address }) => address)).toEqual([wiki, page('x'), page('y?a=1&b=2')]);
  for (const none of ['', 'rien', 'javascript:alert(1)', 'http://', 'https://u:p@exemple.org/']) {
    expect(await react('Bruno', none)).toMatch(/ne contient pas de lien|n’est pas une adresse/);
  }
});

it('the sign of another community cannot be taken away', async () => {
  await room.say('Nadia', 'veille réaction 🔖');
  const { id } = await t.database.prisma.room.findFirstOrThrow({
    where: { communityId: await room.community() },
  });
  const other = t.room('autre');
  await other.arrive('Zoé');
  const answer = await other.do('Zoé', 'veille.unsign', { room: id });
  expect(textOf(answer)).toContain('version précédente');
  expect(await heeds('🔖')).toBe('veille.gather');
});
