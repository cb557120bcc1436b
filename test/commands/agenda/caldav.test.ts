import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCalendar } from '../../../src/agenda/icalendar/read.js';
import { foreign } from '../../agenda/icalendar/made.js';
import { caldavServer, personalCalendar } from '../../support/caldav.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import type { TestRoom } from '../../support/room.js';
import { textOf } from '../../support/text.js';

const server = caldavServer();

describe.skipIf(server === null)('a calendar on a real CalDAV server', () => {
  let t: TestHouse;
  let room: TestRoom;
  let theirs: Awaited<ReturnType<typeof personalCalendar>>;
  beforeAll(async () => {
    t = await testHouse();
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    t.clock.set('2026-11-21T10:00:00Z');
    room = t.room();
    await room.arrive('Nadia', 'Bruno');
    theirs = await personalCalendar(server ?? '');
  });

  const link = async (over: Record<string, string> = {}) => {
    const { address, user, password } = theirs;
    const answer = await room.do('Nadia', 'agenda.link-calendar', {
      address,
      user,
      password,
      ...over,
    });
    await t.settle();
    return textOf(answer);
  };
  /** The next look: its alarm would have the test wait for a minute of its own. */
  const look = async () => {
    await t.settle();
    t.clock.pass(1_000);
    const community = await room.community();
    const linked = await t.house.services.agenda.linkedCalendar(community);
    if (!linked) throw new Error('nothing is linked');
    await t.house.services.agenda.lookAtCalendar(linked.id, community);
    await t.settle();
  };
  const list = async () => textOf(await room.say('Nadia', 'agenda'));
  const read = async (words: string) => {
    const calendar = readCalendar((await theirs.holding(words)).text, { zone: 'Europe/Paris' });
    if (!calendar.ok) throw new Error(calendar.refusals[0].code);
    return calendar.value.objects[0];
  };
  const written = (uid: string, title: string, start: string, stamp: string, ...more: string[]) =>
    foreign([
      ...[`UID:${uid}`, `DTSTAMP:${stamp}`, `LAST-MODIFIED:${stamp}`, `SUMMARY:${title}`],
      ...[`DTSTART;TZID=Europe/Paris:${start}`, 'DURATION:PT1H', ...more],
    ]);

  it('is found from its server, and the password is kept from all eyes', async () => {
    expect(await link({ password: 'wrong-password' })).toContain('demande qu’on s’identifie');
    expect(await link()).toContain('Calendrier relié');
    const rows = JSON.stringify(await t.database.prisma.calendarLink.findMany());
    expect(rows).not.toContain(theirs.password === 'pass' ? '"pass"' : theirs.password);
    expect(rows).not.toContain(theirs.address);
    expect(await link()).toContain('déjà relié');
    expect(textOf(await room.say('Bruno', 'agenda délier-calendrier'))).toContain('facilitent');
    const own = await list();
    await room.say('Nadia', 'agenda délier-calendrier');
    expect(textOf(await room.fill('Nadia', {}))).toContain('Chacun garde ses rendez-vous');
    expect(await list()).toBe(own);
  });

  it('what is added, moved and cancelled on one side is so on the other', async () => {
    await room.say('Nadia', 'agenda ajouter "Cercle" tous les mardis à 20h durée 1h30');
    await theirs.put(
      'marche.ics',
      written('marche@them', 'Marché', '20261128T090000', '20261101T000000Z', 'X-THEIRS:kept'),
    );
    await link();
    expect(await list()).toContain('Marché');
    expect((await read('SUMMARY:Cercle'))?.master).toMatchObject({
      rule: 'FREQ=WEEKLY;BYDAY=TU',
      minutes: 90,
    });

    // From here, at once.
    t.clock.pass(1_000);
    await room.say(
      'Nadia',
      'agenda déplacer A-1 quand:"mercredi 2 décembre 19h" date:"1er décembre"',
    );
    await room.say('Nadia', 'agenda déplacer A-2 quand:"samedi 28 novembre 11h"');
    await look();
    expect((await read('SUMMARY:Cercle'))?.overrides).toMatchObject([
      { recurrence: '2026-12-01T20:00', start: '2026-12-02T19:00' },
    ]);
    expect((await read('SUMMARY:Marché'))?.master.start).toBe('2026-11-28T11:00');
    expect((await theirs.holding('SUMMARY:Marché')).text).toContain('X-THEIRS:kept');

    // From there, at the next look; who answered is told.
    await room.say('Bruno', 'agenda répondre A-2 oui');
    const { path, text } = await theirs.holding('SUMMARY:Marché');
    await theirs.put(
      path,
      text.replace('T110000', 'T150000').replace('SUMMARY:Marché', 'SUMMARY:Grand marché'),
    );
    await look();
    expect(await list()).toContain('samedi 28 novembre, 15 h');
    expect(await room.last('A-2 : nouvelle date', 'Bruno')).toContain('Grand marché');
    await theirs.remove(path);
    await look();
    expect(await list()).toMatch(/annulé/);
    expect(await room.last('A-2 est annulé', 'Bruno')).toContain('Grand marché');

    t.clock.pass(1_000);
    await room.do('Nadia', 'agenda.cancel', { event: 'A-1', scope: 'all' });
    await room.fill('Nadia', {});
    await t.settle();
    expect((await read('SUMMARY:Cercle'))?.master.cancelled).toBe(true);
    // What was taken away there does not come back.
    await look();
    expect((await theirs.texts()).join('')).not.toContain('Grand marché');
  });

  it('changed on both sides: the later wins, the other is one tap away', async () => {
    await room.say('Nadia', 'agenda ajouter "Fête" "samedi 5 décembre 18h"');
    await link();
    const { path } = await theirs.holding('SUMMARY:Fête');
    const uid = /UID:(\S+)/.exec((await theirs.holding('SUMMARY:Fête')).text)?.[1] ?? '';
    // Theirs is the later: ours is kept aside.
    const both = async (stamp: string, ours: string, there: string) => {
      t.clock.pass(1_000);
      await theirs.put(path, written(uid, there, '20261205T190000', stamp));
      await room.do('Nadia', 'agenda.edit', { event: 'A-1', name: ours, scope: 'all' });
      await room.fill('Nadia', {});
      await t.settle();
    };
    await both('20261121T110000Z', 'Fête d’ici', 'Fête de là-bas');
    expect(await list()).toContain('Fête de là-bas');
    const card = await room.last('A-1 a changé des deux côtés', 'Nadia');
    expect(card).toMatch(/L’autre \(d’ici\) : Fête d’ici, samedi 5 décembre/);
    t.clock.pass(1_000);
    const taken = textOf(await room.press('Nadia', 'Prendre l’autre version'));
    expect(taken).toContain('L’autre version est maintenant la bonne.');
    await t.settle();
    expect(await list()).toContain('Fête d’ici');
    expect((await read('SUMMARY:Fête d’ici'))?.master.start).toBe('2026-12-05T18:00');

    // Ours is the later: it goes there, theirs is kept aside.
    t.clock.pass(1_000);
    await both('20261121T090000Z', 'Bal d’ici', 'Bal de là-bas');
    expect(await list()).toContain('Bal d’ici');
    expect((await read('SUMMARY:Bal'))?.master.title).toBe('Bal d’ici');
    const other = (await room.seen('Nadia')).filter((text) => text.includes('Bal de là-bas'));
    expect(other).toHaveLength(1);
    // And then both are at rest.
    const before = await theirs.texts();
    await look();
    await look();
    expect(await theirs.texts()).toEqual(before);
  });

  it('what is broken or hostile there is left where it is', async () => {
    await theirs.put(
      'bad.ics',
      written(
        'bad@them',
        'Piège',
        '20261128T090000',
        '20261101T000000Z',
        'RRULE:FREQ=MINUTELY;COUNT=1000000',
      ),
    );
    await theirs.put(
      'good.ics',
      written('good@them', 'Bon', '20261128T090000', '20261101T000000Z'),
    );
    await link();
    expect(await list()).toContain('Bon');
    expect(await list()).not.toContain('Piège');
    await look();
    expect((await theirs.texts()).join('')).toContain('Piège');
  });

  it('is not linked where a password would be read on its way, nor where no calendar is', async () => {
    expect(await link({ address: 'http://example.org/cal/' })).toContain('sans être protégé');
    expect(await link({ address: 'nextcloud' })).toContain('n’est pas l’adresse');
    expect(await link({ address: 'https://10.0.0.1/' })).toContain('pas sur l’internet public');
  });
});
