import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../commands/commands.js';
import { onPage, sectionsOf, TOPICS } from '../../commands/ecc/help-groups.js';
import type { View } from '../../commands/view/view.js';
import { commandNames } from '../../commands/words/command-words.js';
import { type TestHouse, testHouse } from '../support/house.js';
import type { TestRoom } from '../support/room.js';
import { textOf } from '../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  room = t.room();
  await room.arrive('Nadia', 'Bruno');
});
afterAll(() => t.close());

const MEMBER = { role: 'member' } as never;
const FACILITATOR = { role: 'facilitator' } as never;
const idsOf = (topic: string, who: never): string[] =>
  commands
    .filter((one) => one.id.startsWith(`${topic}.`) && !one.hidden && one.allows(who))
    .map(({ id }) => id);

test.each(TOPICS)('%s: every command has its place, and each page fits on a screen', (topic) => {
  for (const who of [MEMBER, FACILITATOR]) {
    const ids = idsOf(topic, who);
    const sections = sectionsOf(topic, ids);
    expect(sections.flatMap(({ of }) => of).sort()).toEqual([...ids].sort());
    expect(sections.map(({ group }) => group)).not.toContain('more');
    for (const { of } of sections) expect(of.length).toBeLessThanOrEqual(14);
    expect(onPage(sections).flatMap(({ of }) => of).length).toBeLessThanOrEqual(9);
  }
});

test('what nobody put in a group is under « plus », and can be reached', () => {
  const sections = sectionsOf('veille', ['veille.add', 'veille.brand-new']);
  expect(sections.at(-1)).toEqual({ group: 'more', of: ['veille.brand-new'] });
});

test('from the first screen, the buttons lead to every command that one may use', async () => {
  const seen: string[] = [];
  const walk = async (shown: View, depth: number): Promise<void> => {
    seen.push(textOf(shown));
    for (const one of shown.actions) {
      if (one.type !== 'button' || one.act.command !== 'ecc.help' || depth === 0) continue;
      await walk(await room.do('Bruno', 'ecc.help', one.act.args), depth - 1);
    }
  };
  await walk(await room.do('Bruno', 'ecc.help'), 2);
  const all = seen.join('\n');
  const missing = TOPICS.flatMap((topic) => idsOf(topic, MEMBER)).filter(
    (id) => !all.includes(`/${commandNames('fr', id)[0]} `),
  );
  expect(missing).toEqual([]);
});

test.each([
  ['', 'décision proposer'],
  ['vot', 'décision voter'],
  ['frais', 'frais liste'],
  ['expense', 'frais voir'],
  ['decision prop', 'décision proposer'],
  ['rembours', 'frais rembourser'],
])('“/%s” finds /%s', async (typed, wanted) => {
  const found = await room.complete('Bruno', typed);
  expect(found.map(({ label }) => label).slice(0, typed === '' ? 1 : 8)).toContain(wanted);
});
