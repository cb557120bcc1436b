import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { HOSTILE } from '../../support/hostile.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { htmlPage, type TestSite, testSite } from '../../support/site.js';
import { textOf } from '../../support/text.js';

let t: TestHouse;
let site: TestSite;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  site = await testSite(
    Object.fromEntries(
      Array.from({ length: 12 }, (_, one) => [`/p${one + 1}`, htmlPage(`Page ${one + 1}`)]),
    ),
  );
});
afterAll(async () => {
  await t.close();
  await site.close();
});
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé', 'Dao');
});

async function shared(count: number): Promise<void> {
  for (let one = 1; one <= count; one++) {
    await room.say('Bruno', `veille ajouter ${site.url}/p${one} "Eau" "Raison ${one}"`);
  }
  await room.say('Nadia', 'thème confier eau Chloé');
  await t.settle();
}

it('is gathered, previewed, published in the room, then corrected in view of all', async () => {
  await shared(3);
  await play(room, [
    ['Chloé', '/numéro', ['Les numéros', 'Pour le premier', '[Préparer un numéro]']],
    ['Chloé', '[Préparer un numéro]', 'Préparer un numéro'],
    [
      'Chloé',
      { name: 'Eaux libres', introduction: 'Trois *pages* sur l’eau.' },
      ['N-1 est commencé', 'Brouillon', 'Aucune page encore', '[Ajouter des pages]'],
    ],
    ['Chloé', '/numéro publier N-1', 'Publier ce numéro ?'],
    ['Chloé', {}, 'ne réunit encore aucune page'],
    [
      'Chloé',
      '/numéro ajouter V-3, V-1 note:"À lire d’abord"',
      ['C’est dans N-1', '1. V-3 Page 3', '2. V-1 Page 1'],
    ],
    ['Chloé', '/veille voir V-2', '[Mettre dans un numéro]'],
    ['Chloé', '[Mettre dans un numéro]', 'C’est dans N-1'],
    ['Chloé', '/numéro ordonner N-1', 'Dans quel ordre ?'],
    ['Chloé', { order: 'V-1 V-2' }, ['1. V-1', '2. V-2', '3. V-3']],
    ['Chloé', '[Annoter une page=V-2]', 'Votre note'],
    ['Chloé', { note: 'Le **meilleur**.' }, ['La note est dans N-1', 'Le meilleur.']],
    ['Chloé', '/numéro annoter N-1 V-1 rien', 'La note est dans N-1'],
    ['Chloé', '[Publier]', ['Publier ce numéro ?', 'dans les salons']],
    ['Chloé', {}, ['N-1 est publié', 'Publié le']],
    [
      '',
      'sees',
      [
        'N-1 · Eaux libres',
        'Trois pages sur l’eau.',
        '1. V-1 Page 1',
        'partagé par Bruno',
        'Le meilleur.',
        'Préparé par Chloé.',
      ],
    ],
  ]);
  await t.at('2026-11-25T10:00:00Z');
  expect(await room.last('N-1 ·')).not.toContain('Corrigé');
  await play(room, [
    ['Chloé', '/numéro réécrire N-1', ['Réécrire ce numéro', 'Eaux libres']],
    [
      'Chloé',
      { introduction: 'Trois pages, vraiment.' },
      ['N-1 est réécrit', 'Corrigé le mercredi 25 novembre'],
    ],
    ['', 'sees', ['Trois pages, vraiment.', 'Corrigé le mercredi 25 novembre']],
    ['Dao', '/numéro', ['N-1 · Eaux libres', '3 pages']],
    ['Dao', '/veille numéros', 'N-1 · Eaux libres'],
    ['Dao', '/numéro voir 1', ['Trois pages, vraiment.', 'Corrigé le']],
    ['Chloé', '/numéro jeter N-1', 'Jeter ce brouillon ?'],
    ['Chloé', {}, 'ne se jette pas'],
    ['Chloé', '/numéro dépublier N-1', 'Faire de ce numéro un brouillon ?'],
    ['Chloé', {}, 'à nouveau un brouillon'],
    ['', 'sees', 'Ce numéro n’est plus publié pour le moment.'],
  ]);
  expect(await room.last('N-1 ·')).not.toContain('vraiment');
  await play(room, [
    ['Dao', '/numéro voir 1', 'Il n’y a pas de numéro N-1 ici'],
    ['Chloé', '/numéro publier N-1', 'Publier ce numéro ?'],
    ['Chloé', {}, 'N-1 est publié'],
  ]);
  expect((await room.seen()).filter((one) => one.startsWith('N-1 ·'))).toHaveLength(1);
  expect(await room.last('N-1 ·')).toContain('vraiment');
});

it('a draft is only for those who look after themes, and facilitators', async () => {
  await shared(2);
  await room.do('Chloé', 'veille.edition-begin', { name: 'Trésor', introduction: 'Caché.' });
  await room.do('Chloé', 'veille.edition-add', { resources: 'V-1' });
  expect(textOf(await room.say('Nadia', 'numéro voir N-1'))).toContain('Caché.');
  for (const [command, args] of [
    ['veille.editions', {}],
    ['veille.edition', { edition: '1' }],
    ['veille.edition-begin', { name: 'x', introduction: 'x' }],
    ['veille.edition-rewrite', { edition: '1', name: 'x', introduction: 'x' }],
    ['veille.edition-add', { resources: 'V-2', edition: '1' }],
    ['veille.edition-note', { edition: '1', resource: 'V-1', note: 'x' }],
    ['veille.edition-order', { edition: '1', order: 'V-1' }],
    ['veille.edition-remove', { edition: '1', resource: 'V-1' }],
    ['veille.edition-publish', { edition: '1' }],
    ['veille.edition-withdraw', { edition: '1' }],
    ['veille.edition-drop', { edition: '1' }],
  ] as const) {
    const said = textOf(await room.do('Dao', command, args));
    expect(said, command).not.toMatch(/Trésor|Caché/);
    const refused =
      command === 'veille.edition' ? 'Il n’y a pas de numéro' : 'revient à qui prend soin';
    if (command !== 'veille.editions') expect(said, command).toContain(refused);
  }
  const offered = await room.complete('Dao', 'numéro voir ');
  expect(JSON.stringify(offered)).not.toContain('Trésor');
  expect((await room.seen()).join()).not.toContain('Trésor');
  const community = await room.community();
  const { veille } = t.house.services;
  expect(await veille.editions(community)).toEqual([]);
  expect(await veille.edition(community, 1)).toBeNull();
  await play(room, [
    ['Chloé', '/numéro jeter N-1', 'Jeter ce brouillon ?'],
    ['Chloé', {}, 'Le brouillon N-1 est jeté'],
    ['Chloé', '/numéro voir N-1', 'Il n’y a pas de numéro N-1'],
    ['Chloé', '/numéro ajouter V-1', 'Aucun numéro n’est en préparation'],
    ['Chloé', '/veille voir V-1', 'V-1'],
  ]);
});

it('shows no more what is retracted, and shows a merged page as what it is now', async () => {
  await shared(3);
  await room.do('Nadia', 'veille.edition-begin', { name: 'Eaux', introduction: 'Voici.' });
  await room.do('Nadia', 'veille.edition-add', { resources: 'V-1, V-2, V-3' });
  await room.do('Nadia', 'veille.edition-publish', { edition: '1' });
  await room.fill('Nadia', {});
  expect(await room.last('N-1 ·')).toContain('Page 2');
  await room.do('Nadia', 'veille.retract', { resource: '2', reason: 'Faux.' });
  const card = await room.last('N-1 ·');
  expect(card).not.toContain('Page 2');
  expect(card).toContain('1 page n’y est plus');
  await room.do('Nadia', 'veille.merge', { resource: '3', into: '1' });
  expect(await room.last('N-1 ·')).not.toContain('V-3');
  const [shown] = await t.house.services.veille.editions(await room.community());
  expect(shown).toMatchObject({ gone: 1, edition: { number: 1, title: 'Eaux' } });
  const [only, ...others] = shown?.items ?? [];
  expect(others).toEqual([]);
  expect(only?.known.merged).toEqual([3]);
  expect(only?.known.shares.map(({ why }) => why).toSorted()).toEqual(['Raison 1', 'Raison 3']);
  await play(room, [
    ['Nadia', '/numéro ajouter V-1', 'Aucun numéro n’est en préparation'],
    [
      'Nadia',
      '/numéro ajouter V-2, V-99 numéro:N-1',
      ['V-2 a été retirée', 'Il n’y a pas de page V-99'],
    ],
    ['Nadia', '/numéro annoter N-1 V-3 "Par l’ancien nom"', 'La note est dans N-1'],
    ['Nadia', '/numéro enlever N-1 V-12', 'V-12 n’est pas dans N-1'],
    ['Nadia', '/numéro ajouter bleu', 'n’est pas une page'],
    ['Nadia', '/numéro voir bleu', 'n’est pas un numéro'],
  ]);
});

it('a long one is read page by page, and fits a card', async () => {
  await shared(12);
  const note = 'Un mot. '.repeat(60).trim();
  const all = Array.from({ length: 12 }, (_, one) => `V-${one + 1}`).join(' ');
  await room.do('Nadia', 'veille.edition-begin', {
    name: 'T'.repeat(120),
    introduction: 'Une phrase. '.repeat(150).trim(),
  });
  await room.do('Nadia', 'veille.edition-add', { resources: all, note });
  await room.do('Nadia', 'veille.edition-publish', { edition: '1' });
  await room.fill('Nadia', {});
  expect(await room.last('N-1 ·')).toContain('Et 4 autres pages.');
  await play(room, [
    ['Dao', '[Lire le numéro]', ['1. V-1', '8. V-8', 'Et 4 autres pages.']],
    ['Dao', '[La suite du numéro]', ['9. V-9', '12. V-12']],
  ]);
});

it('keeps what anybody writes as text, and joins with another community', async () => {
  await shared(1);
  for (const [name, text] of Object.entries(HOSTILE)) {
    const made = await room.do('Nadia', 'veille.edition-begin', { name: text, introduction: text });
    expect(textOf(made), name).not.toContain('par notre faute');
  }
  const other = t.room();
  await other.arrive('Nadia', 'Eve');
  await other.say('Nadia', `veille ajouter ${site.url}/p2`);
  await other.do('Nadia', 'veille.edition-begin', { name: 'Ailleurs', introduction: 'Là.' });
  await other.do('Nadia', 'veille.edition-add', { resources: 'V-1' });
  await t.settle();
  const code = /\b[A-Z0-9]+-[A-Z0-9]+\b/i.exec(textOf(await room.say('Nadia', 'ecc relier')))?.[0];
  await other.say('Nadia', `ecc relier ${code}`);
  await t.settle();
  const listed = textOf(await room.say('Nadia', 'numéro'));
  const [, number] = /N-(\d+) · Ailleurs \(brouillon, 1 page\)/.exec(listed) ?? [];
  expect(textOf(await room.say('Nadia', `numéro voir N-${number}`))).toContain('Page 2');
}, 120_000);
