import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/kernel/ids.js';
import { type TestHouse, testHouse } from '../support/house.js';
import type { TestRoom } from '../support/room.js';

const EDIT_EVERY_MS = 1000;

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse(EDIT_EVERY_MS);
});
afterAll(() => t.close());
beforeEach(() => {
  t.clock.set('2026-11-21T10:00:00Z');
  t.web.calls.length = 0;
  t.web.failures = 0;
  room = t.room();
});

const crowd = (size: number): string[] =>
  Array.from({ length: size }, (_, index) => `Membre ${index}`);
const callsOf = (begins: string) => t.web.calls.filter((call) => call.startsWith(begins));

describe('a platform that does not answer', () => {
  it('is tried again, in order, and each thing is said once', async () => {
    await room.arrive('Nadia', 'Bruno');
    await room.seen();
    t.web.failures = 4;
    await room.propose('Nadia');
    await room.do('Nadia', 'decision.extend', { decision: '1', closes: 'jeudi 9h' });
    await room.say('Bruno', 'objecter 1 "Non."');
    for (let wait = 0; wait < 6; wait++) await t.pass(10_000);
    expect(t.web.failures).toBe(0);
    const said = await room.seen();
    expect(said.map((text) => text.split('\n')[0])).toEqual([
      'D-1 · Ouvrir le samedi',
      'D-1 : nouvelle échéance',
    ]);
    expect(said[0]).toContain('Bruno : Non.');
    expect((await room.seen('Nadia')).map((text) => text.split('\n')[0])).toEqual([
      'Bienvenue, Nadia',
      'Une objection sur D-1',
    ]);
    expect(callsOf('post')).toHaveLength(4);
  });

  it('is spoken to at once when it is back', async () => {
    await room.arrive('Nadia');
    await room.seen();
    t.web.failures = 1;
    await room.propose('Nadia');
    expect(await room.seen()).toEqual([]);
    await t.house.returned('discord');
    expect(await room.seen()).toEqual([]);
    await t.house.returned('web');
    expect((await room.seen())[0]).toContain('Proposé par Nadia');
  });

  it('does not hold another room back', async () => {
    const other = t.room();
    await room.arrive('Nadia');
    await other.arrive('Zoé');
    await t.settle();
    t.web.failures = 1;
    await room.propose('Nadia');
    await t.settle();
    await other.propose('Zoé');
    expect((await other.seen())[0]).toContain('Proposé par Zoé');
    await t.pass(2_000);
    expect((await room.seen())[0]).toContain('Proposé par Nadia');
  });

  it('says nothing of what people wrote in the log', async () => {
    await room.arrive('Nadia');
    await t.settle();
    t.web.failures = 1;
    await room.propose('Nadia', { name: 'Chrysanthème' });
    await t.pass(2_000);
    expect(t.log.lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(t.log.lines)).not.toContain('Chrysanthème');
  });
});

describe('a burst of votes', () => {
  it('makes few edits, and the last one is right', async () => {
    const people = crowd(200);
    await room.arrive('Nadia', ...people);
    await room.propose('Nadia', { kind: 'agreement' });
    await t.settle();
    t.web.calls.length = 0;
    for (let from = 0; from < people.length; from += 20) {
      await Promise.all(people.slice(from, from + 20).map((who) => room.say(who, 'voter 1 pour')));
    }
    await t.pass(EDIT_EVERY_MS);
    expect(await room.card()).toContain('200 voix sur 201\nPour l’instant : 200 pour');
    const edits = callsOf('edit decision').length;
    expect(edits).toBeGreaterThanOrEqual(1);
    expect(edits).toBeLessThanOrEqual(4);
    expect(callsOf('post')).toEqual([]);
  }, 120_000);
});

describe('two rooms of one community', () => {
  it('are both shown one decision, and both edited', async () => {
    await room.arrive('Nadia', 'Bruno');
    const communityId = await room.community();
    const second = t.room();
    const createdAt = t.clock.now();
    const linked = { platform: 'web', platformId: second.roomId, name: 'Annexe', locale: 'en' };
    await t.database.prisma.room.create({
      data: { id: newId(createdAt), communityId, createdAt, ...linked },
    });
    await room.propose('Nadia');
    await t.settle();
    // Bruno speaks from the other room: it is the same decision, and he the same member.
    await second.say('Bruno', 'voter 1 je consens');
    await t.pass(EDIT_EVERY_MS);
    for (const one of [room, second]) {
      expect(await one.seen()).toHaveLength(1);
      expect(await one.card()).toContain('1 voix sur 2');
    }
    const locales = t.web.messages
      .filter(({ to }) => [room.roomId, second.roomId].includes(to.roomId) && to.userId === null)
      .map(({ to }) => to.locale);
    expect(locales.sort()).toEqual(['en', 'fr']);
    // What is private follows him to where he last spoke.
    await room.do('Nadia', 'decision.amend', { decision: '1', name: 'Ouvrir', body: 'Autre.' });
    await t.pass(EDIT_EVERY_MS);
    expect(await room.seen('Bruno')).toEqual([]);
    expect(await second.last('D-1 : votre voix', 'Bruno')).toContain('Autre.');
  });
});
