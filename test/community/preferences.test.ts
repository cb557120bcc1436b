import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../support/house.js';
import type { TestRoom } from '../support/room.js';
import { textOf } from '../support/text.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());

describe('who runs the place on its network', () => {
  const roleOf = async (room: TestRoom, userId: string): Promise<string> =>
    textOf(
      await room.do(userId, 'ecc.me', {}, { speaker: { userId, name: userId, steward: true } }),
    );

  it('facilitates from their first coming, until the community decides otherwise', async () => {
    const room = t.room();
    await room.arrive('Nadia');
    expect(await roleOf(room, 'Bruno')).toContain('rôle: facilitation');
    await room.do('Nadia', 'ecc.change');
    const done = await room.fill('Nadia', { stewards: 'non' });
    expect(textOf(done)).toContain('qui gère le lieu facilite aussitôt: non');
    expect(await roleOf(room, 'Chloé')).toContain('rôle: membre');
    // What one holds already is not taken away.
    expect(await roleOf(room, 'Bruno')).toContain('rôle: facilitation');
  });
});

describe('who has the role that mediates on their network', () => {
  it('can be asked from their first coming, when the community says so, and not before', async () => {
    const room = t.room();
    await room.arrive('Nadia');
    const comes = (userId: string, roles: readonly string[]) =>
      room.do(userId, 'ecc.me', {}, { speaker: { userId, name: userId, roles } });
    const mediators = async (): Promise<string[]> => {
      await t.settle();
      const where = { communityId: await room.community() };
      const ids = (await t.database.prisma.mediator.findMany({ where })).map((one) => one.memberId);
      const members = await t.database.prisma.member.findMany({ where: { id: { in: ids } } });
      return members.map(({ name }) => name).sort();
    };
    await comes('Bruno', ['Médiation']);
    expect(await mediators()).toEqual([]);
    await room.do('Nadia', 'ecc.change');
    const done = await room.fill('Nadia', { mediators: '@mediation' });
    expect(textOf(done)).toContain('rôle qui fait de la médiation aussitôt: @mediation');
    await comes('Chloé', ['Jardin', 'Médiation']);
    await comes('Dao', ['Jardin']);
    await comes('Bruno', ['Médiation']);
    expect(await mediators()).toEqual(['Chloé']);
    await room.do('Chloé', 'ecc.leave-now', { name: 'keep' });
    expect(await mediators()).toEqual([]);
  });
});

describe('a direct conversation', () => {
  it('is about the community where one last spoke', async () => {
    const [atelier, jardin] = [t.room(), t.room()];
    const speaker = { userId: 'Dao', name: 'Dao' };
    const alone = { place: null, speaker };
    await atelier.arrive('Nadia', 'Dao');
    t.clock.pass(60_000);
    await jardin.arrive('Zoé', 'Dao');
    expect(textOf(await jardin.say('Dao', 'ecc moi', alone))).toContain('facilitent ici: Zoé');
    t.clock.pass(60_000);
    await atelier.say('Dao', 'ecc moi');
    expect(textOf(await atelier.say('Dao', 'ecc moi', alone))).toContain('facilitent ici: Nadia');
    t.clock.pass(60_000);
    await jardin.say('Dao', 'ecc moi');
    expect(textOf(await jardin.say('Dao', 'ecc moi', alone))).toContain('facilitent ici: Zoé');
  });
});
