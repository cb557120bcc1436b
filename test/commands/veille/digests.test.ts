import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { htmlPage, type TestSite, testSite } from '../../support/site.js';

let t: TestHouse;
let site: TestSite;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
  site = await testSite(
    Object.fromEntries(
      Array.from({ length: 14 }, (_, one) => [`/p${one}`, htmlPage(`Page ${one}`)]),
    ),
  );
});
afterAll(async () => {
  await t.close();
  await site.close();
});
beforeEach(async () => {
  // A Saturday.
  t.clock.set('2026-11-21T10:00:00Z');
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé');
});

const share = async (who: string, page: number, theme = '""', why = '""') => {
  t.clock.pass(60_000);
  await room.say(who, `veille ajouter ${site.url}/p${page} ${theme} ${why}`);
  await t.settle();
};
const digests = async (who: string | null = null) =>
  (await room.seen(who)).filter((one) => one.startsWith('La veille d'));

it('every day at the hour that was asked for: by theme, the best first, nothing twice', async () => {
  await share('Bruno', 0, 'eau', '"Avant"');
  await play(room, [
    ['Bruno', '/veille digest', 'Un digest de la veille'],
    ['Bruno', { frequency: 'daily', hour: '7' }, ['chaque jour à 7 h', 'heure de Paris']],
  ]);
  await share('Bruno', 1, 'eau', '"Pour le puits"');
  await share('Chloé', 2, 'eau');
  await share('Chloé', 3);
  await room.say('Nadia', 'veille utile V-3');
  await t.at('2026-11-22T05:59:00Z');
  expect(await digests('Bruno')).toEqual([]);
  await t.at('2026-11-22T06:00:00Z');
  const [first = ''] = await digests('Bruno');
  const lines = first.split('\n');
  expect(lines[0]).toBe('La veille du jour · 3 pages');
  expect(lines.filter((line) => /^(eau|Sans thème|- V-)/.test(line))).toEqual([
    ...['eau', '- V-3 Page 2', '- V-2 Page 1', 'Sans thème', '- V-4 Page 3'],
  ]);
  expect(first).toContain('Bruno (Atelier) : Pour le puits');
  // Nobody else asked for one; an empty day has none.
  expect(await digests()).toEqual([]);
  expect(await digests('Chloé')).toEqual([]);
  await t.at('2026-11-23T09:00:00Z');
  expect(await digests('Bruno')).toHaveLength(1);
  await room.say('Bruno', 'veille sans-digest');
});

it('what is useful, not for us, for later; and no more of it, in one tap', async () => {
  await room.say('Bruno', 'veille digest daily');
  await share('Chloé', 4, 'eau');
  await share('Chloé', 5, 'eau');
  await t.at('2026-11-22T08:00:00Z');
  t.clock.pass(60_000);
  await play(room, [
    ['Bruno', '[C’est utile…=V-1]', 'V-1 est utile'],
    ['Bruno', '[Plus tard…=V-1]', 'reviendra dans le prochain digest'],
    ['Bruno', '[Pas pour nous…=V-2]', 'n’est pas pour nous'],
  ]);
  await t.at('2026-11-23T08:00:00Z');
  const all = await digests('Bruno');
  expect(all).toHaveLength(2);
  expect(all[1]).toContain('La veille du jour · 1 page\n');
  expect(all[1]).toContain('V-1 Page 4');
  await play(room, [
    ['Bruno', '[Ne plus recevoir ce digest]', 'n’arrivera plus'],
    ['Bruno', '/veille sans-digest', 'Aucun digest n’est demandé'],
  ]);
  await share('Chloé', 6, 'eau');
  await t.at('2026-11-24T08:00:00Z');
  expect(await digests('Bruno')).toHaveLength(2);
});

it('a room has its own, that facilitators ask for; after an absence there is one, not five', async () => {
  await play(room, [
    ['Bruno', '/veille digest daily pour:salon', 'revient aux personnes qui facilitent'],
    ['Nadia', '/veille digest daily pour:salon', 'Ce salon recevra un digest chaque jour à 8 h'],
  ]);
  for (const page of [7, 8]) await share('Bruno', page);
  await t.stopWork();
  t.clock.set('2026-11-26T12:00:00Z');
  await t.restart();
  expect(await digests()).toHaveLength(1);
  expect((await digests())[0]).toContain('2 pages');
  // The next at its hour.
  await share('Bruno', 9);
  await t.at('2026-11-27T06:59:00Z');
  expect(await digests()).toHaveLength(1);
  await t.at('2026-11-27T07:00:00Z');
  expect(await digests()).toHaveLength(2);
  await play(room, [
    ['Bruno', '[Ne plus recevoir ce digest]', 'revient aux personnes qui facilitent'],
    ['Nadia', '[Ne plus recevoir ce digest]', 'n’arrivera plus'],
  ]);
});

it('every week, in one’s own zone and language', async () => {
  room.speak('en');
  await play(room, [
    ['Chloé', '/ecc timezone America/Toronto', 'Toronto'],
    ['Chloé', '/watch digest weekly 18 day:Tuesday', ['every Tuesday at 18:00', 'Toronto']],
  ]);
  await share('Bruno', 10, 'water');
  await t.at('2026-11-24T22:59:00Z');
  const said = async () => (await room.seen('Chloé')).filter((one) => one.startsWith('This week'));
  expect(await said()).toEqual([]);
  await t.at('2026-11-24T23:00:00Z');
  expect((await said())[0]).toContain('This week’s watch · 1 page');
});

it('short: what has no place is counted, what was retracted meanwhile is not shown', async () => {
  await room.say('Bruno', 'veille digest daily');
  for (let page = 0; page < 11; page++) await share('Chloé', page, page < 6 ? 'eau' : 'feu');
  await t.at('2026-11-22T08:00:00Z');
  const [digest = ''] = await digests('Bruno');
  expect(digest).toContain('8 pages');
  expect(digest).toContain('Et 3 autres nouveautés');
});
