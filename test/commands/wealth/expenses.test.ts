import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../../commands/view/view.js';
import { festivalRoom } from '../../support/festival.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { tables } from '../../support/tables.js';
import { textOf } from '../../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  room = await festivalRoom(t);
});
afterAll(() => t.close());

/** The file in an answer. */
const fileOf = ({ blocks }: View): string =>
  blocks.find((block) => block.type === 'file')?.text ?? '';

const RECEIPT = 'https://exemple.org/ticket-hippocampe.jpg';

describe('an expense', () => {
  it('is declared, found right by somebody else, then paid back, with who and when', async () => {
    await play(room, [
      ['Bruno', '/frais', 'Pas encore de note de frais. Pour la première : /frais déclarer'],
      [
        'Bruno',
        `/frais déclarer 45,20€ peinture contexte:Festival tva:7,53€ jour:hier justificatif:${RECEIPT}`,
        [
          'C’est déclaré : E-1.',
          'Payé par Bruno pour Festival, vendredi 20 novembre.',
          '45,20 € · dont 7,53 € de TVA',
          'Attend d’être approuvée (0 sur 1).',
          RECEIPT,
          'Le silence n’approuve rien.',
          '[Corriger]',
        ],
      ],
      ['', 'sees', ['E-1 · peinture', '45,20 €', '[C’est juste]']],
      ['Nadia', 'sees', ['Votre regard sur E-1 : peinture', '[C’est juste]']],
      ['Bruno', '/frais approuver E-1', 'Personne ne juge sa propre note de frais'],
      ['Dao', '/frais approuver E-1', 'Seules les personnes qui ont pris part à Festival'],
      ['Nadia', '/frais rembourser E-1', 'attend d’être approuvée : ce geste vient après'],
      [
        'Chloé',
        '/frais approuver E-1',
        ['E-1 vous semble juste', 'Approuvée par Chloé', 'À rembourser à Bruno', RECEIPT],
      ],
      ['Chloé', '/frais approuver 1', 'Vous avez déjà approuvé E-1'],
      ['Bruno', '/frais rembourser E-1', 'Ce geste revient à qui a ouvert le contexte'],
      ['Chloé', '/frais liste Festival', 'À approuver : 0 €. À rembourser : 45,20 €.'],
      [
        'Nadia',
        '/frais rembourser E-1',
        ['E-1 est notée remboursée.', 'Remboursée à Bruno : Nadia l’a noté samedi 21 novembre'],
      ],
      ['Bruno', 'sees', ['Votre note de frais E-1 : peinture', 'Nadia l’a noté']],
      ['Bruno', '/frais retirer E-1', 'E-1 est remboursée. Si c’est une erreur'],
      ['Nadia', '[Marquer à rembourser]', ['de nouveau à rembourser', 'Approuvée par Chloé']],
      ['Nadia', '[Marquer remboursée]', 'Remboursée à Bruno'],
      ['Dao', '/frais voir E-1', ['Le justificatif, s’il y en a un', 'la note à rembourser']],
    ]);
    expect(textOf(await room.say('Dao', 'frais voir 1'))).not.toContain('hippocampe');
  });

  it('is refused with a reason, corrected, and looked at anew; nothing is deleted', async () => {
    await play(room, [
      ['Chloé', '/frais déclarer 90€ repas contexte:Festival tva:95€', 'La TVA est une part'],
      ['Chloé', { vat: '' }, 'C’est déclaré : E-2.'],
      ['Chloé', '/frais refuser E-2', 'Refuser cette note'],
      ['Chloé', { reason: 'Non' }, 'Ce geste revient à qui a ouvert le contexte'],
      ['Nadia', '/frais refuser E-2', 'Refuser cette note'],
      ['Nadia', { reason: 'Il manque le ticket' }, 'Refusée par Nadia'],
      ['Chloé', 'sees', ['Votre note de frais E-2 : repas', 'Il manque le ticket', '[Corriger]']],
      ['Bruno', '/frais approuver E-2', 'E-2 est refusée. Qui a payé peut la corriger'],
      ['Chloé', '/frais corriger E-2', 'Corriger la note de frais'],
      [
        'Chloé',
        { amount: '80 €', reason: 'Le ticket dit 80', receipt: RECEIPT },
        [
          'E-2 est corrigée.',
          '80 €',
          'Attend d’être approuvée',
          'déclare 90 €, samedi',
          'la refuse, ',
        ],
      ],
      ['Chloé', '/frais corriger E-2', 'Corriger la note de frais'],
      ['Chloé', { reason: 'Rien' }, 'rien à corriger'],
      ['Bruno', '/frais approuver E-2', 'Approuvée par Bruno'],
      ['Bruno', '[Revenir sur mon accord]', 'Attend d’être approuvée (0 sur 1).'],
      ['Bruno', '/frais reprendre E-2', 'Vous n’avez pas approuvé E-2.'],
      ['Bruno', '/frais approuver E-2', 'Approuvée par Bruno'],
      ['Chloé', '/frais retirer E-2', 'E-2 est retirée.'],
      ['Chloé', '[Rétablir]', ['E-2 est de nouveau déclarée.', 'Approuvée par Bruno']],
    ]);
  });

  it('may be written for who paid, who is told, and neither judges it', async () => {
    await play(room, [
      [
        'Nadia',
        '/frais déclarer 12€ clous contexte:Festival payé-par:Dao',
        ['E-3', 'Payé par Dao pour Festival', 'écrit par Nadia'],
      ],
      ['Dao', 'sees', ['Écrit pour vous : E-3, clous', 'Nadia l’a écrit en votre nom']],
      ['Nadia', '/frais approuver E-3', 'Personne ne juge'],
      ['Dao', '/frais approuver E-3', 'Personne ne juge'],
      ['Dao', '/frais retirer E-3', 'E-3 est retirée.'],
      ['Dao', '/frais voir 99', 'Il n’y a pas de note de frais E-99 ici.'],
      ['Dao', '/frais voir pomme', 'n’est pas une note de frais'],
    ]);
  });

  it('is part of the matrix, as euros given, and of every export', async () => {
    await play(room, [
      [
        'Chloé',
        '/richesse matrice Festival',
        ['Bruno | 45,20 € | 45,20 €', 'Chloé | 80 € | ', 'frais | 125,20 €'],
      ],
      ['Bruno', '/richesse moi', 'Festival | 45,20 € | 45,20 €'],
    ]);
    const csv = fileOf(await room.say('Chloé', 'richesse exporter Festival')).split('\r\n');
    expect(csv).toContainEqual(
      expect.stringMatching(/^E-1;2026-11-20;1;Bruno;Festival;frais;peinture;45,20;EUR;7,53;$/),
    );
    expect(csv).toContainEqual(
      expect.stringMatching(/^E-1;2026-11-21;1;Festival;Bruno;frais;peinture;45,20;EUR;;$/),
    );
    expect(csv).toContainEqual(expect.stringMatching(/^E-2;.*;80,00;EUR;;$/));
    const workbook = await room.say('Chloé', 'richesse exporter Festival XLSX');
    expect(fileOf(workbook).split('\r\n')).toEqual(csv);
    const data = workbook.blocks.find((block) => block.type === 'file')?.data ?? new Uint8Array();
    const sheet = unzipSync(data)['xl/worksheets/sheet1.xml'];
    expect(new TextDecoder().decode(sheet)).toContain('<v>7.53</v></c>');
    const journal = fileOf(await room.say('Chloé', 'richesse exporter Festival hledger'));
    expect(journal).toContain(
      '    Expenses:Festival:Frais  37.67 EUR\n    Assets:Festival:VAT  7.53 EUR\n    Liabilities:Members:Bruno  -45.20 EUR',
    );
    expect(journal).toContain(
      '    Liabilities:Members:Bruno  45.20 EUR\n    Assets:Festival:Cash  -45.20 EUR',
    );
    const fec = fileOf(await room.say('Chloé', 'richesse exporter Festival FEC'));
    expect(fec).toContain('44566');
  });

  it('keeps its receipt from the database, the log and other eyes', async () => {
    const all = await tables(t.database);
    const { expenses = [] } = all;
    expect(expenses.filter(({ receipt }) => receipt !== '')).toHaveLength(2);
    for (const { receipt } of expenses) expect(String(receipt)).toMatch(/^(?:v1\.[\w-]{8}\.|$)/);
    expect(JSON.stringify([all, t.log.lines])).not.toContain('hippocampe');
    const seen = [...(await room.seen()), ...(await room.seen('Dao'))].join('\n');
    expect(seen).not.toContain('hippocampe');
  });

  it('freezes with its period, but for being paid back; what waits goes to the next one', async () => {
    await play(room, [
      ['Bruno', '/frais déclarer 5€ colle contexte:Festival', 'E-4'],
      ['Nadia', '/période clore Festival', 'Clore'],
      ['Nadia', {}, 'close'],
      ['Chloé', '/frais corriger E-2 80,50€ repas "oubli"', 'Corriger'],
      ['Chloé', {}, 'Aucune période n’est ouverte'],
      ['Bruno', '/frais reprendre E-2', 'E-2 est dans une période close'],
      ['Nadia', '/période régler Festival', 'La période'],
      ['Nadia', {}, 'ouverte'],
      ['Nadia', '/frais rembourser E-2', 'Remboursée à Chloé'],
      ['Nadia', '/frais approuver E-4', 'Approuvée par Nadia'],
      ['Nadia', '/richesse matrice Festival période:1', ['Bruno | 45,20 €', 'frais | 125,20 €']],
      ['Nadia', '/richesse matrice Festival période:2', ['Bruno | 5 €', 'Chloé | – | 80 €']],
    ]);
  });
});

describe('in a context whose rule keeps declarations from some', () => {
  const SECRETS = ['narval turquoise', '777,31', 'ticket-narval'];

  it('an expense is seen by who paid, who is asked, and who pays back; and by nobody else', async () => {
    await room.do('Nadia', 'wealth.open-context', { name: 'Soins', sees: 'validators' });
    for (const who of ['Bruno', 'Chloé', 'Dao']) {
      t.clock.pass(1000);
      await room.do(who, 'wealth.join', { context: 'Soins' });
    }
    await room.do('Chloé', 'wealth.spend', {
      ...{ amount: '777,31 €', what: 'narval turquoise', context: 'Soins' },
      receipt: 'https://exemple.org/ticket-narval',
    });
    await play(room, [
      ['Nadia', 'sees', ['narval turquoise', '777,31 €']],
      ['Nadia', '/frais voir E-5', ['ticket-narval', '[C’est juste]']],
      ['Bruno', '/frais approuver E-5', 'réserve cette contribution à d’autres regards'],
    ]);
    for (const who of ['Bruno', 'Dao']) {
      const seen = [
        ...(await room.seen(who)),
        ...(await room.seen()),
        textOf(await room.say(who, 'frais voir 5')),
        textOf(await room.say(who, 'frais')),
        textOf(await room.say(who, 'richesse matrice Soins')),
      ].join('\n');
      for (const secret of SECRETS) expect(seen, who).not.toContain(secret);
    }
    await t.settle();
    const dump = JSON.stringify([await tables(t.database), t.log.lines]);
    for (const secret of SECRETS) expect(dump).not.toContain(secret);
  });
});
