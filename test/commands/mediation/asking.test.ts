import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { textOf } from '../../support/text.js';
import { mediationRoom, STORY, WORD } from './support.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());

const hour = 3_600_000;

describe('a request for mediation', () => {
  let room: TestRoom;
  it('is offered in private, and says what it promises', async () => {
    room = await mediationRoom(t);
    await play(room, [
      [
        'Nadia',
        '/médiation',
        ['Vos mots ne seront lus que par la personne', 'Dans le salon, rien ne paraît'],
      ],
      ['Nadia', '[Écrire une demande]', 'Votre demande\nRien ne part encore'],
      ['Nadia', { happening: '' }, 'Il manque cette réponse.'],
    ]);
  });

  it('shows who will read it before it leaves; whoever it names is set aside', async () => {
    await play(room, [
      [
        'Nadia',
        { ...STORY },
        [
          'Votre demande, avant de partir',
          STORY.happening,
          'la suivante parmi : Karim et Lou',
          'Ne la recevront pas, et n’en sauront rien : Dao',
          'Chaque lecture est notée',
          'Tout s’efface 30 jours après la fin',
          '[Choisir à qui l’envoyer] [Laisser ECC choisir, et envoyer] [Corriger] [Effacer]',
        ],
      ],
      ['Nadia', '/médiation suivre', 'Votre demande, avant de partir'],
      ['Nadia', '[Corriger]', `ce qui se passe=${STORY.happening}`.replace('ce', 'Ce')],
      ['Nadia', { aside: 'lou' }, 'La lira : Karim, seule personne libre'],
      ['Nadia', '[Corriger]', 'À écarter=lou'],
      ['Nadia', { aside: '' }, 'la suivante parmi : Karim et Lou'],
    ]);
    expect(await room.seen('Karim')).toEqual([]);
  });

  it('is sent to the one who comes first, who is told that something waits and no more', async () => {
    await play(room, [
      [
        'Nadia',
        '[Laisser ECC choisir, et envoyer]',
        ['Karim la reçoit', 'lundi 23 novembre à 12 h'],
      ],
      ['Karim', 'sees', WORD],
      ['Karim', '[Ouvrir]', ['Une personne demande à être accompagnée', 'sans raison à donner']],
    ]);
    const told = (await room.seen('Karim')).join();
    expect(told).not.toMatch(/médiation|Nadia|demande/i);
    expect(await room.seen('Lou')).toEqual([]);
    expect(await room.seen()).toEqual([]);
  });

  it('goes on to the next when it is declined, and its author is told', async () => {
    await play(room, [
      ['Karim', '[Lire la demande]', [STORY.happening, 'Votre lecture est notée', '[J’accepte]']],
      ['Karim', '[Je ne peux pas]', 'C’est noté'],
      ['Nadia', 'sees', WORD],
      ['Nadia', '[Ouvrir]', ['Lou l’a reçue', 'Avant cela, sans suite : Karim.']],
      ['Nadia', '[Qui a lu]', /* the reading */ 'Karim a lu la demande, samedi 21 novembre'],
      ['Karim', '[Ouvrir]', 'Cela n’est plus entre vos mains.'],
    ]);
  });

  it('goes on when nobody answers in time, then waits for its author’s choice', async () => {
    await t.pass(49 * hour);
    await play(room, [
      [
        'Nadia',
        '/médiation suivre',
        [
          'Votre demande attend votre choix',
          'Lou n’a pas répondu dans le temps annoncé.',
          'Personne n’est libre',
          'Hors de la communauté, vous pouvez joindre : Médiateurs du quartier, 01 23 45 67 89',
        ],
      ],
      ['Lou', '[Ouvrir]', 'n’est plus entre vos mains'],
    ]);
  });
});

it('goes to the person who is chosen, and to nobody else without asking', async () => {
  const room = await mediationRoom(t);
  await room.do('Nadia', 'mediation.ask', { ...STORY, otherwise: 'only' });
  const draft = await room.say('Nadia', 'médiation suivre');
  expect(textOf(draft)).toContain('La lira : la personne que vous choisissez, et elle seule.');
  const choose = draft.actions.find(({ type }) => type === 'select');
  const lou =
    choose?.type === 'select' && choose.options.find(({ label }) => label === 'Envoyer à Lou');
  await room.press('Nadia', 'Choisir à qui l’envoyer', lou ? lou.value : '');
  await play(room, [
    ['Lou', '[Ouvrir]', 'Une personne demande'],
    ['Lou', '[Je ne peux pas]', 'C’est noté'],
    ['Nadia', '[Ouvrir]', ['Lou ne peut pas vous accompagner.', 'À qui l’adresser maintenant ?']],
  ]);
  expect(await room.seen('Karim')).toEqual([]);
});

it('that speaks of danger shows first whom to call, in the country of the community', async () => {
  const room = await mediationRoom(t);
  await room.do('Nadia', 'mediation.ask', { happening: 'Il m’a frappée hier.' });
  const draft = textOf(await room.say('Nadia', 'médiation suivre'));
  expect(draft.indexOf('appelez d’abord')).toBeLessThan(draft.indexOf('Il m’a frappée'));
  expect(draft).toContain('- 3919 : violences dans le couple');
  await room.do('Bruno', 'mediation.rules', {});
  await room.fill('Bruno', { country: 'CA' });
  expect(textOf(await room.say('Nadia', 'médiation urgence'))).toContain('- 911 : toutes');
  expect(textOf(await room.say('Nadia', 'médiation suivre'))).toContain('- 988 : idées');
});

it('is written in English as in French, by a direct message too', async () => {
  const room = await mediationRoom(t);
  room.speak('en');
  const alone = { place: null };
  await room.say('Nadia', 'mediation ask', alone);
  const draft = textOf(await room.fill('Nadia', STORY, undefined, alone));
  expect(draft).toContain('Your request, before it leaves');
  expect(draft).toContain('by the next of: Karim and Lou.');
});
