import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { View } from '../../../commands/view/view.js';
import { type TestHouse, testHouse } from '../../support/house.js';
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
  await room.arrive('Nadia', 'Bruno');
  await room.say('Nadia', 'richesse ouvrir Festival');
});

const valuesOf = ({ form }: View): Record<string, string> =>
  Object.fromEntries((form?.fields ?? []).map(({ name, value }) => [name, value]));

const point = (text: string, who = 'Nadia') =>
  room.send(who, {
    type: 'on-message',
    command: 'wealth.declare',
    message: {
      ...{ text, link: 'https://example.org/m/1', at: new Date('2026-11-19T20:00:00Z') },
      author: { userId: 'Nadia', name: 'Nadia' },
    },
  });

it('a message is what was done, its day and the trace of it', async () => {
  expect(valuesOf(await point('Affiche\ncollée partout'))).toMatchObject({
    ...{ what: 'Affiche collée partout', day: '2026-11-19', link: 'https://example.org/m/1' },
    ...{ context: 'Festival', quantity: '' },
  });
  const done = await room.fill('Nadia', { quantity: '2h', nature: 'communication' });
  expect(textOf(done)).toContain('jeudi 19 novembre');
  expect(await room.last('R-1')).toContain('https://example.org/m/1');
});

it('a long message is kept whole as the note', async () => {
  const long = 'mot '.repeat(100).trim();
  const values = valuesOf(await point(long));
  expect(values.what?.length).toBeLessThanOrEqual(120);
  expect(values.note).toBe(long);
  expect(values.what?.endsWith('…')).toBe(true);
});

it('a meeting that is over says what it was, when, and in which context', async () => {
  await room.say('Nadia', 'richesse ouvrir Jardin');
  await room.do('Nadia', 'agenda.add', { name: 'Bilan du festival', when: 'demain 18h' });
  await room.do('Bruno', 'agenda.answer', { event: 'A-1', presence: 'yes' });
  await t.at('2026-11-23T10:00:00Z');
  const offered = await room.press('Bruno', 'Déclarer', undefined, await lastTo('Bruno'));
  expect(valuesOf(offered)).toMatchObject({
    ...{ what: 'Bilan du festival', day: '2026-11-22', context: 'Festival' },
  });
  const done = await room.fill('Bruno', { quantity: '2h', nature: 'soin' });
  expect(textOf(done)).toContain('Donné par Bruno à Festival, dimanche 22 novembre.');
});

/** What somebody was told last, in private. */
async function lastTo(who: string): Promise<View> {
  await t.settle();
  const told = t.web.messages.filter(({ to }) => to.userId === who && to.roomId === room.roomId);
  const last = told.map(({ view }) => view.fr).find((view) => textOf(view).startsWith('Après'));
  if (!last) throw new Error('nothing was said');
  return last;
}
