import { randomBytes } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { createMatrixStore } from '../../../adapters/matrix/store.js';
import type { MatrixConfig } from '../../../adapters/matrix/types.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { keyRing } from '../../../src/kernel/secrets.js';
import { createVault } from '../../../src/kernel/vault.js';
import { SYNAPSE, synapse } from '../../platforms/matrix/servers.js';
import { testDatabase } from '../../support/database.js';
import { testKeys } from '../../support/keys.js';
import { logged } from '../../support/log.js';
import { person } from './person.js';
import { openHouse } from './play.js';

const closing: (() => Promise<unknown>)[] = [];

afterAll(async () => {
  for (const close of closing.toReversed()) await close();
});

/** Against a real homeserver, when there is one: `ECC_TEST_SYNAPSE_URL`. */
test.skipIf(SYNAPSE === null)(
  'a first decision on a real homeserver',
  async () => {
    const server = synapse(SYNAPSE ?? '');
    const url = await server.url();
    const bot = await server.account('ecc');
    const [nadia, elie] = await Promise.all(
      ['nadia', 'elie'].map(async (local) => {
        const { user, password } = await server.account(local);
        return person(url, user, password);
      }),
    );
    if (!nadia || !elie) throw new Error('nobody came');
    const database = await testDatabase();
    closing.push(() => database.close());
    const vault = createVault(keyRing([randomBytes(32)]));
    const clock = systemClock;
    const store = createMatrixStore({ prisma: database.prisma, vault, passing: vault, clock });
    const config: MatrixConfig = {
      ...{ homeserver: url, credentials: { type: 'password', ...bot } },
      ...{ inviters: [], answerWithinMs: 3_600_000, locale: 'fr' },
    };
    const keys = testKeys();
    const parts = { database, clock, vault, keys, store, config, log: logged(), prefix: 'real' };
    let running = await openHouse(parts);
    await running.adapter.start();
    await running.house.start([running.adapter]);
    closing.push(async () => {
      await running.adapter.stop();
      await running.queue.close();
    });

    const botId = `@${bot.user}:${nadia.userId.split(':')[1]}`;
    const made = await nadia.get('POST', 'createRoom', {
      name: 'Atelier',
      invite: [elie.userId, botId],
    });
    const roomId = String(made.room_id);
    await elie.get('POST', `join/${encodeURIComponent(roomId)}`, {});
    await nadia.reads(roomId, 'Bonjour, ici ECC');

    const asked = await nadia.say(roomId, '!ecc décision proposer "Ouvrir le samedi"');
    const inThread = { 'm.relates_to': { rel_type: 'm.thread', event_id: asked } };
    await nadia.reads(roomId, 'Ce qui est proposé');
    await nadia.say(roomId, 'De 10 h à 16 h, à deux.', inThread);
    await nadia.reads(roomId, 'Répondez par un numéro');
    await running.adapter.stop();
    await running.queue.close();
    await nadia.say(roomId, '1', inThread);
    running = await openHouse(parts);
    await running.adapter.start();
    await running.house.start([running.adapter]);
    await nadia.reads(roomId, 'Échéance');
    await nadia.say(roomId, 'demain 18h', inThread);
    await nadia.reads(roomId, 'Autre chose à régler');
    await nadia.say(roomId, 'non', inThread);
    const card = await nadia.reads(roomId, 'D-1 · Ouvrir le samedi');
    expect(card.body).toContain('✅ Je consens');

    const relates = { rel_type: 'm.annotation', event_id: card.id, key: '✅' };
    const given = await elie.send(roomId, { 'm.relates_to': relates }, 'm.reaction');
    expect(given.status).toBe(200);
    const direct = await elie.accept(roomId);
    await elie.reads(direct, 'vous consentez');
    await elie.reads(roomId, 'voix sur');
    const path = `rooms/${encodeURIComponent(roomId)}/redact/${encodeURIComponent(String(given.body.event_id))}/r`;
    await elie.get('PUT', path, {});
    await elie.reads(direct, 'reprise');
    const errors = parts.log.lines.filter(({ level }) => level === 'error');
    expect(errors).toEqual([]);
  },
  120_000,
);
