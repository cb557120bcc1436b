import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/commands.js';
import type { CommunityId } from '../../src/kernel/ids.js';
import { type TestHouse, testHouse } from '../support/house.js';
import type { TestRoom } from '../support/room.js';
import { heldBy } from '../support/tables.js';
import { textOf } from '../support/text.js';

/** Somebody of one community, with everything they could have copied from another. */
let t: TestHouse;
let theirs: TestRoom;
let ours: TestRoom;
let community: CommunityId;
beforeAll(async () => {
  t = await testHouse();
  theirs = t.room();
  ours = t.room();
  await theirs.arrive('Nadia', 'Bruno');
  await ours.arrive('Mallory');
  await theirs.propose('Nadia', {
    name: 'Trésor caché',
    kind: 'agreement',
    body: 'Sous le chêne.',
  });
  await theirs.say('Bruno', 'voter 1 contre raison:"Trop profond"');
  await theirs.say('Bruno', 'agenda ajouter "Trésor" jeudi 20h lieu:"Le chêne"');
  await theirs.say('Bruno', 'agenda trouver "Trésor" dates:"jeudi 9h; jeudi 10h"');
  await theirs.do('Bruno', 'veille.add', {
    ...{ link: 'https://exemple.org/Trésor', theme: 'Trésor', why: 'Sous le chêne.' },
  });
  await theirs.do('Bruno', 'veille.follow', { link: 'https://exemple.org/Trésor' });
  await theirs.do('Bruno', 'veille.address', { theme: 'Trésor' });
  await theirs.do('Bruno', 'veille.attach', { resource: '1', target: 'D-1' });
  await theirs.do('Bruno', 'wealth.open-context', { name: 'Trésor' });
  const spent = { amount: '5 €', what: 'Pelle du Trésor', context: 'Trésor' };
  await theirs.do('Bruno', 'wealth.spend', spent);
  await theirs.do('Bruno', 'wealth.need', { context: 'Trésor', words: 'Sous le chêne.' });
  await theirs.fill('Bruno', {});
  await theirs.do('Nadia', 'veille.edition-begin', { name: 'Trésor', introduction: 'Le chêne.' });
  await theirs.do('Nadia', 'veille.edition-add', { resources: 'V-1' });
  await theirs.do('Nadia', 'veille.edition-publish', { edition: '1' });
  await theirs.fill('Nadia', {});
  community = await theirs.community();
  await t.settle();
});
afterAll(() => t.close());

const LEAKS = /Trésor|chêne|profond|Nadia|Bruno/;

const held = () => heldBy(t.database, community);

const args = {
  ...{
    decision: '1',
    vote: 'contre',
    reason: 'x',
    name: 'x',
    body: 'x',
    closes: 'jeudi 9h',
    text: 'x',
  },
  ...{
    question: '1',
    sentence: 'x',
    kind: 'consent',
    member: 'Personne',
    role: 'member',
    wanted: 'no',
  },
  ...{ language: 'fr', threshold: '2/3', zone: 'UTC', format: 'json', topic: 'ecc' },
  ...{ poll: '1', slots: '1', slot: '1' },
  ...{
    resource: '1',
    into: '1',
    theme: 'x',
    link: 'https://exemple.org/',
    tags: 'x',
    mark: 'read',
  },
  ...{ target: 'D-1', number: '1', public: 'names', private: 'names' },
  ...{ edition: '1', resources: '1', order: '1', note: 'x', introduction: 'x', line: 'sous' },
  ...{ follow: '1', words: 'x', list: 'x', digest: '1', frequency: 'daily', hour: '8' },
  ...{ expense: '1', context: 'K-1', amount: '5 €', paid: 'yes' },
  ...{ item: 'i1', task: '1', what: 'x', who: 'Mallory', due: 'jeudi 9h', length: '5' },
  ...{ event: '1', when: 'jeudi 20h', presence: 'yes', note: '1', scope: 'all', place: 'x' },
};

describe.each(commands.map(({ id }) => id))('%s', (command) => {
  it('by its number finds one’s own community only', async () => {
    const before = await held();
    const view = await ours.do('Mallory', command, args);
    expect(textOf(view)).not.toMatch(LEAKS);
    expect(await held()).toBe(before);
  });

  it('by the id of a button of theirs gives nothing, in our room, a new one or none', async () => {
    const before = await held();
    const forged = { type: 'act', community, act: { command, args } } as const;
    for (const place of [
      { roomId: ours.roomId, name: 'x' },
      { roomId: `new-${command}`, name: 'x' },
      null,
    ]) {
      const text = textOf(await ours.send('Mallory', forged, { place }));
      expect(text).not.toMatch(LEAKS);
      expect(text).toMatch(/une autre communauté|Pas encore membre ici/);
    }
    expect(await held()).toBe(before);
  });
});

describe('a form of theirs', () => {
  it('is nobody else’s, not even inside their community', async () => {
    const form = await theirs.do('Nadia', 'decision.close', { decision: '1' });
    const dialogue = form.form?.dialogue ?? '';
    const before = await held();
    const sent = { type: 'form', dialogue, values: { reason: 'À moi.' } } as const;
    expect(textOf(await ours.send('Mallory', sent))).toMatch(/une autre communauté/);
    expect(textOf(await ours.send('Mallory', sent, { place: null }))).toMatch(
      /Pas encore membre ici/,
    );
    expect(textOf(await theirs.send('Bruno', sent))).toMatch(
      /déjà envoyé, ou il date de plus d’un jour/,
    );
    expect(await held()).toBe(before);
    expect(textOf(await theirs.send('Nadia', sent))).toContain('La décision est close.');
  });

  it.each(['', 'x', '__proto__', '00000000-0000-7000-8000-000000000000', 'A'.repeat(10_000)])(
    'by a made-up name is gone (%#)',
    async (dialogue) => {
      const view = await ours.send('Mallory', { type: 'form', dialogue, values: {} });
      expect(textOf(view)).toContain('Retapez la commande.');
    },
  );
});

it('in a direct conversation, a member acts as in the room, and nobody else', async () => {
  const show = { command: 'decision.show', args: { decision: '1' } };
  const direct = { place: null };
  const acts = { type: 'act', community, act: show } as const;
  expect(textOf(await theirs.send('Bruno', acts, direct))).toContain('Trésor caché');
  // Typed, it is meant for where they joined last; who joined nowhere is told so.
  expect(textOf(await theirs.say('Bruno', 'voir 1', direct))).toContain('Trésor caché');
  expect(textOf(await theirs.say('Zoé', 'voir 1', direct))).toContain('Pas encore membre ici');
  expect(textOf(await theirs.say('Mallory', 'voir 1', direct))).not.toMatch(LEAKS);
});
