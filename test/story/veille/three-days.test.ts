import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFetcher } from '../../../src/fetching/fetcher.js';
import { bareText } from '../../adapters/discord/bare.js';
import { createPeople } from '../../platforms/discord/person.js';
import { settled, sweep } from '../../support/house.js';
import { onDiscord, onMatrix, onSlack, SLACK_ROOM, type Somebody } from '../mediation/people.js';
import { type Three, threeNetworks } from '../mediation/three.js';
import { readDigest } from './digests.js';
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

const settle = () => settled(three.database, three.clock.now(), () => sweep(three.queue));

/** The clock goes to that hour, and what is due by then happens. */
async function at(day: number, hour: number, minute = 0): Promise<void> {
  const to = DAY_ONE.getTime() + ((day - 1) * 24 + hour) * HOUR + minute * 60_000;
  three.clock.pass(Math.max(0, to - three.clock.now().getTime()));
  await settle();
}

async function says(who: Somebody, words: string): Promise<void> {
  await who.says(words);
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

const digestsOf = {
  room: () =>
    [...three.discord.world.messages.values()]
      .filter(({ onlyFor }) => onlyFor === null)
      .map(bareText)
      .flatMap(readDigest),
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
  await says(lou, `veille ajouter ${at('amp-puits')} Eau "On en parlait"`);
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
  await says(nadia, 'ecc aide');
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
  const t0 = Date.now();
  const lap = (what: string) => console.log(what, Date.now() - t0, three.clock.now());
  await lifeOf(1);
  lap('life');
  await at(1, 12);
  lap('12');
  await at(1, 16, 10);
  lap('16');
  await readingOf(1);
  await at(1, 18, 50);
  expect(digestsOf.karim()).toEqual([]);
  await at(1, 19);
  console.log(JSON.stringify(digestsOf.karim(), null, 1), saidOn(1));
  await at(2, 6, 50);
  await at(2, 7);
  console.log(JSON.stringify(digestsOf.room(), null, 1));
  lap('d1');
  console.log([...three.discord.world.messages.values()].map(bareText).filter((one) => one.includes('veille')), karim.keeps().slice(-3));
});
