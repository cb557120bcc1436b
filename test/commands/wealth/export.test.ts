import { afterAll, beforeAll, expect, it } from 'vitest';
import type { View } from '../../../commands/view/view.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { plainBlanks } from '../../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé');
  await room.say('Nadia', 'richesse ouvrir Festival');
  for (const who of ['Bruno', 'Chloé']) await room.do(who, 'wealth.join', { context: 'Festival' });
});
afterAll(() => t.close());

const fileOf = ({ blocks }: View): string => {
  const file = blocks.find((block) => block.type === 'file');
  if (file?.type !== 'file') throw new Error('no file');
  return plainBlanks(file.text);
};

it('an empty context has an empty export', async () => {
  expect(fileOf(await room.say('Nadia', 'richesse exporter Festival'))).toBe(
    '\uFEFFrepère;jour;période;de;vers;nature;quoi;quantité;unité;dont TVA;justificatifs\r\n',
  );
});

it('says every validated movement, its period and its ends, in the words of its reader', async () => {
  await room.say('Nadia', 'déclarer 3h communication "=1+1; affiche" contexte:Festival');
  await room.say('Chloé', 'déclarer 12,50 € argent "billet" sens:reçu contexte:Festival');
  await room.say('Bruno', 'déclarer 9h soin "sieste" contexte:Festival');
  for (const number of ['1', '2']) await room.say('Bruno', `richesse valider ${number}`);
  await room.say('Nadia', 'période clore Festival');
  await room.fill('Nadia', {});
  await room.say('Nadia', 'période régler Festival');
  await room.fill('Nadia', {});
  await room.do('Nadia', 'wealth.correct', { contribution: '1', reason: 'Non', quantity: '2h' });
  await room.fill('Nadia', { reason: 'Compté deux fois' });
  expect(fileOf(await room.say('Bruno', 'richesse exporter Festival'))).not.toContain('R-4');
  await room.say('Bruno', 'richesse valider 4');
  expect(fileOf(await room.say('Bruno', 'richesse exporter Festival')).split('\r\n')).toEqual([
    '\uFEFFrepère;jour;période;de;vers;nature;quoi;quantité;unité;dont TVA;justificatifs',
    `R-1;2026-11-21;1;Nadia;Festival;communication;"'=1+1; affiche";180;min;;`,
    'R-2;2026-11-21;1;Festival;Chloé;argent;billet;12,50;EUR;;',
    `R-4;2026-11-21;2;Nadia;Festival;communication;"'=1+1; affiche";-60;min;;`,
    '',
  ]);
  const english = await room.say('Bruno', 'wealth export Festival', { locale: 'en' });
  expect(fileOf(english)).toContain('R-2,2026-11-21,1,Festival,Chloé,money,billet,12.50,EUR');
});

it('comes in every format, and keeps what a discreet context keeps', async () => {
  await play(room, [
    [
      'Nadia',
      '/richesse exporter Festival hledger',
      ['account Equity:Members:Nadia', '-180 MINUTE'],
    ],
    ['Nadia', '[beancount]', ['open Equity:Members:Nadia', '12.50 EUR']],
    ['Nadia', '[FEC]', ['JournalCode\tJournalLib', '12,50', '467000']],
    ['Nadia', '[ValueFlows]', ['vf:EconomicEvent', '"12.50"']],
    ['Nadia', '/richesse exporter Festival période:2 tableur', 'R-4'],
  ]);
  await room.do('Nadia', 'wealth.open-context', { name: 'Soins', sees: 'validators' });
  await play(room, [['Nadia', '/richesse exporter Soins', 'un export le dirait']]);
});
