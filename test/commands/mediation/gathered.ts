import type { TestHouse } from '../../support/house.js';
import type { TestRoom } from '../../support/room.js';
import { textOf } from '../../support/text.js';
import { mediationRoom, STORY } from './support.js';

export const INVITED = 'Parlons autour d’un ocelot turquoise.';

/** Nadia asked, Karim accompanies. */
export async function accompanied(t: TestHouse): Promise<TestRoom> {
  const room = await mediationRoom(t);
  await room.do('Nadia', 'mediation.ask', STORY);
  await room.press('Nadia', 'Laisser ECC choisir, et envoyer');
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

/** Their accounts and they are gone from the community. */
export async function remove(t: TestHouse, room: TestRoom, who: string): Promise<void> {
  const { prisma } = t.database;
  const where = { communityId: await room.community(), name: who };
  const { id } = await prisma.member.findFirstOrThrow({ where });
  await prisma.account.deleteMany({ where: { memberId: id } });
  await prisma.member.delete({ where: { id } });
}

/** Two accounts say that they are one person's. */
export async function link(room: TestRoom, one: string, other: string): Promise<void> {
  const offered = textOf(await room.say(one, 'ecc lier'));
  const [code = ''] = /[A-Z\d]{4}-[A-Z\d]{6}/.exec(offered) ?? [];
  await room.say(other, `ecc lier ${code}`);
}
