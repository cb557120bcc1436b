import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { foreign } from '../../agenda/icalendar/made.js';
import { site } from '../../fetching/site.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { textOf } from '../../support/text.js';

let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno');
});

const meeting = (uid: string, title: string, start: string, ...more: readonly string[]) => [
  ...[`UID:${uid}@partner`, 'DTSTAMP:20261101T000000Z', `SUMMARY:${title}`],
  ...[`DTSTART;TZID=Europe/Paris:${start}`, 'DURATION:PT2H', ...more],
];
const list = async () => textOf(await room.say('Nadia', 'agenda'));

/** An agenda on the web that changes. */
async function partner() {
  const state = { text: '', status: 200, asked: [] as (string | undefined)[] };
  const port = await site((request, response) => {
    const etag = `"${createHash('sha256').update(state.text).digest('hex')}"`;
    state.asked.push(request.headers['if-none-match']);
    const same = request.headers['if-none-match'] === etag && state.status === 200;
    response.writeHead(same ? 304 : state.status, { etag, 'content-type': 'text/calendar' });
    response.end(same ? '' : state.text);
  });
  return { state, address: `http://127.0.0.1:${port}/partenaire.ics` };
}

describe('a calendar brought once', () => {
  it('is pasted: each meeting once, whatever is wrong with others', async () => {
    const text = foreign(
      meeting('a', 'Assemblée', '20261205T140000', 'RRULE:FREQ=MONTHLY;COUNT=3'),
      [
        ...meeting('a', 'Assemblée', '20270106T140000'),
        'RECURRENCE-ID;TZID=Europe/Paris:20270105T140000',
      ],
      meeting('b', 'Piège', '20261206T140000', 'RRULE:FREQ=DAILY;COUNT=1000000000000'),
      meeting('c', 'Atelier', '20261207T190000', 'CATEGORIES:Jardin', 'LOCATION:Serre'),
    );
    const done = textOf(await room.do('Bruno', 'agenda.import', { source: text }));
    expect(done).toContain('2 nouveaux rendez-vous.');
    expect(done).toContain('« Piège » n’a pas été repris : sa répétition compte trop de dates.');
    const again = textOf(await room.do('Bruno', 'agenda.import', { source: text }));
    expect(again).toContain('Aucun nouveau rendez-vous, 2 déjà connus');
    expect(await list()).toContain('Atelier, Serre');
    await room.seen();
    expect(await room.last('2 rendez-vous rejoignent')).toContain('l’agenda');
    // It is from here now: who brought it may change it.
    const moved = await room.say('Bruno', 'agenda déplacer A-2 quand:"mardi 8 décembre 18h"');
    expect(textOf(moved)).toContain('A-2 est modifié');
  });

  it.each([
    ['a word', 'bonjour', 'Ce n’est pas un calendrier'],
    ['a half', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a', 's’arrête en chemin'],
    ['no end of alarms', `BEGIN:VCALENDAR\n${'BEGIN:VALARM\n'.repeat(1_000)}`, 'est abîmé'],
    ['a place inside', 'http://10.0.0.1/secret.ics', 'pas sur l’internet public'],
  ])('%s is a sentence', async (_, source, said) => {
    const answer = textOf(await room.do('Nadia', 'agenda.import', { source }));
    expect(answer).toContain(said);
    expect(await list()).toContain('Pas de rendez-vous');
  });

  it('50 MB at an address are a sentence', async () => {
    const port = await site((_, response) => {
      response.writeHead(200, { 'content-type': 'text/calendar' });
      response.write('BEGIN:VCALENDAR\n');
      const line = 'X-A:b\n'.repeat(10_000);
      let left = 840;
      const more = (): void => {
        while (left-- > 0) if (!response.write(line)) return void response.once('drain', more);
        response.end();
      };
      response.on('error', () => undefined);
      more();
    });
    const source = `http://127.0.0.1:${port}/`;
    const answer = textOf(await room.do('Nadia', 'agenda.import', { source }));
    expect(answer).toContain('trop grande');
  });
});

describe('a followed calendar', () => {
  it('stays in step: changed and cancelled there, changed and cancelled here', async () => {
    const { state, address } = await partner();
    state.text = foreign(
      ...[meeting('a', 'Marché', '20261205T090000', 'RRULE:FREQ=WEEKLY')],
      ...[meeting('b', 'Concert', '20261211T200000'), meeting('c', 'Repas', '20261212T200000')],
    );
    await play(room, [
      ['Bruno', `/agenda suivre ${address}`, 'personnes qui facilitent'],
      ['Nadia', `/agenda suivre ${address}`, ['Cet agenda est suivi', '3 nouveaux rendez-vous']],
      ['Nadia', `/agenda suivre ${address}`, 'déjà suivi, sous le numéro 1'],
      ['Bruno', '/agenda répondre A-2 oui', 'vous venez'],
      ['Nadia', '/agenda voir A-2', ['Concert', 'Vient de']],
      ['Nadia', '/agenda déplacer A-2 quand:"demain 18h"', 'vient d’un autre agenda'],
      ['Nadia', '/agenda annuler A-2', 'Annuler'],
      ['Nadia', {}, 'vient d’un autre agenda'],
    ]);
    const rows = JSON.stringify(await t.database.prisma.followedCalendar.findMany());
    expect(rows).not.toContain('partenaire.ics');

    await t.pass(3_600_001);
    expect(state.asked.at(-1)).toBeTruthy();
    expect(await list()).toContain('Concert');

    state.text = foreign(
      meeting(
        'a',
        'Marché',
        '20261205T090000',
        'RRULE:FREQ=WEEKLY',
        'EXDATE;TZID=Europe/Paris:20261212T090000',
      ),
      meeting('b', 'Concert', '20261211T210000', 'SEQUENCE:1'),
    );
    await t.pass(3_600_001);
    expect(await room.last('A-2 : nouvelle date', 'Bruno')).toContain('de 21 h à 23 h');
    const after = await list();
    expect(after).toMatch(/Repas[^\n]*annulé|annulé[^\n]*Repas/i);
    expect(after).not.toMatch(/12 décembre, 9 h/);
    // Nothing is said twice.
    await t.pass(3_600_001);
    const moves = (await room.seen('Bruno')).filter((text) => text.startsWith('A-2 : nouvelle'));
    expect(moves).toHaveLength(1);
  });

  it('that is down is tried less and less often, and said once; back, it goes on', async () => {
    const { state, address } = await partner();
    state.text = foreign(meeting('a', 'Marché', '20261205T090000'));
    await room.say('Nadia', `agenda suivre ${address}`);
    state.status = 503;
    for (let hours = 0; hours < 40; hours++) await t.pass(3_600_001);
    expect(state.asked.length).toBeLessThan(9);
    const said = (await room.seen('Nadia')).filter((text) => text.includes('ne se lit plus'));
    expect(said).toHaveLength(1);
    expect(await list()).toContain('Marché');
    expect(textOf(await room.say('Bruno', 'agenda suivis'))).toContain('ne donne plus');
    state.status = 200;
    state.text = foreign(meeting('a', 'Marché', '20261205T100000'));
    for (let hours = 0; hours < 25; hours++) await t.pass(3_600_001);
    expect(await list()).toContain('10 h');
    expect(textOf(await room.say('Bruno', 'agenda suivis'))).toContain('à jour');
  });

  it('that is cut short cancels nothing; left, its meetings leave, but those answered', async () => {
    const { state, address } = await partner();
    const both = foreign(
      meeting('a', 'Marché', '20261205T090000'),
      meeting('b', 'Bal', '20261206T090000'),
    );
    state.text = both;
    await room.say('Nadia', `agenda suivre ${address}`);
    state.text = both.slice(0, both.indexOf('BEGIN:VEVENT', 100));
    await t.pass(3_600_001);
    expect(await list()).not.toContain('annulé');
    await room.say('Bruno', 'agenda répondre A-1 oui');
    await room.say('Nadia', 'agenda délaisser 1');
    expect(textOf(await room.fill('Nadia', {}))).toContain('sauf un, auquel quelqu’un a répondu');
    expect(await list()).toContain('Marché');
    expect(await list()).not.toContain('Bal');
    const moved = await room.say('Nadia', 'agenda déplacer A-1 quand:"mardi 8 décembre 18h"');
    expect(textOf(moved)).toContain('A-1 est modifié');
  });
});
