import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../../commands/view/view.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { plainBlanks, textOf } from '../../support/text.js';

/** Eight people and a festival over two months: what they gave, and what became of it. */

const PEOPLE = ['Nadia', 'Bruno', 'Chloé', 'Dao', 'Emma', 'Farid', 'Gaëlle', 'Hugo'] as const;
const NATURES = ['production', 'communication', 'soin', 'animation', 'mise en joie'] as const;
const QUANTITIES = ['1h', '2h', '1h30', '45 min', '12,50 €', '4 kg', '3 kWh', '20 km'] as const;

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  t.clock.set('2026-09-21T10:00:00Z');
  room = t.room();
  await room.arrive(...PEOPLE);
  await room.say('Nadia', 'richesse ouvrir Festival');
  for (const who of PEOPLE.slice(1)) await room.do(who, 'wealth.join', { context: 'Festival' });
});
afterAll(() => t.close());

const at = <T>(all: readonly T[], index: number): T => all[index % all.length] as T;

const fileOf = ({ blocks }: View): string => {
  const file = blocks.find((block) => block.type === 'file');
  if (file?.type !== 'file') throw new Error('no file');
  return plainBlanks(file.text);
};

describe('a festival', () => {
  it('is declared by everybody, forty times, and looked at by others', async () => {
    for (let index = 0; index < 40; index++) {
      const who = at(PEOPLE, index);
      const quantity = at(QUANTITIES, index + Math.floor(index / 8));
      const nature = at(NATURES, index);
      const line = `déclarer ${quantity} ${nature} "tâche ${index + 1}" contexte:Festival joie:${(index % 5) + 1}`;
      expect(textOf(await room.say(who, line))).toContain(`R-${index + 1}`);
      if (index === 17) continue;
      const by = at(PEOPLE, index + 1 + (index % 6));
      expect(textOf(await room.say(by, `richesse valider ${index + 1}`)), by).toContain('validée');
    }
  });

  it('is paid for by its people, twelve times, and each one is looked at by another', async () => {
    for (let index = 0; index < 12; index++) {
      const who = at(PEOPLE, index);
      const vat = index % 3 === 0 ? ' tva:1,75€' : '';
      const line = `frais déclarer ${10 + index},50€ "achat ${index + 1}" contexte:Festival${vat}`;
      expect(textOf(await room.say(who, line))).toContain(`E-${index + 1}`);
      const by = at(PEOPLE, index + 1);
      expect(textOf(await room.say(by, `frais approuver ${index + 1}`)), by).toContain('Approuvée');
      if (index >= 8) continue;
      const paid = textOf(await room.say('Nadia', `frais rembourser ${index + 1}`));
      expect(paid).toContain('Remboursée');
    }
    // 18,50 + 19,50 + 20,50 + 21,50 are left.
    expect(textOf(await room.say('Hugo', 'frais liste Festival'))).toContain(
      'À rembourser : 80 €. Remboursé : 112 €.',
    );
  });

  it('has a disagreement that people settle, and a silence that settles itself', async () => {
    await play(room, [
      ['Bruno', '/richesse chiffre 1 30min raison:"Une demi-heure, je crois."', 'verriez plutôt'],
      ['', 'sees', 'Bruno verrait plutôt 30 min'],
      ['Nadia', '/richesse voir 1', 'Attend d’être validée'],
      ['Emma', '/richesse valider 1', 'Elle attend d’être validée.'],
      ['Farid', '/richesse valider 1', 'Elle est validée.'],
    ]);
    await t.pass(8 * 86_400_000);
    expect(textOf(await room.say('Hugo', 'richesse voir 18'))).toContain('Validée.');
  });

  it('closes, is corrected afterwards, and teaches something', async () => {
    await room.say('Nadia', 'période clore Festival');
    expect(textOf(await room.fill('Nadia', {}))).toContain('40 contributions validées');
    await room.say('Nadia', 'période régler Festival');
    await room.fill('Nadia', {});
    for (const [who, number, quantity] of [
      ['Nadia', '1', '2h'],
      ['Bruno', '2', '1h'],
    ] as const) {
      await room.do(who, 'wealth.correct', { contribution: number, quantity, reason: 'Recompté' });
      await room.fill(who, {});
    }
    for (const number of ['41', '42']) {
      expect(textOf(await room.say('Chloé', `richesse valider ${number}`))).toContain('validée');
    }
    for (const [who, kind] of [
      ['Dao', 'good'],
      ['Emma', 'improve'],
      ['Farid', 'try'],
    ] as const) {
      const said = { context: 'Festival', kind, text: 'Plus de fanfares', anonymous: 'oui' };
      expect(textOf(await room.do(who, 'wealth.retro-add', said))).toContain('sans votre nom');
    }
  });

  it('has a matrix in which every hour and every cent is found again', async () => {
    const text = textOf(await room.say('Nadia', 'richesse matrice Festival'));
    for (const who of PEOPLE) expect(text).toContain(`${who} | `);
    expect(text).toContain('54 contributions validées.');
    expect(text).toContain('frais | 192 €');
    const csv = fileOf(await room.say('Nadia', 'richesse exporter Festival'));
    const rows = csv
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(';'));
    expect(rows).toHaveLength(42 + 12 + 8);
    const minutes = rows
      .filter((row) => row.at(-3) === 'min')
      .reduce((sum, row) => sum + Number(row.at(-4)), 0);
    const fec = fileOf(await room.say('Nadia', 'richesse exporter Festival FEC'));
    const euros = rows.filter((row) => row.at(-3) === 'EUR');
    const taxed = euros.filter((row) => row.at(-2) === '1,75');
    expect(taxed).toHaveLength(4);
    expect(fec.trimEnd().split('\r\n')).toHaveLength(1 + 2 * euros.length + taxed.length);
    const hledger = fileOf(await room.say('Nadia', 'richesse exporter Festival hledger'));
    const posted = [...hledger.matchAll(/Assets:\S+ {2}(-?\d+) MINUTE/g)];
    expect(posted.reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(minutes);
    const owed = [...hledger.matchAll(/Liabilities:\S+ {2}(-?[\d.]+) EUR/g)];
    expect(owed.reduce((sum, [, amount]) => sum + Math.round(Number(amount) * 100), 0)).toBe(-8000);
  });

  it('shares 1,200 € by the rule the group consents to, to the cent', async () => {
    await play(room, [
      ['Nadia', '/richesse répartir 1200€ contexte:Festival', 'Sur 42 contributions validées.'],
      ['Nadia', '/partage décider P-1 "selon le temps"', 'Proposer cette répartition'],
      ['Nadia', { closes: 'demain 18h' }, 'D-1'],
      ['Bruno', '/voter 1 je consens', 'vous consentez'],
    ]);
    await t.pass(3 * 86_400_000);
    const view = await room.press('Nadia', 'Lister les paiements');
    const text = textOf(view);
    expect(text).toContain('0 € payés sur 1 200 €');
    const paid = [...text.matchAll(/ \| ([\d ]+(?:,\d\d)?) € \|/g)].map(([, amount = '']) =>
      Math.round(Number(amount.replaceAll(' ', '').replace(',', '.')) * 100),
    );
    expect(paid.reduce((sum, cents) => sum + cents, 0)).toBe(120_000);
  });
});

describe('after a meeting', () => {
  it('those who came are asked once, privately, what they may want to declare', async () => {
    await room.do('Emma', 'agenda.add', { name: 'Bilan', when: 'après-demain 18h' });
    await room.do('Farid', 'agenda.answer', { event: 'A-1', presence: 'yes' });
    await t.pass(4 * 86_400_000);
    await play(room, [['Farid', 'sees', ['Après « Bilan »', 'Rien ne vous y oblige.']]]);
    expect((await room.seen('Hugo')).join()).not.toContain('Après « Bilan »');
    expect((await room.seen()).join()).not.toContain('Après « Bilan »');
  });
});
