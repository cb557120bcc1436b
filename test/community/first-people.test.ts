import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../support/house.js';
import { play } from '../support/play.js';
import type { TestRoom } from '../support/room.js';
import { textOf } from '../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());
beforeEach(() => {
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
});

const members = async () =>
  t.database.prisma.member.findMany({ where: { communityId: await room.community() } });

describe('the first person of a room', () => {
  it('founds its community, facilitates it, and is told once', async () => {
    await room.arrive('Nadia', 'Bruno', 'Nadia');
    await room.say('Nadia', 'ecc');
    await play(room, [
      [
        'Nadia',
        'sees',
        ['Bienvenue, Nadia', 'vous le facilitez', '[Proposer une décision] [Réglages]'],
      ],
      ['Bruno', '/ecc moi', ['Vous êtes Bruno', 'rôle: membre', 'facilitent ici: Nadia']],
    ]);
    expect(await room.seen('Nadia')).toHaveLength(1);
    expect(await room.seen('Bruno')).toEqual([]);
    expect(await room.seen()).toEqual([]);
  });

  it('is one, when several come at the same instant', async () => {
    const people = ['Nadia', 'Bruno', 'Chloé', 'Nadia', 'Bruno'];
    const answers = await Promise.all(people.map((who) => room.say(who, 'ecc moi')));
    for (const [index, answer] of answers.entries()) {
      expect(textOf(answer)).toContain(`Vous êtes ${people[index]}`);
    }
    const roles = (await members()).map(({ role }) => role).sort();
    expect(roles).toEqual(['facilitator', 'member', 'member']);
    const welcomed = [await room.seen('Nadia'), await room.seen('Bruno'), await room.seen('Chloé')];
    expect(welcomed.flat()).toHaveLength(1);
  });

  it('is welcomed in their language', async () => {
    room.speak('en');
    await room.arrive('Nadia');
    expect((await room.seen('Nadia'))[0]).toContain('Welcome, Nadia');
  });

  it.each([
    ['   ', '?'],
    ['\u202Eevil\u0000', 'evil'],
    ['<b>x</b> @everyone {name}', '<b>x</b> @everyone {name}'],
    ['é'.repeat(500), 'é'.repeat(60)],
  ])('whatever their name (%#) can be shown', async (name, shown) => {
    const view = await room.say('u1', 'ecc moi', { speaker: { userId: 'u1', name } });
    expect(textOf(view).split('\n')[0]).toBe(`Vous êtes ${shown}`);
  });
});

describe('one’s own preferences', () => {
  beforeEach(() => room.arrive('Nadia', 'Bruno'));

  it('say one’s place, and what waits for one’s voice', async () => {
    await room.propose('Nadia');
    await play(room, [
      [
        'Bruno',
        '/ecc moi',
        [
          'attendent votre voix: D-1 · Ouvrir le samedi',
          'langue: français (celle de votre appareil)',
          'rappels: oui',
        ],
      ],
      ['Bruno', '[Voir une décision=1]', 'D-1 · Ouvrir le samedi'],
      ['Bruno', '/voter 1 oui', 'vous consentez'],
      ['Bruno', '/moi', 'attendent votre voix: aucune décision'],
      ['Nadia', '/décision modifier 1 "Ouvrir" "Autre"', 'publié'],
      ['Bruno', '/moi', 'attendent votre voix: D-1 · Ouvrir'],
    ]);
  });

  it('choose a language, and go back to that of the device', async () => {
    await play(room, [
      ['Bruno', '/ecc langue anglais', 'ECC now answers you in English.'],
      ['Bruno', '/ecc moi', 'You are Bruno'],
      ['Nadia', '/ecc moi', 'Vous êtes Nadia'],
      [
        'Bruno',
        '/ecc langue klingon',
        '“klingon” is not in the list. Choose from: French, English',
      ],
      ['Bruno', '/ecc langue auto', 'in the language of your device'],
      ['Bruno', '/ecc moi', 'langue: français (celle de votre appareil)'],
    ]);
  });

  it('turn reminders off and on', async () => {
    await play(room, [
      [
        'Bruno',
        '/ecc rappels non',
        ['Vous ne recevrez plus de rappels.', '[Me rappeler les votes]'],
      ],
      ['Bruno', '[Me rappeler les votes]', 'Vous recevrez un rappel'],
      ['Bruno', '/ecc rappels', 'Recevoir ou non un rappel'],
      ['Bruno', '/ecc rappels peut-être', '« peut-être » : répondez par oui ou par non.'],
    ]);
  });
});

describe('the settings', () => {
  beforeEach(() => room.arrive('Nadia', 'Bruno'));

  it('are read by everybody, and changed by those who facilitate', async () => {
    await play(room, [
      [
        'Bruno',
        '/ecc réglages',
        ['Réglages de Atelier', 'fuseau: Europe/Paris (il est 11 h)', 'membres: 2 personnes'],
      ],
      ['Bruno', '/ecc régler', 'Ce geste revient aux personnes qui facilitent.'],
      ['Nadia', '/ecc réglages', '[Modifier les réglages]'],
      ['Nadia', '[Modifier les réglages]', ['Nom=Atelier', 'Fuseau=Europe/Paris', 'Quorum=0']],
      [
        'Nadia',
        { name: 'Le Four', kind: 'agreement', threshold: '2/3', quorum: '2', secret: 'yes' },
        [
          'Les réglages sont enregistrés.',
          'nom: Le Four',
          'règle proposée d’abord: accord, au moins 2/3, il faut 2 voix au moins, vote secret',
        ],
      ],
      ['Bruno', '/proposer', ['Méthode=agreement', 'Seuil=2/3', 'Quorum=2', 'Vote secret=yes']],
      ['Bruno', '/proposer "Titre" "Texte" accord "demain 18h"', 'D-1 est publiée'],
      ['', 'sees', ['au moins 2/3', 'Il faut 2 voix au moins.', 'Vote secret']],
    ]);
  });

  it('that are wrong are all listed at once, and nothing is changed', async () => {
    await room.say('Nadia', 'ecc régler');
    const wrong = {
      name: ' ',
      zone: 'Mars/Olympe',
      language: 'klingon',
      kind: 'dés',
      threshold: '3/2',
      quorum: '-1',
      early: 'bof',
    };
    const answer = await room.fill('Nadia', wrong);
    const faults = answer.form?.fields.filter(({ fault }) => fault !== '').map(({ name }) => name);
    expect(faults?.sort()).toEqual(Object.keys(wrong).sort());
    expect(answer.form?.fields.find(({ name }) => name === 'zone')?.value).toBe('Mars/Olympe');
    await play(room, [
      ['Nadia', { name: 'x'.repeat(61) }, 'C’est trop long : 61 caractères, pour 60 au plus.'],
      ['Bruno', '/ecc réglages', ['Réglages de Atelier', 'Europe/Paris']],
    ]);
  });

  it('in part keep the rest', async () => {
    await play(room, [
      ['Nadia', '/ecc régler fuseau:America/Toronto', 'Réglages de la communauté'],
      ['Nadia', {}, ['nom: Atelier', 'fuseau: America/Toronto (il est 5 h)']],
    ]);
  });
});

describe('the help', () => {
  it('has every command of deciding, by what one comes for', async () => {
    await room.arrive('Nadia');
    await play(room, [
      [
        'Nadia',
        '/ecc aide "Décider ensemble"',
        ['Voter et discuter\n- /décision proposer', '[Suivre] [Conduire]'],
      ],
      ['Nadia', '[Suivre]', 'Suivre\n- /décision liste'],
      ['Nadia', '/ecc aide "Décider ensemble"', '[Conduire]'],
      ['Nadia', '[Conduire]', ['Conduire\n- /décision modifier', '/décision conclure']],
    ]);
  });
});

describe('facilitation', () => {
  beforeEach(async () => {
    await room.arrive('Nadia');
    t.clock.set('2026-11-21T10:00:01Z');
    await room.arrive('Bruno');
  });

  it('is given, shared and taken back, but never left to nobody', async () => {
    await play(room, [
      [
        'Nadia',
        '/ecc rôle Nadia membre',
        'C’est la seule personne qui facilite. Nommez-en d’abord une autre',
      ],
      ['Bruno', '/ecc rôle Bruno facilitation', 'Ce geste revient aux personnes qui facilitent.'],
      ['Nadia', '/ecc rôle @bruno facilitation', 'Bruno facilite maintenant.'],
      ['Bruno', '/ecc moi', 'facilitent ici: Nadia et Bruno'],
      ['Bruno', '/ecc rôle Nadia membre', 'Nadia ne facilite plus.'],
      ['Nadia', '/ecc régler', 'Ce geste revient'],
      ['Nadia', '/ecc rôle Personne facilitation', 'Ce geste revient'],
      ['Bruno', '/ecc rôle Personne membre', 'Personne ne s’appelle « Personne » ici.'],
    ]);
  });

  it('is given to a name of several words, typed as it is or chosen', async () => {
    await room.arrive('Bruno Martin');
    await play(room, [
      ['Nadia', '/ecc rôle bruno martin facilitation', 'Bruno Martin facilite maintenant.'],
      ['Nadia', '/ecc rôle rôle:membre Bruno Martin', 'Bruno Martin ne facilite plus.'],
      ['Nadia', '/ecc rôle', 'Membre=\nRôle='],
    ]);
    const form = (await room.say('Nadia', 'ecc rôle Bruno')).form;
    expect(form?.fields.map(({ name }) => name)).toEqual(['role']);
    const [member] = (await room.say('Nadia', 'ecc rôle')).form?.fields ?? [];
    expect(member).toMatchObject({ input: 'choice' });
    const names = member?.options.map(({ value }) => value) ?? [];
    expect(names.sort()).toEqual(['Bruno', 'Bruno Martin', 'Nadia']);
  });

  it('asks which one when two people share a name', async () => {
    const speaker = { userId: 'other', name: 'bruno' };
    await room.say('other', 'ecc moi', { speaker });
    await play(room, [
      ['Nadia', '/ecc rôle Bruno facilitation', 'Plusieurs personnes s’appellent « Bruno » ici.'],
    ]);
    const [member] = (await room.say('Nadia', 'ecc rôle')).form?.fields ?? [];
    const other = member?.options.find(({ value }) => value.startsWith('bruno ('));
    const done = await room.fill('Nadia', { member: other?.value ?? '', role: 'facilitator' });
    expect(textOf(done)).toBe('bruno facilite maintenant.');
  });

  it('is not lost when two give it up at the same instant', async () => {
    await room.say('Nadia', 'ecc rôle Bruno facilitation');
    await Promise.all([
      room.say('Nadia', 'ecc rôle Nadia membre'),
      room.say('Bruno', 'ecc rôle Bruno membre'),
    ]);
    expect((await members()).filter(({ role }) => role === 'facilitator')).toHaveLength(1);
  });
});
