import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarText } from '../../../commands/agenda/calendar.js';
import type { View } from '../../../commands/view/view.js';
import { caldavServer, personalCalendar } from '../../support/caldav.js';
import { type TestHouse, testHouse } from '../../support/house.js';
import { startsIn } from '../../support/other-library.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { textOf } from '../../support/text.js';

/** A year of one community's agenda, made in words, read by people in three zones. */
let t: TestHouse;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  t.clock.set('2026-12-28T09:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Marc', 'Dany');
  await play(room, [
    ['Marc', '/ecc fuseau Montréal', 'heure de Montréal'],
    ['Dany', '/ecc fuseau "La Réunion"', 'heure de La Réunion'],
    [
      'Nadia',
      '/agenda ajouter "Cercle" "tous les mardis à 20h sauf en août jusqu’au 31 décembre 2027"',
      'chaque mardi sauf en août',
    ],
    [
      'Nadia',
      '/agenda ajouter "Assemblée" "le premier samedi du mois à 10h pendant 3 heures jusqu’au 31 décembre 2027"',
      'le premier samedi du mois',
    ],
    // One moved, one cancelled, one on the night the clocks change.
    [
      'Nadia',
      '/agenda déplacer A-1 quand:"mercredi 10 mars 2027 19h" date:"9 mars 2027"',
      'A-1 est modifié',
    ],
    ['Nadia', '/agenda annuler A-1 date:"16 mars 2027"', 'Annuler ce rendez-vous'],
    ['Nadia', { scope: 'one' }, 'Cette date est annulée'],
    ['Nadia', '/agenda ajouter "Veillée" "samedi 27 mars 2027 de 23h à 4h"', 'de 23 h à 4 h'],
  ]);
});
afterAll(() => t.close());

/** Every Tuesday but those of August, from the first after the day it was said. */
function tuesdays(): string[] {
  const days: string[] = [];
  for (let day = Date.UTC(2026, 11, 29); day < Date.UTC(2028, 0, 1); day += 7 * 86_400_000) {
    const text = new Date(day).toISOString().slice(0, 10);
    if (!text.includes('-08-')) days.push(text);
  }
  return days;
}

/** When clocks changed in 2027, as published: Paris 28 March and 31 October, Montréal 14 March and 7 November. */
const offset = (zone: 'paris' | 'montreal' | 'reunion', day: string): number => {
  if (zone === 'reunion') return 4;
  if (zone === 'paris') return day >= '2027-03-28' && day < '2027-10-31' ? 2 : 1;
  return day >= '2027-03-14' && day < '2027-11-07' ? -4 : -5;
};

it('every occurrence is where it should be, to the minute', async () => {
  const { meetings } = await t.house.services.agenda.meetings(await room.community(), {
    ...{ from: t.clock.now(), to: new Date('2028-01-10T00:00:00Z'), limit: 500 },
  });
  const circles = meetings.filter(({ series }) => series.number === 1);
  const expected = tuesdays().map((day) => {
    if (day === '2027-03-09') return '2027-03-10T18:00:00.000Z';
    const hour = 20 - offset('paris', day);
    return `${day}T${hour}:00:00.000Z`;
  });
  expect(circles.map(({ occurrence }) => occurrence.start.toISOString())).toEqual(expected);
  expect(
    circles
      .filter(({ occurrence }) => occurrence.cancelled)
      .map(({ occurrence }) => occurrence.start),
  ).toEqual([new Date('2027-03-16T19:00:00Z')]);
  const assemblies = meetings.filter(({ series }) => series.number === 2);
  expect(assemblies.map(({ occurrence }) => occurrence.start.toISOString().slice(0, 13))).toEqual([
    ...['2027-01-02T09', '2027-02-06T09', '2027-03-06T09', '2027-04-03T08', '2027-05-01T08'],
    ...['2027-06-05T08', '2027-07-03T08', '2027-08-07T08', '2027-09-04T08', '2027-10-02T08'],
    ...['2027-11-06T09', '2027-12-04T09'],
  ]);
  // Five hours on the wall that night are four on a watch.
  const vigil = meetings.find(({ series }) => series.number === 3)?.occurrence;
  expect([vigil?.start.toISOString(), vigil?.end.toISOString()]).toEqual([
    '2027-03-27T22:00:00.000Z',
    '2027-03-28T02:00:00.000Z',
  ]);
});

/** What takes place, by the title of the meeting. */
async function taking(title: string): Promise<string[]> {
  const { meetings } = await t.house.services.agenda.meetings(await room.community(), {
    ...{ from: t.clock.now(), to: new Date('2028-01-10T00:00:00Z'), limit: 500 },
  });
  const on = meetings.filter(({ occurrence }) => !occurrence.cancelled);
  return on
    .filter(({ series }) => series.title === title)
    .map(({ occurrence }) => occurrence.start.toISOString());
}

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

const TITLES = ['Cercle', 'Assemblée', 'Veillée'];

it('the feed tells the same instants to another library', async () => {
  const opened = textOf(await room.say('Nadia', 'agenda abonnement "cette communauté"'));
  const [, secret = ''] = /calendriers\/([\w-]{43})/.exec(opened) ?? [];
  const found = await t.house.services.agenda.publication(secret, t.clock.now());
  if (!found) throw new Error('no feed');
  const text = await whole(calendarText(found));
  for (const title of TITLES) {
    expect((await taking(title)).length).toBeGreaterThan(0);
    expect(startsIn(text, title), title).toEqual(await taking(title));
  }
});

it.skipIf(caldavServer() === null)('so does a real CalDAV server', async () => {
  const theirs = await personalCalendar(caldavServer() ?? '');
  const { address, user, password } = theirs;
  const linked = await room.do('Nadia', 'agenda.link-calendar', { address, user, password });
  expect(textOf(linked)).toContain('Calendrier relié');
  await t.settle();
  for (const title of TITLES) {
    const { text } = await theirs.holding(`SUMMARY:${title}`);
    expect(startsIn(text, title), title).toEqual(await taking(title));
  }
});

it.each([
  ['Nadia', 'paris'],
  ['Marc', 'montreal'],
  ['Dany', 'reunion'],
] as const)('%s pages through the year at their own hours', async (who, zone) => {
  const lines: string[] = [];
  let view: View = await room.say(who, 'agenda');
  for (let page = 0; page < 16; page++) {
    lines.push(
      ...textOf(view)
        .split('\n')
        .filter((line) => line.includes(' A-1 ')),
    );
    if (!view.actions.some(({ label }) => label === 'Plus loin')) break;
    view = await room.press(who, 'Plus loin', undefined, view);
  }
  const expected = tuesdays().map((day) => {
    const at =
      day === '2027-03-09'
        ? Date.parse('2027-03-10T18:00Z')
        : Date.parse(`${day}T20:00Z`) - offset('paris', day) * 3_600_000;
    const there = new Date(at + offset(zone, day) * 3_600_000);
    const hour = `${there.getUTCHours()} h`;
    return `${there.getUTCDate() === 1 ? '1er' : there.getUTCDate()} ${MONTHS[there.getUTCMonth()]} ${hour}`;
  });
  const seen = [...new Set(lines)].map((line) => {
    const [, day, month, hour] = /(\S+) (\p{L}+)(?: \d{4})?, (\d+ h)/u.exec(line) ?? [];
    return `${day} ${month} ${hour}`;
  });
  expect(seen).toEqual(expected);
});

const MONTHS = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août'],
  ...['septembre', 'octobre', 'novembre', 'décembre'],
];
