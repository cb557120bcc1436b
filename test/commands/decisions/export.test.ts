import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { View } from '../../../commands/view/view.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import type { TestRoom } from '../../support/room.js';
import { plainBlanks } from '../../support/text.js';

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

const csv = async (more: { locale: 'en' | 'fr' } = { locale: 'fr' }) =>
  linesOf(await room.say('Nadia', 'décision exporter 1 csv', more));

function linesOf({ blocks }: View): string[] {
  const file = blocks.find((block) => block.type === 'file');
  if (file?.type !== 'file') throw new Error('no file');
  return plainBlanks(file.text).split('\r\n');
}

it('a spreadsheet says the rule on every line, in the words of its reader', async () => {
  const options = 'Samedi\n=1+1\nLundi';
  await room.propose('Nadia', { kind: 'choice', options, max: '2', quorum: '2' });
  await room.do('Nadia', 'decision.vote', {
    decision: '1',
    vote: '1,2',
    reason: 'Dit "oui"; voilà',
  });
  t.clock.set('2026-11-21T10:00:01Z');
  await room.say('Bruno', 'voter 1 blanc');
  expect(await csv()).toEqual([
    '\uFEFFdécision;titre;méthode;seuil;quorum;options;choix par personne;membre;voix;objection;sur le dernier texte;raison',
    'D-1;Ouvrir le samedi;choix;;2;Samedi | =1+1 | Lundi;2;Nadia;Samedi | =1+1;;oui;"Dit ""oui""; voilà"',
    'D-1;Ouvrir le samedi;choix;;2;Samedi | =1+1 | Lundi;2;Bruno;vote blanc;;oui;',
    '',
  ]);
  expect((await csv({ locale: 'en' }))[2]).toBe(
    'D-1,Ouvrir le samedi,choice,,2,Samedi | =1+1 | Lundi,2,Bruno,blank vote,,yes,',
  );
});

it('an objection comes with what became of it; an empty count still has its rule', async () => {
  await room.propose('Nadia');
  expect(await csv()).toEqual([
    expect.stringContaining('décision;titre'),
    'D-1;Ouvrir le samedi;consentement;;0;;;;;;;',
    '',
  ]);
  await room.do('Bruno', 'decision.object', { decision: '1', reason: '+1 contre' });
  expect((await csv())[1]).toBe(
    "D-1;Ouvrir le samedi;consentement;;0;;;Bruno;objection;maintenue;oui;'+1 contre",
  );
});
