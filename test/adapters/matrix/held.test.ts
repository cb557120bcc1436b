import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMessages } from '../../../adapters/matrix/messages.js';
import type { Sender } from '../../../adapters/matrix/send.js';
import { HELD } from '../../../adapters/matrix/store/messages.js';
import { createMatrixStore, type MatrixStore } from '../../../adapters/matrix/store.js';
import { act, button, view } from '../../../commands/view/build.js';
import type { Database } from '../../../src/database/open.js';
import { keyRing } from '../../../src/kernel/secrets.js';
import { createVault } from '../../../src/kernel/vault.js';
import { movingClock } from '../../support/clock.js';
import { testDatabase } from '../../support/database.js';
import { tables } from '../../support/tables.js';

const ONE = '019ab000-0000-7000-8000-000000000001';
const OTHER = '019ab000-0000-7000-8000-000000000002';
const ROOM = '!karim:test';

let database: Database;
let store: MatrixStore;
const taken: string[] = [];
let sent = 0;
const sender = {
  event: async () => `$${++sent}`,
  react: async () => `$${++sent}`,
  redact: async (_: string, eventId: string) => void taken.push(eventId),
} satisfies Partial<Sender>;

beforeAll(async () => {
  database = await testDatabase();
  const vault = createVault(keyRing([randomBytes(32)]));
  const clock = movingClock('2026-11-21T10:00:00Z');
  store = createMatrixStore({ prisma: database.prisma, vault, passing: vault, clock });
});
afterAll(() => database.close());

it('an answer about several things goes with the first of them, and its row tells of none', async () => {
  const messages = createMessages({ store, sender: sender as unknown as Sender, words: [] });
  const show = (key: string, confidential: string | readonly string[]) =>
    messages.show({
      ...{ roomId: ROOM, key, locale: 'fr', direct: true, msgtype: 'm.notice' },
      ...{ thread: null, living: false },
      view: view({
        ...{ title: ['Ce que vous suivez'], audience: 'only-you', confidential },
        actions: [button('Ouvrir', act('mediation.open'))],
      }),
    });
  const list = await show(`${HELD}$asked-1`, [OTHER, ONE]);
  const about = await show(`${HELD}$asked-2`, OTHER);
  const nobody = await show(`${HELD}$asked-3`, 'mediation');

  const kept = JSON.stringify(await tables(database));
  for (const id of [ONE, OTHER]) {
    for (const text of [id, JSON.stringify([id])]) {
      expect(kept).not.toContain(text);
      for (const form of ['hex', 'base64', 'base64url'] as const) {
        expect(kept).not.toContain(createHash('sha256').update(text).digest(form));
      }
    }
  }

  await messages.forget(ONE);
  expect(taken).toContain(list);
  expect(taken).not.toContain(about);
  await messages.forget(OTHER);
  expect(taken).toContain(about);
  expect(taken).not.toContain(nobody);
  const left = await database.prisma.matrixMessage.findMany();
  expect(left.map(({ key }) => key)).toEqual([`${HELD}$asked-3`]);
});
