import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestHouse, testHouse } from '../support/house.js';
import { textOf } from '../support/text.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());

const HOUR_MS = 3_600_000;

test('a room that is gone is not tried again, is said to be gone, and comes back when used', async () => {
  const [atelier, jardin] = [t.room(), t.room()];
  await atelier.arrive('Nadia', 'Bruno');
  await jardin.arrive('Nadia');
  const offered = await jardin.do('Nadia', 'ecc.link-rooms');
  const [code = ''] = /[A-Z2-9]{4}-[A-Z2-9]{6}/.exec(textOf(offered)) ?? [];
  await atelier.do('Nadia', 'ecc.link-rooms', { code });
  await atelier.propose('Nadia');
  expect((await jardin.seen()).at(-1)).toContain('Ouvrir le samedi');

  t.web.gone.add(jardin.roomId);
  await atelier.do('Bruno', 'decision.object', { decision: '1', reason: 'Trop tôt.' });
  await t.settle();
  const tried = t.web.calls.length;
  expect(t.log.lines.filter(({ message }) => String(message).includes('is gone'))).toHaveLength(1);
  await t.pass(HOUR_MS);
  await atelier.do('Bruno', 'decision.react', { decision: '1', text: 'À voir.' });
  await t.settle();
  // The card of the room that is there, and nothing towards the other.
  expect(t.web.calls.length).toBe(tried + 1);
  expect(await atelier.card()).toContain('Trop tôt.');
  expect((await atelier.seen('Nadia')).concat(await jardin.seen('Nadia')).join()).toContain(
    'Une objection sur D-1',
  );
  const settings = textOf(await atelier.do('Nadia', 'ecc.settings'));
  expect(settings.match(/\(page web\)/g)).toHaveLength(2);
  expect(settings.match(/introuvable depuis samedi 21 novembre/g)).toHaveLength(1);
  expect((await jardin.seen()).at(-1)).not.toContain('Trop tôt.');

  t.web.gone.clear();
  await jardin.do('Nadia', 'ecc.me');
  await t.pass(HOUR_MS);
  expect((await jardin.seen()).at(-1)).toContain('Trop tôt.');
  expect(textOf(await atelier.do('Nadia', 'ecc.settings'))).not.toContain('introuvable');
});
