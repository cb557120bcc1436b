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
  // A Saturday.
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé');
});

describe('a weekly circle', () => {
  it('is said in a line, understood, answered, and reminds', async () => {
    await play(room, [
      [
        'Nadia',
        '/agenda ajouter "Cercle cœur" mardi prochain 20h durée 1h30 lieu la Maison tous les mardis',
        ['A-1 est dans l’agenda', 'mardi 24 novembre', 'heure de Paris', 'chaque mardi'],
      ],
      ['', 'sees', ['A-1 · Cercle cœur', 'la Maison', 'Personne n’a encore répondu']],
      ['Bruno', '[Je viens]', ['C’est noté : vous venez.', 'mardi 24 novembre']],
      ['Chloé', '/agenda répondre A-1 peut-être', 'C’est noté : peut-être.'],
      ['Bruno', '/ecc moi', 'mes rendez-vous: A-1 · Cercle cœur, mardi 24 novembre à 20 h'],
      ['', 'sees', ['Viennent : Bruno', 'Peut-être : Chloé']],
      [
        'Nadia',
        '/agenda',
        ['A-1 Cercle cœur, la Maison', 'mardi 24 novembre, 20 h', 'mardi 1er décembre'],
      ],
    ]);
    await t.at('2026-11-23T19:00:01Z');
    expect(await room.last('Bientôt')).toContain('Viennent : Bruno');
    expect(await room.last('Vous y êtes attendu·e', 'Bruno')).toContain('Cercle cœur');
    expect(await room.last('Vous y êtes attendu·e', 'Chloé')).toContain('la Maison');
    expect(await room.last('Venez-vous', 'Nadia')).toContain('Cercle cœur');
    const nudges = (await room.seen('Bruno')).filter((text) => text.startsWith('Venez-vous'));
    expect(nudges).toEqual([]);
    // Once: neither the sweep nor a new process says it again.
    await t.restart();
    const reminders = (await room.seen()).filter((text) => text.startsWith('Bientôt'));
    expect(reminders).toHaveLength(1);
    // The week after, again, for the next date.
    await t.at('2026-11-30T19:00:01Z');
    expect((await room.seen()).filter((text) => text.startsWith('Bientôt'))).toHaveLength(2);
  });

  it('one date is moved, another cancelled, the rest stays', async () => {
    await play(room, [
      ['Nadia', '/agenda ajouter "Cercle" tous les mardis à 20h', 'A-1 est dans l’agenda'],
      ['Bruno', '/agenda répondre A-1 oui date:"1er décembre"', 'vous venez'],
      [
        'Nadia',
        '/agenda déplacer A-1 quand:"mercredi 2 décembre 19h" date:"1er décembre"',
        ['A-1 est modifié'],
      ],
      ['Bruno', 'sees', ['A-1 : nouvelle date', 'mercredi 2 décembre']],
      [
        'Nadia',
        '/agenda',
        ['mardi 24 novembre, 20 h', 'mercredi 2 décembre, 19 h', 'mardi 8 décembre, 20 h'],
      ],
      [
        'Nadia',
        '/agenda annuler A-1 date:"8 décembre" raison:"salle prise"',
        'Annuler ce rendez-vous',
      ],
      ['Nadia', { scope: 'one' }, 'Cette date est annulée'],
      ['', 'sees', ['A-1 est annulé', 'salle prise']],
      ['Nadia', '/agenda', ['annulé', 'mardi 15 décembre, 20 h']],
      ['Bruno', '/agenda répondre A-1 oui date:"8 décembre"', 'A-1 est annulé'],
    ]);
    const list = textOf(await room.say('Nadia', 'agenda'));
    expect(list).not.toContain('mardi 1er décembre');
  });

  it('this one and the following move to another hour; the past stays', async () => {
    await play(room, [
      ['Nadia', '/agenda ajouter "Cercle" tous les mardis à 20h', 'A-1'],
      ['Bruno', '/agenda répondre A-1 oui date:"8 décembre"', 'vous venez'],
      [
        'Nadia',
        '/agenda déplacer A-1 quand:"8 décembre 18h30" pour:following date:"8 décembre"',
        ['A-2 est modifié', 'de 18 h 30 à 19 h 30', 'chaque mardi'],
      ],
      [
        'Nadia',
        '/agenda',
        [
          'A-1 Cercle',
          'mardi 24 novembre, 20 h',
          'mardi 1er décembre, 20 h',
          'mardi 8 décembre, 18 h 30',
          'mardi 15 décembre, 18 h 30',
        ],
      ],
      // The answer went along.
      ['Nadia', '/agenda voir A-2', 'Viennent : Bruno'],
    ]);
  });
});

describe('places', () => {
  it('who comes late waits, moves up, and is told', async () => {
    await play(room, [
      ['Nadia', '/agenda ajouter "Atelier vélo" samedi prochain 14h places:1', 'A-1'],
      ['Bruno', '/agenda répondre A-1 oui', 'vous venez'],
      ['Chloé', '/agenda répondre A-1 oui', ['vous êtes en attente', 'au rang 1']],
      ['', 'sees', ['Viennent : Bruno (1 sur 1 place)', 'En attente d’une place : Chloé']],
      ['Bruno', '/agenda répondre A-1 non', 'vous ne venez pas'],
      ['Chloé', 'sees', 'Une place se libère : Atelier vélo'],
      ['', 'sees', 'Viennent : Chloé (1 sur 1 place)'],
    ]);
  });

  it('a discreet meeting shows how many, and names to who organises only', async () => {
    await play(room, [
      ['Bruno', '/agenda ajouter "Groupe de parole" jeudi 18h réponses-discrètes:oui', 'A-1'],
      ['Chloé', '/agenda répondre A-1 oui', 'vous venez'],
      ['', 'sees', ['Viennent : 1 personne', 'n’est visible que de qui organise']],
      ['Bruno', '/agenda voir A-1', 'Viennent : Chloé'],
      ['Chloé', '/agenda rôle A-1 notes', 'Rôles : Chloé (notes).'],
      ['', 'sees', 'Rôles : quelqu’un (notes).'],
      ['Dao', '/agenda voir A-1', 'Rôles : quelqu’un (notes).'],
      ['Bruno', '/agenda voir A-1', 'Rôles : Chloé (notes).'],
    ]);
    expect((await room.seen()).join()).not.toContain('Chloé');
  });
});

describe('what is left out', () => {
  it('is said back: dates, or how many, or the rule', async () => {
    await play(room, [
      [
        'Nadia',
        '/agenda ajouter "Un" "tous les mardis 20h sauf le 22 décembre"',
        'chaque mardi, sauf mardi 22 décembre',
      ],
      [
        'Nadia',
        '/agenda ajouter "Deux" "tous les mardis 20h sauf le premier mardi du mois"',
        'chaque mardi sauf le premier du mois',
      ],
      [
        'Nadia',
        '/agenda ajouter "Trois" "tous les vendredis 20h sauf les jours fériés"',
        'dates, à commencer par vendredi 25 décembre',
      ],
    ]);
  });
});

describe('what cannot be', () => {
  it('is said with what to do', async () => {
    await play(room, [
      ['Nadia', '/agenda', 'Pas de rendez-vous'],
      ['Nadia', '/agenda ajouter "Cercle" blorp', 'Je n’ai pas compris « blorp »'],
      ['Nadia', '/agenda voir A-7', 'Il n’y a pas de rendez-vous A-7 ici'],
      ['Nadia', '/agenda ajouter "Nuit" "28 mars 2027 à 2h30"', 'cette heure n’existe pas'],
      ['Nadia', '/agenda ajouter "Cercle" mardi 20h lien:nimporte', 'n’est pas une adresse web'],
      [
        'Nadia',
        '/agenda ajouter "Cercle" "tous les mardis 20h sauf pendant les vacances"',
        'Dites plutôt les dates',
      ],
      ['Nadia', '/agenda ajouter "Cercle" jeudi 20h', 'A-1'],
      ['Bruno', '/agenda annuler A-1', 'Annuler ce rendez-vous'],
      ['Bruno', {}, 'revient à qui a créé'],
      ['Bruno', '/agenda voir A-1 5 décembre', 'n’a pas lieu « 5 décembre »'],
    ]);
    t.clock.set('2026-11-27T10:00:00Z');
    await play(room, [['Bruno', '/agenda répondre A-1 oui', 'A-1 est passé']]);
  });
});
