import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Edit, Scope } from '../../../src/agenda/service/planning.js';
import type { Series } from '../../../src/agenda/types.js';
import type { CommunityId, MemberId } from '../../../src/kernel/ids.js';
import { CHANNEL, GRANTED, type Scheduled } from '../../platforms/discord/world.js';
import { discordDriver } from './driver.js';

const CREATE_EVENTS = 1n << 44n;
const WITH_EVENTS = String(BigInt(GRANTED) | CREATE_EVENTS);
const HOUR_MS = 3_600_000;
const OPEN = [1, 2];

let ecc: Awaited<ReturnType<typeof discordDriver>>;
let community: CommunityId;
let nadia: MemberId;
beforeAll(async () => {
  ecc = await discordDriver();
  await ecc.driver.command('Nadia', 'ecc moi');
  community = (await agendaRoom()).community;
  const [member] = await ecc.driver.house.services.community.members(community);
  nadia = member?.id as MemberId;
}, 120_000);
afterAll(() => ecc.close());

const agendaRoom = async () => {
  const found = await ecc.driver.database.prisma.room.findFirstOrThrow({
    where: { platformId: CHANNEL },
  });
  return { community: found.communityId as CommunityId };
};
const agenda = () => ecc.driver.house.services.agenda;
const cause = () => ({ community, member: nadia, event: null, now: ecc.clock.now() });
/** What the alarm does when it rings. */
const mirror = () => agenda().mirror(community, community);
/** Until nothing is left to tell: the alarm rings by itself too, and one waits for the other. */
async function look(): Promise<void> {
  const { prisma } = ecc.driver.database;
  for (;;) {
    await mirror();
    const alarm = await prisma.alarm.findFirst({ where: { kind: 'agenda.mirror' } });
    if (!alarm || alarm.dueAt.getTime() > ecc.clock.now().getTime() + 0.5 * HOUR_MS) return;
    await pause(20);
  }
}
const events = (): Scheduled[] =>
  [...ecc.discord.world.events.values()].toSorted(
    (a, b) => Date.parse(a.scheduled_start_time) - Date.parse(b.scheduled_start_time),
  );
const open = () => events().filter(({ status }) => OPEN.includes(status));
const brief = ({ name, status, scheduled_start_time: at }: Scheduled) => `${status} ${name} ${at}`;

const inHours = (hours: number): string =>
  new Date(ecc.clock.now().getTime() + hours * HOUR_MS).toISOString().slice(0, 16);

async function add(title: string, start: string, rule: string | null = null): Promise<Series> {
  const done = await agenda().add(
    cause(),
    {
      ...{ title, description: 'Qui fait quoi.', place: 'La Fabrique', link: '', theme: '' },
      ...{ start, zone: 'UTC', minutes: 90, rule, except: [], extra: [] },
      ...{ capacity: null, discreet: false, remindBefore: [] },
    },
    { room: null },
  );
  if (!done.ok) throw new Error(done.refusals[0].code);
  return done.value;
}
async function edit(series: Series, change: Edit, scope: Scope = 'all', recurrence = '') {
  const done = await agenda().edit(cause(), { id: series.id }, { recurrence, scope, edit: change });
  if (!done.ok) throw new Error(done.refusals[0].code);
  return done.value;
}
const told = async (who: string, words: string) =>
  (await ecc.driver.privately(who)).filter(({ text }) => text.includes(words));

beforeEach(async () => {
  const { world } = ecc.discord;
  await agenda().showEvents(cause(), false);
  await look();
  const { prisma } = ecc.driver.database;
  for (const { id } of await prisma.series.findMany({ where: { state: 'planned' } })) {
    await agenda().cancel(
      cause(),
      { id: id as Series['id'] },
      {
        ...{ recurrence: '', scope: 'all', reason: '' },
      },
    );
  }
  world.events.clear();
  world.refusals.length = 0;
  world.granted = WITH_EVENTS;
});
const turnOn = async () => {
  expect((await agenda().showEvents(cause(), true)).ok).toBe(true);
  await look();
};

describe('meetings among the scheduled events of a server', () => {
  test('are there where the community wishes, and nowhere else', async () => {
    await add('Cercle', inHours(48));
    await look();
    expect(events()).toEqual([]);
    await ecc.driver.command('Nadia', 'calendrier évènements montrer:oui');
    await look();
    expect(open().map(({ name }) => name)).toEqual(['Cercle']);
    const [one] = open();
    expect(one?.entity_metadata).toEqual({ location: 'La Fabrique' });
    expect(one?.description).toContain('Qui fait quoi.');
    expect(one?.description).toMatch(/A-\d+$/);
    await ecc.driver.command('Nadia', 'calendrier évènements montrer:non');
    await look();
    expect(events()).toEqual([]);
    expect(ecc.discord.world.refusals).toEqual([]);
  });

  test('follow the agenda: changed, moved, cancelled, each once', async () => {
    await turnOn();
    const one = await add('Cercle', inHours(48));
    await look();
    const [first] = events();
    const at = inHours(72);
    await edit(one, { title: 'Grand cercle', when: { start: at, minutes: 60, rule: null } });
    await look();
    await look();
    expect(events().map(brief)).toEqual([`1 Grand cercle ${at}:00.000Z`]);
    expect(events()[0]).toMatchObject({ id: first?.id, edits: 1 });
    await agenda().cancel(cause(), { id: one.id }, { recurrence: '', scope: 'all', reason: '' });
    await look();
    expect(events().map(({ status }) => status)).toEqual([4]);
    expect(ecc.discord.world.refusals).toEqual([]);
  });

  test('never show a discreet one; one that becomes so is taken back', async () => {
    await turnOn();
    const one = await add('Cercle', inHours(48));
    await look();
    await edit(one, { discreet: true });
    await look();
    expect(open()).toEqual([]);
    expect(events().map(({ status }) => status)).toEqual([4]);
  });

  test('of a series, the next four; one that is split keeps its events', async () => {
    await turnOn();
    const start = inHours(48);
    const weekly = await add('Cercle', start, 'FREQ=WEEKLY');
    await add('Fête', inHours(24 * 200));
    await look();
    expect(open().map(({ name }) => name)).toEqual([
      ...Array.from({ length: 4 }, () => 'Cercle'),
      'Fête',
    ]);
    const before = open().map(({ id }) => id);
    const third = inHours(48 + 14 * 24);
    await edit(weekly, { title: 'Cercle cœur' }, 'following', third);
    await look();
    const kept = () => open().filter(({ id }) => before.includes(id));
    expect(kept().map(({ name }) => name)).toEqual([
      ...['Cercle', 'Cercle', 'Cercle cœur', 'Cercle cœur', 'Fête'],
    ]);
    // The second half has a third of its own that is near enough.
    expect(open()).toHaveLength(6);
    expect(ecc.discord.world.refusals).toEqual([]);
  });

  test('of a series that is moved as a whole, the same ones, moved', async () => {
    await turnOn();
    const start = inHours(48);
    const weekly = await add('Cercle', start, 'FREQ=WEEKLY');
    await look();
    const before = open();
    const when = { start: inHours(50), minutes: null, rule: 'FREQ=WEEKLY' };
    await edit(weekly, { when }, 'all', start);
    await look();
    expect(open().map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(open().map(({ scheduled_start_time: at }) => Date.parse(at))).toEqual(
      before.map(({ scheduled_start_time: at }) => Date.parse(at) + 2 * HOUR_MS),
    );
    expect(ecc.discord.world.refusals).toEqual([]);
  });

  test('begin and end by their hours; one that goes on is changed, then ended', async () => {
    await turnOn();
    const one = await add('Cercle', inHours(2));
    await look();
    ecc.clock.pass(2.5 * HOUR_MS);
    await look();
    await edit(one, { place: 'Dehors' });
    await look();
    expect(events()[0]).toMatchObject({ status: 2, entity_metadata: { location: 'Dehors' } });
    await agenda().cancel(cause(), { id: one.id }, { recurrence: '', scope: 'all', reason: '' });
    await look();
    expect(events().map(({ status }) => status)).toEqual([3]);
    const two = await add('Autre', inHours(2));
    await look();
    await edit(two, { when: { start: inHours(-0.5), minutes: null, rule: null } });
    await look();
    expect(events().at(-1)).toMatchObject({ name: 'Autre', status: 2 });
    ecc.clock.pass(3 * HOUR_MS);
    await look();
    const { prisma } = ecc.driver.database;
    expect(await prisma.mirroredEvent.count()).toBe(0);
    expect(ecc.discord.world.refusals).toEqual([]);
  });

  test('one that somebody took away there stays away', async () => {
    await turnOn();
    const one = await add('Cercle', inHours(48));
    await look();
    ecc.discord.world.events.clear();
    await edit(one, { title: 'Grand cercle' });
    await look();
    await edit(one, { title: 'Très grand cercle' });
    await look();
    expect(events()).toEqual([]);
  });

  test('are not made twice when the process dies before it remembers', async () => {
    await turnOn();
    await add('Cercle', inHours(48));
    await look();
    const { prisma } = ecc.driver.database;
    await prisma.mirroredEvent.deleteMany();
    await prisma.eventPlace.updateMany({ data: { making: true } });
    await Promise.all([look(), look()]);
    expect(open().map(({ name }) => name)).toEqual(['Cercle']);
    expect(await prisma.mirroredEvent.count()).toBe(1);
    await look();
    expect(open()).toHaveLength(1);
  });

  test('are not taken from another community of the same server', async () => {
    await turnOn();
    await add('Cercle', inHours(48));
    await look();
    const [theirs] = open();
    const { prisma } = ecc.driver.database;
    await prisma.mirroredEvent.updateMany({
      data: { communityId: crypto.randomUUID(), placeId: crypto.randomUUID() },
    });
    await prisma.eventPlace.updateMany({ data: { making: true } });
    await look();
    expect(open()).toHaveLength(2);
    const own = await prisma.mirroredEvent.findMany({ where: { communityId: community } });
    expect(own.map(({ ref }) => ref)).not.toContain(theirs?.id);
    await prisma.mirroredEvent.deleteMany();
  });

  test('a Discord that is away is told later', async () => {
    await turnOn();
    await ecc.discord.stop();
    await add('Cercle', inHours(48));
    await mirror();
    await ecc.discord.start();
    await look();
    expect(open().map(({ name }) => name)).toEqual(['Cercle']);
  });

  test('a permission that is missing is said once to who facilitates, with where to give it', async () => {
    ecc.discord.world.granted = GRANTED;
    await turnOn();
    await add('Cercle', inHours(48));
    await look();
    await look();
    const [word, ...others] = await told('Nadia', 'Il manque à ECC la permission');
    expect(others).toEqual([]);
    const shown = ecc.discord.world.messages.get(word?.id ?? '');
    expect(JSON.stringify(shown?.components)).toContain(`permissions=${WITH_EVENTS}`);
    expect((await ecc.driver.room()).some(({ text }) => text.includes('Cercle'))).toBe(true);
    ecc.discord.world.granted = WITH_EVENTS;
    await look();
    expect(open().map(({ name }) => name)).toEqual(['Cercle']);
  });

  test('a server that is full, and one that ECC has left, are said once', async () => {
    const { world } = ecc.discord;
    await turnOn();
    await add('Cercle', inHours(48));
    await look();
    const [own] = events();
    if (!own) throw new Error('no event');
    for (let n = 0; n < 99; n++) world.events.set(`9${n}`, { ...own, id: `9${n}`, creator: '7' });
    await add('Autre', inHours(72));
    await look();
    await look();
    expect(await told('Nadia', 'cent évènements')).toHaveLength(1);
    world.invited = false;
    await look();
    await look();
    world.invited = true;
    expect(await told('Nadia', 'ECC n’est plus dans ce serveur')).toHaveLength(1);
  });
});
