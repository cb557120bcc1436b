import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { tables } from '../../support/tables.js';
import { textOf } from '../../support/text.js';

/** Words that are nowhere else, so that finding one is finding what was kept from others. */
const SECRETS = ['xylophone mauve', 'zèbre écarlate', 'quetzal ambré', 'okapi indigo'] as const;

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé', 'Dao');
});
afterAll(() => t.close());

const readable = async (): Promise<string> => {
  await t.settle();
  return `${JSON.stringify(await tables(t.database))}\n${JSON.stringify(t.log.lines)}`;
};

describe('a context whose rule keeps declarations from some', () => {
  it('says in plain words who sees what', async () => {
    await room.do('Nadia', 'wealth.open-context', { name: 'Soins', sees: 'validators' });
    const page = textOf(await room.say('Nadia', 'richesse contexte Soins'));
    expect(page).toContain(
      'Seules les personnes invitées à valider voient ce que chacun·e déclare',
    );
    await room.do('Bruno', 'wealth.join', { context: 'Soins' });
    t.clock.pass(1000);
    await room.do('Chloé', 'wealth.join', { context: 'Soins' });
  });

  it('is read by whose it is and whom they are asked, and by nobody else', async () => {
    await room.do('Nadia', 'wealth.declare', {
      ...{ quantity: '3h', nature: 'soin', what: SECRETS[0], note: SECRETS[1] },
      context: 'Soins',
    });
    await play(room, [
      ['Bruno', 'sees', [SECRETS[0], 'C’est votre tour']],
      ['Bruno', '/richesse question 1', 'Une question'],
      ['Bruno', { text: SECRETS[2] }, 'est posée'],
      ['Nadia', 'sees', SECRETS[2]],
      ['Nadia', '[Répondre]', ''],
      ['Nadia', { text: SECRETS[3] }, 'est donnée'],
      ['Bruno', 'sees', SECRETS[3]],
      ['Chloé', '/richesse valider 1', 'réserve cette contribution à d’autres regards'],
    ]);
    for (const who of ['Chloé', 'Dao']) {
      const seen = [
        ...(await room.seen(who)),
        ...(await room.seen()),
        textOf(await room.say(who, 'richesse voir 1')),
        textOf(await room.say(who, 'richesse contexte Soins')),
        textOf(await room.say(who, 'richesse')),
      ].join('\n');
      for (const secret of SECRETS) expect(seen, who).not.toContain(secret);
      expect(seen).toContain('contribution discrète');
    }
  });

  it('is found in no table, no job and no log line', async () => {
    const all = await readable();
    for (const secret of SECRETS) expect(all).not.toContain(secret);
    const { contribution_versions: versions = [] } = await tables(t.database);
    for (const { content } of versions) expect(String(content)).toMatch(/^v1\.[\w-]{8}\./);
  });

  it('keeps its promise: who sees what does not change any more', async () => {
    await play(room, [
      ['Nadia', '/richesse régler Soins', 'Régler le contexte'],
      ['Nadia', { sees: 'everybody' }, 'Qui voit quoi a été promis'],
      ['Nadia', { sees: 'validators', validations: '2' }, 'quand 2 autres personnes'],
    ]);
  });
});

describe('one person, several accounts', () => {
  it('has one voice: never validates their own by another account', async () => {
    const room = t.room();
    await room.arrive('Nadia', 'Nadia2');
    await room.say('Nadia', 'richesse ouvrir Jardin');
    await room.do('Nadia', 'wealth.declare', {
      ...{ quantity: '1h', nature: 'soin', what: 'arrosage', context: 'Jardin' },
    });
    await room.do('Nadia2', 'wealth.join', { context: 'Jardin' });
    await play(room, [
      ['Nadia2', '/richesse valider 1', 'vous semble juste'],
      ['', 'sees', 'Validée par Nadia2.'],
    ]);
    const code = /([A-Z0-9]{4,}(?:-[A-Z0-9]{4,})+|\b[A-Z0-9]{6,}\b)/.exec(
      textOf(await room.say('Nadia', 'ecc lier')),
    )?.[0];
    expect(textOf(await room.say('Nadia2', `ecc lier ${code}`))).toContain('Vos comptes sont liés');
    await play(room, [
      ['Nadia2', '/richesse valider 1', 'Personne ne valide sa propre contribution'],
      ['Nadia2', '/richesse voir 1', ['Donné par Nadia à Jardin', '[Corriger]']],
    ]);
  });
});
