import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mediationRoom, STORY } from '../commands/mediation/support.js';
import { type TestHouse, testHouse } from '../support/house.js';
import { play } from '../support/play.js';
import type { TestRoom } from '../support/room.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé', 'Dao');
});

/** Somebody leaves by themselves, and what follows from it is done. */
const leaves = async (who: string): Promise<void> => {
  await room.do(who, 'ecc.leave-now', { name: 'keep' });
  await t.settle();
};
const removed = async (who: string, by = 'Nadia'): Promise<void> => {
  await room.do(by, 'ecc.remove', { member: who });
  await room.fill(by, { reason: 'Une raison.' });
  await t.settle();
};
const vote = (who: string, cast: Record<string, string>) =>
  room.do(who, 'decision.vote', { decision: '1', ...cast });

describe('the voices of who is not a member any more', () => {
  it('leave with who leaves, their objection too; the others may then be all', async () => {
    await room.propose('Nadia', { early: 'yes' });
    await vote('Nadia', { vote: 'consent' });
    await vote('Chloé', { vote: 'consent' });
    await vote('Dao', { vote: 'consent' });
    await room.do('Bruno', 'decision.object', { decision: '1', reason: 'Trop tôt.' });
    expect(await room.card()).toContain('Trop tôt.');
    await leaves('Bruno');
    expect(await room.card()).toMatch(/Adoptée/);
    expect(
      await t.database.prisma.ballot.count({
        where: { communityId: await room.community() },
      }),
    ).toBe(3);
  });

  it('do not count in what is still open, nor stop it from closing', async () => {
    await room.propose('Nadia', { kind: 'agreement' });
    await vote('Bruno', { vote: 'agree' });
    await vote('Chloé', { vote: 'disagree', reason: 'Non.' });
    expect(await room.card()).toContain('2 voix sur 4');
    await leaves('Bruno');
    expect(await room.card()).toContain('1 voix sur 3');
  });

  it('stay with who is removed, for nobody may take a voice away; the card says so', async () => {
    await room.propose('Nadia', { kind: 'agreement' });
    await vote('Bruno', { vote: 'disagree', reason: 'Non.' });
    await vote('Nadia', { vote: 'agree' });
    await removed('Bruno');
    const card = await room.card();
    expect(card).toContain('2 voix sur 4');
    expect(card).toContain('1 voix vient d’une personne retirée depuis');
    await t.at('2026-11-25T17:00:00Z');
    expect(await room.card()).toContain('1 voix vient d’une personne retirée depuis');
    const { result } = await t.database.prisma.decision.findFirstOrThrow({
      where: { communityId: await room.community() },
    });
    expect(result).toMatchObject({ electorate: 4, former: 1 });
  });

  it('that were removed hold an objection for the round, and are not asked in the next', async () => {
    await room.propose('Nadia');
    await vote('Nadia', { vote: 'consent' });
    await room.do('Bruno', 'decision.object', { decision: '1', reason: 'Trop tôt.' });
    await removed('Bruno');
    await t.at('2026-11-25T17:00:00Z');
    const { prisma } = t.database;
    const where = { communityId: await room.community() };
    expect((await prisma.decision.findFirstOrThrow({ where })).state).toBe('between_rounds');
    await room.do('Nadia', 'decision.round', {
      ...{ decision: '1', name: 'Ouvrir le samedi', body: 'À trois.', closes: 'dans 3 jours' },
    });
    expect((await prisma.objection.findFirstOrThrow({ where })).state).toBe('withdrawn');
    expect((await prisma.ballot.findMany({ where })).length).toBe(1);
  });
});

describe('what they held in the agenda', () => {
  it('goes to who waited: places, roles, tasks; addresses lead nowhere', async () => {
    await room.do('Nadia', 'agenda.add', { name: 'Cercle', when: 'jeudi 20h', capacity: '1' });
    await room.do('Bruno', 'agenda.answer', { event: '1', presence: 'yes' });
    await room.do('Chloé', 'agenda.answer', { event: '1', presence: 'yes' });
    await room.do('Bruno', 'agenda.role', { event: '1', role: 'scribe' });
    await room.do('Bruno', 'agenda.subscribe', {});
    const { prisma } = t.database;
    const where = { communityId: await room.community() };
    expect(await prisma.calendarFeed.count({ where })).toBe(1);
    expect(await prisma.sittingRoleHolder.count({ where })).toBe(1);
    await leaves('Bruno');
    expect(await prisma.calendarFeed.count({ where })).toBe(0);
    expect(await prisma.sittingRoleHolder.count({ where })).toBe(0);
    expect(await prisma.answer.count({ where })).toBe(1);
    await play(room, [['Chloé', 'sees', 'Une place se libère : Cercle']]);
  });

  it('keeps who was at what is past', async () => {
    await room.do('Nadia', 'agenda.add', { name: 'Cercle', when: 'jeudi 20h' });
    await room.do('Bruno', 'agenda.answer', { event: '1', presence: 'yes' });
    await t.at('2026-11-28T10:00:00Z');
    await leaves('Bruno');
    const where = { communityId: await room.community() };
    expect(await t.database.prisma.answer.count({ where })).toBe(1);
  });
});

describe('what they followed and looked after', () => {
  it('stops: their digest, their feeds, their themes', async () => {
    await room.do('Nadia', 'veille.add', { link: 'https://exemple.org/eau', theme: 'eau' });
    await room.do('Bruno', 'veille.digest', { frequency: 'daily' });
    await room.do('Bruno', 'veille.follow', { link: 'https://exemple.org/flux' });
    await room.do('Nadia', 'veille.curator', { theme: 'eau', member: 'Bruno' });
    await leaves('Bruno');
    const { prisma } = t.database;
    const where = { communityId: await room.community() };
    expect(await prisma.digestSubscription.count({ where: { ...where, active: true } })).toBe(0);
    expect(await prisma.feedFollow.count({ where: { ...where, state: { not: 'stopped' } } })).toBe(
      0,
    );
    expect(await prisma.themeCurator.count({ where })).toBe(0);
  });
});

describe('what they declared', () => {
  const declare = (who: string, args: Record<string, string>) =>
    room.do(who, 'wealth.declare', {
      ...{ quantity: '2h', nature: 'production', context: 'Jardin', day: 'hier', ...args },
    });

  it('stays; what waits for them ends, and somebody else looks at what they were asked to', async () => {
    await room.do('Nadia', 'wealth.open-context', { name: 'Jardin' });
    for (const who of ['Bruno', 'Chloé']) await room.do(who, 'wealth.join', { context: 'Jardin' });
    await declare('Bruno', { what: 'Semer' });
    await declare('Nadia', { what: 'Pour Bruno', member: 'Bruno' });
    await declare('Nadia', { what: 'Arroser' });
    const { prisma } = t.database;
    const where = { communityId: await room.community() };
    const bruno = await prisma.member.findFirstOrThrow({ where: { ...where, name: 'Bruno' } });
    const asked = async () =>
      (await prisma.contribution.findMany({ where, orderBy: { number: 'asc' } })).map(
        ({ state, askedIds }) => [state, askedIds.includes(bruno.id)] as const,
      );
    const before = await asked();
    expect(before.map(([state]) => state)).toEqual(['declared', 'proposed', 'declared']);
    await leaves('Bruno');
    const after = await asked();
    expect(after.map(([state]) => state)).toEqual(['declared', 'withdrawn', 'declared']);
    expect(after.map(([, theirs]) => theirs)).toEqual([false, false, false]);
    const waiting = await prisma.contribution.findMany({ where: { ...where, state: 'declared' } });
    expect(waiting.map(({ askedIds }) => askedIds.length)).toEqual([1, 1]);
  });
});

describe('their mediations', () => {
  it('close when who asked leaves; and nobody learns whose they were', async () => {
    room = await mediationRoom(t);
    await room.say('Nadia', 'médiation');
    await room.press('Nadia', 'Écrire une demande');
    await room.fill('Nadia', { ...STORY });
    await room.press('Nadia', 'Laisser ECC choisir, et envoyer');
    await leaves('Nadia');
    await play(room, [['Karim', '[Ouvrir]', 'Cela n’est plus entre vos mains.']]);
    const entries = await t.database.prisma.journalEntry.findMany({
      where: { communityId: await room.community() },
      select: { kind: true },
    });
    const told = entries.map(({ kind }) => kind).filter((kind) => kind.startsWith('mediation.'));
    expect(new Set(told)).toEqual(new Set(['mediation.named']));
  });

  it('go on to the next when who accompanies leaves, or is removed', async () => {
    room = await mediationRoom(t);
    await room.say('Nadia', 'médiation');
    await room.press('Nadia', 'Écrire une demande');
    await room.fill('Nadia', { ...STORY });
    await room.press('Nadia', 'Laisser ECC choisir, et envoyer');
    await room.press('Karim', 'Ouvrir');
    await room.press('Karim', 'Lire la demande');
    await room.press('Karim', 'J’accepte');
    await removed('Karim', 'Bruno');
    const where = { communityId: await room.community() };
    expect(await t.database.prisma.mediator.count({ where })).toBe(1);
    await play(room, [
      ['Lou', 'sees', 'Un mot pour vous'],
      ['Lou', '[Ouvrir]', 'Une personne demande à être accompagnée'],
      ['Karim', '/médiation suivre', 'Vous n’êtes plus membre'],
    ]);
  });
});
