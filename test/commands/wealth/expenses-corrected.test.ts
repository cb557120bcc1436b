import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../../commands/view/view.js';
import { festivalRoom } from '../../support/festival.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { plainBlanks } from '../../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  room = await festivalRoom(t);
});
afterAll(() => t.close());

const spend = (who: string, what: string, amount: string, more = {}) =>
  room.do(who, 'wealth.spend', { what, amount, context: 'Festival', ...more });

const exported = async (format: string, period = ''): Promise<string> => {
  const view: View = await room.say('Nadia', `richesse exporter Festival ${format} ${period}`);
  return plainBlanks(view.blocks.find((block) => block.type === 'file')?.text ?? '');
};

/** Debits and credits of each account, in cents. */
function balances(fec: string): Map<string, bigint> {
  const all = new Map<string, bigint>();
  const cents = (text = '0,00'): bigint => BigInt(text.replace(',', ''));
  for (const row of fec.split('\r\n').slice(1, -1)) {
    const cells = row.split('\t');
    const account = `${cells[4]} ${cells[7]}`.trim();
    all.set(account, (all.get(account) ?? 0n) + cents(cells[11]) - cents(cells[12]));
  }
  return all;
}

describe('a wrong expense of a closed period', () => {
  let before: { csv: string; fec: string; journal: string };

  it('is closed with a sentence that counts what the matrix shows', async () => {
    await spend('Bruno', 'peinture', '45,20 €', { vat: '7,53 €' });
    await room.say('Chloé', 'frais approuver E-1');
    await spend('Chloé', 'repas', '80 €');
    await play(room, [
      ['Nadia', '/période clore Festival', ''],
      [
        'Nadia',
        {},
        [
          'Aucune contribution validée et 1 note de frais approuvée. Cela ne bouge plus.',
          'Une autre attend : elle ira dans la période suivante.',
        ],
      ],
      ['Nadia', '/richesse matrice Festival période:1', ['Bruno | 45,20 €', '1 ']],
      ['', 'sees', 'Aucune contribution validée et 1 note de frais approuvée. Cela ne bouge plus.'],
      ['Bruno', '/frais voir E-1', ['Période close', '[Corriger]']],
      ['Bruno', '/frais corriger E-1', 'Corriger la note de frais'],
      ['Bruno', { amount: '40 €', reason: 'Deux pots' }, 'Aucune période n’est ouverte'],
      ['Nadia', '/période régler Festival', ''],
      ['Nadia', {}, 'ouverte'],
    ]);
    before = {
      csv: await exported('CSV', 'période:1'),
      fec: await exported('FEC', 'période:1'),
      journal: await exported('hledger', 'période:1'),
    };
  });

  it('is corrected in the open one, where others look at it and only the difference is owed', async () => {
    await play(room, [
      ['Chloé', '/frais corriger E-1', 'Corriger la note de frais'],
      ['Chloé', { reason: 'Non', amount: '1 €' }, 'Seule la personne qui a payé'],
      ['Bruno', '/frais corriger E-1', '45,20'],
      ['Bruno', { reason: 'Rien' }, 'rien à corriger'],
      ['Bruno', '/frais corriger E-1', '45,20'],
      [
        'Bruno',
        { amount: '40 €', vat: '6,67 €', reason: 'Deux pots' },
        [
          'E-3 corrige E-1, dans la période ouverte.',
          'Corrige E-1, d’une période close : 45,20 €, et maintenant 40 €. Bruno a 5,20 € à rendre.',
          'Attend d’être approuvée',
        ],
      ],
      ['Bruno', '/frais voir E-1', ['45,20 €', 'Corrigée par E-3, dans une autre période.']],
      ['Bruno', '/frais corriger E-1', ''],
      ['Bruno', { amount: '39 €', reason: 'Encore' }, 'E-3 corrige déjà cette note'],
    ]);
    expect(await exported('CSV')).not.toContain('annulation');
    await play(room, [
      ['Chloé', '/frais approuver E-3', ['Approuvée par Chloé', 'À rendre par Bruno']],
      ['Chloé', '/frais liste Festival', ['À rembourser : 40 €', 'Bruno : peinture, -5,20 €']],
      ['Nadia', '/richesse matrice Festival période:1', 'Bruno | 45,20 €'],
      ['Nadia', '/richesse matrice Festival période:2', 'Bruno | -5,20 €'],
      ['Nadia', '/frais rembourser E-1', 'Remboursée à Bruno'],
      ['Nadia', '/frais rembourser E-3', 'Rendu par Bruno'],
      ['Nadia', '/frais liste Festival', 'Remboursé : 40 €'],
    ]);
  });

  it('stays as it was in its period, and is undone and said anew in the accounts, to the cent', async () => {
    expect(await exported('CSV', 'période:1')).toBe(before.csv);
    expect(await exported('FEC', 'période:1')).toBe(before.fec);
    expect(await exported('hledger', 'période:1')).toBe(before.journal);
    const csv = await exported('CSV');
    expect(csv).toContain(
      'E-3;2026-11-21;2;Bruno;Festival;frais;annulation : peinture;-45,20;EUR;-7,53;',
    );
    expect(csv).toContain('E-3;2026-11-21;2;Bruno;Festival;frais;peinture;40,00;EUR;6,67;');
    const journal = await exported('hledger');
    expect(journal).toContain(
      '    Expenses:Festival:Frais  -37.67 EUR\n    Assets:Festival:VAT  -7.53 EUR\n    Liabilities:Members:Bruno  45.20 EUR',
    );
    const fec = balances(await exported('FEC'));
    expect([...fec.values()].reduce((sum, one) => sum + one, 0n)).toBe(0n);
    // All is paid: nothing is owed to Bruno any more, and the tax is that of the right amount.
    expect(fec.get('467000 Bruno')).toBe(0n);
    expect(fec.get('445660')).toBe(667n);
  });

  it('may have been nothing at all; taken back, the correction can be made again', async () => {
    await play(room, [
      ['Chloé', '/frais approuver E-2', 'Personne ne juge'],
      ['Nadia', '/frais approuver E-2', 'Approuvée par Nadia'],
      ['Nadia', '/période clore Festival', ''],
      ['Nadia', {}, 'Cela ne bouge plus'],
      ['Nadia', '/période régler Festival', ''],
      ['Nadia', {}, 'ouverte'],
      ['Chloé', '/frais corriger E-2', '80'],
      ['Chloé', { amount: '0', reason: 'Payé par la mairie' }, 'Chloé a 80 € à rendre'],
      ['Chloé', '/frais retirer E-4', 'E-4 est retirée.'],
      ['Chloé', '/frais corriger E-2', '80'],
      ['Chloé', { amount: '90 €', reason: 'Le ticket dit 90' }, 'Il reste 10 € à rembourser'],
      ['Chloé', '/frais rétablir E-4', 'E-5 corrige déjà cette note'],
      ['Chloé', '/frais corriger E-5', '90'],
      ['Chloé', { amount: '95 €', reason: 'Non, 95' }, 'Il reste 15 € à rembourser'],
      ['Chloé', '/frais déclarer 0€ rien contexte:Festival', 'il faut plus que zéro'],
    ]);
  });
});

describe('when somebody who was asked to look leaves', () => {
  it('what they were to approve goes to somebody else, who is told; what they paid stays', async () => {
    await room.do('Dao', 'wealth.join', { context: 'Festival' });
    await spend('Dao', 'clous', '12 €');
    const { prisma } = t.database;
    const asked = async (number: number): Promise<string[]> => {
      const { askedIds } = await prisma.expense.findFirstOrThrow({ where: { number } });
      const members = await prisma.member.findMany({ where: { id: { in: askedIds } } });
      return members.map(({ name }) => name);
    };
    const [first = ''] = await asked(6);
    expect(['Bruno', 'Chloé', 'Nadia']).toContain(first);
    await spend('Bruno', 'ficelle', '3 €');
    await room.do(first, 'ecc.leave-now', { name: 'keep' });
    await t.settle();
    const [next = ''] = await asked(6);
    expect(next).not.toBe(first);
    expect(next).not.toBe('Dao');
    await play(room, [[next, 'sees', 'Votre regard sur E-6 : clous']]);
    expect((await asked(7)).includes(first)).toBe(false);
  });

  it('where nobody else takes part, whoever holds the purse is asked', async () => {
    const own = t.room();
    await own.arrive('Nadia', 'Bruno', 'Chloé');
    await own.do('Nadia', 'ecc.role', { member: 'Bruno', role: 'facilitator' });
    await own.do('Bruno', 'wealth.open-context', { name: 'Jardin' });
    await own.do('Chloé', 'wealth.spend', { what: 'pelle', amount: '9 €', context: 'Jardin' });
    await own.do('Bruno', 'ecc.leave-now', { name: 'keep' });
    await t.settle();
    await play(own, [
      ['Nadia', 'sees', 'Votre regard sur E-1 : pelle'],
      ['Nadia', '/frais approuver E-1', 'À rembourser à Chloé'],
    ]);
    await own.do('Chloé', 'ecc.leave-now', { name: 'keep' });
    await t.settle();
    await play(own, [['Nadia', '/frais rembourser E-1', 'Remboursée à Chloé']]);
  });
});
