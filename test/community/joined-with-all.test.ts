import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../support/house.js';
import { play } from '../support/play.js';
import { given, png } from '../support/receipts.js';
import type { TestRoom } from '../support/room.js';
import { textOf } from '../support/text.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());

/** A community with something in every function, under names that another may have too. */
async function livingRoom(keeper: string, other: string): Promise<TestRoom> {
  const room = t.room();
  await room.arrive(keeper, other);
  await room.do(keeper, 'wealth.open-context', { name: 'Festival' });
  await room.do(keeper, 'wealth.open-context', { name: 'Soins', sees: 'validators' });
  for (const context of ['Festival', 'Soins']) {
    await room.do(other, 'wealth.join', { context });
    const what = `affiche de ${other}`;
    await room.do(other, 'wealth.declare', { quantity: '3h', nature: 'soin', what, context });
    await room.do(
      other,
      'wealth.spend',
      { amount: '12 €', what: `clous de ${other}`, context },
      { files: [given(`ticket-${other}.png`, png(other))] },
    );
  }
  await room.do(keeper, 'wealth.settings', {
    ...{ natures: `soin\ncuisine de ${keeper}`, tokens: `grain de ${keeper}`, hours: '7' },
  });
  await room.fill(keeper, {});
  await room.do(other, 'wealth.need', { context: 'Festival', amount: '50 €', words: 'Le loyer' });
  await room.fill(other, {});
  await room.do(other, 'wealth.thank', { member: keeper, text: 'Pour tout', context: 'Festival' });
  await room.do(keeper, 'agenda.add', { name: 'Cercle', when: 'jeudi 20h' });
  await room.do(keeper, 'agenda.find', { name: 'Date', slots: 'jeudi 9h; jeudi 10h' });
  await room.do(keeper, 'veille.add', { link: 'https://exemple.org/page', theme: 'eau' });
  await room.do(other, 'veille.digest', { frequency: 'daily' });
  await room.propose(keeper, { name: 'Ouvrir le samedi' });
  await t.settle();
  return room;
}

it('two communities with the same names in every function become one, and nothing is lost', async () => {
  const one = await livingRoom('Nadia', 'Bruno');
  const two = await livingRoom('Chloé', 'Dao');
  const { prisma } = t.database;
  const kinds = ['contribution', 'expense', 'series', 'resource', 'decision', 'need'] as const;
  const counted = async (): Promise<number[]> => {
    const all = kinds.map((kind) => (prisma[kind] as typeof prisma.need).count());
    return Promise.all(all);
  };
  const before = await counted();
  expect(Math.min(...before), kinds.join()).toBeGreaterThan(0);
  const [code = ''] =
    /[A-Z\d]{4}-[A-Z\d]{6}/.exec(textOf(await one.say('Nadia', 'ecc relier'))) ?? [];
  await play(two, [
    [
      'Chloé',
      `/ecc relier ${code}`,
      [
        'C’est relié',
        'celui de ce salon s’appelle maintenant Festival (2)',
        'celui de ce salon s’appelle maintenant Soins (2)',
      ],
    ],
  ]);
  expect(await two.community()).toBe(await one.community());
  expect(await counted()).toEqual(before);
  await play(two, [
    ['Dao', '/richesse contexte Festival (2)', 'Festival (2)'],
    ['Dao', '/frais liste Festival (2)', 'clous de Dao'],
    ['Dao', '/frais voir E-4', ['clous de Dao', 'ticket-Dao.png']],
    ['Dao', '/richesse voir R-4', ['affiche de Dao', 'Soins (2)']],
    ['Nadia', '/frais voir E-1', 'clous de Bruno'],
    ['Bruno', '/frais liste Festival', 'clous de Bruno'],
    ['Dao', '/déclarer 2h soin "ménage" contexte:Festival', 'Festival'],
    ['Dao', '/agenda', 'Cercle'],
    ['Dao', '/décisions', ['D-1 Ouvrir le samedi', 'D-2 Ouvrir le samedi']],
  ]);
  const read = await two.do('Dao', 'wealth.expense-file', { expense: 'E-3', position: '1' });
  const file = read.blocks.find((block) => block.type === 'file');
  expect(Buffer.from(file?.data ?? []).equals(png('Dao'))).toBe(true);
  const asked = await one.do('Nadia', 'wealth.settings');
  const held = Object.fromEntries(asked.form?.fields.map(({ name, value }) => [name, value]) ?? []);
  expect(held.natures?.split('\n')).toEqual(['soin', 'cuisine de Nadia', 'cuisine de Chloé']);
  expect(held.tokens?.split('\n')).toEqual(['grain de Nadia', 'grain de Chloé']);
});

it('a third that comes takes the next number', async () => {
  const one = await livingRoom('Ana', 'Ben');
  const rooms = [await livingRoom('Cléo', 'Dan'), await livingRoom('Eve', 'Fil')];
  for (const [index, room] of rooms.entries()) {
    const offered = textOf(await one.say('Ana', 'ecc relier'));
    const [code = ''] = /[A-Z\d]{4}-[A-Z\d]{6}/.exec(offered) ?? [];
    const said = await room.say(index === 0 ? 'Cléo' : 'Eve', `ecc relier ${code}`);
    expect(textOf(said)).toContain(`Festival (${index + 2})`);
  }
});
