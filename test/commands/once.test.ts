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
  room = t.room();
  await room.arrive('Nadia', 'Bruno');
});

const decisions = async () =>
  t.database.prisma.decision.count({ where: { communityId: await room.community() } });
const line = 'proposer "Titre" "Texte" accord "demain 18h"';

describe('an event delivered twice', () => {
  it('one after the other does its work once', async () => {
    expect(textOf(await room.say('Nadia', line, { eventId: 'same-a' }))).toContain(
      'D-1 est publiée',
    );
    expect(textOf(await room.say('Nadia', line, { eventId: 'same-a' }))).toContain(
      'C’est déjà enregistré.',
    );
    expect(await decisions()).toBe(1);
  });

  it('at the same instant does its work once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => room.say('Nadia', line, { eventId: 'same-b' })),
    );
    const texts = answers.map(textOf);
    expect(texts.filter((text) => text.includes('D-1 est publiée'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('C’est déjà enregistré.'))).toHaveLength(4);
    expect(await decisions()).toBe(1);
  });

  it('does not bring an earlier vote back', async () => {
    await room.say('Nadia', line);
    await room.say('Bruno', 'voter 1 pour', { eventId: 'vote-1' });
    await room.say('Bruno', 'voter 1 contre', { eventId: 'vote-2' });
    await room.say('Bruno', 'voter 1 pour', { eventId: 'vote-1' });
    expect(await room.card()).toContain('0 pour, 1 contre');
  });

  it('after a restart does its work once', async () => {
    await room.say('Nadia', line, { eventId: 'same-c' });
    await t.restart();
    expect(textOf(await room.say('Nadia', line, { eventId: 'same-c' }))).toContain(
      'déjà enregistré',
    );
    expect(await decisions()).toBe(1);
  });

  it('is done when the first time it was refused', async () => {
    await room.say('Nadia', line);
    expect(textOf(await room.say('Bruno', 'décision confirmer 1', { eventId: 'later' }))).toContain(
      'pas encore voté',
    );
    await room.say('Bruno', 'voter 1 pour');
    expect(textOf(await room.say('Bruno', 'décision confirmer 1', { eventId: 'later' }))).toContain(
      'vous êtes pour',
    );
  });

  it('of another person, or in another community, is another event', async () => {
    await room.say('Nadia', line, { eventId: 'shared' });
    const other = t.room();
    expect(textOf(await other.say('Zoé', line, { eventId: 'shared' }))).toContain(
      'D-1 est publiée',
    );
  });
});

describe('a form sent twice', () => {
  const complete = { name: 'Titre', body: 'Texte', kind: 'consent', closes: 'demain 18h' };

  it('does its work once, whatever the platform calls its events', async () => {
    const form = await room.say('Nadia', 'proposer');
    const answers = [
      await room.fill('Nadia', complete, form),
      await room.fill('Nadia', complete, form),
    ];
    expect(answers.map(textOf)).toEqual([
      expect.stringContaining('D-1 est publiée'),
      expect.stringContaining('Ce formulaire est déjà envoyé'),
    ]);
    expect(await decisions()).toBe(1);
  });

  it('at the same instant too, by a double click', async () => {
    const form = await room.say('Nadia', 'proposer');
    const answers = await Promise.all([1, 2, 3].map(() => room.fill('Nadia', complete, form)));
    const texts = answers.map(textOf);
    expect(texts.filter((text) => text.includes('D-1 est publiée'))).toHaveLength(1);
    expect(texts.join()).not.toContain('par notre faute');
    expect(await decisions()).toBe(1);
  });

  it('is sent again after a fault, with all that was typed kept', async () => {
    const form = await room.say('Nadia', 'proposer');
    const typed = { ...complete, name: 'Un titre', closes: 'hier', quorum: 'beaucoup' };
    const refused = await room.fill('Nadia', typed, form);
    const fields = Object.fromEntries(
      refused.form?.fields.map(({ name, value }) => [name, value]) ?? [],
    );
    expect(fields).toMatchObject(typed);
    expect(refused.form?.dialogue).toBe(form.form?.dialogue);
    await t.restart();
    expect(
      textOf(await room.fill('Nadia', { closes: 'demain 18h', quorum: '' }, refused)),
    ).toContain('D-1 est publiée');
  });

  it('a day later is gone, and says so', async () => {
    const form = await room.say('Nadia', 'proposer');
    await t.database.prisma.dialogue.updateMany({ data: { createdAt: new Date(0) } });
    await t.tidy();
    expect(textOf(await room.fill('Nadia', complete, form))).toContain('il date de plus d’un jour');
  });
});
