import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MatrixPlay, matrixPlay } from './play.js';

let play: MatrixPlay;
let room: string;
beforeAll(async () => {
  play = await matrixPlay();
  room = await play.room('Atelier', 'nadia', 'elie');
  await play.say(room, 'nadia', '!moi');
});
afterAll(() => play.close());

/** Replies to a message with a command; gives the questions asked in the thread that follows. */
async function reply(who: string, to: string, body: string, relates: object = {}) {
  const asked = play.send(room, who, {
    ...{ msgtype: 'm.text', body },
    'm.relates_to': { 'm.in_reply_to': { event_id: to }, ...relates },
  });
  await play.settle();
  return asked;
}
const last = (thread: string): string =>
  play
    .read(room)
    .filter((one) => one.thread === thread)
    .at(-1)?.text ?? '';

test('a command that replies to a message takes it, without the quote of old clients', async () => {
  const old = play.send(room, 'elie', {
    msgtype: 'm.text',
    body: '> <@nadia:example.org> Quoi ?\n\nEt si on ouvrait le samedi ?',
  });
  const body = '> <@elie:example.org> Et si on ouvrait\n\n!décision proposer "Le samedi"';
  const asked = await reply('nadia', old, body);
  expect(last(asked)).toContain('Et si on ouvrait le samedi ?');
  expect(last(asked)).toContain('Elie · https://matrix.to/#/');
  expect(last(asked)).not.toContain('Quoi ?');
  await play.say(room, 'nadia', 'annuler', asked);
});

test('the message is taken as it reads now, and one’s own is not quoted', async () => {
  const first = await play.say(room, 'nadia', 'Fermer le lundi');
  play.send(room, 'nadia', {
    ...{ msgtype: 'm.text', body: '* Fermer le mardi' },
    'm.new_content': { msgtype: 'm.text', body: 'Fermer le mardi' },
    'm.relates_to': { rel_type: 'm.replace', event_id: first },
  });
  const asked = await reply('nadia', first, '!ecc proposer "Fermer"');
  expect(last(asked)).toContain('Fermer le mardi');
  expect(last(asked)).not.toContain('matrix.to');
  await play.say(room, 'nadia', 'annuler', asked);
});

test('what nobody pointed at, or is gone, is not taken; the command goes on without it', async () => {
  const said = await play.say(room, 'elie', 'Une idée dans le fil');
  const inThread = { rel_type: 'm.thread', event_id: said, is_falling_back: true };
  await reply('nadia', said, '!proposer "Un titre"', inThread);
  expect(last(said)).not.toContain('Une idée dans le fil');
  await play.say(room, 'nadia', 'annuler', said);
  const gone = await play.say(room, 'elie', 'Une idée reprise');
  await play.takeBack('elie', room, gone);
  const asked = await reply('nadia', gone, '!proposer "Un titre"');
  expect(last(asked)).toContain('proposition');
  expect(last(asked)).not.toContain('Une idée');
});

test('a command that takes no message is as it always was', async () => {
  const said = await play.say(room, 'elie', 'Bonjour');
  await reply('nadia', said, '!moi');
  expect((await play.told('nadia')).at(-1)?.text).toContain('Vous êtes Nadia');
});
