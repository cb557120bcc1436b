import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SteadyClient } from '../../../adapters/matrix/client.js';
import { openCrypto } from '../../../adapters/matrix/crypto/engine.js';
import { createRooms } from '../../../adapters/matrix/rooms.js';
import { createSender } from '../../../adapters/matrix/send.js';
import { storageOf } from '../../../adapters/matrix/storage.js';
import type { MatrixEvent } from '../../../adapters/matrix/types.js';
import { view } from '../../../commands/view/build.js';
import type { CommunityId, FileId } from '../../../src/kernel/ids.js';
import { localised } from '../../../src/kernel/locale.js';
import { png } from '../../support/receipts.js';
import { type MatrixPlay, matrixPlay } from './play.js';

let play: MatrixPlay;

beforeAll(async () => {
  play = await matrixPlay();
});

afterAll(() => play.close());

/** Somebody whose own client encrypts, with what they could read. */
async function encryptedPerson(local: string) {
  const me = play.person(local);
  const { token, deviceId } = play.homeserver.login(local, 'x');
  const values = play.store.values(`test ${me}`);
  const client = new SteadyClient(play.http.url, token, storageOf(values));
  const rooms = createRooms(client, me);
  client.encryptWith(await openCrypto({ client, values, rooms, me, deviceId }));
  const read: string[] = [];
  client.hear = async (happenings) => {
    for (const { roomId, event } of happenings) {
      await rooms.heard(roomId, event as MatrixEvent);
      if (event.type === 'm.room.message' && event.sender !== me) {
        read.push(String(event.content.body));
      }
      if (event.type === 'm.room.encrypted') read.push('unreadable');
    }
  };
  await client.start();
  const sender = createSender(client);
  let sent = 0;
  return {
    ...{ me, client, read },
    async give(roomId: string, bytes: Buffer, body: string): Promise<void> {
      const where = await sender.upload(roomId, bytes, 'image/png');
      const file = { msgtype: 'm.image', filename: 'ticket.png', body, ...where };
      await sender.event(roomId, 'm.room.message', file, `e${++sent}`);
    },
    say: (roomId: string, body: string) =>
      sender.event(roomId, 'm.room.message', { msgtype: 'm.text', body }, `e${++sent}`),
    async reads(text: string): Promise<void> {
      for (let wait = 0; wait < 1200 && !read.some((one) => one.includes(text)); wait++) {
        await sleep(50);
      }
      expect(read.join('\n———\n')).toContain(text);
    },
  };
}

test('reads and answers in an encrypted room, on the same device after a restart', async () => {
  const nadia = await encryptedPerson('nadia');
  const roomId = play.homeserver.createRoom(nadia.me, {
    name: 'Chiffré',
    initial_state: [{ type: 'm.room.encryption', content: { algorithm: 'm.megolm.v1.aes-sha2' } }],
  });
  play.homeserver.invite(roomId, nadia.me, play.bot);
  await play.settle();
  await nadia.reads('Bonjour, ici ECC');
  await nadia.say(roomId, '!proposer "Ouvrir le samedi"');
  await nadia.reads('Ce qui est proposé');

  const device = () =>
    [...play.homeserver.devices.values()].find(({ userId }) => userId === play.bot);
  const before = device();
  await play.sleep();
  await nadia.say(roomId, '!voir 99');
  await play.wake();
  expect(device()?.deviceId).toBe(before?.deviceId);
  const invited = [...play.homeserver.rooms.values()].find(
    ({ id }) => play.homeserver.membership(id, nadia.me) === 'invite',
  );
  if (!invited) throw new Error('no direct room');
  play.homeserver.join(invited.id, nadia.me);
  await nadia.reads('99');
  const clear = [...play.homeserver.rooms.values()].flatMap(({ events }) =>
    events.filter(({ type }) => type === 'm.room.message'),
  );
  expect(clear).toEqual([]);
  expect(nadia.read).not.toContain('unreadable');
  await nadia.client.finish();
});

test('a private room is encrypted when all of its people can read it, and says when it is not', async () => {
  const [dao, lou] = [await encryptedPerson('dao'), await encryptedPerson('lou')];
  const { privateRooms, post } = play.adapter();
  const wanted = { near: [], title: 'Un échange', again: false };
  const opened = await privateRooms.open({ ...wanted, key: 'a', people: [dao.me, lou.me] });
  expect(opened.encrypted).toBe(true);
  for (const one of [dao, lou]) play.homeserver.join(opened.roomId, one.me);
  const words = localised(() => view({ title: ['Pour vous deux'] }));
  await post({ to: { roomId: opened.roomId, userId: null, locale: 'fr' }, key: 'a', view: words });
  for (const one of [dao, lou]) await one.reads('Pour vous deux');
  const { events } = play.homeserver.room(opened.roomId);
  expect(events.filter(({ type }) => type === 'm.room.message')).toEqual([]);

  await privateRooms.end(opened, 'closed');
  await expect(dao.say(opened.roomId, 'encore')).rejects.toThrow();
  await privateRooms.end(opened, 'erased');
  for (const one of [dao.me, lou.me, play.bot]) {
    expect(play.homeserver.membership(opened.roomId, one)).toBe('leave');
  }

  const keyless = play.person('sami');
  const clear = await privateRooms.open({ ...wanted, key: 'b', people: [dao.me, keyless] });
  expect(clear.encrypted).toBe(false);
  for (const one of [dao, lou]) await one.client.finish();
});

test('a receipt given in an encrypted room is opened, and kept as it is', async () => {
  const bruno = await encryptedPerson('bruno');
  const roomId = play.homeserver.createRoom(bruno.me, {
    name: 'Chiffré aussi',
    initial_state: [{ type: 'm.room.encryption', content: { algorithm: 'm.megolm.v1.aes-sha2' } }],
  });
  play.homeserver.invite(roomId, bruno.me, play.bot);
  await play.settle();
  await bruno.reads('Bonjour, ici ECC');
  await bruno.say(roomId, '!richesse ouvrir Festival');
  await bruno.give(roomId, png('scellé'), '!frais déclarer 12€ clous contexte:Festival');
  await bruno.reads('E-1 · clous');
  const media = [...play.homeserver.media.values()].map(({ bytes }) => bytes.toString());
  expect(media.join(' ')).not.toContain('scellé');
  const { files } = play.house.services;
  const { id, communityId } = await play.database.prisma.givenFile.findFirstOrThrow();
  const bytes = await files.read(communityId as CommunityId, id as FileId);
  expect(Buffer.from(bytes ?? []).equals(png('scellé'))).toBe(true);
});
