import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFetcher } from '../../../src/fetching/fetcher.js';
import { bareText } from '../../adapters/discord/bare.js';
import { createPeople } from '../../platforms/discord/person.js';
import { settled, sweep } from '../../support/house.js';
import { onDiscord, onMatrix, onSlack, SLACK_ROOM, type Somebody } from '../mediation/people.js';
import { type Three, threeNetworks } from '../mediation/three.js';
import { type Fed, manyFeeds } from './feeds.js';
import { html, moved, page, type SmallWeb, smallWeb } from './web.js';

/** A Monday; in Paris it is nine. */
const DAY_ONE = new Date('2026-11-23T00:00:00Z');
const HOUR = 3_600_000;

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
  const ms = to - three.clock.now().getTime();
  if (ms > 0) three.clock.pass(ms);
  await settle();
}

async function says(who: Somebody, words: string): Promise<void> {
  await who.says(words);
  await settle();
}

const resources = () => three.database.prisma.resource.findMany({ orderBy: { number: 'asc' } });
const atHost = async (host: string) =>
  (await resources()).filter(({ address }) => new URL(address).hostname === host);
const numberOf = async (host: string, which = 0): Promise<string> =>
  `V-${(await atHost(host))[which]?.number ?? 0}`;

/** What feeds said between two hours, and a reader is to find. */
const said = (from: readonly [number, number], to: readonly [number, number]): number => {
  const time = ([day, hour]: readonly [number, number]) =>
    DAY_ONE.getTime() + ((day - 1) * 24 + hour) * HOUR;
  return feeds.flatMap(({ entries }) =>
    entries.filter(({ at: when }) => when.getTime() >= time(from) && when.getTime() < time(to)),
  ).length;
};

/** A digest as it is read: its title, its themes with the titles of pages, and what was left out. */
function readDigest(text: string) {
  const lines = text.split('\n').filter((line) => line !== '');
  const left = /^Et (\d+) autres? nouveauté/.exec(lines.find((one) => one.startsWith('Et ')) ?? '');
  const shown = lines
    .slice(1)
    .filter(
      (one) => /^(?:[-•] )?V-\d+ /.test(one) || /^(?:Eau|Semences|Presse|Sans thème)$/.test(one),
    )
    .map((one) => one.replace(/^[-•] /, '').replace(/^V-\d+ /, '- '));
  return { title: lines[0]?.replace(/^\P{L}+/u, ''), shown, left: Number(left?.[1] ?? 0) };
}

const DIGEST = /^(?:\P{L}+)?La veille (?:du jour|de la semaine)/u;

it('three days of a community, two hundred feeds, three networks: the digests are exactly right', {
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
  console.log('linked');
  web.sites.set('lists.example', page(opml(feeds), 'text/x-opml'));
  const people = createPeople(three.discord);
  const slash = async (words: string, options: Readonly<Record<string, string>>) => {
    await people.slash(people.person('Nadia'), words, options).catch(async (e) => {
      console.log(
        web.asked.length,
        web.asked[0],
        three.log.lines.filter((l) => l.level !== 'debug'),
        await three.database.prisma.feedFollow.count(),
        [...(three.discord.world.interactions?.values?.() ?? [])].at(-1),
      );
      throw e;
    });
    await settle();
  };
  await slash('veille importer', { liste: web.at('lists.example', '/all.opml') });
  await settle();
  console.log(
    [...three.discord.world.messages.values()].map(bareText),
    await three.database.prisma.feedFollow.groupBy({ by: ['state'], _count: true }),
    three.clock.now(),
  );
  expect(await resources()).toEqual([]);
});

const opml = (all: readonly Fed[]): string =>
  `<?xml version="1.0"?><opml version="2.0"><body><outline text="Presse">${all
    .map(({ host }) => `<outline text="${host}" type="rss" xmlUrl="${web.at(host)}"/>`)
    .join('')}</outline></body></opml>`;
void [readDigest, DIGEST, bareText, said, numberOf, html, moved, at];
