import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../../commands/commands.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { textOf } from '../../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Jean-Marc Été');
  await room.propose('Nadia', { name: 'Ouvrir le samedi' });
  await room.propose('Nadia', { name: 'Peindre la porte' });
});
afterAll(() => t.close());

const labels = async (text: string, who = 'Nadia') =>
  (await room.complete(who, text)).map(({ label }) => label);
const inserts = async (text: string) =>
  (await room.complete('Nadia', text)).map(({ insert }) => insert);

describe('completion', () => {
  it('finds commands by their beginning, accents and case aside', async () => {
    expect(await labels('DECISION PROP')).toEqual(['décision proposer']);
    // « décision prolonger » is another name for it.
    expect(await labels('décision prol')).toEqual(['décision échéance']);
    expect(await labels('prop')).toContain('décision proposer');
    expect(await labels('ecc re')).toContain('ecc réglages');
    expect(await inserts('décision prop')).toEqual(['décision proposer ']);
  });

  it('finds them in the language of who types', async () => {
    room.speak('en');
    expect(await labels('decision p')).toEqual(['decision propose']);
    expect(await labels('decision w')).toEqual(['decision withdraw']);
    room.speak('fr');
  });

  it('offers the family after its name, and everything at first', async () => {
    const family = await labels('décision ');
    expect(family.length).toBeGreaterThan(10);
    expect(family.every((label) => label.startsWith('décision'))).toBe(true);
    expect((await labels('')).length).toBe(25);
    expect(await labels('')).toContain('décision proposer');
  });

  it('offers decisions, by number and by words of their title', async () => {
    expect(await labels('voir ')).toEqual(['D-2 · Peindre la porte', 'D-1 · Ouvrir le samedi']);
    expect(await inserts('voir porte')).toEqual(['voir D-2 ']);
    expect(await inserts('voter decision:D-1')).toEqual(['voter decision:D-1 ']);
  });

  it('offers members, quoted when their name has blanks', async () => {
    expect(await labels('ecc rôle b')).toEqual(['Bruno']);
    expect(await inserts('ecc rôle ete')).toEqual(['ecc rôle "Jean-Marc Été" ']);
  });

  it('offers choices, in order or by name', async () => {
    expect(await labels('proposer "Titre" "Texte" ')).toEqual(['consentement', 'accord', 'choix']);
    expect(await labels('proposer methode:ac')).toEqual(['accord']);
    expect(await inserts('ecc langue angl')).toEqual(['ecc langue en ']);
  });

  it('never offers what is for buttons only, or not allowed', async () => {
    const hidden = commands.filter((command) => command.hidden).map(({ id }) => id);
    expect(hidden.length).toBeGreaterThan(0);
    expect((await labels('décision arr')).join()).toBe('');
    expect(await labels('ecc régl', 'Bruno')).toEqual(['ecc réglages']);
  });
});

describe('a typed line', () => {
  it.each([
    ['voter D-1 je consens', 'vous consentez'],
    ['VOTER d1 JE CONSENS', 'vous consentez'],
    ['decision vote 1 consent', 'vous consentez'],
    ['vote decision:1 vote:consent', 'vous consentez'],
    ['voter --décision=1 --voix="je consens"', 'vous consentez'],
    ['voter 1 «\u00A0je consens\u00A0»', 'vous consentez'],
    ['voter 1 “je consens”', 'vous consentez'],
    ['objecter 1 "Sans a=b ni http://x.org/y"', 'votre objection est posée'],
    ['objecter 1 pas a=b mais c:d', 'votre objection est posée'],
  ])('%s', async (line, answer) => {
    expect(textOf(await room.say('Bruno', line))).toContain(answer);
  });

  it('keeps texts as they were typed', async () => {
    await room.say('Bruno', 'objecter 1 "Ni a=b ni http://x.org/y, ni --tiret"');
    expect(await room.card(1)).toContain('Bruno : Ni a=b ni http://x.org/y, ni --tiret');
    await room.say('Bruno', 'objecter 1 objection:voir a=b et http://x.org');
    expect(await room.card(1)).toContain('Bruno : voir a=b et http://x.org');
  });

  it('that is not understood leads on', async () => {
    await play(room, [
      [
        'Bruno',
        '/proposr',
        ['Je n’ai pas reconnu cette commande', 'Peut-être : /décision proposer', '[Voir l’aide]'],
      ],
      ['Bruno', '/décision proposr', 'Peut-être : /décision proposer'],
      ['Bruno', '/xyzzy', '« xyzzy » ne commence par aucune commande connue.'],
      ['Bruno', '[Voir l’aide]', 'ECC, pour s’organiser ici même'],
      ['Bruno', '/voter 1 "je consens" "et puis" encore', 'Je n’ai pas su quoi faire de'],
    ]);
  });

  it('in one language is understood in a room of the other', async () => {
    await play(room, [
      ['Bruno', '/decisions', 'Décisions en cours'],
      ['Bruno', '/decision propose', 'Nouvelle proposition'],
    ]);
  });
});

describe('help', () => {
  it('fits on one screen, names each function and leads on', async () => {
    const help = textOf(await room.say('Bruno', 'ecc'));
    expect(help.split('\n').length).toBeLessThanOrEqual(15);
    expect(help).toContain('Décider ensemble');
    expect(help).toContain('ECC et moi');
    const topic = textOf(await room.press('Bruno', 'Décider ensemble'));
    for (const { id, hidden } of commands) {
      if (id.startsWith('decision.') && !hidden) expect(topic, id).toMatch(/\/décision/);
    }
  });
});

it('an empty place invites', async () => {
  const empty = t.room();
  await play(empty, [
    ['Nadia', '/décisions', ['Pas de décision en cours.', '/décision proposer', '[Proposer]']],
    ['Nadia', '/décisions closes', 'Aucune décision close'],
    ['Nadia', '/voir 1', 'Il n’y a pas de décision D-1 ici.'],
  ]);
});
