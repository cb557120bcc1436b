import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { textOf } from '../../support/text.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());

const PEOPLE = ['Nadia', 'Bruno', 'Chloé', 'Dao', 'Élie', 'Fatou', 'Gaël'];

it('a card shows the first part of what is long, says so, and the whole stays to be read', async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  const room = t.room();
  await room.arrive(...PEOPLE);
  await room.propose('Nadia', { body: `Début. ${'atelier '.repeat(400)}Fin.` });
  for (const [index, who] of PEOPLE.entries()) {
    t.clock.set(`2026-11-21T10:0${index}:01Z`);
    const reason = `Raison ${index}. ${'parce que '.repeat(40)}Voilà ${index}.`;
    await room.do(who, 'decision.object', { decision: '1', reason });
    await room.do(who, 'decision.question', { decision: '1', text: `Question ${index} ?` });
  }
  const card = await room.card();
  expect(card).toContain('Début. atelier');
  expect(card).toContain('atelier…\nLa suite est dans « Tout voir ».');
  expect(card).not.toContain('Fin.');
  expect(card.match(/Raison \d/g)).toHaveLength(5);
  expect(card).not.toContain('Voilà');
  expect(card).toContain('et 2 autres objections, dans « Tout voir »');
  expect(card).toContain('2 questions plus anciennes, dans « Tout voir »');
  const whole = textOf(await room.say('Bruno', 'voir 1'));
  expect(whole).toContain('Fin.');
  for (const index of PEOPLE.keys()) {
    expect(whole).toContain(`Voilà ${index}.`);
    expect(whole).toContain(`Question ${index} ?`);
  }
});
