import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { foreign } from '../../agenda/icalendar/made.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { textOf } from '../../support/text.js';

let t: TestHouse;
let host: TestRoom;
let guest: TestRoom;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  [host, guest] = [t.room(), t.room()];
  await host.arrive('Nadia');
  await guest.arrive('Chloé', 'Dao');
  for (const [who, room] of [
    ['Nadia', host],
    ['Chloé', guest],
  ] as const) {
    const source = foreign(['UID:a@ailleurs', 'SUMMARY:Fête', 'DTSTART:20261205T180000Z']);
    expect(textOf(await room.do(who, 'agenda.import', { source }))).toContain('C’est importé');
  }
  await host.say('Nadia', 'agenda ajouter "Cercle" jeudi 20h');
});

async function join(): Promise<void> {
  const [code = ''] =
    /[A-Z\d]{4}-[A-Z\d]{6}/.exec(textOf(await host.say('Nadia', 'ecc relier'))) ?? [];
  await play(guest, [['Chloé', `/ecc relier ${code}`, 'C’est relié']]);
  await t.settle();
}

it('a meeting that both had is one, with the answers of all and what one prepared', async () => {
  await play(host, [['Nadia', '/agenda répondre A-1 oui', 'vous venez']]);
  await play(guest, [
    ['Chloé', '/agenda répondre A-1 peut-être', 'C’est noté'],
    ['Dao', '/agenda répondre A-1 oui', 'vous venez'],
    ['Dao', '/agenda point A-1 "La musique"', 'La musique'],
  ]);
  await join();
  const list = textOf(await guest.say('Dao', 'agenda'));
  expect(list.match(/Fête/g)).toHaveLength(1);
  await play(guest, [
    ['Dao', '/agenda voir A-1', ['Dao', 'Nadia', 'Peut-être : Chloé', 'La musique']],
  ]);
});

it('one that both prepared stays two: nothing of either is lost', async () => {
  await host.say('Nadia', 'agenda point A-1 "Le lieu"');
  await guest.say('Dao', 'agenda point A-1 "La musique"');
  await join();
  await play(guest, [
    ['Dao', '/agenda voir A-1', 'Le lieu'],
    ['Dao', '/agenda voir A-3', ['Fête', 'La musique']],
  ]);
});

it('one server that showed the events of both is one place', async () => {
  const { prisma } = t.database;
  const [from, to] = [await guest.community(), await host.community()];
  const place = { platform: 'discord', place: '1', problem: '', failures: 0, making: false };
  const [here, there] = [crypto.randomUUID(), crypto.randomUUID()];
  const createdAt = t.clock.now();
  await prisma.eventPlace.create({ data: { ...place, id: there, communityId: from, createdAt } });
  await prisma.eventPlace.create({ data: { ...place, id: here, communityId: to, createdAt } });
  for (const [placeId, communityId] of [
    [there, from],
    [here, to],
  ] as const) {
    const { id: seriesId } = await prisma.series.findFirstOrThrow({
      where: { communityId, uid: 'a@ailleurs' },
    });
    await prisma.mirroredEvent.create({
      data: {
        ...{
          id: crypto.randomUUID(),
          communityId,
          placeId,
          seriesId,
          recurrence: '',
          ref: placeId,
        },
        ...{ said: '', startsAt: createdAt, endsAt: createdAt },
      },
    });
  }
  await join();
  expect(await prisma.eventPlace.findMany({ where: { communityId: to } })).toHaveLength(1);
  const rows = await prisma.mirroredEvent.findMany({ where: { communityId: to, placeId: here } });
  expect(rows.map(({ ref }) => ref).sort()).toEqual([here, there].sort());
});
