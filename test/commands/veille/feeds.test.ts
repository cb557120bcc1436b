import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../support/house.js';
import { play } from '../../support/play.js';
import type { TestRoom } from '../../support/room.js';
import { type Answer, htmlPage, type TestSite, testSite } from '../../support/site.js';
import { textOf } from '../../support/text.js';

const HOUR = 3_600_000;

let t: TestHouse;
let site: TestSite;
let room: TestRoom;
beforeAll(async () => {
  t = await testHouse();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set('2026-11-21T10:00:00Z');
  site = await testSite();
  room = t.room();
  await room.arrive('Nadia', 'Bruno', 'Chloé');
  return () => site.close();
});

/** An RSS feed of the site with these entries, the newest first; it knows what was not changed. */
function rss(titles: readonly string[]): Answer {
  const items = titles.map(
    (title) => `<item><title>${title}</title><link>${site.url}/${encodeURI(title)}</link></item>`,
  );
  const text = `<?xml version="1.0"?><rss version="2.0"><channel><title>Le journal</title>
    <link>${site.url}/</link><description>x</description>${items.join('')}</channel></rss>`;
  const etag = `"${titles.length}"`;
  return (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(text);
  };
}

const listed = async (who = 'Nadia') => textOf(await room.say(who, 'veille'));

it('a site is followed by its address: silent on the past, then what is new, once', async () => {
  site.pages['/'] = htmlPage('Le site', {
    head: '<link rel="alternate" type="application/rss+xml" href="/feed">',
  });
  site.pages['/feed'] = rss(['Ancien']);
  await play(room, [
    ['Bruno', '/veille flux', 'Aucun site n’est encore suivi'],
    ['Bruno', `/veille suivre ${site.url} eau`, ['on cherche le flux', 'Vous serez prévenu']],
    ['Bruno', 'sees', ['F-1 : Le journal est suivi', 'thème eau']],
    ['Chloé', `/veille suivre ${site.url}`, 'déjà suivi : F-1'],
    ['Chloé', `/veille suivre ${site.url}/feed`, 'déjà suivi : F-1'],
    ['Bruno', '/veille flux', 'F-1 Le journal · eau'],
  ]);
  await t.pass(HOUR);
  expect(await listed()).toContain('Ici vivra');
  site.pages['/feed'] = rss(['Nouveau', 'Ancien']);
  await t.pass(HOUR);
  await t.pass(HOUR);
  await t.pass(HOUR);
  expect(await listed()).toContain('V-1 Nouveau (eau)');
  expect(await listed()).not.toContain('Ancien');
  expect(await listed()).not.toContain('V-2');
  // Nothing in the room: what feeds bring is not said one by one.
  expect((await room.seen()).join()).not.toContain('Nouveau');
  expect(textOf(await room.say('Nadia', 'veille voir V-1'))).toContain('Apporté par Le journal');
  // Once somebody brings it, it is.
  site.pages['/Nouveau'] = htmlPage('Nouveau, en entier');
  await room.say('Chloé', `veille ajouter ${site.url}/Nouveau "" "Lisez"`);
  expect(await room.last('V-1 ·')).toContain('Nouveau, en entier');
  await play(room, [
    ['Chloé', '/veille arrêter F-1', 'revient à qui suit F-1'],
    ['Bruno', '/veille arrêter F-1', 'n’est plus suivi'],
    ['Bruno', '/veille arrêter F-1', 'n’est déjà plus suivi'],
  ]);
  site.pages['/feed'] = rss(['Trop tard', 'Nouveau', 'Ancien']);
  await t.pass(HOUR);
  expect(await listed()).not.toContain('Trop tard');
  await room.do('Bruno', 'veille.resume', { follow: 'F-1' });
  await play(room, [['Bruno', 'sees', 'est suivi']]);
  await t.pass(HOUR);
  expect(await listed()).not.toContain('Trop tard');
});

it('it is fetched once for all who follow it, each with their own filter', async () => {
  site.pages['/feed'] = rss(['Un']);
  const other = t.room();
  await other.arrive('Eve');
  await room.say('Bruno', `veille suivre ${site.url}/feed mots:"semence, graine"`);
  await t.settle();
  await other.say('Eve', `veille suivre ${site.url}/feed`);
  await t.settle();
  site.pages['/feed'] = rss(['Des Semences', 'Du béton', 'Un']);
  const before = site.count('/feed');
  await t.pass(40 * 60_000);
  expect(site.count('/feed') - before).toBe(1);
  expect(await listed('Bruno')).toContain('Des Semences');
  expect(await listed('Bruno')).not.toContain('béton');
  expect(textOf(await other.say('Eve', 'veille'))).toContain('Du béton');
  await play(room, [
    ['Bruno', '/veille filtrer F-1 tout', 'F-1 est réglé'],
    ['Bruno', '/veille flux', 'F-1 Le journal'],
  ]);
});

it('it is asked politely: conditionally, rarely when it fails, never when robots may not', async () => {
  site.pages['/feed'] = rss(['Un']);
  await room.say('Bruno', `veille suivre ${site.url}/feed`);
  await t.settle();
  await t.pass(HOUR);
  expect(site.asked.at(-1)?.headers['if-none-match']).toBeUndefined();
  await t.pass(HOUR);
  expect(site.asked.at(-1)?.headers['if-none-match']).toBe('"1"');
  site.pages['/feed'] = (_, response) =>
    response.writeHead(503, { 'retry-after': String(6 * 3600) }).end();
  await t.pass(HOUR);
  const failed = site.count('/feed');
  for (let hour = 0; hour < 5; hour++) await t.pass(HOUR);
  expect(site.count('/feed')).toBe(failed);
  site.pages['/feed'] = rss(['Deux', 'Un']);
  await t.pass(2 * HOUR);
  expect(await listed()).toContain('Deux');
  site.pages['/robots.txt'] = 'User-agent: *\nDisallow: /feed';
  await t.pass(25 * HOUR);
  const asked = site.count('/feed');
  await t.pass(25 * HOUR);
  expect(site.count('/feed')).toBe(asked);
});

it('a feed that says nothing new changes nothing, though it knows nothing of conditions', async () => {
  site.pages['/feed'] = rss(['Un']);
  await room.say('Bruno', `veille suivre ${site.url}/feed`);
  await t.settle();
  const kept = () => t.database.prisma.feedFollow.findMany({ where: { url: `${site.url}/feed` } });
  const [before, asked] = [await kept(), site.count('/feed')];
  await t.pass(HOUR);
  expect(site.count('/feed')).toBe(asked + 1);
  expect(await kept()).toEqual(before);
});

it('where it moved for good it is followed; when it is gone that is said once', async () => {
  site.pages['/feed'] = rss(['Un']);
  await room.say('Bruno', `veille suivre ${site.url}/feed`);
  await t.settle();
  site.pages['/feed'] = (_, response) => response.writeHead(301, { location: '/new' }).end();
  site.pages['/new'] = rss(['Deux', 'Un']);
  await t.pass(HOUR);
  expect(await listed()).toContain('Deux');
  const old = site.count('/feed');
  await t.pass(HOUR);
  expect(site.count('/feed')).toBe(old);
  site.pages['/new'] = (_, response) => response.writeHead(410).end();
  await t.pass(HOUR);
  await t.pass(48 * HOUR);
  const said = (await room.seen()).filter((one) => one.includes('ne répond plus'));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('F-1 : Le journal ne répond plus');
});

it('where there is no feed, that is said with what to do', async () => {
  site.pages['/'] = htmlPage('Sans flux');
  await room.say('Bruno', `veille suivre ${site.url}`);
  await play(room, [
    ['Bruno', 'sees', ['F-1 : rien à suivre', 'Aucun flux sur', 'Cherchez-y un lien']],
    ['Bruno', '/veille arrêter F-9', 'Il n’y a pas de site F-9'],
    ['Bruno', '/veille arrêter x', '« x » n’est pas un site suivi'],
  ]);
});

it('lists of feeds come in and go out', async () => {
  site.pages['/a'] = rss(['Un']);
  site.pages['/b'] = rss(['Deux']);
  const opml = `<opml version="2.0"><body><outline text="Eau"><outline text="A" type="rss" xmlUrl="${site.url}/a"/></outline><outline text="B" type="rss" xmlUrl="${site.url}/b"/></body></opml>`;
  const done = await room.do('Bruno', 'veille.import', { list: opml });
  expect(textOf(done)).toContain('2 sites de plus sont suivis');
  await t.settle();
  expect(textOf(await room.do('Bruno', 'veille.import', { list: opml }))).toContain('déjà suivis');
  expect(textOf(await room.say('Bruno', 'veille flux'))).toContain('F-1 Le journal · Eau');
  const exported = textOf(await room.say('Chloé', 'veille exporter-flux'));
  expect(exported).toContain(`xmlUrl="${site.url}/a"`);
  expect(exported).toContain(`xmlUrl="${site.url}/b"`);
  expect(textOf(await room.do('Bruno', 'veille.import', { list: 'bonjour' }))).toContain(
    'pas une liste OPML',
  );
  // By its address as well: a list is longer than a network lets people write.
  site.pages['/list.opml'] = opml;
  const there = t.room();
  await there.arrive('Eve');
  const from = textOf(await there.do('Eve', 'veille.import', { list: `${site.url}/list.opml` }));
  expect(from).toContain('2 sites de plus sont suivis');
  await play(there, [
    ['Eve', `/veille importer ${site.url}/nothing`, 'Il n’y a rien à cette adresse'],
    ['Eve', `/veille importer ${site.url}/a`, 'pas une liste OPML'],
  ]);
});
