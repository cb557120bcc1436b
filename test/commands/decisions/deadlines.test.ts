import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
  // A Saturday, 11 h in Paris.
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno');
});

describe('a deadline said in ordinary words', () => {
  it.each([
    ['demain 18h', 'le dimanche 22 novembre à 18 h (heure de Paris)'],
    ['dans trois jours', 'le mardi 24 novembre à 18 h (heure de Paris)'],
    ['vendredi à midi', 'le vendredi 27 novembre à 12 h (heure de Paris)'],
    ['lundi en huit', 'le lundi 30 novembre à 18 h (heure de Paris)'],
    ['le 1er décembre', 'le mardi 1er décembre à 18 h (heure de Paris)'],
    ['friday noon', 'le vendredi 27 novembre à 12 h (heure de Paris)'],
  ])('%s is shown back as %s', async (closes, shown) => {
    expect(textOf(await room.propose('Nadia', { closes }))).toContain(
      `J’ai compris : clôture ${shown}`,
    );
  });

  it('is meant, and shown, in the zone of the community', async () => {
    await room.say('Nadia', 'ecc régler');
    await room.fill('Nadia', { zone: 'Réunion' });
    await play(room, [
      ['Nadia', '/ecc réglages', 'Indian/Reunion (il est 14 h)'],
      [
        'Nadia',
        '/proposer "Titre" "Texte" consentement "demain 18h"',
        'le dimanche 22 novembre à 18 h (heure de La Réunion)',
      ],
    ]);
    const decision = await t.database.prisma.decision.findFirstOrThrow({
      where: { communityId: await room.community() },
    });
    expect(decision.closesAt).toEqual(new Date('2026-11-22T14:00:00Z'));
  });

  it.each([
    ['hier', '« hier » est déjà passé.'],
    ['à la saint-glinglin', 'Je n’ai pas compris « à la saint-glinglin »'],
    ['le 31 février', '« le 31 février » : ce jour n’existe pas.'],
    [
      'la semaine prochaine',
      'peut se lire : lundi 23 novembre à 18 h / mercredi 25 novembre à 18 h / vendredi 27 novembre à 18 h. Précisez la date.',
    ],
    ['dans trois ans', 'trop lointaine : 366 jours au plus'],
  ])('%s is asked again, kept as it was typed', async (closes, fault) => {
    const answer = await room.propose('Nadia', { closes });
    const field = answer.form?.fields.find(({ name }) => name === 'closes');
    expect(field?.value).toBe(closes);
    expect(textOf(answer)).toContain(fault);
    expect(textOf(await room.fill('Nadia', { closes: 'demain 18h' }))).toContain('D-1 est publiée');
  });
});

describe('a deadline already given', () => {
  it('is corrected by its author, earlier only while nobody has voted', async () => {
    await room.propose('Nadia');
    await play(room, [
      ['Nadia', '[Corriger la date]', 'Nouvelle échéance'],
      ['Nadia', { closes: 'lundi 9h' }, 'La clôture est maintenant le lundi 23 novembre à 9 h.'],
      [
        '',
        'sees',
        [
          'D-1 : nouvelle échéance',
          '« Ouvrir le samedi » est maintenant le lundi 23 novembre à 9 h.',
        ],
      ],
      ['Bruno', '/voter 1 je consens', 'jusqu’au lundi 23 novembre à 9 h'],
      [
        'Nadia',
        '/décision échéance 1 "demain 9h"',
        'seulement repoussée après le lundi 23 novembre à 9 h',
      ],
      ['Nadia', { closes: 'mardi 9h' }, 'La clôture est maintenant le mardi 24 novembre à 9 h.'],
    ]);
    await t.at('2026-11-23T08:00:01Z');
    expect(await room.card()).toContain('[Je consens]');
    await t.at('2026-11-24T08:00:01Z');
    expect(await room.card()).toContain('Adoptée');
  });

  it('cannot be moved once it has passed, even before the count', async () => {
    await room.propose('Nadia', { closes: 'demain 18h' });
    t.clock.set('2026-11-22T17:00:00.000Z');
    await play(room, [
      ['Bruno', '/voter 1 je consens', 'Ce vote est clos depuis le dimanche 22 novembre à 18 h.'],
      ['Nadia', '/décision prolonger 1 "mardi 9h"', 'Ce vote est clos'],
      ['Nadia', '/décision modifier 1 "Autre" "Autre"', 'Ce vote est clos'],
      ['Nadia', '/décision clore 1', 'Clore maintenant ?'],
      ['Nadia', { reason: 'Assez.' }, 'Ce vote est clos'],
      ['Nadia', '/décision retirer 1', 'Retirer la proposition ?'],
      ['Nadia', { reason: 'Perdu d’avance.' }, 'Ce vote est clos'],
      ['', 'sees', 'Sans décision : aucune objection maintenue, 0 consentement'],
    ]);
  });

  it('takes votes to the last millisecond', async () => {
    await room.propose('Nadia', { closes: 'demain 18h' });
    await room.seen();
    t.clock.set('2026-11-22T16:59:59.999Z');
    const answer = await room.say('Bruno', 'voter 1 je consens');
    expect(textOf(answer)).toContain('C’est noté');
    await t.at('2026-11-22T17:00:00.000Z');
    expect(await room.card()).toContain('1 consentement');
  });
});

describe('a decision ended by hand', () => {
  it('is closed with a reason that everybody reads, and undone', async () => {
    await room.propose('Nadia');
    await room.say('Bruno', 'voter 1 je consens');
    await play(room, [
      ['Nadia', '/voir 1', '[Conduire la décision]'],
      ['Nadia', '[Conduire la décision]', '[Clore maintenant]'],
      [
        'Nadia',
        '[Clore maintenant]',
        ['Clore maintenant ?', 'Les voix données jusqu’ici seront comptées tout de suite.'],
      ],
      ['Nadia', { reason: 'On est d’accord.' }, ['La décision est close.', '[Annuler et rouvrir]']],
      [
        '',
        'sees',
        [
          'Adoptée : aucune objection maintenue, 1 consentement',
          'Close avant l’échéance : On est d’accord.',
        ],
      ],
      ['Nadia', '/voir 1', '[Rouvrir] [Reprendre ce texte]'],
      ['Nadia', '[Rouvrir]', 'Rouvrir la décision'],
      ['Nadia', { closes: 'mardi 9h' }, 'rouverte jusqu’au mardi 24 novembre à 9 h'],
      ['', 'sees', ['Les voix données comptent toujours.', '1 voix sur 2']],
    ]);
    await t.at('2026-11-24T08:00:01Z');
    await play(room, [
      ['', 'sees', 'Adoptée : aucune objection maintenue, 1 consentement'],
      ['Nadia', '/décision rouvrir 1 "jeudi 9h"', 'est allé à son terme : son résultat reste'],
    ]);
  });

  it('is withdrawn, says so, and can be taken up again', async () => {
    await room.propose('Nadia');
    await play(room, [
      ['Nadia', '[Retirer]', 'Retirer la proposition ?'],
      ['Nadia', { reason: 'Mal écrite.' }, 'La proposition est retirée.'],
      ['', 'sees', ['D-1 : proposition retirée', 'Retirée : Mal écrite.']],
      ['Bruno', '/voter 1 je consens', 'D-1 a été retirée.'],
      ['Bruno', '/décisions closes', 'D-1 Ouvrir le samedi | retirée'],
      ['Nadia', '/décision conclure 1 "Rien."', 'D-1 n’est pas close'],
      ['Nadia', '/décision rouvrir 1 "mardi 9h"', 'rouverte jusqu’au mardi'],
      ['Bruno', '/voter 1 je consens', 'vous consentez'],
    ]);
  });

  it('shows no past deadline ringing after it was withdrawn', async () => {
    await room.propose('Nadia', { closes: 'demain 18h' });
    await room.do('Nadia', 'decision.withdraw', { decision: '1' });
    await room.fill('Nadia', { reason: 'Non.' });
    await t.at('2026-11-23T00:00:00Z');
    expect(await room.card()).toContain('Retirée : Non.');
    expect((await room.seen()).join('\n')).not.toContain('Adoptée :');
  });
});
