import type { TestHouse } from './house.js';
import type { TestRoom } from './room.js';

/** A room with « Festival », which Nadia opened, Bruno and Chloé joined, and Dao only sees. */
export async function festivalRoom(t: TestHouse): Promise<TestRoom> {
  const room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé', 'Dao');
  await room.say('Nadia', 'richesse ouvrir Festival');
  for (const who of ['Bruno', 'Chloé']) {
    t.clock.pass(1000);
    await room.do(who, 'wealth.join', { context: 'Festival' });
  }
  return room;
}
