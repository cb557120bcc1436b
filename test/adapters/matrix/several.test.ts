import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MatrixPlay, matrixPlay, type Read } from './play.js';

let play: MatrixPlay;
let room: string;

beforeAll(async () => {
  play = await matrixPlay();
  room = await play.room('Atelier', 'nadia', 'elie');
  await play.say(
    room,
    'nadia',
    '!agenda trouver "Réunion" mardi 20h; jeudi 18h30; samedi 10h; dimanche 9h',
  );
});

afterAll(() => play.close());

const card = (): Read => {
  const found = play.read(room).findLast(({ text }) => text.includes('S-1 · Réunion'));
  if (!found) throw new Error('no card');
  return found;
};
const last = async (who: string): Promise<Read> => {
  const read = (await play.told(who)).at(-1);
  if (!read) throw new Error('nothing was told');
  return read;
};
/** The places of the dates that the last answer says are held. */
const held = async (who: string, words = 'Vos dates :'): Promise<string> => {
  const line = (await last(who)).text.split('\n').find((one) => one.startsWith(words)) ?? '';
  return [...line.matchAll(/(\d)\. \p{L}/gu)].map(([, place]) => place).join(' ');
};
/** Asks for the list of the dates that suit, which comes to them alone. */
async function menuOf(who: string): Promise<Read> {
  const asked = await play.react(who, card(), '🇦');
  const menu = await last(who);
  await play.takeBack(who, room, asked);
  return menu;
}

test('signs under a list that takes several add up, and each taken away takes its own out', async () => {
  const menu = await menuOf('elie');
  expect(menu.text).toContain('Un signe ajoute, le retirer enlève');
  const first = await play.react('elie', menu, '1️⃣');
  expect(await held('elie')).toBe('1');
  await play.react('elie', menu, '3️⃣');
  expect(await held('elie')).toBe('1 3');
  await play.takeBack('elie', menu.roomId, first);
  expect(await held('elie')).toBe('3');
  expect(card().text).toContain('Ont répondu : Elie.');
});

test('two people do not mix, and a restart forgets nothing', async () => {
  const menu = await menuOf('nadia');
  const second = await play.react('nadia', menu, '2️⃣');
  await play.sleep();
  await play.wake();
  await play.react('nadia', menu, '4️⃣');
  expect(await held('nadia')).toBe('2 4');
  await play.takeBack('nadia', menu.roomId, second);
  expect(await held('nadia')).toBe('4');
  await play.say(menu.roomId, 'nadia', '2');
  expect(await held('nadia')).toBe('2');
  const other = await menuOf('elie');
  await play.react('elie', other, '3️⃣');
  expect(await held('elie')).toBe('3');
});

test('numbers written under the list are those dates and no others', async () => {
  const menu = await menuOf('elie');
  await play.say(menu.roomId, 'elie', '1, 3');
  expect(await held('elie')).toBe('1 3');
  await play.say(menu.roomId, 'elie', '2 et 4');
  expect(await held('elie')).toBe('2 4');
  await play.say(menu.roomId, 'elie', '1, 9');
  expect((await last('elie')).text).toContain('vont de 1 à 4');
  await play.say(menu.roomId, 'elie', '1 2');
  expect(await held('elie')).toBe('1 2');
});

test('numbers that reply to a list are for that list', async () => {
  const menu = await menuOf('elie');
  await play.say(room, 'elie', '!agenda trouver "Autre" lundi 20h; mardi 20h');
  play.send(menu.roomId, 'elie', {
    ...{ msgtype: 'm.text', body: '3, 4' },
    'm.relates_to': { 'm.in_reply_to': { event_id: menu.id } },
  });
  await play.settle();
  expect(await held('elie')).toBe('3 4');
});

test('what is held is the same by a command, and if need be stands beside it', async () => {
  await play.say(room, 'elie', '!agenda conviennent S-1 1, 3');
  expect(await held('elie')).toBe('1 3');
  await play.react('elie', card(), '🇧');
  await play.react('elie', await last('elie'), '2️⃣');
  expect(await held('elie')).toBe('1 3');
  expect(await held('elie', 'Si besoin, aussi :')).toBe('2');
  // The same word heard again changes nothing.
  await play.say(room, 'elie', '!agenda conviennent S-1 1, 3');
  expect(await held('elie', 'Si besoin, aussi :')).toBe('2');
});
