import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdf, png } from '../../support/receipts.js';
import { type MatrixPlay, matrixPlay } from './play.js';

let play: MatrixPlay;
let room: string;
beforeAll(async () => {
  play = await matrixPlay();
  room = await play.room('Atelier', 'nadia', 'bruno', 'chloe');
  await play.say(room, 'nadia', '!richesse ouvrir Festival');
});
afterAll(() => play.close());

let put = 0;

/** A picture or a file, as clients send them. */
async function give(where: string, who: string, bytes: Buffer, more: object = {}) {
  const url = `mxc://${play.homeserver.name}/given${++put}`;
  play.homeserver.media.set(url, { bytes, type: 'application/octet-stream' });
  const info = { size: bytes.length, mimetype: 'text/html' };
  const event = play.send(where, who, {
    ...{ msgtype: 'm.image', body: 'IMG_1.jpg', filename: 'IMG_1.jpg', info, url, ...more },
  });
  await play.settle();
  return event;
}

const told = async (who: string): Promise<string> => (await play.told(who)).at(-1)?.text ?? '';

/** What the files that the bot sent somebody hold. */
async function filesTo(who: string): Promise<{ name: string; bytes: Buffer }[]> {
  const { events } = play.homeserver.room(await play.direct(who));
  return events.flatMap(({ sender, content: { msgtype, body, url } }) => {
    const kept = sender === play.bot && msgtype === 'm.file' && play.homeserver.media.get(`${url}`);
    return kept ? [{ name: String(body), bytes: kept.bytes }] : [];
  });
}

test('a picture with a command under it is the receipt of what it declares', async () => {
  const body = '!frais déclarer 45€ peinture contexte:Festival';
  await give(room, 'bruno', png('hippocampe'), { body });
  expect(await told('bruno')).toContain('IMG_1.png (1 ko), joint par Bruno');
});

test('a command that replies to a file takes it, whoever else reads the room', async () => {
  const file = await give(room, 'bruno', pdf('facture'), { msgtype: 'm.file', body: 'f.pdf' });
  play.send(room, 'bruno', {
    ...{ msgtype: 'm.text', body: '!frais justificatif E-1' },
    'm.relates_to': { 'm.in_reply_to': { event_id: file } },
  });
  await play.settle();
  expect(await told('bruno')).toContain('Le justificatif de E-1 est gardé');
  for (const { text } of play.read(room)) expect(text).not.toContain('IMG_1');
});

test('a file that is asked for is sent there; words are no answer, nor is a wrong file', async () => {
  const direct = await play.direct('bruno');
  await play.say(direct, 'bruno', '!frais justificatif E-1');
  expect(await told('bruno')).toContain('Envoyez le fichier ici');
  await play.say(direct, 'bruno', 'le voilà');
  expect(await told('bruno')).toContain('Envoyez le fichier ici');
  await give(direct, 'bruno', Buffer.from('<script>alert(1)</script>'));
  expect(await told('bruno')).toContain('ni un PDF');
  await give(direct, 'bruno', png('troisième'), { body: 'trois.png', filename: 'trois.png' });
  expect(await told('bruno')).toContain('trois.png');
});

test('it comes back to who may read it, in their own conversation', async () => {
  const command = { command: 'wealth.expense-file', args: { expense: 'E-1', position: '1' } };
  await play.say(room, 'nadia', '!frais voir E-1');
  const page = (await play.told('nadia')).at(-1);
  expect(page?.text).toContain('1️⃣ Lire IMG_1.png');
  const shown = await play.house.registry.dispatch({
    ...{ platform: 'matrix', eventId: 'read', place: { roomId: room, name: 'Atelier' } },
    ...{ speaker: { userId: play.person('chloe'), name: 'Chloé' }, locale: 'fr' },
    request: { type: 'act', community: null, act: command },
  });
  expect(JSON.stringify(shown.blocks)).not.toContain('IMG_1');
  await play.react('nadia', page ?? fail(), '1️⃣');
  const files = await filesTo('nadia');
  expect(files.map(({ name }) => name)).toEqual(['IMG_1.png']);
  expect(files[0]?.bytes.equals(png('hippocampe'))).toBe(true);
});

function fail(): never {
  throw new Error('nothing was told');
}
