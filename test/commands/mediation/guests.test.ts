import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { textOf } from '../../support/text.js';
import { accompanied, gather, INVITED, invite, joined, link, remove } from './gathered.js';
import { isErased, onlyRequest, staysSecret } from './secrecy.js';
import { SECRETS, WORD } from './support.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());

const DAY = 86_400_000;
const AGAIN = 301_000;
const ASIDE = 'Un pangolin carmin me retient.';
const TO_ALL = 'Un mammouth orange pour toutes et tous.';
const ALL = [...SECRETS, 'ocelot', 'pangolin', 'mammouth'];

/** What somebody follows, as text. */
const opens = async (room: TestRoom, who: string): Promise<string> =>
  textOf(await room.say(who, 'médiation suivre'));

describe('somebody else of the conflict', () => {
  let room: TestRoom;
  let id: string;

  it('knows nothing before both have read and approved the same text', async () => {
    room = await accompanied(t);
    id = await onlyRequest(t, room);
    await play(room, [
      ['Nadia', '/médiation suivre', '[Les autres personnes]'],
      ['Nadia', '[Les autres personnes]', 'Personne n’est invité. Vous seul·e pouvez proposer'],
      ['Nadia', '[Inviter une personne]', ['Rien ne part encore.', 'J’aimerais que nous']],
      [
        'Nadia',
        { member: 'Dao', invitation: INVITED },
        ['Dao : rien n’est parti. Karim doit', INVITED],
      ],
      ['Karim', '/médiation suivre', '[Les autres personnes]'],
      ['Karim', '[Les autres personnes]', ['Lisez ce texte', '[Approuver le texte pour Dao]']],
      ['Karim', '[D’autres mots pour Dao]', INVITED],
      ['Karim', { invitation: `${INVITED} Quand vous voudrez.` }, 'doit encore lire ce texte'],
    ]);
    expect(await room.seen('Dao')).toEqual([]);
    expect(await opens(room, 'Dao')).toContain('Aucune demande en cours.');
  });

  it('approved as it was read, and not as it was changed meanwhile, it leaves', async () => {
    await play(room, [
      ['Nadia', '/médiation suivre', '[Les autres personnes]'],
      ['Nadia', '[Les autres personnes]', 'Quand vous voudrez.'],
      ['Karim', '[D’autres mots pour Dao]', INVITED],
      ['Karim', { invitation: `${INVITED} Bientôt.` }, 'doit encore lire ce texte'],
      ['Nadia', '[Approuver le texte pour Dao]', 'Le texte a changé depuis que vous l’avez lu.'],
      ['Nadia', '/médiation suivre', '[Les autres personnes]'],
      ['Nadia', '[Les autres personnes]', 'Bientôt.'],
    ]);
    expect(await room.seen('Dao')).toEqual([]);
    await play(room, [['Nadia', '[Approuver le texte pour Dao]', 'Dao : a reçu ce texte.']]);
    expect(await room.seen('Dao')).toEqual([WORD]);
  });

  it('learns that text, who the mediator is, and that nothing has to be answered', async () => {
    await play(room, [
      [
        'Dao',
        '[Ouvrir]',
        [
          'Une invitation à se parler',
          'Karim accompagne un échange',
          `> ${INVITED} Bientôt.`,
          'décliner sans raison à donner',
          'Sans réponse, rien d’autre ne vous sera demandé.',
          '[J’accepte] [Je décline] [Écrire à Karim]',
        ],
      ],
    ]);
    const known = await opens(room, 'Dao');
    for (const word of ['Nadia', ...SECRETS]) expect(known).not.toContain(word);
    await staysSecret(t, ALL);
  });

  it('may first write to the mediator, who alone reads it', async () => {
    await play(room, [
      ['Dao', '[Écrire à Karim]', 'Votre message'],
      ['Dao', { text: ASIDE }, 'Votre message est transmis'],
      ['Karim', '/médiation suivre', '[Les autres personnes]'],
      ['Karim', '[Les autres personnes]', '[Messages avec Dao]'],
      ['Karim', '[Messages avec Dao]', [`> ${ASIDE}`, 'est lu par Dao et vous, personne d’autre']],
      ['Karim', '[Écrire]', 'Votre message'],
      ['Karim', { text: 'Prenez le temps.' }, 'transmis'],
      ['Dao', '/médiation messages', ['Messages avec Karim', 'Prenez le temps.', 'Vous, ']],
      ['Karim', '/médiation messages', 'Rien n’a encore été écrit.'],
    ]);
    expect(textOf(await room.say('Nadia', 'médiation messages'))).not.toContain('pangolin');
    const readings = textOf(
      await room.press('Nadia', 'Qui a lu', undefined, await room.say('Nadia', 'médiation suivre')),
    );
    expect(readings).not.toContain('Dao');
    await staysSecret(t, ALL);
  });

  it('accepts, and everybody talks together once everybody has answered', async () => {
    await invite(room, 'Lou');
    await play(room, [
      ['Dao', '/médiation suivre', '[J’accepte]'],
      ['Dao', '[J’accepte]', ['Vous prenez part à cet échange', 'quand chaque personne invitée']],
      ['Dao', '/médiation dire bonjour', 'Il n’y a pas de conversation commune'],
      ['Nadia', '/médiation suivre', '[Les autres personnes]'],
      ['Nadia', '[Les autres personnes]', ['Dao : accepte.', 'Lou : a reçu ce texte.']],
    ]);
    const before = textOf(
      await room.press(
        'Nadia',
        'Les autres personnes',
        undefined,
        await room.say('Nadia', 'médiation suivre'),
      ),
    );
    expect(before).not.toContain('Ouvrir la conversation commune');
    expect(await opens(room, 'Dao')).not.toMatch(/Lou|Nadia/);
    await play(room, [
      ['Lou', '/médiation suivre', 'Une invitation à se parler'],
      ['Lou', '[Je décline]', 'Aucune raison n’est demandée.'],
      ['Lou', {}, 'Rien d’autre ne vous sera demandé.'],
      ['Lou', '/médiation suivre', 'Aucune demande en cours.'],
      ['Nadia', '/médiation suivre', '[Les autres personnes]'],
      ['Nadia', '[Les autres personnes]', ['Lou : a décliné.', 'Toutes les réponses sont là.']],
      ['Nadia', '[Ouvrir la conversation commune]', 'Votre nom y est donné'],
      ['Nadia', {}, 'Dao : prend part à la conversation commune.'],
      ['Dao', '/médiation suivre', ['Dans la conversation commune : ', 'Nadia', 'Karim', 'Dao']],
    ]);
  });

  it('and each message says who reads it', async () => {
    await play(room, [
      [
        'Dao',
        '[Conversation commune]',
        ['Rien n’a encore été écrit.', 'sera lu par : Nadia et Karim'],
      ],
      ['Dao', '[Écrire à tout le monde]', 'À tout le monde'],
      ['Dao', { text: TO_ALL }, 'Le liront : Nadia et Karim.'],
      [
        'Nadia',
        '/médiation ensemble',
        ['Dao, samedi 21 novembre', 'lu par Nadia et Karim', TO_ALL],
      ],
      ['Nadia', '/médiation dire Merci à vous', 'Le liront : Karim et Dao.'],
      ['Karim', '/médiation ensemble', ['Merci à vous', 'lu par Karim et Dao']],
      ['Bruno', '/médiation ensemble', 'Aucune demande ne s’y prête'],
      ['Lou', '/médiation ensemble', 'Aucune demande ne s’y prête'],
      ['Nadia', '/médiation suivre', '[Qui a lu]'],
      ['Nadia', '[Qui a lu]', 'Karim a lu la conversation commune'],
    ]);
    await staysSecret(t, ALL);
    expect(await room.seen()).toEqual([]);
  });

  it('goes when they like; what they wrote to the mediator alone goes with them', async () => {
    await play(room, [
      ['Dao', '/médiation quitter', 'Vous ne serez pas invité·e à nouveau.'],
      ['Dao', {}, 'Vos messages à la personne qui accompagne sont effacés.'],
      ['Dao', '/médiation suivre', 'Aucune demande en cours.'],
      ['Nadia', '/médiation suivre', '[Les autres personnes]'],
      ['Nadia', '[Les autres personnes]', 'Dao : s’est retiré·e de l’échange.'],
      ['Nadia', '/médiation ensemble', TO_ALL],
    ]);
    await room.do('Nadia', 'mediation.invite', { member: 'Dao', invitation: INVITED });
    expect(textOf(await room.fill('Nadia', {}))).toContain('elle ne sera pas invitée à nouveau');
  });

  it('erased, it is nowhere', async () => {
    await room.say('Nadia', 'médiation effacer');
    await room.fill('Nadia', {});
    await t.pass(2_000);
    await t.pass(AGAIN);
    await isErased(t, room, id);
    for (const who of ['Dao', 'Lou', 'Karim']) {
      expect(await opens(room, who)).toContain('Aucune demande');
    }
  });
});

it('who would accept with another mediator says so, and is invited anew by that one', async () => {
  const room = await accompanied(t);
  await invite(room, 'Dao');
  await room.do('Bruno', 'mediation.name', { member: 'Bruno' });
  const offered = await room.say('Dao', 'médiation suivre');
  const choose = offered.actions.find(({ type }) => type === 'select');
  const options = choose?.type === 'select' ? choose.options : [];
  expect(options.map(({ label }) => label).sort()).toEqual([
    'J’accepterais avec Bruno',
    'J’accepterais avec Lou',
  ]);
  const lou = options.find(({ label }) => label.endsWith('Lou'))?.value;
  await room.press('Dao', 'Préférer une autre personne', lou);
  await play(room, [
    ['Karim', '/médiation suivre', '[Les autres personnes]'],
    ['Karim', '[Les autres personnes]', 'Dao : accepterait avec Lou'],
    ['Nadia', '/médiation suivre', '[Les autres personnes]'],
    ['Nadia', '[Les autres personnes]', '[Demander à Lou d’accompagner]'],
    ['Nadia', '[Demander à Lou d’accompagner]', 'ne la lira plus'],
    ['Nadia', {}, 'Lou l’a reçue'],
    ['Dao', '/médiation suivre', ['L’échange est en pause', 'Rien n’est attendu de vous.']],
    ['Karim', '/médiation suivre', 'Aucune demande en cours.'],
    ['Lou', '/médiation suivre', '[J’accepte]'],
    ['Lou', '[J’accepte]', '[Les autres personnes]'],
    ['Dao', '/médiation suivre', 'L’échange est en pause'],
    ['Lou', '[Les autres personnes]', 'Ce texte lui avait été adressé'],
    ['Lou', '[Approuver le texte pour Dao]', 'a reçu ce texte'],
    ['Dao', '/médiation suivre', 'Lou accompagne un échange'],
    ['Dao', '[J’accepte]', 'Vous prenez part'],
  ]);
  await staysSecret(t, ALL);
});

it('a mediator steps back, or goes: nobody has agreed any more, and nobody waits in silence', async () => {
  const room = await accompanied(t);
  await joined(room, 'Dao');
  await gather(room);
  await room.do('Dao', 'mediation.say', { text: TO_ALL });
  await remove(t, room, 'Karim');
  await t.pass(DAY);
  await play(room, [
    ['Dao', '/médiation suivre', 'L’échange est en pause'],
    ['Dao', '/médiation ensemble', 'Aucune demande ne s’y prête'],
    ['Nadia', '/médiation suivre', 'Lou l’a reçue'],
    ['Lou', '/médiation suivre', '[J’accepte]'],
    ['Lou', '[J’accepte]', 'Vous accompagnez Nadia'],
    ['Lou', '/médiation ensemble', 'Il n’y a pas de conversation commune'],
    ['Dao', '/médiation quitter', 'Aucune raison'],
    ['Dao', {}, 'C’est noté'],
  ]);
  await staysSecret(t, ALL);
});

it('who does not answer is asked no more; who is removed has left', async () => {
  const room = await accompanied(t);
  await invite(room, 'Dao');
  await invite(room, 'Bruno');
  await remove(t, room, 'Bruno');
  await t.pass(2 * DAY);
  await play(room, [
    ['Nadia', '/médiation suivre', '[Les autres personnes]'],
    ['Nadia', '[Les autres personnes]', ['Dao : a reçu ce texte', '? : a décliné.']],
  ]);
  await t.pass(6 * DAY);
  await play(room, [
    ['Dao', '/médiation suivre', 'Aucune demande en cours.'],
    ['Dao', '[Ouvrir]', 'Cela n’est plus entre vos mains.'],
    ['Nadia', '/médiation suivre', '[Les autres personnes]'],
    ['Nadia', '[Les autres personnes]', 'Dao : pas de réponse ; rien n’est plus attendu.'],
  ]);
  await invite(room, 'Dao');
  expect(await opens(room, 'Dao')).toContain('Une invitation à se parler');
});

it('ended, its guests read what was theirs until the day announced, and no invitation waits', async () => {
  const room = await accompanied(t);
  await joined(room, 'Dao');
  await gather(room);
  await invite(room, 'Bruno');
  await room.do('Dao', 'mediation.say', { text: TO_ALL });
  await room.say('Nadia', 'médiation clore');
  await play(room, [
    ['Nadia', {}, 'Cette demande est terminée'],
    ['Dao', '/médiation suivre', ['Cet échange est terminé', 'Tout sera effacé']],
    ['Dao', '[Conversation commune]', TO_ALL],
    ['Dao', '/médiation écrire bonjour', 'Aucune demande ne s’y prête'],
    ['Bruno', '/médiation suivre', 'Aucune demande en cours.'],
    ['Bruno', '[Ouvrir]', 'Cela n’est plus entre vos mains.'],
  ]);
});

it('linked accounts are one guest, whichever is used; a mediator who turns out to be one steps back', async () => {
  const room = await accompanied(t);
  await room.arrive('Dao bis');
  await invite(room, 'Dao');
  await link(room, 'Dao', 'Dao bis');
  expect(await opens(room, 'Dao bis')).toContain('Une invitation à se parler');
  await room.press('Dao bis', 'J’accepte');
  expect(await opens(room, 'Dao')).toContain('Vous prenez part');
  await room.arrive('Karim bis');
  await invite(room, 'Karim bis');
  await link(room, 'Karim', 'Karim bis');
  await t.pass(DAY);
  await play(room, [
    ['Nadia', '/médiation suivre', ['Lou l’a reçue', 'Avant cela, sans suite : Karim.']],
    ['Karim', '/médiation suivre', 'L’échange est en pause'],
    ['Dao', '/médiation suivre', 'L’échange est en pause'],
  ]);
});
