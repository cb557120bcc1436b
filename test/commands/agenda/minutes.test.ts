import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { plainBlanks, textOf } from '../../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  for (const who of ['Nadia', 'Bruno', 'Chloé', 'Dao']) {
    await room.arrive(who);
    t.clock.pass(1);
  }
  await play(room, [
    ['Nadia', '/agenda ajouter "Cercle" tous les mardis à 20h durée 1h30 rappels:aucun', 'A-1'],
    ['Bruno', '/agenda point A-1 "Le budget" 15 min', 'Le budget'],
    ['Chloé', '/agenda point A-1 "Le jardin"', 'Le jardin'],
    ['Bruno', '/agenda répondre A-1 oui', 'vous venez'],
    ['Chloé', '/agenda répondre A-1 oui', 'vous venez'],
  ]);
});

const tuesday = (time: string): string => `2026-11-24T${time}:00+01:00`;
const posted = async () =>
  (await room.seen()).filter((text) => text.startsWith('Compte rendu de A-1'));

describe('a meeting, from its beginning to its minutes', () => {
  it('is noted, decides, entrusts, and is posted; what is left comes back', async () => {
    await play(room, [['Bruno', '/agenda note "Trop tôt"', 'Aucune réunion n’est en cours']]);
    await t.at(tuesday('20:00'));
    await play(room, [
      ['Dao', '[Je prends les notes]', 'Rôle pris : Dao (notes).'],
      ['Dao', '/agenda note Chloé présente les comptes', 'Noté dans A-1.'],
      ['Dao', '/agenda note "Il reste 1 200 €" numéro-du-point:1', 'point « Le budget »'],
      ['Dao', '/agenda décidé "Acheter une serre"', 'Une décision de la réunion'],
      [
        'Dao',
        { body: 'De six mètres.', kind: 'consent', closes: 'jeudi 18h' },
        ['D-1 est ouverte, née de A-1', 'jeudi 26 novembre'],
      ],
      ['', 'sees', 'Née de A-1 · Cercle, mardi 24 novembre.'],
      ['Chloé', '[Je consens]', 'vous consentez'],
      [
        'Dao',
        '/agenda action @Bruno demander trois devis pour vendredi 4 décembre',
        ['T-1 est proposée à Bruno', 'demander trois devis, pour vendredi 4 décembre'],
      ],
      ['Bruno', 'sees', ['Dao vous propose T-1', 'demander trois devis']],
      ['Bruno', '[Je m’en charge]', 'vous vous chargez de T-1'],
      ['Bruno', 'sees', 'T-1 a trouvé qui s’en charge.'],
    ]);
    expect(await posted()).toEqual([]);
    await t.at(tuesday('21:30'));
    const [minutes = ''] = await posted();
    expect(minutes).toContain('Étaient là : Bruno et Chloé.');
    expect(minutes).toContain('1. Le budget\n- Il reste 1 200 €');
    expect(minutes).toContain('2. Le jardin (pas abordé)');
    expect(minutes).toContain('- Chloé présente les comptes');
    expect(minutes).toContain('D-1 Acheter une serre : le vote est ouvert jusqu’à jeudi');
    expect(minutes).toContain('T-1 demander trois devis : Bruno, pour vendredi 4 décembre');
    // The outcome is in the minutes, in the same message, once it is known.
    await t.at('2026-11-26T18:00:00Z');
    const after = await posted();
    expect(after).toHaveLength(1);
    expect(after[0]).not.toContain('le vote est ouvert');
    expect(after[0]).toContain('D-1 Acheter une serre : Adoptée');
    // What was not talked about goes to the next date, once; what is not done comes back.
    await play(room, [
      ['Bruno', '/agenda compte-rendu A-1', 'Étaient là'],
      ['Dao', '[Reporter les points pas abordés]', ['Un point reporté', 'mardi 1er décembre']],
      ['Dao', '/agenda compte-rendu A-1', '2. Le jardin (reporté)'],
    ]);
    const again = { command: 'agenda.carry', args: { event: '1@2026-11-24T20:00' } };
    expect(textOf(await room.act('Dao', again))).toContain('ont été abordés ou reportés');
    await t.at('2026-12-01T20:00:00+01:00');
    const next = await room.last('C’est l’heure');
    expect(next).toContain('- Le jardin (10 min, Chloé)');
    expect(next).toContain('Restait à faire\n- T-1 demander trois devis : Bruno');
    // On the day, whoever does it is reminded, once, even by a new process.
    await t.at('2026-12-04T08:00:01Z');
    await t.restart();
    const told = (await room.seen('Bruno')).filter((text) => text.startsWith('C’est pour'));
    expect(told).toHaveLength(1);
    await play(room, [
      ['Bruno', '[C’est fait]', 'T-1 est faite.'],
      ['Bruno', 'sees', 'T-1 est faite.'],
      ['Chloé', '/agenda actions', 'Rien ne reste à faire'],
    ]);
    expect((await posted())[0]).toContain('T-1 demander trois devis : Bruno, fait');
  });

  it('what is left to do comes back at another meeting that follows it', async () => {
    await t.at(tuesday('20:00'));
    await play(room, [['Dao', '/agenda action @Bruno demander trois devis pour vendredi', 'T-1']]);
    await t.at(tuesday('21:30'));
    const follows = '/agenda ajouter "Suite" "jeudi 26 novembre 18h" suite-de:A-1';
    await play(room, [
      ['Bruno', follows, 'revient à qui a créé'],
      ['Nadia', follows, 'Une action qui reste à faire y revient.'],
    ]);
    await t.at('2026-11-26T18:00:00+01:00');
    const opened = await room.last('C’est l’heure');
    expect(opened).toContain('Suite');
    expect(opened).toContain('Restait à faire\n- T-1 demander trois devis : Bruno');
  });

  it('is corrected for a week by who kept it, and its history is kept', async () => {
    await t.at(tuesday('20:00'));
    await play(room, [
      ['Dao', '[Je prends les notes]', 'Rôle pris : Dao'],
      ['Chloé', '/agenda note "On achète un serre"', 'Noté'],
    ]);
    await t.at(tuesday('21:30'));
    await play(room, [
      // Until three hours after the beginning, everybody; then those who keep the minutes.
      ['Bruno', '/agenda note "Merci à toutes"', 'Noté dans A-1.'],
      ['', 'sees', 'Merci à toutes'],
    ]);
    await t.at('2026-11-25T10:00:00Z');
    await play(room, [
      ['Bruno', '/agenda note A-1 "Encore"', 'Ce geste revient à qui a pris les notes'],
      ['Dao', '/agenda compte-rendu A-1', '[Corriger une ligne]'],
      ['Dao', '[Corriger une ligne=1]', 'Note=On achète un serre'],
      ['Dao', { text: 'On achète une serre' }, 'La ligne est corrigée.'],
      ['Dao', '/agenda compte-rendu A-1', 'On achète une serre'],
      ['Dao', '[Corriger qui était là]', ['Présences=', 'Bruno', 'Chloé']],
      [
        'Dao',
        { who: 'Bruno, Dao' },
        ['Le compte rendu est corrigé.', 'Étaient là : Bruno et Dao.'],
      ],
      ['', 'sees', ['On achète une serre', 'Étaient là : Bruno et Dao.']],
      ['Bruno', '/agenda compte-rendu A-1', ['On achète une serre', '[Historique]']],
      [
        'Bruno',
        '[Historique]',
        [
          'Chloé note : On achète un serre',
          'Dao corrige : ~~On achète un serre~~ On achète une serre',
          'Dao écrit qui était là : Bruno et Dao',
        ],
      ],
    ]);
    const forged = (who: string) =>
      room.act(who, {
        command: 'agenda.correct-note',
        args: { event: '1@2026-11-24T20:00', note: '2' },
      });
    await forged('Bruno');
    // One’s own line may be corrected; somebody else’s may not.
    await forged('Chloé');
    expect(textOf(await room.fill('Chloé', { text: 'Rien' }))).toContain('Ce geste revient');
    expect(await posted()).toHaveLength(1);
    await t.at('2026-12-01T22:00:00+01:00');
    await forged('Dao');
    expect(textOf(await room.fill('Dao', { text: 'Trop tard' }))).toContain('ne change plus');
  });

  it('has a file, where what people wrote is text', async () => {
    await t.at(tuesday('20:00'));
    await play(room, [
      ['Chloé', '/agenda note "# Pas un titre [lien](https://x.example)"', 'Noté'],
    ]);
    const page = await room.say('Chloé', 'agenda compte-rendu');
    const file = page.blocks.find((block) => block.type === 'file');
    expect(file?.type === 'file' && file.name).toBe('A-1-2026-11-24.md');
    const text = plainBlanks(file?.type === 'file' ? file.text : '');
    expect(text).toContain('# Compte rendu de A-1 · Cercle');
    expect(text).toContain('Étaient là : Bruno et Chloé.');
    expect(text).toContain('## 1. Le budget (pas abordé)');
    expect(text).toContain('- \\# Pas un titre \\[lien\\](https://x.example)');
  });
});

it('a discreet meeting names nobody to who may not see the answers', async () => {
  await play(room, [
    ['Dao', '/agenda ajouter "Écoute" jeudi 18h réponses-discrètes:oui', 'A-2'],
    ['Bruno', '/agenda répondre A-2 oui', 'vous venez'],
  ]);
  await t.at('2026-11-26T18:00:00+01:00');
  await play(room, [
    ['Bruno', '/agenda note "On s’écoute"', 'Noté dans A-2.'],
    ['Bruno', '/agenda rôle A-2 notes', 'Rôle pris : Bruno'],
    ['Dao', '/agenda action @Bruno écrire un mot pour samedi', 'T-1'],
    ['Bruno', '/agenda actions', 'écrire un mot : Bruno'],
    ['Chloé', '/agenda actions', 'écrire un mot : quelqu’un'],
    ['Dao', '/agenda compte-rendu A-2', 'Étaient là : Bruno.'],
    ['Chloé', '/agenda compte-rendu A-2', 'Étaient là : 1 personne.'],
    ['Chloé', '[Historique]', 'quelqu’un note : On s’écoute'],
  ]);
  await t.at('2026-11-26T19:00:00+01:00');
  const told = await room.last('Compte rendu de A-2');
  expect(told).toContain('On s’écoute');
  expect(told).not.toContain('Bruno');
  expect(textOf(await room.say('Chloé', 'agenda compte-rendu A-2'))).not.toContain('Bruno');
});

it('what is declined is offered to somebody else, privately', async () => {
  await t.at(tuesday('20:00'));
  await play(room, [
    ['Dao', '/agenda action @Bruno réserver la salle', 'Pour='],
    ['Dao', { due: 'vendredi' }, 'T-1 est proposée à Bruno'],
    ['Chloé', '/agenda actions', ['réserver la salle : Bruno (à confirmer)']],
    ['Bruno', '[Pas moi]', 'quelqu’un d’autre se chargera de T-1'],
    ['Dao', 'sees', ['Bruno ne peut pas se charger de T-1']],
    ['Chloé', '/agenda actions', 'réserver la salle : à confier'],
    ['Chloé', '[Confier à…=1]', 'Qui s’en charge ?'],
    ['Chloé', { who: 'Chloé' }, ['T-1 est à vous.', 'réserver la salle : Chloé']],
    ['Dao', 'sees', 'T-1 a trouvé qui s’en charge.'],
  ]);
  const forged = { command: 'agenda.end-task', args: { task: '1' } };
  expect(textOf(await room.act('Bruno', forged))).toContain('Ce geste revient à qui se charge');
  expect(await room.seen('Chloé')).toEqual([]);
});
