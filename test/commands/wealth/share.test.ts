import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { tables } from '../../support/tables.js';
import { textOf } from '../../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé', 'Dao');
  await room.say('Nadia', 'richesse ouvrir Festival');
  for (const who of ['Bruno', 'Chloé']) await room.do(who, 'wealth.join', { context: 'Festival' });
  const given = [
    ['Nadia', '6h communication "affiche"', 'Bruno'],
    ['Bruno', '3h soin "repas"', 'Nadia'],
    ['Chloé', '3h production "scène"', 'Nadia'],
  ] as const;
  for (const [who, line, by] of given) {
    await room.say(who, `déclarer ${line} contexte:Festival`);
    const number = given.findIndex(([one]) => one === who) + 1;
    expect(textOf(await room.say(by, `richesse valider ${number}`))).toContain('validée');
  }
});
afterAll(() => t.close());

describe('a sum to share', () => {
  it('is shown by several rules side by side, and nothing is done', async () => {
    await play(room, [
      [
        'Nadia',
        '/richesse répartir 1200€ contexte:Festival',
        [
          'P-1 : répartir 1 200 € de Festival',
          'Sur 3 contributions validées.',
          'Nadia | 400 € | 600 €',
          'Bruno | 400 € | 300 €',
          'Sans « par les pairs » : il faut que trois personnes au moins',
          'Au groupe de choisir',
        ],
      ],
      ['Nadia', '[Pourquoi ces montants=time]', 'Nadia : 600 €, pour 6 h sur 12 h.'],
      [
        'Bruno',
        '/richesse répartir 100€ contexte:Festival poids:"soin 2, communication 1"',
        ['33,34 €', ' € | 50 € | 50 €', ' € | 25 € | 0 €', 'soin × 2'],
      ],
      ['Bruno', '[Pourquoi ces montants=equal]', ['33,34 €, une part sur 3.', 'À égalité']],
      [
        'Chloé',
        '/richesse répartir 1200€ contexte:Festival plancher:350€ formule:"heures + 3 * soin"',
        ['Plancher : personne ne reçoit moins de 350 €.', 'Formule : heures + 3 * soin'],
      ],
      ['Chloé', '/richesse répartir 1200€ contexte:Festival formule:"pommes"', '« pommes »'],
      [
        'Dao',
        '/richesse répartir 1200€ contexte:Festival',
        'Seules les personnes qui ont pris part',
      ],
      ['Chloé', '/richesse répartir 3h contexte:Festival', 'n’est pas une somme en euros'],
    ]);
  });

  it('may be shared by peers: none to oneself, read by nobody', async () => {
    await play(room, [
      ['Nadia', '/partage points Festival', 'Vos cent points'],
      ['Nadia', { points: 'Nadia 100' }, 'Aucun point pour vous'],
      ['Nadia', { points: 'Bruno 70, Chloé 20' }, 'Cela fait 90 points'],
      ['Nadia', { points: 'Bruno 77\nChloé 23' }, ['Vos cent points sont partagés.', 'Bruno 77']],
      ['Bruno', '/partage points Festival "Nadia 50, Chloé 50"', 'sont partagés'],
      ['Chloé', '/partage points Festival "Nadia 50, Bruno 50"', 'sont partagés'],
      ['Bruno', '/richesse répartir 300€ contexte:Festival', 'P-'],
    ]);
    const all = await tables(t.database);
    const { peer_points: points = [] } = all;
    expect(points).toHaveLength(3);
    for (const { content } of points) expect(String(content)).toMatch(/^v1\.[\w-]{8}\./);
    expect(JSON.stringify([all, t.log.lines])).not.toContain('Bruno 77');
    const text = textOf(await room.press('Bruno', 'Pourquoi ces montants', 'peers'));
    expect(text).toContain('Bruno : 127 €, pour 127 points reçus sur 300.');
    expect(text).toContain('Ce qu’on donne ne change rien à ce qu’on reçoit.');
  });

  it('opens its decision with it, or neither', async () => {
    // Refused by the decision, when all of the sharing was found right.
    const asked = { share: 'P-1', rule: 'time', closes: '1er mars 2036 18h' };
    const answer = await room.do('Bruno', 'wealth.share-decide', asked);
    expect(textOf(answer)).toContain('trop lointaine');
    const { decisions = [], distributions = [] } = await tables(t.database);
    expect(decisions).toEqual([]);
    expect(distributions.find(({ number }) => number === 1)?.state).toBe('draft');
  });

  it('is decided by the group, then paid by people, and said', async () => {
    await play(room, [
      ['Bruno', '/partage décider P-1 "selon le temps"', 'Proposer cette répartition'],
      ['Bruno', { closes: 'mercredi 18h' }, 'P-1 est à la décision : D-1.'],
      [
        '',
        'sees',
        ['D-1 · P-1 : répartir 1 200 € de Festival', 'Nadia : 600 €, pour 6 h sur 12 h.'],
      ],
      ['Nadia', '/partage adopter P-1', 'n’est pas encore adoptée'],
    ]);
    for (const who of ['Nadia', 'Bruno', 'Chloé']) await room.say(who, 'voter 1 oui');
    await t.at('2026-11-25T17:01:00Z');
    await play(room, [
      ['', 'sees', ['P-1 : la répartition est adoptée', '[Lister les paiements]']],
      ['Bruno', '/partage adopter P-1', 'Ce geste revient à qui a ouvert le contexte'],
      [
        'Nadia',
        '[Lister les paiements]',
        ['0 € payés sur 1 200 €', 'Nadia | 600 € | à payer', '[Marquer payé]'],
      ],
      ['Nadia', '[Marquer payé=Bruno]', ['300 € payés sur 1 200 €', 'Bruno | 300 € | oui']],
      ['Nadia', '[Marquer à payer=Bruno]', '0 € payés sur 1 200 €'],
      ['Chloé', '/partage paiements P-1', 'Chloé | 300 € | à payer'],
      ['Nadia', '/partage adopter P-1', 'P-1 est déjà adoptée'],
      ['Nadia', '/partage paiements P-2', 'P-2 n’est pas adoptée'],
    ]);
    expect(JSON.stringify(await room.complete('Chloé', 'partage pa'))).toContain('paiements');
  });

  it('does not share what a discreet context keeps', async () => {
    await room.do('Nadia', 'wealth.open-context', { name: 'Soins', sees: 'participants' });
    await play(room, [
      ['Nadia', '/richesse répartir 90€ contexte:Soins', 'une répartition dirait qui a donné quoi'],
    ]);
  });
});
