import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFetcher } from '../../../src/fetching/fetcher.js';
import { bareText } from '../../adapters/discord/bare.js';
import { createPeople } from '../../platforms/discord/person.js';
import { settled, sweep } from '../../support/house.js';
import { onDiscord, onMatrix, onSlack, SLACK_ROOM, type Somebody } from '../mediation/people.js';
import { type Three, threeNetworks } from '../mediation/three.js';
import { type Read, readDigest } from './digests.js';
import { type Fed, manyFeeds, opml } from './feeds.js';
import { onePage, pagesOf } from './pages.js';
import { page, type SmallWeb, smallWeb } from './web.js';

/** A Monday, in winter: Paris is an hour ahead. */
const DAY_ONE = new Date('2026-11-23T00:00:00Z');
const HOUR = 3_600_000;
const DAYS = [1, 2, 3] as const;

let three: Three;
let web: SmallWeb;
let feeds: Fed[];
let nadia: Somebody;
let karim: Somebody;
let lou: Somebody;

beforeAll(async () => {
  web = await smallWeb();
  const fetcher = createFetcher({
    ...{ userAgent: 'ECC-test', allow: [`127.0.0.1:${web.port}`] },
    resolve: async () => ['127.0.0.1'],
  });
  three = await threeNetworks({ from: new Date(DAY_ONE.getTime() + 8 * HOUR), fetcher });
  feeds = manyFeeds(web, three.clock.now, DAY_ONE);
  for (const day of DAYS) pagesOf(web, day);
  const { homeserver, slack, bot } = three;
  slack.addChannel(SLACK_ROOM, 'atelier');
  const host = homeserver.register('karim', 'x', 'Karim');
  const roomId = homeserver.createRoom(host, { name: 'Atelier' });
  homeserver.invite(roomId, host, bot);
  nadia = onDiscord(three, 'Nadia');
  karim = onMatrix(three, 'Karim', roomId);
  lou = onSlack(three, 'Lou');
}, 240_000);
afterAll(async () => {
  await three?.close();
  await web?.close();
});

/** Twice: what the clock brought while it was looked at is due as well. */
async function settle(): Promise<void> {
  for (let look = 0; look < 2; look++) {
    await settled(three.database, three.clock, () => sweep(three.queue));
  }
}

/** The clock goes to that hour, and what is due by then happens. */
async function at(day: number, hour: number, minute = 0): Promise<void> {
  const to = DAY_ONE.getTime() + ((day - 1) * 24 + hour) * HOUR + minute * 60_000;
  three.clock.pass(Math.max(0, to - three.clock.now().getTime()));
  await settle();
}

/** Says what changes something, and waits until it has. */
async function says(who: Somebody, words: string): Promise<void> {
  const { journalEntry } = three.database.prisma;
  const before = await journalEntry.count();
  await who.says(words);
  await three.until(words, async () => (await journalEntry.count()) > before);
  await settle();
}

async function slash(words: string, options: Readonly<Record<string, string>>) {
  const people = createPeople(three.discord);
  await people.slash(people.person('Nadia'), words, options);
  await settle();
}

/** The number of the one page that came from there. */
async function numberOf(host: string): Promise<string> {
  const all = await three.database.prisma.resource.findMany({ where: { mergedInto: null } });
  const [found, ...others] = all.filter(({ address }) => new URL(address).hostname === host);
  expect(others, host).toEqual([]);
  return `V-${found?.number}`;
}

/** How much feeds said on those days that a reader is to find. */
const saidOn = (...days: readonly number[]): number =>
  feeds.flatMap(({ entries }) => entries.filter(({ day }) => days.includes(day))).length;

const inRoom = (): string[] =>
  [...three.discord.world.messages.values()]
    .filter(({ onlyFor }) => onlyFor === null)
    .map(bareText);

const digestsOf = {
  room: () => inRoom().flatMap(readDigest),
  karim: () =>
    karim.keeps().flatMap((content) => readDigest(String(JSON.parse(content).body ?? ''))),
  lou: () => lou.keeps().flatMap(readDigest),
};

/** What members bring and say on one day, each on their own network. */
async function lifeOf(day: number): Promise<void> {
  const at = (name: string, path = '/'): string => web.at(onePage(name, day), path);
  await slash('veille ajouter', {
    ...{ lien: at('puits', '/?utm_source=lettre&fbclid=x'), thème: 'Eau' },
    pourquoi: 'Pour le puits',
  });
  await says(lou, `veille ajouter ${web.at(`amp.${onePage('puits', day)}`)} Eau "On en parlait"`);
  await says(karim, `veille ajouter ${at('foret')} Eau`);
  await says(lou, `veille ajouter ${at('absente')} Semences "Une page qui n’est plus là"`);
  await slash('veille ajouter', { lien: at('court'), thème: 'Semences' });
  await says(karim, `veille ajouter ${at('piege')}`);
  await says(lou, `veille ajouter ${at('simple')}`);
  await says(karim, `veille utile ${await numberOf(onePage('puits', day))}`);
  await slash('veille utile', { page: await numberOf(onePage('absente', day)) });
  await says(lou, `veille commenter ${await numberOf(onePage('piege', day))} "Prudence"`);
}

/** What they say of what feeds brought. */
async function readingOf(day: number): Promise<void> {
  const index = 3 - day;
  await says(karim, `veille utile ${await numberOf(`rss-${index}.example`)}`);
  await says(lou, `veille lu ${await numberOf(`json-${index}.example`)}`);
}

it('three days of a community, over two hundred feeds, three networks: the digests are right', {
  timeout: 900_000,
}, async () => {
  await nadia.says('ecc aide');
  for (const [who, command] of [
    [lou, 'relier'],
    [karim, 'ecc relier'],
  ] as const) {
    await nadia.says('ecc relier');
    const [code = ''] = /[A-Z\d]{4}-[A-Z\d]{6}/.exec(await nadia.reads('dix minutes')) ?? [];
    await who.says(`${command} ${code}`);
    await who.reads('fait maintenant partie');
  }
  web.sites.set('lists.example', page(opml(web, feeds), 'text/x-opml'));
  await slash('veille importer', { liste: web.at('lists.example', '/all.opml') });
  const { prisma } = three.database;
  const others = await prisma.feedFollow.findMany({ where: { state: { not: 'following' } } });
  expect(others.map(({ asked, state, fault }) => [asked, state, fault])).toEqual([]);
  expect(await prisma.resource.count()).toBe(0);
  await slash('veille digest', { rythme: 'daily', heure: '8', pour: 'room' });
  await says(karim, 'veille digest daily 20');
  await says(lou, 'veille digest weekly 18 jour:mercredi');

  expect(await prisma.digestSubscription.count({ where: { active: true } })).toBe(3);
  await lifeOf(1);
  for (const hour of [12, 16.5]) await at(1, hour);
  await readingOf(1);
  await at(1, 18, 50);
  expect(digestsOf.karim()).toEqual([]);
  await at(1, 19);
  expect(digestsOf.karim()).toEqual([dayOf(1, saidOn(1) - 2)]);
  await karim.presses('Plus tard…');
  await karim.presses(`${await numberOf(onePage('simple', 1))} · Une page simple, jour 1`);
  await settle();
  await at(2, 6, 50);
  expect(digestsOf.room()).toEqual([]);
  await at(2, 7);
  expect(digestsOf.room()).toEqual([dayOf(1, saidOn(1) - 2)]);

  await at(2, 9);
  await lifeOf(2);
  for (const hour of [11, 15]) await at(2, hour);
  await readingOf(2);
  await at(2, 18, 50);
  await at(2, 19);
  // What was put off comes before what is only new, in the place of the last.
  const again = dayOf(2, saidOn(2) - 1);
  const last = ['Une page simple, jour 1', 'Piège, @everyone, jour 2'];
  expect(digestsOf.karim()[1]).toEqual({
    ...again,
    pages: [...again.pages.slice(0, 3), ['Sans thème', ...last]],
  });

  // Nobody was awake at seven: one digest, later.
  await at(3, 10, 50);
  expect(digestsOf.room().slice(1)).toEqual([dayOf(2, saidOn(2) - 2)]);
  await lifeOf(3);
  for (const hour of [12, 16.9]) await at(3, hour);
  await readingOf(3);
  expect(digestsOf.lou()).toEqual([]);
  await at(3, 17);
  expect(digestsOf.lou()).toEqual([weekOf(saidOn(1, 2, 3) + 18 - 8)]);
  await at(3, 18, 50);
  await at(3, 19);
  expect(digestsOf.karim().slice(2)).toEqual([dayOf(3, saidOn(3) - 2)]);
  await at(4, 6, 50);
  await at(4, 7);
  expect(digestsOf.room().slice(2)).toEqual([dayOf(3, saidOn(3) - 2)]);

  // Those that are no more were said once; nothing that was brought notified anybody.
  const dead = inRoom().filter((said) => said.includes('ne répond plus'));
  expect(dead).toHaveLength(feeds.filter(({ kind }) => kind === 'gone').length);
  expect(three.slack.state.notified).toEqual([]);
  expect(three.discord.world.refusals).toEqual([]);
  expect(three.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
});

/** What the digest of one day is: what members valued, by theme, and the rest counted. */
const dayOf = (day: number, left: number): Read => ({
  title: 'La veille du jour · 8 pages',
  pages: [
    ['Eau', `Le puits, jour ${day}`, `L’été à la forêt, jour ${day}`],
    ['Semences', new URL(web.at(onePage('absente', day))).host, `Des graines, jour ${day}`],
    ['Presse', `rss-${3 - day}.example, jour ${day}`, `json-${3 - day}.example, jour ${day}`],
    ['Sans thème', `Piège, @everyone, jour ${day}`, `Une page simple, jour ${day}`],
  ],
  left,
});

/** And of all three: of equal worth, the newest first. */
const weekOf = (left: number): Read => ({
  title: 'La veille de la semaine · 8 pages',
  pages: dayOf(3, 0).pages.map(([theme = '', best = '']) => [
    theme,
    best,
    dayOf(2, 0).pages.find(([name]) => name === theme)?.[1] ?? '',
  ]),
  left,
});
