import type { TestHouse } from '../../support/house.js';
import type { TestRoom } from '../../support/room.js';
import { mediationRoom, STORY } from './support.js';

export const INVITED = 'Parlons autour d’un ocelot turquoise.';

/** Nadia asked, Karim accompanies. */
export async function accompanied(t: TestHouse): Promise<TestRoom> {
  const room = await mediationRoom(t);
  await room.do('Nadia', 'mediation.ask', STORY);
  await room.press('Nadia', 'Laisser ECC proposer');
  await room.press('Karim', 'Ouvrir');
  await room.press('Karim', 'J’accepte');
  return room;
}

/** With a text that Nadia wrote and Karim approved. */
export async function invite(room: TestRoom, who: string): Promise<void> {
  await room.do('Nadia', 'mediation.invite', { member: who, invitation: INVITED });
  await room.fill('Nadia', {});
  await room.say('Karim', 'médiation suivre');
  await room.press('Karim', 'Les autres personnes');
  await room.press('Karim', `Approuver le texte pour ${who}`);
}

export async function joined(room: TestRoom, who: string): Promise<void> {
  await invite(room, who);
  await room.say(who, 'médiation suivre');
  await room.press(who, 'J’accepte');
}

export async function gather(room: TestRoom): Promise<void> {
  await room.say('Nadia', 'médiation suivre');
  await room.press('Nadia', 'Les autres personnes');
  await room.press('Nadia', 'Ouvrir la conversation commune');
  await room.fill('Nadia', {});
}

/** Nadia, Karim who accompanies, and Dao talk together. */
export async function gathered(t: TestHouse): Promise<TestRoom> {
  const room = await accompanied(t);
  await joined(room, 'Dao');
  await gather(room);
  return room;
}
