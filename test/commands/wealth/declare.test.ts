import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';

const DAY_MS = 86_400_000;

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé', 'Dao');
});

const festival = async () => {
  await room.say('Nadia', 'richesse ouvrir Festival');
  await room.do('Bruno', 'wealth.join', { context: 'Festival' });
};
const poster = '/richesse déclarer 3h communication "affiche du festival" contexte:Festival';

describe('declaring', () => {
  it('begins by opening a context, and says how', async () => {
    await play(room, [
      ['Nadia', '/richesse', ['Ici vivra', '/richesse ouvrir "Festival"', '[Ouvrir un contexte]']],
      ['Nadia', poster, 'Aucun contexte ne s’appelle « Festival »'],
      [
        'Nadia',
        '/richesse ouvrir Festival',
        ['Le contexte Festival est ouvert.', 'Si personne ne dit rien en 7 jours'],
      ],
      ['Bruno', '/richesse ouvrir festival', 'Le contexte « Festival » existe déjà'],
    ]);
  });

  it('takes one line, says what was understood, and shows a card to the room', async () => {
    await festival();
    await play(room, [
      [
        'Nadia',
        poster,
        [
          'C’est déclaré : R-1.',
          '3 h · communication · affiche du festival',
          'Donné par Nadia à Festival, samedi 21 novembre.',
          'Si personne ne dit rien d’ici samedi 28 novembre à 11 h, c’est validé.',
          '[Corriger] [Dire comment c’était] [Retirer]',
        ],
      ],
      [
        '',
        'sees',
        [
          'R-1 · affiche du festival',
          'Attend d’être validée.',
          'Règle : une contribution est validée quand une autre personne',
          '[C’est juste] [Une question] [Un autre chiffre] [Tout voir]',
        ],
      ],
      ['Bruno', 'sees', ['Votre regard sur R-1', 'C’est votre tour de regarder', 'Nadia']],
      [
        'Bruno',
        '[C’est juste]',
        ['R-1 vous semble juste', 'Elle est validée.', '[Revenir dessus]'],
      ],
      ['', 'sees', 'Validée par Bruno.'],
      ['Bruno', 'sees', 'R-1 : c’est fait'],
      ['Bruno', '[Revenir dessus]', ['vous ne dites plus rien de R-1', 'attend d’être validée']],
      ['', 'sees', 'Attend d’être validée.'],
    ]);
  });

  it('asks for what is missing, from what is most usual, and explains what is wrong', async () => {
    await festival();
    await play(room, [
      ['Nadia', poster, 'R-1'],
      ['Nadia', '/richesse déclarer', ['Nature=communication', 'Jour=']],
      ['Nadia', { quantity: 'beaucoup', what: 'tri' }, 'Je n’ai pas compris « beaucoup »'],
      ['Nadia', { quantity: '1,250 kg' }, 'peut se lire de deux façons'],
      [
        'Nadia',
        { quantity: '12,50 €', nature: 'argent', day: 'hier' },
        ['R-2', '12,50 € · argent'],
      ],
      ['Nadia', '/déclarer 2 j soin "bobos" jour:demain contexte:Festival', 'pas encore venu'],
      [
        'Nadia',
        '/déclarer 1 h 30 mise en joie "concert" jour:avant-hier avec:Bruno joie:4',
        ['R-3', '1 h 30 · mise en joie · concert', 'à Bruno, dans Festival, jeudi 19 novembre'],
      ],
      ['Nadia', '/déclarer 20 € argent "billet" avec:Nadia', 'On ne se donne pas à soi-même'],
      ['Nadia', '/déclarer 20 € argent "billet" sens:reçu', ['R-4', 'Reçu de Festival par Nadia']],
    ]);
  });

  it('speaks English too', async () => {
    room.speak('en');
    await play(room, [
      ['Nadia', '/wealth open Garden', 'The context Garden is open.'],
      [
        'Nadia',
        '/wealth declare 2 d documentation "plan of the beds"',
        ['Declared: R-1.', '14 h · documentation', 'Given by Nadia to Garden'],
      ],
      ['', 'sees', ['Waits to be validated.', 'Rule: a contribution is validated']],
      ['Bruno', '/wealth validate 1', '/wealth join'],
    ]);
  });
});

describe('the look of the others', () => {
  it('is never one’s own, and belongs to those who take part', async () => {
    await festival();
    await play(room, [
      ['Nadia', poster, 'R-1'],
      ['Nadia', '/richesse valider 1', 'Personne ne valide sa propre contribution'],
      ['Dao', '/richesse valider R-1', 'Si c’est votre cas : /richesse participer'],
      ['Dao', '/richesse participer Festival', 'Vous prenez part à Festival.'],
      ['Dao', '/richesse valider R-1', 'Elle est validée.'],
      ['Dao', '/richesse valider R-1', 'Vous avez déjà validé R-1'],
      ['Dao', '/richesse participer Festival', 'Vous prenez déjà part'],
      ['Dao', '/richesse quitter Festival', 'Vous ne prenez plus part'],
      ['Nadia', '/richesse quitter Festival', 'Vous avez déclaré quelque chose'],
      ['Dao', '/richesse valider 12', 'Il n’y a pas de contribution R-12 ici'],
    ]);
  });

  it('asks, and is answered', async () => {
    await festival();
    await play(room, [
      ['Nadia', poster, 'R-1'],
      ['Bruno', '[Une question]', 'Une question sur cette contribution'],
      ['Bruno', { text: 'Impression comprise ?' }, 'Votre question sur R-1 est posée.'],
      ['Nadia', 'sees', ['Une question sur votre contribution R-1', 'Impression comprise ?']],
      ['', 'sees', 'Bruno demande : Impression comprise ?'],
    ]);
    // Silence says nothing over a question.
    await t.pass(8 * DAY_MS);
    await play(room, [
      ['', 'sees', 'Attend d’être validée.'],
      ['Nadia', '[Répondre]', 'Votre réponse'],
      ['Nadia', { text: 'Non, à part.' }, 'Votre réponse sur R-1 est donnée.'],
      ['Bruno', 'sees', ['Une réponse sur R-1', 'Nadia répond : Non, à part.']],
    ]);
    await t.pass(6 * DAY_MS);
    expect(await room.last('R-1')).toContain('Attend d’être validée.');
    await t.pass(2 * DAY_MS);
    expect(await room.last('R-1')).toContain('Validée.');
  });

  it('may see another figure, that its person takes or not', async () => {
    await festival();
    await play(room, [
      ['Nadia', poster, 'R-1'],
      ['Bruno', '[Un autre chiffre]', 'Un autre chiffre'],
      ['Bruno', { quantity: '2h', reason: 'J’ai compté.' }, 'vous verriez plutôt 2 h pour R-1'],
      ['', 'sees', 'Bruno verrait plutôt 2 h : J’ai compté.'],
      ['Nadia', 'sees', ['Un autre chiffre pour votre contribution R-1', '[Prendre 2 h]']],
    ]);
    await t.pass(8 * DAY_MS);
    await play(room, [
      ['', 'sees', 'Attend d’être validée.'],
      ['Nadia', '[Prendre 2\u00A0h]', ['R-1', '2 h · communication']],
      ['', 'sees', ['2 h · communication', 'Corrigé : le chiffre proposé par Bruno']],
      ['Bruno', '/richesse voir 1', ['Version 1 : 3 h, communication', 'Bruno verrait plutôt 2 h']],
      ['Bruno', '/richesse valider 1', 'Elle est validée.'],
    ]);
  });

  it('goes without saying after the delay, when the rule says so', async () => {
    await festival();
    await room.say('Nadia', poster.slice(1));
    await t.pass(7 * DAY_MS - 60_000);
    expect(await room.last('R-1')).toContain('Attend d’être validée.');
    await t.pass(60_000);
    expect(await room.last('R-1')).toContain('Validée.');
  });

  it('turns: each is asked when it is their turn', async () => {
    await festival();
    t.clock.pass(1000);
    await room.do('Chloé', 'wealth.join', { context: 'Festival' });
    for (const what of ['un', 'deux', 'trois']) {
      await room.say('Nadia', `déclarer 1h soin "${what}" contexte:Festival`);
    }
    expect((await room.seen('Bruno')).length).toBe(2);
    expect((await room.seen('Chloé')).length).toBe(1);
  });
});

describe('putting right', () => {
  it('corrects with a reason, keeps what was said, and is looked at again', async () => {
    await festival();
    await play(room, [
      ['Nadia', poster, 'R-1'],
      ['Bruno', '/richesse valider 1', 'Elle est validée.'],
      ['Bruno', '/richesse corriger 1', ''],
      ['Bruno', { reason: 'x', quantity: '9h' }, 'Seule la personne au nom de qui'],
      ['Nadia', '/richesse corriger 1', ['Quantité=3 h', 'Quoi=affiche du festival']],
      ['Nadia', { reason: 'Rien' }, 'rien à corriger'],
      ['Nadia', { quantity: '4h', reason: 'J’ai oublié la relecture.' }, '4 h'],
      ['', 'sees', ['4 h', 'Corrigé : J’ai oublié la relecture.', 'Attend d’être validée.']],
    ]);
  });

  it('withdraws and restores; nothing is lost', async () => {
    await festival();
    await play(room, [
      ['Nadia', poster, 'R-1'],
      ['Bruno', '/richesse valider 1', 'Elle est validée.'],
      ['Bruno', '/richesse retirer 1', 'Seule la personne'],
      ['Nadia', '/richesse retirer 1', ['R-1 est retirée.', '[Annuler]']],
      ['', 'sees', 'Retirée par Nadia.'],
      ['Bruno', '/richesse valider 1', 'R-1 a été retirée'],
      ['Nadia', '[Annuler]', 'R-1 est de nouveau déclarée.'],
      ['', 'sees', 'Validée par Bruno.'],
    ]);
  });

  it('says how it was, beside the figures', async () => {
    await festival();
    await play(room, [
      ['Nadia', poster, 'R-1'],
      ['Nadia', '[Dire comment c’était]', 'Comment c’était ?'],
      ['Nadia', { joy: '4', arduousness: 'très pénible' }, 'R-1'],
      ['', 'sees', ['Joie: 🙂 de la joie', 'Pénibilité: 😞 très pénible']],
    ]);
  });

  it('is only proposed when written for somebody else', async () => {
    await festival();
    await play(room, [
      ['Nadia', '/richesse déclarer 2h soin "cuisine" contexte:Festival for:Bruno', 'proposé'],
      ['Bruno', 'sees', ['Écrit pour vous : R-1, cuisine', 'Nadia l’a écrit en votre nom']],
      ['Nadia', '/richesse valider 1', 'Personne ne valide'],
      ['Dao', '/richesse valider 1', 'participer'],
      ['Bruno', '[Ne pas déclarer]', 'R-1 n’est pas déclarée.'],
      ['', 'sees', 'Bruno ne l’a pas reprise à son compte.'],
      ['Bruno', '[Annuler]', 'de nouveau déclarée'],
      ['', 'sees', 'Attend d’être validée.'],
      ['Nadia', '/richesse valider 1', 'Personne ne valide'],
    ]);
  });
});
