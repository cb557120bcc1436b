import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());

describe('a consent, from its proposal to its review', () => {
  it('plays in French', async () => {
    t.clock.set('2026-11-21T10:00:00Z');
    const room = t.room();
    await room.arrive('Nadia', 'Bruno', 'Chloé', 'Dao');
    await play(room, [
      ['Nadia', 'sees', ['Bienvenue, Nadia', 'vous le facilitez']],
      ['Nadia', '[Proposer une décision]', ['Nouvelle proposition', 'Titre=', 'Méthode=consent']],
      [
        'Nadia',
        { name: 'Ouvrir le samedi', closes: 'hier' },
        [
          'Titre=Ouvrir le samedi',
          'Proposition= !Il manque cette réponse.',
          'Échéance=hier !« hier » est déjà passé.',
        ],
      ],
      [
        'Nadia',
        { body: 'Dès janvier, à **deux** bénévoles.', closes: 'mercredi 18h' },
        [
          'D-1 est publiée dans le salon.',
          'clôture le mercredi 25 novembre à 18 h (heure de Paris)',
          '[Corriger la date] [Modifier le texte] [Retirer]',
        ],
      ],
      [
        '',
        'sees',
        [
          'D-1 · Ouvrir le samedi\nProposé par Nadia. Consentement, 1er tour.',
          'Dès janvier, à deux bénévoles.',
          'Personne n’a encore voté',
          'Règle : Adoptée si au moins une personne consent et si personne ne maintient d’objection mercredi 25 novembre à 18 h (heure de Paris). Pas de quorum. 4 voix : tous les membres. Tout le monde voit les votes.',
          '[Je consens] [J’ai une objection] [Une question] [Règle du jeu] [Tout voir]',
        ],
      ],
      [
        'Bruno',
        '[Je consens]',
        [
          'C’est noté : vous consentez.',
          'jusqu’au mercredi 25 novembre à 18 h',
          '[Reprendre ma voix]',
        ],
      ],
      ['Dao', '[Une question]', 'Votre question'],
      ['Dao', { text: 'Qui a les clés ?' }, 'Nadia la reçoit'],
      ['Nadia', '[Répondre]', 'Votre réponse'],
      ['Nadia', { text: 'Bruno et moi.' }, 'Votre réponse est sur la carte.'],
      ['Dao', 'sees', ['Une réponse à votre question', 'Nadia répond : Bruno et moi.']],
      ['Dao', '[Je consens]', 'C’est noté : vous consentez.'],
      ['Chloé', '[J’ai une objection]', 'Votre objection'],
      ['Chloé', { reason: '' }, 'Il manque cette réponse.'],
      ['Chloé', { reason: 'À deux, personne n’ose fermer.' }, 'votre objection est posée'],
      [
        '',
        'sees',
        [
          '3 voix sur 4\nPour l’instant : 1 objection maintenue, 2 consentements',
          'Objections\n- Chloé : À deux, personne n’ose fermer.',
          'Questions\n- Dao : Qui a les clés ?\n  Nadia répond : Bruno et moi.',
        ],
      ],
      ['Nadia', 'sees', ['Une objection sur D-1', 'Chloé : À deux, personne n’ose fermer.']],
      ['Nadia', '[Modifier le texte]', 'Proposition=Dès janvier, à **deux** bénévoles.'],
      ['Nadia', { body: 'Dès janvier, à **trois** bénévoles.' }, 'Le nouveau texte est publié.'],
      [
        '',
        'sees',
        [
          'D-1 : le texte a changé\nNadia a modifié la proposition.',
          '~~deux~~ trois',
          'Texte modifié, version 2.',
          'Personne n’a encore voté',
          '3 voix données sur le texte précédent attendent d’être confirmées.',
          'Chloé : À deux, personne n’ose fermer. (sur le texte précédent, pas encore levée)',
        ],
      ],
      [
        'Bruno',
        'sees',
        ['votre voix compte-t-elle toujours ?', '~~deux~~ trois', 'Votre voix : consentement.'],
      ],
      ['Bruno', '[Oui, je confirme]', 'C’est confirmé : vous consentez.'],
      ['Chloé', 'sees', ['Votre objection : « À deux, personne n’ose fermer. »']],
      ['Chloé', '[Oui, elle est levée]', 'C’est changé : vous consentez.'],
    ]);

    await t.at('2026-11-25T16:59:59Z');
    expect(await room.card()).toContain('[Je consens]');
    await t.at('2026-11-25T17:00:01Z');
    const line =
      'Adoptée : aucune objection maintenue, 1 consentement, 1 objection intégrée ; 1 vote non confirmé';
    expect(await room.card()).toContain(line);
    expect(await room.card()).not.toContain('[Je consens]');
    await play(room, [
      ['', 'sees', `${line}\nNadia écrit maintenant qui fait quoi.`],
      ['Dao', '/voter 1 je consens', 'Ce vote est clos depuis le mercredi 25 novembre à 18 h.'],
      ['Nadia', 'sees', 'D-1 est close : il reste à écrire ce qui est décidé'],
      ['Nadia', '[Écrire la conclusion]', 'Ce qui est décidé'],
      [
        'Nadia',
        { sentence: 'Chloé tient le planning.', review: 'le 15 février' },
        'La conclusion est publiée. On en reparle le lundi 15 février.',
      ],
      ['', 'sees', ['D-1 : ce qui est décidé', 'Ce qui est décidé : Chloé tient le planning.']],
      [
        'Dao',
        '/décision voir D-1',
        [
          'Bruno | consentement\n',
          'Dao | consentement (texte précédent, non confirmée)',
          '1 vote porte sur un texte plus ancien et n’a pas été confirmé : il n’est pas compté.',
          'Chloé : À deux, personne n’ose fermer. (prise en compte)',
        ],
      ],
    ]);

    await t.at('2027-02-15T08:00:01Z');
    await play(room, [
      [
        '',
        'sees',
        [
          'D-1 : on en reparle',
          '« Ouvrir le samedi », décidée le mercredi 25 novembre 2026. Cela tient-il toujours ?',
        ],
      ],
    ]);
    expect((await room.seen()).filter((text) => text.includes('on en reparle\n'))).toHaveLength(1);
  });

  it('plays in English', async () => {
    t.clock.set('2026-11-21T10:00:00Z');
    const room = t.room();
    room.speak('en');
    await room.arrive('Nadia', 'Bruno', 'Chloé');
    await play(room, [
      ['Nadia', 'sees', 'Nadia'],
      ['Nadia', '/propose "Open on Saturdays" "From January, **two** volunteers."', 'New proposal'],
      ['Nadia', { closes: 'friday noon' }, 'it closes on Friday 27 November at 12:00 (Paris time)'],
      ['', 'sees', ['Proposed by Nadia', 'Nobody has voted yet', '[I consent] [I object]']],
      ['Bruno', '[I consent]', ['Noted: you consent.', 'until Friday 27 November at 12:00']],
      ['Chloé', '/object D-1 "Two is not enough."', 'your objection is raised'],
      ['Nadia', '/decision amend 1', 'two'],
      ['Nadia', { body: 'From January, **three** volunteers.' }, 'The new text is posted.'],
      ['Bruno', '[Yes, I confirm]', 'Confirmed: you consent.'],
      ['Chloé', '[Yes, it is lifted]', 'Changed: you consent.'],
    ]);
    await t.at('2026-11-27T11:00:01Z');
    await play(room, [
      ['', 'sees', 'Adopted: no standing objection, 1 consent, 1 objection integrated'],
      ['Nadia', '[Write the conclusion]', 'What is decided'],
      ['Nadia', { sentence: 'Chloé keeps the rota.' }, 'The conclusion is posted.'],
      ['Bruno', '/decisions closed', 'D-1 Open on Saturdays | Adopted'],
    ]);
  });
});
