import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MatrixPlay, matrixPlay } from './play.js';

let play: MatrixPlay;

beforeAll(async () => {
  play = await matrixPlay();
});

afterAll(() => play.close());

const texts = (all: readonly { text: string }[]): string[] => all.map(({ text }) => text);

test('comes when invited, says hello once, and answers a command in a room of several', async () => {
  const room = await play.room('Atelier', 'nadia', 'elie');
  expect(texts(play.read(room))).toEqual([expect.stringContaining('Bonjour, ici ECC')]);
  const asked = await play.say(room, 'nadia', '!aide');
  const told = (await play.told('nadia')).map(({ text }) => text);
  const help = told.find((text) => text.includes('décision proposer'));
  expect(help).toContain('un point d’exclamation, par exemple !proposer :');
  expect(help).toContain('!décision proposer');
  expect(help).not.toContain('/');
  expect(play.homeserver.event(room, asked)).toBeDefined();
  expect(play.read(room)).toHaveLength(1);
});

test('a decision from proposal to vote by reaction, taken back, and seen by all', async () => {
  const room = await play.room('Jardin', 'nadia', 'elie', 'sam');
  const asked = await play.say(room, 'nadia', '!ecc décision proposer "Ouvrir le samedi"');
  const answers = ['De 10 h à 16 h.', '1', 'demain 18h'];
  for (let turn = 0; turn < 8; turn++) {
    const question =
      play
        .read(room)
        .filter(({ thread }) => thread === asked)
        .at(-1)?.text ?? '';
    if (/Autre chose à régler/.test(question)) {
      await play.say(room, 'nadia', 'non', asked);
      break;
    }
    await play.say(room, 'nadia', answers.shift() ?? 'passer', asked);
  }
  const card = () => play.read(room).find(({ text }) => text.includes('D-1 · Ouvrir le samedi'));
  const first = card();
  if (!first) throw new Error(texts(play.read(room)).join('\n———\n'));
  expect(Object.keys(first.reactions)).toEqual(['✅', '🙋']);
  const given = await play.react('elie', first, '✅');
  expect((await play.told('elie')).at(-1)?.text).toContain('vous consentez');
  expect(card()?.text).toContain('1 voix');
  await play.takeBack('elie', room, given);
  expect((await play.told('elie')).at(-1)?.text).toContain('reprise');
  expect(card()?.text).not.toContain('1 voix');
});
