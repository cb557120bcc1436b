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
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
});

const crowd = (size: number): string[] =>
  Array.from({ length: size }, (_, index) => `Membre ${index}`);
const ballots = async () =>
  t.database.prisma.ballot.findMany({ where: { communityId: await room.community() } });

describe('one’s ballot', () => {
  beforeEach(async () => {
    await room.arrive('Nadia', 'Bruno', 'Chloé');
    await room.propose('Nadia', { kind: 'agreement' });
  });

  it('changes as often as one likes, and counts once', async () => {
    await play(room, [
      ['Bruno', '/voter 1 pour', 'C’est noté : vous êtes pour.'],
      ['Bruno', '/voter 1 contre raison:"Trop cher"', 'C’est changé : vous êtes contre.'],
      ['Bruno', '[Je m’abstiens]', 'C’est changé : vous vous abstenez.'],
      ['', 'sees', ['1 voix sur 3', 'Pour l’instant : 0 pour, 0 contre, 1 abstention']],
      ['Chloé', '/voir 1', 'Bruno | abstention\n'],
    ]);
    expect(await ballots()).toHaveLength(1);
  });

  it('is taken back, and given again', async () => {
    await play(room, [
      ['Bruno', '/décision reprendre 1', 'Vous n’avez pas encore voté sur D-1.'],
      ['Bruno', '/voter 1 pour', 'vous êtes pour'],
      ['Bruno', '[Reprendre ma voix]', 'Votre voix est reprise.'],
      ['', 'sees', 'Personne n’a encore voté'],
      ['Bruno', '/voter 1 contre', 'C’est noté : vous êtes contre.'],
    ]);
  });

  it('is confirmed only when there is one', async () => {
    await play(room, [
      [
        'Bruno',
        '/décision confirmer 1',
        'Vous n’avez pas encore voté sur D-1. Pour voter : /décision voter D-1.',
      ],
    ]);
  });
});

describe('votes at the same instant', () => {
  it('of many people are each counted once', async () => {
    const people = crowd(25);
    await room.arrive('Nadia', ...people);
    await room.propose('Nadia', { kind: 'agreement' });
    const answers = await Promise.all(people.map((who) => room.say(who, 'voter 1 pour')));
    for (const answer of answers) expect(textOf(answer)).toContain('C’est noté');
    expect(await ballots()).toHaveLength(25);
    expect(await room.card()).toContain('25 voix sur 26\nPour l’instant : 25 pour, 0 contre');
  });

  it('of one person leave one ballot, the last that was said to be kept', async () => {
    await room.arrive('Nadia', 'Bruno');
    await room.propose('Nadia', { kind: 'agreement' });
    const typed = ['pour', 'contre', 'abstention', 'pour', 'contre', 'abstention'];
    const answers = await Promise.all(typed.map((vote) => room.say('Bruno', `voter 1 ${vote}`)));
    const first = answers.filter((answer) => textOf(answer).includes('C’est noté'));
    // The order they are taken in is anybody's: the same vote may follow itself.
    const again = answers.filter((answer) => /C’est (changé|confirmé)/.test(textOf(answer)));
    expect([first.length, again.length]).toEqual([1, 5]);
    expect(await ballots()).toHaveLength(1);
    expect(await room.card()).toContain('1 voix sur 2');
  });

  it('of two first people in a new room are both theirs', async () => {
    await room.arrive('Nadia');
    await room.propose('Nadia', { kind: 'agreement' });
    await Promise.all(['Bruno', 'Chloé', 'Bruno'].map((who) => room.say(who, 'voter 1 pour')));
    expect(await ballots()).toHaveLength(2);
    expect(await room.card()).toContain('2 voix sur 3');
  });

  it('as the decision is closed are counted, or told that it is too late', async () => {
    const people = crowd(10);
    await room.arrive('Nadia', ...people);
    await room.propose('Nadia', { kind: 'agreement' });
    const form = await room.do('Nadia', 'decision.close', { decision: '1' });
    const voting = people.map((who) => room.say(who, 'voter 1 pour'));
    const closing = room.fill('Nadia', { reason: 'Maintenant.' }, form);
    const answers = (await Promise.all(voting)).map(textOf);
    expect(textOf(await closing)).toContain('La décision est close.');
    const counted = answers.filter((answer) => answer.includes('C’est noté')).length;
    const late = answers.filter((answer) => answer.includes('Ce vote est clos')).length;
    expect(counted + late).toBe(people.length);
    expect(await room.card()).toContain(`${counted} pour, 0 contre`);
    expect(await ballots()).toHaveLength(counted);
  });
});

describe('a decision that closes when everybody has voted', () => {
  it('does, and says so', async () => {
    await room.arrive('Nadia', 'Bruno');
    await room.propose('Nadia', { kind: 'agreement', early: 'oui' });
    await play(room, [
      ['', 'sees', 'Clôture dès que tous les membres ont voté.'],
      ['Bruno', '/voter 1 pour', 'Vous pouvez changer d’avis'],
    ]);
    const last = textOf(await room.say('Nadia', 'voter 1 contre'));
    expect(last).toContain('La décision est close.');
    expect(last).not.toContain('Vous pouvez changer d’avis');
    expect(last).not.toContain('[Reprendre ma voix]');
    await play(room, [
      ['', 'sees', ['Rejetée : 1 pour, 1 contre', 'Close : tous les membres avaient voté.']],
      ['Bruno', '/voter 1 contre', 'Ce vote est clos'],
    ]);
    await t.at('2026-11-26T10:00:00Z');
    expect((await room.seen()).filter((text) => text.includes('Rien n’est adopté'))).toHaveLength(
      1,
    );
  });

  it('waits, for a consent, until no objection stands', async () => {
    await room.arrive('Nadia', 'Bruno');
    await room.propose('Nadia', { early: 'oui' });
    await play(room, [
      ['Nadia', '/voter 1 je consens', 'vous consentez'],
      ['Bruno', '/objecter 1 "Non."', 'votre objection est posée'],
      ['', 'sees', '[Je consens]'],
      ['Bruno', '/voter 1 je consens', ['vous consentez', 'La décision est close.']],
      ['', 'sees', 'Adoptée'],
    ]);
  });

  it('waits for ballots on an older text', async () => {
    await room.arrive('Nadia', 'Bruno');
    await room.propose('Nadia', { early: 'oui' });
    await room.say('Bruno', 'voter 1 je consens');
    await room.do('Nadia', 'decision.amend', { decision: '1', name: 'Samedi', body: 'Autre.' });
    await room.say('Nadia', 'voter 1 je consens');
    expect(await room.card()).toContain('[Je consens]');
    await room.say('Bruno', 'décision confirmer 1');
    expect(await room.card()).toContain('Adoptée : aucune objection maintenue, 2 consentements');
  });
});

describe('a reminder', () => {
  const reminded = async (who: string) =>
    (await room.seen(who)).filter((text) => text.startsWith('D-1 attend votre voix')).length;

  it('goes once to those who have not voted on this text and want to be reminded', async () => {
    await room.arrive('Nadia', 'Bruno', 'Chloé', 'Dao', 'Élie');
    await room.propose('Nadia');
    await play(room, [
      ['Élie', '/voter 1 je consens', 'vous consentez'],
      ['Nadia', '/décision modifier 1 "Samedi" "Autre texte"', 'Le nouveau texte'],
      ['Bruno', '/voter 1 je consens', 'vous consentez'],
      ['Dao', '/ecc rappels non', 'Vous ne recevrez plus de rappels.'],
    ]);
    await t.at('2026-11-24T16:59:00Z');
    expect(await reminded('Chloé')).toBe(0);
    // A day before the deadline.
    await t.at('2026-11-24T17:00:01Z');
    const counts = Object.fromEntries(
      await Promise.all(
        ['Nadia', 'Bruno', 'Chloé', 'Dao', 'Élie'].map(async (who) => [who, await reminded(who)]),
      ),
    );
    expect(counts).toEqual({ Nadia: 1, Bruno: 0, Chloé: 1, Dao: 0, Élie: 1 });
    expect(await room.last('D-1 attend', 'Chloé')).toContain(
      'Le vote sur « Samedi » se termine le mercredi 25 novembre à 18 h.\n[Voir et voter] [Ne plus me rappeler]',
    );
    await t.restart();
    await t.at('2026-11-25T10:00:00Z');
    expect(await reminded('Chloé')).toBe(1);
    await play(room, [['Chloé', '[Ne plus me rappeler]', 'Vous ne recevrez plus de rappels.']]);
  });

  it('rung by a new process goes once', async () => {
    await room.arrive('Nadia', 'Bruno');
    await room.propose('Nadia');
    await room.seen();
    t.clock.set('2026-11-24T17:00:01Z');
    await t.restart();
    await t.restart();
    expect([await reminded('Nadia'), await reminded('Bruno')]).toEqual([1, 1]);
  });
});
