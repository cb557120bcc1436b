import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../support/house.js';
import type { TestRoom } from '../support/room.js';
import { textOf } from '../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  await t.restart();
  room = t.room();
  await room.arrive('Nadia', 'Bruno');
});

const firstLines = (texts: readonly string[]) => texts.map((text) => text.split('\n')[0]);

describe('a new process on the same database', () => {
  it('says what was recorded and not said, once and in order', async () => {
    await t.restartDeaf();
    await room.propose('Nadia');
    await room.say('Bruno', 'objecter 1 "Non."');
    await room.do('Nadia', 'decision.amend', { decision: '1', name: 'Ouvrir', body: 'Autre.' });
    await room.do('Nadia', 'decision.extend', { decision: '1', closes: 'jeudi 9h' });
    await t.restart();
    expect(firstLines(await room.seen())).toEqual([
      'D-1 · Ouvrir',
      'D-1 : le texte a changé',
      'D-1 : nouvelle échéance',
    ]);
    expect(firstLines(await room.seen('Bruno'))).toEqual([
      'D-1 : votre voix compte-t-elle toujours ?',
    ]);
    const calls = t.web.calls.length;
    await t.restart();
    expect(t.web.calls).toHaveLength(calls);
  });

  it('shows what was in the outbox and not shown', async () => {
    await t.settle();
    t.web.failures = 1;
    await room.propose('Nadia');
    await t.settle();
    await t.restart();
    await t.pass(2_000);
    expect(firstLines(await room.seen())).toEqual(['D-1 · Ouvrir le samedi']);
  });

  it('closes what came to its end while nobody was there, once', async () => {
    await room.propose('Nadia', { closes: 'demain 18h' });
    await room.say('Bruno', 'voter 1 je consens');
    await room.seen();
    await t.stopWork();
    t.clock.set('2026-11-23T08:00:00Z');
    await t.restart();
    await t.restart();
    expect(await room.card()).toContain('Adoptée : aucune objection maintenue, 1 consentement');
    expect((await room.seen()).filter((text) => text.includes('écrit maintenant'))).toHaveLength(1);
    expect((await room.seen('Nadia')).filter((text) => text.includes('est close'))).toHaveLength(1);
    // Counted at its deadline, not when somebody came back.
    expect(textOf(await room.say('Bruno', 'voter 1 objection raison:"Tard"'))).toContain(
      'Ce vote est clos depuis le dimanche 22 novembre à 18 h',
    );
  });

  it('keeps a half-filled form, and buttons of messages from before', async () => {
    await room.propose('Nadia');
    await room.seen();
    const form = await room.say('Bruno', 'objecter 1');
    await t.restart();
    expect(textOf(await room.fill('Bruno', { reason: 'Non.' }, form))).toContain(
      'votre objection est posée',
    );
    expect(textOf(await room.press('Nadia', 'Je consens'))).toContain('vous consentez');
  });

  it('takes over a room that a dead process was serving', async () => {
    await t.settle();
    const until = new Date(t.clock.now().getTime() + 20_000);
    await t.database.prisma.room.updateMany({
      where: { platformId: room.roomId },
      data: { servedUntil: until },
    });
    await room.propose('Nadia');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(
      t.web.messages.some(({ to, key }) => to.roomId === room.roomId && key.startsWith('decision')),
    ).toBe(false);
    await t.pass(20_001);
    expect(firstLines(await room.seen())).toEqual(['D-1 · Ouvrir le samedi']);
  });
});
