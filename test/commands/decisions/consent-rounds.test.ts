import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';

const WEDNESDAY_18H = '2026-11-25T17:00:01Z';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());

/** A consent with one objection, at the end of its first round. */
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé');
  await room.propose('Nadia');
});

const objected = () =>
  play(room, [
    ['Bruno', '/voter 1 je consens', 'vous consentez'],
    ['Chloé', '/objecter 1 "À deux, non."', 'votre objection est posée'],
  ]);

describe('a round that ends with objections', () => {
  beforeEach(async () => {
    await objected();
    await t.at(WEDNESDAY_18H);
  });

  it('adopts nothing, and waits for the author', async () => {
    await play(room, [
      [
        '',
        'sees',
        'Non adoptée : 1 objection maintenue, 1 consentement\nLe tour se termine avec une objection : rien n’est adopté pour l’instant.',
      ],
      [
        'Nadia',
        'sees',
        ['il reste des objections à la fin du tour', '[Ouvrir un nouveau tour] [Arrêter là]'],
      ],
      ['Bruno', '/voter 1 je consens', 'dès l’ouverture d’un nouveau tour'],
      ['Bruno', '/décision confirmer 1', 'dès l’ouverture d’un nouveau tour'],
      ['Nadia', '/décision modifier 1', 'Proposition=À deux bénévoles.'],
      ['Nadia', { body: 'Autre.' }, 'dès l’ouverture d’un nouveau tour'],
      ['Bruno', '/décisions', 'D-1 Ouvrir le samedi | entre deux tours'],
    ]);
  });

  it('goes on with an amended text, and is adopted once the objection is lifted', async () => {
    await play(room, [
      ['Nadia', '[Ouvrir un nouveau tour]', ['Nouveau tour', 'Proposition=À deux bénévoles.']],
      [
        'Nadia',
        { body: 'À trois bénévoles.', closes: 'vendredi 18h' },
        'Le tour 2 est ouvert jusqu’au vendredi 27 novembre à 18 h.',
      ],
      [
        '',
        'sees',
        ['D-1 : tour 2', 'Consentement, 2e tour. Texte modifié, version 2.', '~~deux~~ trois'],
      ],
      ['Chloé', '[Oui, elle est levée]', 'vous consentez'],
      ['Bruno', '[Oui, je confirme]', 'vous consentez'],
    ]);
    await t.at('2026-11-27T17:00:01Z');
    expect(await room.card()).toContain(
      'Adoptée : aucune objection maintenue, 1 consentement, 1 objection intégrée',
    );
  });

  it('goes on with the same text: votes hold, and so does the objection', async () => {
    await play(room, [
      ['Nadia', '[Ouvrir un nouveau tour]', 'Nouveau tour'],
      ['Nadia', { closes: 'vendredi 18h' }, 'Le tour 2 est ouvert'],
      ['', 'sees', ['2e tour', 'Pour l’instant : 1 objection maintenue, 1 consentement']],
      ['Dao', '/ecc', 'ECC'],
    ]);
    // Somebody came since the first round was counted: the rule says who may vote now.
    await room.say('Bruno', 'voter 1 je consens');
    expect(await room.card()).toContain('4 voix : tous les membres');
    await t.at('2026-11-27T17:00:01Z');
    expect(await room.card()).toContain('Non adoptée : 1 objection maintenue');
  });

  it('is given up by hand, and can be taken up again', async () => {
    await play(room, [
      ['Nadia', '[Arrêter là]', 'Arrêter là ?'],
      ['Nadia', {}, 'Il manque cette réponse.'],
      [
        'Nadia',
        { reason: 'Le local ferme.' },
        ['La proposition s’arrête là.', '[Annuler et rouvrir]'],
      ],
      [
        '',
        'sees',
        ['Non adoptée : 1 objection maintenue', 'Arrêtée entre deux tours : Le local ferme.'],
      ],
      ['Nadia', '[Annuler et rouvrir]', 'Rouvrir la décision'],
      [
        'Nadia',
        { closes: 'dans trois jours' },
        'La décision est rouverte jusqu’au samedi 28 novembre',
      ],
      ['Chloé', '/voter 1 je consens', 'C’est changé : vous consentez.'],
    ]);
    await t.pass(4 * 86_400_000);
    expect(await room.card()).toContain('1 objection retirée');
  });
});

describe('an objection', () => {
  it('that is withdrawn on the same text is told so', async () => {
    await objected();
    await play(room, [['Chloé', '/voter 1 je consens', 'C’est changé : vous consentez.']]);
    await t.at(WEDNESDAY_18H);
    await play(room, [
      ['', 'sees', 'Adoptée : aucune objection maintenue, 1 consentement, 1 objection retirée'],
      ['Bruno', '/voir 1', ['Chloé : À deux, non. (retirée)', 'Chloé | consentement']],
    ]);
  });

  it('goes with the ballot that is taken back', async () => {
    await objected();
    await play(room, [['Chloé', '/décision reprendre 1', 'Votre voix est reprise.']]);
    expect(await room.card()).not.toContain('Objections');
    await t.at(WEDNESDAY_18H);
    expect(await room.card()).toContain('Adoptée : aucune objection maintenue, 1 consentement');
  });

  it('that is maintained on the new text still stands', async () => {
    await objected();
    await room.do('Nadia', 'decision.amend', { decision: '1', name: 'Samedi', body: 'À trois.' });
    await play(room, [['Chloé', '[Non, je la maintiens]', 'votre objection est posée']]);
    expect(await room.card()).not.toContain('pas encore levée');
    await t.at(WEDNESDAY_18H);
    expect(await room.card()).toContain(
      'Non adoptée : 1 objection maintenue, 0 consentement ; 1 vote non confirmé',
    );
  });

  it('on an older text stands as long as nobody lifts it', async () => {
    await objected();
    await room.do('Nadia', 'decision.amend', { decision: '1', name: 'Samedi', body: 'À trois.' });
    await t.at(WEDNESDAY_18H);
    expect(await room.card()).toContain(
      'Non adoptée : 1 objection maintenue, 0 consentement ; 1 objection sur un texte plus ancien ; 1 vote non confirmé',
    );
  });

  it('can be said again in other words, without another one', async () => {
    await objected();
    await play(room, [['Chloé', '/objecter 1 "Il faut trois personnes."', 'C’est changé']]);
    const card = await room.card();
    expect(card).toContain('Chloé : Il faut trois personnes.');
    expect(card).not.toContain('À deux, non.');
    expect(card).toContain('1 objection maintenue');
  });
});

describe('a text changed twice', () => {
  it('shows each person the difference since their own vote', async () => {
    await room.say('Bruno', 'voter 1 je consens');
    await room.do('Nadia', 'decision.amend', {
      decision: '1',
      name: 'Ouvrir le samedi',
      body: 'À trois bénévoles.',
    });
    await room.seen();
    await room.say('Chloé', 'voter 1 je consens');
    await room.do('Nadia', 'decision.amend', {
      decision: '1',
      name: 'Ouvrir le samedi',
      body: 'À quatre bénévoles.',
    });
    expect(await room.last('D-1 : votre voix', 'Bruno')).toContain('~~deux~~ quatre');
    expect(await room.last('D-1 : votre voix', 'Chloé')).toContain('~~trois~~ quatre');
    expect(await room.card()).toContain('2 voix données sur le texte précédent');
  });

  it('is refused when nothing changed', async () => {
    const same = { decision: '1', name: 'Ouvrir le samedi', body: 'À deux bénévoles.' };
    const answer = await room.do('Nadia', 'decision.amend', same);
    expect(answer.form?.fields.map(({ name, fault }) => [name, fault !== ''])).toEqual([
      ['body', true],
    ]);
  });
});
