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
  await room.arrive('Nadia', 'Bruno', 'Chloé', 'Dao');
});

const cards = async () => (await room.seen()).filter((text) => text.startsWith('La parole'));

it('goes first to who has spoken least, in one card, through a restart', async () => {
  await play(room, [
    ['Nadia', '/agenda parole bilan:oui', 'La file de parole est ouverte'],
    ['Bruno', '[Je demande la parole]', 'vous êtes au rang 1'],
    ['Chloé', '[Je demande la parole]', 'vous êtes au rang 2'],
    ['Bruno', '[Je demande la parole]', 'Vous êtes déjà dans la file'],
    // Nobody facilitates: anybody gives the floor.
    ['Dao', '[Personne suivante]', ['La parole passe', 'Bruno a la parole depuis 11 h']],
  ]);
  await t.pass(3 * 60_000);
  await play(room, [
    // Bruno asks again, then Dao: Dao, who has not spoken, comes before him.
    ['Chloé', '[Personne suivante]', 'Chloé a la parole depuis 11 h 03'],
    ['Bruno', '[Je demande la parole]', 'vous êtes au rang 1'],
    ['Dao', '[Je demande la parole]', 'vous êtes au rang 1'],
    ['', 'sees', 'Chloé a la parole depuis 11 h 03.\n- Dao\n- Bruno (a parlé une fois)'],
  ]);
  await t.restart();
  await t.pass(60_000);
  await play(room, [
    // Asked for again, it is the same queue.
    ['Dao', '/agenda parole', ['- Dao', '- Bruno']],
    ['Chloé', '[Personne suivante]', 'Dao a la parole'],
    ['Bruno', '[Je ne la demande plus]', 'vous ne demandez plus'],
    ['Bruno', '[Je ne la demande plus]', 'Vous n’êtes pas dans la file'],
    ['Dao', '[Personne suivante]', 'La parole est libre : personne n’attend.'],
    ['Dao', '[Personne suivante]', 'Personne ne demande la parole'],
    ['Nadia', '[Fermer la file]', 'La file de parole est fermée'],
  ]);
  const [card = '', ...others] = await cards();
  expect(others).toEqual([]);
  expect(card).toContain('3 personnes ont parlé, en 3 tours.');
  expect(card).toContain('Bruno | 1 | 3 min 0 s | 75 %\nChloé | 1 | 1 min 0 s | 25 %');
  expect(card).not.toContain('[');
});

it('says nothing of who spoke how long when nobody wanted that', async () => {
  await play(room, [
    ['Nadia', '/agenda parole', 'La file de parole est ouverte'],
    ['Bruno', '[Je demande la parole]', 'rang 1'],
    ['Bruno', '[Personne suivante]', 'La parole passe'],
    ['Nadia', '[Fermer la file]', 'fermée'],
  ]);
  const [card = ''] = await cards();
  expect(card).toContain('Une personne a parlé, en 1 tour.');
  expect(card).not.toContain('Bruno');
});

it('is given by who facilitates the meeting, or up by who speaks', async () => {
  await play(room, [
    ['Nadia', '/agenda ajouter "Cercle" aujourd’hui 12h', 'A-1'],
    ['Chloé', '/agenda rôle A-1 facilitation', 'Rôle pris : Chloé'],
  ]);
  await t.at('2026-11-21T11:05:00Z');
  await play(room, [
    ['Bruno', '/agenda parole', 'La file de parole est ouverte'],
    ['Bruno', '[Je demande la parole]', 'rang 1'],
    ['Dao', '[Je demande la parole]', 'rang 2'],
    ['Dao', '[Personne suivante]', 'Ce geste revient à qui facilite la réunion'],
    ['Dao', '[Fermer la file]', 'Ce geste revient à qui facilite la réunion'],
    ['Chloé', '[Personne suivante]', 'Bruno a la parole'],
    ['Bruno', '[Personne suivante]', 'Dao a la parole'],
    ['Chloé', '[Fermer la file]', 'fermée'],
    ['Bruno', '[Je demande la parole]', 'Cette file est fermée'],
  ]);
});

it('left open, is closed after its meeting, unless it is still in use', async () => {
  await room.say('Nadia', 'agenda ajouter "Cercle" "aujourd’hui 12h durée 1h"');
  await t.at('2026-11-21T11:05:00Z');
  await play(room, [
    ['Nadia', '/agenda parole', 'La file de parole est ouverte'],
    ['Bruno', '[Je demande la parole]', 'rang 1'],
  ]);
  await t.at('2026-11-21T11:55:00Z');
  await play(room, [['Dao', '[Personne suivante]', 'Bruno a la parole']]);
  await t.at('2026-11-21T12:10:00Z');
  expect((await cards())[0]).toContain('Bruno a la parole');
  await t.at('2026-11-21T12:26:00Z');
  expect((await cards())[0]).toContain('Une personne a parlé, en 1 tour.');
  await play(room, [['Bruno', '[Je demande la parole]', 'Cette file est fermée']]);
});

it('in which nobody waits, is closed when its meeting ends', async () => {
  await room.say('Nadia', 'agenda ajouter "Cercle" "aujourd’hui 12h durée 1h"');
  await t.at('2026-11-21T11:05:00Z');
  await play(room, [['Nadia', '/agenda parole', 'La file de parole est ouverte']]);
  await t.at('2026-11-21T12:00:00Z');
  expect((await cards())[0]).not.toContain('[');
});

it('is nobody else’s: another community cannot reach it', async () => {
  await room.say('Nadia', 'agenda parole');
  await room.press('Bruno', 'Je demande la parole');
  const asked = (await room.say('Dao', 'agenda parole')).actions[0];
  const act = asked?.type === 'button' ? asked.act : null;
  if (!act) throw new Error('no button to ask');
  const other = t.room();
  await other.arrive('Mallory');
  expect(textOf(await other.act('Mallory', act))).toContain('n’est pas d’ici');
  expect(await cards()).toHaveLength(1);
  expect((await cards())[0]).not.toContain('Mallory');
});

it('two linked accounts are one person', async () => {
  const { press, say } = room;
  await say('Nadia', 'agenda parole');
  await press('Bruno', 'Je demande la parole');
  await press('Dao', 'Je demande la parole');
  const given = await say('Bruno', 'ecc lier');
  const [, code = ''] = /ecc lier ([\w-]+)/.exec(JSON.stringify(given.blocks)) ?? [];
  await play(room, [
    ['Dao', `/ecc lier ${code}`, 'Vos comptes sont liés'],
    ['Nadia', '/agenda parole', '- '],
  ]);
  await play(room, [['Nadia', '[Personne suivante]', ['a la parole', 'Personne ne la demande.']]]);
});
