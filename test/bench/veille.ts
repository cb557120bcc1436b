import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { median } from '../../scripts/checks/tidiness.js';
import { createFetcher } from '../../src/fetching/fetcher.js';
import { benchDigest } from './digest.js';
import { feedWeb } from './feed-web.js';
import { figures, ratio } from './figures.js';
import { type House, openHouse } from './house.js';
import { memory } from './memory.js';

const FEEDS = Number(process.env.ECC_BENCH_FEEDS || 10_000);
/** Of the feeds, those that say something new at a time. */
const TALKING = Math.ceil(FEEDS / 10);
const TIMES = 3;
const LOOK_EVERY_MS = 25;
/** How often each is to be asked, on one core. */
const ROUND_MS = 600_000;

interface Took {
  readonly ms: number;
  readonly cpuMs: number;
}

/**
 * Feeds polled, each on a host of its own, beside the same requests by undici alone; then a digest.
 * The web they are on is in this process: its work is counted in all figures.
 */
export async function benchVeille(server: string | null): Promise<string[]> {
  const web = await feedWeb();
  const fetcher = createFetcher({
    ...{ userAgent: 'ECC-bench', allow: [`127.0.0.1:${web.port}`] },
    resolve: async () => ['127.0.0.1'],
  });
  const house = await openHouse(server, fetcher);
  if (house === null) {
    await web.close();
    return ['no server answers'];
  }
  const pool = new Pool({ ...house.connection, max: 1 });
  try {
    await house.say('Nadia', `veille suivre ${web.address(0)} "presse"`);
    await waitFor(pool, `select 1 from feed_follows where state = 'following'`);
    await house.quiet();
    const before = memory();
    await fill(pool, web.address(0), web.etag());
    const lines = await benchPolling(house, pool, web);
    lines.push(`memory before               ${before}`, `memory after                ${memory()}`);
    return [...lines, ...(await benchDigest(house, pool))];
  } finally {
    await pool.end();
    await house.close();
    await fetcher.close();
    await web.close();
  }
}

type Web = Awaited<ReturnType<typeof feedWeb>>;

async function benchPolling(house: House, pool: Pool, web: Web): Promise<string[]> {
  const poll = async (count: number): Promise<void> => {
    const due = `update feed_sources set next_at = now() where url in
      (select url from feed_sources order by ${IN_ORDER} limit $1)`;
    await pool.query(due, [count]);
    await house.wake();
    await waitFor(
      pool,
      `select 1 where not exists
        (select from feed_sources where next_at <= now() or taken_until is not null)`,
    );
    await house.quiet();
  };
  // The first asks for every robots.txt as well.
  const first = await measure(() => poll(FEEDS));
  const [same, sameBare, news, newsBare]: Took[][] = [[], [], [], []];
  for (let time = 0; time < TIMES; time++) {
    same?.push(await measure(() => poll(FEEDS)));
    sameBare?.push(await measure(() => web.askBare(FEEDS, web.etag())));
  }
  for (let time = 0; time < TIMES; time++) {
    const known = web.etag();
    web.news();
    news?.push(await measure(() => poll(TALKING)));
    newsBare?.push(await measure(() => web.askBare(TALKING, known)));
  }
  const [round = Number.NaN, talk = Number.NaN] = [same, news].map((all = []) =>
    median(all.map(({ cpuMs }) => cpuMs)),
  );
  const share = (cpuMs: number): string => (cpuMs / ROUND_MS).toFixed(3);
  return [
    `first time, with robots.txt ${rates([first], FEEDS)}`,
    ...beside('nothing new', { took: same ?? [], bare: sameBare ?? [], count: FEEDS }),
    ...beside('something new', { took: news ?? [], bare: newsBare ?? [], count: TALKING }),
    `every ten minutes, of a core ${share(round)} when all is as before`,
    `                             ${share(round + talk)} when one in ten has something new`,
    `(${FEEDS} feeds, ${TALKING} of them with one new entry of twenty)`,
  ];
}

/** By the number in their host's name. */
const IN_ORDER = `substring(url from 'feed-(\\d+)')::int`;

function beside(
  name: string,
  { took, bare, count }: { took: readonly Took[]; bare: readonly Took[]; count: number },
): string[] {
  const ms = (all: readonly Took[]): number[] => all.map((one) => one.ms);
  const cpu = (all: readonly Took[]): number[] => all.map((one) => one.cpuMs);
  return [
    `${name.padEnd(27)} ${rates(took, count)}`,
    `  by undici alone           ${rates(bare, count)}`,
    `  time beside undici's      ${ratio(ms(took), ms(bare))}`,
    `  processor beside undici's ${ratio(cpu(took), cpu(bare))}`,
  ];
}

const rates = (all: readonly Took[], count: number): string =>
  figures(
    all.map(({ ms }) => (count * 1000) / ms),
    'a second',
  );

async function measure(work: () => Promise<void>): Promise<Took> {
  const began = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - began, cpuMs: (user + system) / 1000 };
}

async function waitFor(pool: Pool, sql: string): Promise<void> {
  while ((await pool.query(sql)).rowCount === 0) await sleep(LOOK_EVERY_MS);
}

/** Copies of the one that is followed, which has nothing new to say. */
async function fill(pool: Pool, address: string, etag: string): Promise<void> {
  const url = `replace($1::text, 'feed-0', 'feed-' || n)`;
  const many = 'generate_series(1, $2::int) n';
  await pool.query('update feed_sources set etag = $1', [etag]);
  await pool.query(
    `insert into feed_sources
     select (t).* from (
       select jsonb_populate_record(s, jsonb_build_object('url', ${url})) t
       from feed_sources s, ${many}) copied`,
    [address, FEEDS - 1],
  );
  await pool.query(
    `insert into feed_follows
     select (t).* from (
       select jsonb_populate_record(f, jsonb_build_object(
         'id', gen_random_uuid(), 'number', 1 + n, 'url', ${url}, 'title', 'Journal ' || n)) t
       from feed_follows f, ${many}) copied`,
    [address, FEEDS - 1],
  );
  await pool.query('analyze');
}
