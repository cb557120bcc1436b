import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../support/house.js';
import { play } from '../support/play.js';
import type { TestRoom } from '../support/room.js';
import { textOf } from '../support/text.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());

/** The code an answer shows. */
async function codeFrom(room: TestRoom, who: string, line: string): Promise<string> {
  const [code] = /[A-Z\d]{4}-[A-Z\d]{6}/.exec(textOf(await room.say(who, line))) ?? [];
  if (!code) throw new Error(`no code for ${who}`);
  return code;
}

async function roomWith(...people: string[]): Promise<TestRoom> {
  const room = t.room();
  await room.arrive(...people);
  return room;
}

describe('two rooms', () => {
  it('become one community, with all that each had', async () => {
    const [one, two] = [await roomWith('Nadia', 'Bruno'), await roomWith('Chloé')];
    await one.propose('Nadia', { name: 'Ouvrir le samedi' });
    await two.propose('Chloé', { name: 'Repeindre' });
    const code = await codeFrom(one, 'Nadia', 'ecc relier');
    await play(two, [['Chloé', `/ecc relier ${code}`, 'C’est relié']]);
    expect(await two.community()).toBe(await one.community());
    await play(two, [
      ['Chloé', '/décisions', ['D-1 Ouvrir le samedi', 'D-2 Repeindre']],
      ['Chloé', '/voter 1 je consens', 'C’est noté : vous consentez.'],
      ['Chloé', '/ecc réglages', '3 personnes'],
    ]);
    expect(await one.card(1)).toContain('1 voix sur 3');
    await two.propose('Chloé', { name: 'Une de plus' });
    expect(await one.card(3)).toContain('Une de plus');
    expect(await two.card(3)).toContain('Une de plus');
  });

  it('are linked only by those who facilitate, with a code of the other side, in time', async () => {
    const [one, two] = [await roomWith('Nadia', 'Bruno'), await roomWith('Chloé', 'Dao')];
    await play(one, [['Bruno', '/ecc relier', 'personnes qui facilitent']]);
    const code = await codeFrom(one, 'Nadia', 'ecc relier');
    await play(one, [['Nadia', `/ecc relier ${code}`, 'cette même communauté']]);
    await play(two, [
      ['Dao', `/ecc relier ${code}`, 'personnes qui facilitent'],
      ['Chloé', '/ecc relier ZZZZ-ZZZZZZ', 'Ce code n’existe pas'],
    ]);
    await t.pass(10 * 60_000);
    await play(two, [['Chloé', `/ecc relier ${code}`, 'Ce code n’existe pas']]);
    expect(await two.community()).not.toBe(await one.community());
  });

  it('give a code five tries', async () => {
    const [one, two] = [await roomWith('Nadia'), await roomWith('Chloé')];
    const code = await codeFrom(one, 'Nadia', 'ecc relier');
    for (let i = 0; i < 5; i++) {
      await play(two, [['Chloé', `/ecc relier ${code.slice(0, 5)}ZZZZZ${i + 2}`, 'n’existe pas']]);
    }
    await play(two, [['Chloé', `/ecc relier ${code}`, 'Trop d’essais']]);
  });

  it('part again: the room that leaves facilitates itself, and keeps nothing of the other', async () => {
    const [one, two] = [await roomWith('Nadia'), await roomWith('Chloé')];
    const code = await codeFrom(one, 'Nadia', 'ecc relier');
    await play(one, [
      ['Nadia', '/ecc délier', 'Détacher ce salon'],
      ['Nadia', {}, 'le seul salon'],
    ]);
    await play(two, [
      ['Chloé', `/ecc relier ${code}`, 'C’est relié'],
      ['Chloé', '/ecc délier', 'Détacher ce salon'],
      ['Chloé', {}, 'Ce salon est détaché'],
      ['Chloé', '/ecc moi', ['Vous êtes Chloé', 'Chloé']],
      ['Chloé', '/décisions', 'Pas de décision'],
    ]);
    expect(await two.community()).not.toBe(await one.community());
  });

  it('go on in their own languages', async () => {
    const [one, two] = [await roomWith('Nadia'), t.room()];
    two.speak('en');
    await two.arrive('Chloé');
    await one.propose('Nadia', { name: 'Ouvrir le samedi' });
    const code = await codeFrom(one, 'Nadia', 'ecc relier');
    await play(two, [['Chloé', `/ecc link-room ${code}`, 'Linked: this room']]);
    expect(await one.card()).toContain('Proposé par Nadia');
    const shown = t.web.messages.find(
      ({ to, key }) => to.roomId === two.roomId && key.startsWith('decision:'),
    );
    expect(shown?.to.locale).toBe('en');
  });

  it('know somebody who was in both as one person', async () => {
    const [one, two] = [await roomWith('Nadia', 'Bruno'), await roomWith('Chloé', 'Bruno')];
    const code = await codeFrom(one, 'Nadia', 'ecc relier');
    await play(two, [
      ['Chloé', `/ecc relier ${code}`, 'C’est relié'],
      ['Chloé', '/ecc réglages', '3 personnes'],
    ]);
  });
});

describe('two accounts', () => {
  it('have one voice: the latest of what they voted counts, and both are told', async () => {
    const room = await roomWith('Nadia', 'Bruno', 'Bruno-bis');
    await room.propose('Nadia', { kind: 'agreement' });
    await room.say('Bruno', 'voter 1 contre');
    await t.pass(1000);
    await room.say('Bruno-bis', 'voter 1 pour');
    expect(await room.card()).toContain('1 pour, 1 contre');
    const code = await codeFrom(room, 'Bruno', 'ecc lier');
    await play(room, [['Bruno-bis', `/ecc lier ${code}`, 'Vos comptes sont liés']]);
    const card = await room.card();
    expect(card).toContain('1 pour, 0 contre');
    expect(card).toContain('1 voix sur 2');
    const told = [...(await room.seen('Bruno')), ...(await room.seen('Bruno-bis'))].join('\n');
    expect(told).toContain('Vous aviez voté depuis les deux sur D-1');
    await t.pass(1000);
    await play(room, [['Bruno', '/voter 1 abstention', 'C’est changé : vous vous abstenez.']]);
    expect(await room.card()).toContain('0 pour, 0 contre, 1 abstention');
  });

  it('part again with what each had voted', async () => {
    const room = await roomWith('Nadia', 'Bruno', 'Bruno-bis');
    await room.propose('Nadia', { kind: 'agreement' });
    await room.say('Bruno', 'voter 1 contre');
    await room.say('Bruno-bis', 'voter 1 pour');
    const code = await codeFrom(room, 'Bruno', 'ecc lier');
    await play(room, [
      ['Bruno-bis', `/ecc lier ${code}`, 'Vos comptes sont liés'],
      ['Bruno', '/ecc séparer', 'Séparer vos comptes'],
      ['Bruno', {}, 'Vos comptes sont séparés'],
    ]);
    expect(await room.card()).toContain('1 pour, 1 contre');
  });

  it('hold together what one of them holds', async () => {
    const room = await roomWith('Nadia', 'Nadia-bis', 'Bruno');
    await play(room, [['Nadia-bis', '/ecc régler', 'personnes qui facilitent']]);
    const code = await codeFrom(room, 'Nadia-bis', 'ecc lier');
    await play(room, [
      ['Nadia', `/ecc lier ${code}`, 'Vos comptes sont liés'],
      ['Nadia-bis', '/ecc régler', 'Réglages de la communauté'],
      ['Bruno', `/ecc lier ${code}`, 'Ce code n’existe pas'],
      ['Nadia', '/ecc lier', 'Un code pour votre autre compte'],
    ]);
  });

  it('of two communities wait for their rooms to be linked', async () => {
    const [one, two] = [await roomWith('Nadia'), await roomWith('Chloé')];
    const code = await codeFrom(one, 'Nadia', 'ecc lier');
    await play(two, [['Chloé', `/ecc lier ${code}`, 'dans deux communautés']]);
  });
});

describe('a room', () => {
  it('hears what it wants to hear', async () => {
    const room = await roomWith('Nadia');
    await play(room, [
      ['Nadia', '/ecc salon', 'Réglages de ce salon'],
      ['Nadia', { language: 'auto', hears: 'nothing' }, 'Ce salon entend maintenant : rien'],
    ]);
    await room.propose('Nadia');
    expect(await room.seen()).toEqual([]);
  });

  it('has what is open in its new language, and once it listens again', async () => {
    const room = t.room();
    await room.arrive('Nadia');
    const set = async (language: string, hears: string) =>
      play(room, [
        ['Nadia', '/ecc salon', 'Réglages de ce salon'],
        ['Nadia', { language, hears }, 'Ce salon entend maintenant'],
      ]);
    await set('auto', 'nothing');
    await room.propose('Nadia', { name: 'Repeindre' });
    expect(await room.seen()).toEqual([]);
    await set('auto', 'decisions');
    expect(await room.card()).toContain('Proposé par Nadia');
    await set('en', 'decisions');
    await room.seen();
    const own = t.web.messages.filter(({ to }) => to.roomId === room.roomId && !to.userId);
    expect(own).toHaveLength(1);
    expect(own[0]?.to.locale).toBe('en');
  });

  it('is told nothing new, and what it was shown stays true', async () => {
    const room = await roomWith('Nadia', 'Bruno');
    await room.propose('Nadia');
    expect(await room.card()).toContain('Proposé par Nadia');
    await play(room, [
      ['Nadia', '/ecc salon', 'Réglages de ce salon'],
      ['Nadia', { language: 'auto', hears: 'agenda' }, 'Ce salon entend maintenant'],
      ['Bruno', '/voter 1 je consens', 'C’est noté'],
    ]);
    expect(await room.card()).toContain('1 voix sur 2');
    await room.do('Nadia', 'decision.withdraw', { decision: '1', reason: 'Plus tard.' });
    await room.fill('Nadia', {});
    expect(await room.card()).toContain('Retirée');
    expect(await room.seen()).toHaveLength(1);
  });

  it('that leaves keeps its cards to be read, and says that they are followed no more', async () => {
    const [one, two] = [await roomWith('Nadia'), await roomWith('Chloé')];
    const code = await codeFrom(one, 'Nadia', 'ecc relier');
    await play(two, [['Chloé', `/ecc relier ${code}`, 'C’est relié']]);
    await one.propose('Nadia', { name: 'Repeindre' });
    expect(await two.card()).toContain('[Je consens]');
    await play(two, [
      ['Chloé', '/ecc délier', 'Détacher ce salon'],
      ['Chloé', {}, 'Ce salon est détaché'],
    ]);
    const left = await two.card();
    expect(left).toContain('Repeindre');
    expect(left).toContain('Cette carte n’est plus suivie ici');
    expect(left).not.toContain('[Je consens]');
    expect(await two.seen()).toHaveLength(1);
    expect(await one.card()).toContain('[Je consens]');
  });
});
