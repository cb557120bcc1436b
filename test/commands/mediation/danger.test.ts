import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { textOf } from '../../support/text.js';
import { gathered, INVITED, invite } from './gathered.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());

const CALL = 'appelez d’abord';
const DANGER = 'Il menace de revenir avec un couteau.';

it('whoever writes of danger reads first whom to call, and their message leaves all the same', async () => {
  const room = await gathered(t);
  await invite(room, 'Lou');
  const ways = [
    ['Nadia', 'mediation.write', 'Le lira : Karim.'],
    ['Karim', 'mediation.write', 'Le lira : Nadia.'],
    ['Lou', 'mediation.write', 'Le lira : Karim.'],
    ['Nadia', 'mediation.say', 'Le liront : Karim et Dao.'],
    ['Karim', 'mediation.say', 'Le liront : Nadia et Dao.'],
    ['Dao', 'mediation.say', 'Le liront : Nadia et Karim.'],
  ] as const;
  for (const [who, command, readers] of ways) {
    const answered = await room.do(who, command, { text: `${DANGER} ${who} ${command}` });
    const said = textOf(answered);
    expect(answered.audience).toBe('only-you');
    expect(said).toContain('- 3919 : violences dans le couple');
    expect(said.indexOf(CALL)).toBeLessThan(said.indexOf(readers));
    expect(textOf(await room.do(who, command, { text: INVITED }))).not.toContain(CALL);
  }
  const together = textOf(await room.say('Nadia', 'médiation ensemble'));
  for (const who of ['Nadia', 'Karim', 'Dao']) {
    expect(together).toContain(`${DANGER} ${who} mediation.say`);
  }
  expect(together).not.toContain(CALL);
  expect(await room.seen()).toEqual([]);
});

it('a message says who will read it: a name, or the pseudonym of who has not said theirs', async () => {
  const room = t.room();
  for (const who of ['Bruno', 'Nadia', 'Karim']) await room.arrive(who);
  await room.do('Bruno', 'mediation.name', { member: 'Karim' });
  await room.do('Nadia', 'mediation.ask', { happening: INVITED });
  await room.press('Nadia', 'Laisser ECC choisir, et envoyer');
  await room.press('Karim', 'Ouvrir');
  await room.press('Karim', 'J’accepte');
  const said = textOf(await room.do('Karim', 'mediation.write', { text: 'Bonjour.' }));
  expect(said).toMatch(/Le lira : \p{Lu}\p{L}+\./u);
  expect(said).not.toContain('Nadia');
});
