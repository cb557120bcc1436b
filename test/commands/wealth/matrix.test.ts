import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block, View } from '../../../commands/view/view.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { plainBlanks, textOf } from '../../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé', 'Dao');
});
afterAll(() => t.close());

const PNG = [0x89, 0x50, 0x4e, 0x47];

const imageOf = ({ blocks }: View): Extract<Block, { type: 'image' }> => {
  const image = blocks.find((block) => block.type === 'image');
  if (image?.type !== 'image') throw new Error('no picture');
  return image;
};

/** Width and height of a PNG (RFC 2083 §11.2.2). */
const sizeOf = (data: Uint8Array) => {
  const header = new DataView(data.buffer, data.byteOffset);
  return { width: header.getUint32(16), height: header.getUint32(20) };
};

async function declared(who: string, line: string, by: string): Promise<void> {
  const text = textOf(await room.say(who, `déclarer ${line}`));
  const number = /R-(\d+)/.exec(text)?.[1];
  expect(textOf(await room.say(by, `richesse valider ${number}`)), text).toContain('juste');
}

describe('the matrix of a context', () => {
  it('says what will live there while nothing is validated', async () => {
    await room.say('Nadia', 'richesse ouvrir Festival');
    for (const who of ['Bruno', 'Chloé', 'Dao']) {
      await room.do(who, 'wealth.join', { context: 'Festival' });
    }
    await play(room, [
      ['Nadia', '/richesse matrice Festival', 'Rien n’est encore validé dans Festival'],
      ['Nadia', '/richesse moi', 'Rien de validé à votre nom'],
    ]);
  });

  it('is a table and a picture that says the same in words', async () => {
    await declared('Nadia', '3h communication "affiche" contexte:Festival joie:5', 'Bruno');
    await declared('Bruno', '1h30 communication "tracts" contexte:Festival joie:4', 'Nadia');
    await declared('Chloé', '2h soin "repas" contexte:Festival joie:4', 'Nadia');
    await declared('Chloé', '25 € matériel "tomates" contexte:Festival', 'Nadia');
    await declared('Dao', '40 € argent "billet" contexte:Festival sens:reçu', 'Nadia');
    await declared('Nadia', '1h soin "écoute" contexte:Festival avec:Bruno', 'Chloé');
    await room.say('Dao', 'déclarer 9h soin "sieste" contexte:Festival');
    await room.say('Bruno', 'merci Chloé "le repas" contexte:Festival');
    const view = await room.say('Nadia', 'richesse matrice Festival');
    const text = textOf(view);
    for (const line of [
      'Nadia | 4 h | – | –',
      'Bruno | 1 h 30 | 1 h | –',
      'Chloé | 2 h, 25 € | – | 1',
      'Dao | – | 40 € | –',
      'communication | 4 h 30 | 2',
      'Joie | 😄 une grande joie × 1, 🙂 de la joie × 2',
      '6 contributions validées. 1 attend encore et ne compte pas.',
      'rien n’en est additionné',
      '[Flux]',
    ]) {
      expect(text).toContain(line);
    }
    const { data, alt, mediaType } = imageOf(view);
    expect(mediaType).toBe('image/png');
    expect([...data.subarray(0, 4)]).toEqual(PNG);
    expect(sizeOf(data).width).toBe(1800);
    expect(plainBlanks(alt)).toContain('qui: Nadia, donné: 4 h');
  });

  it('shows flows, both ways between two people, unit by unit', async () => {
    await declared('Bruno', '30 min soin "thé" contexte:Festival avec:Nadia', 'Chloé');
    const view = await room.say('Nadia', 'richesse flux Festival');
    const text = textOf(view);
    expect(text).toContain('Nadia | Bruno | 1 h');
    expect(text).toContain('Bruno | Nadia | 30 min');
    expect(text).toContain('Festival | Dao | 40 €');
    expect([...imageOf(view).data.subarray(0, 4)]).toEqual(PNG);
    const money = await room.press('Nadia', 'Une autre unité', 'cent');
    expect(imageOf(money).alt).toContain('argent');
    await play(room, [
      ['Nadia', '/richesse flux Festival unité:argent', '40 €'],
      ['Nadia', '/richesse flux Festival unité:pommes', '« pommes » n’est pas dans la liste'],
      ['Nadia', '/richesse matrice Festival période:7', 'Festival n’a pas de période 7.'],
    ]);
  });

  it('follows one period after the other', async () => {
    await room.say('Nadia', 'période clore Festival');
    await room.fill('Nadia', {});
    await room.say('Nadia', 'période régler Festival');
    await room.fill('Nadia', {});
    await declared('Bruno', '1h production "bilan" contexte:Festival', 'Nadia');
    const view = await room.say('Nadia', 'richesse évolution Festival');
    expect(textOf(view)).toContain('2 | 1 h | 1');
    expect([...imageOf(view).data.subarray(0, 4)]).toEqual(PNG);
    const second = textOf(await room.say('Nadia', 'richesse matrice Festival période:2'));
    expect(second).toContain('Bruno | 1 h');
    expect(second).not.toContain('Chloé');
  });

  it('has a page of one’s own', async () => {
    const text = textOf(await room.say('Chloé', 'richesse moi'));
    expect(text).toContain('Festival | 2 h, 25 €');
    expect(text).not.toContain('Nadia');
  });

  it('shows sums and one’s own line where the rule says so', async () => {
    await room.do('Nadia', 'wealth.open-context', { name: 'Soins', sees: 'validators' });
    for (const who of ['Bruno', 'Chloé', 'Dao']) {
      await room.do(who, 'wealth.join', { context: 'Soins' });
    }
    for (const who of ['Nadia', 'Bruno', 'Chloé']) {
      await room.say(who, 'déclarer 1h soin "visite" contexte:Soins');
    }
    await room.say('Chloé', 'déclarer 7h animation "veillée" contexte:Soins');
    await t.pass(8 * 86_400_000);
    const seen = textOf(await room.say('Bruno', 'richesse matrice Soins'));
    expect(seen).toContain('Bruno | 1 h');
    expect(seen).toContain('soin | 3 h | 3');
    expect(seen).toContain('sommes d’au moins 3 personnes');
    expect(seen).not.toMatch(/Chloé|Nadia|7 h|animation/);
    const alts = imageOf(await room.say('Bruno', 'richesse matrice Soins')).alt;
    expect(alts).not.toMatch(/Chloé|Nadia/);
  });
});
