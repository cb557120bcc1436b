import type { TestHouse } from '../../support/house.js';
import type { TestRoom } from '../../support/room.js';

/** Words that are nowhere else, so that finding one is finding a request. */
export const STORY = {
  happening: 'Dao prend les clés du xylophone mauve sans prévenir.',
  hope: 'Un zèbre écarlate partagé.',
  reach: 'à la cabane quetzal',
};
export const SECRETS = ['xylophone mauve', 'zèbre écarlate', 'quetzal'];

/** All that ever comes by itself. */
export const WORD = 'Un mot pour vous\nÀ ouvrir quand vous serez au calme.\n[Ouvrir]';

/** A room with Bruno who facilitates, Nadia and Dao, Karim and Lou who mediate. */
export async function mediationRoom(t: TestHouse): Promise<TestRoom> {
  const room = t.room();
  // Ids of one millisecond are in no order, and the order is who comes first.
  for (const who of ['Bruno', 'Nadia', 'Dao', 'Karim', 'Lou']) {
    await room.arrive(who);
    t.clock.pass(1);
  }
  for (const member of ['Karim', 'Lou']) await room.do('Bruno', 'mediation.name', { member });
  await room.do('Bruno', 'mediation.rules', {});
  await room.fill('Bruno', { outside: 'Médiateurs du quartier, 01 23 45 67 89' });
  return room;
}
