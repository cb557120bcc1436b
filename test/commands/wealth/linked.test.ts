import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { textOf } from '../../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Bruno 2', 'Chloé');
  await room.do('Nadia', 'wealth.open-context', { name: 'Festival', silence: 'waits' });
  for (const who of ['Bruno', 'Bruno 2', 'Chloé']) {
    t.clock.pass(1000);
    await room.do(who, 'wealth.join', { context: 'Festival' });
  }
});
afterAll(() => t.close());

/** The second account says the code of the first: one voice. */
async function link(): Promise<void> {
  const offered = textOf(await room.do('Bruno', 'ecc.link-accounts'));
  const code = /[A-Z\d]{4}-[A-Z\d]{6}/.exec(offered)?.[0] ?? '';
  const done = await room.do('Bruno 2', 'ecc.link-accounts', { code });
  expect(textOf(done)).toContain('Vos comptes sont liés');
}

it('what one’s other account found right is counted anew as soon as they are one voice', async () => {
  await play(room, [
    ['Bruno', '/déclarer 3h soin "repas" contexte:Festival', 'R-1'],
    ['Bruno 2', '/richesse valider 1', 'validée'],
    ['Nadia', '/déclarer 2h soin "ménage" contexte:Festival', 'R-2'],
    ['Bruno 2', '/richesse valider 2', 'validée'],
    ['Bruno', '/frais déclarer 30€ riz contexte:Festival', 'E-1'],
    ['Bruno 2', '/frais approuver E-1', 'Approuvée'],
    ['Chloé', '/richesse matrice Festival', ['Bruno | 3 h, 30 €', 'Nadia | 2 h']],
  ]);
  await link();
  await t.settle();
  await play(room, [
    ['Chloé', '/richesse voir R-1', 'Attend d’être validée'],
    ['Chloé', '/richesse voir R-2', 'Validée par Bruno'],
    ['Chloé', '/frais voir E-1', 'Attend d’être approuvée (0 sur 1).'],
  ]);
  expect(textOf(await room.say('Chloé', 'richesse matrice Festival'))).not.toContain('3 h');
  const card = (await room.seen()).find((text) => text.startsWith('R-1'));
  expect(card).toContain('Attend d’être validée');
});

it('and again when they part, but nothing of a closed period moves', async () => {
  await room.do('Bruno', 'ecc.part-accounts');
  expect(textOf(await room.fill('Bruno', {}))).toContain('Vos comptes sont séparés');
  await t.settle();
  await play(room, [
    ['Chloé', '/richesse voir R-1', 'Validée par Bruno 2'],
    ['Chloé', '/frais voir E-1', 'Approuvée par Bruno 2'],
    ['Nadia', '/période clore Festival', 'Clore'],
    ['Nadia', {}, 'close'],
  ]);
  await link();
  await t.settle();
  await play(room, [
    ['Chloé', '/richesse voir R-1', 'Validée'],
    ['Chloé', '/richesse matrice Festival', ['Bruno | 3 h, 30 €', 'Nadia | 2 h']],
  ]);
});
