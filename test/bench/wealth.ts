import { Pool } from 'pg';
import type { View } from '../../commands/view/view.js';
import { figures, ratio } from './figures.js';
import { type House, openHouse } from './house.js';
import { collect } from './memory.js';

/** In the context that is looked at, and in all. */
const FEW = 2_000;
const ALL = 100_000;
const MEMBERS = 200;
const TIMES = 10;
const EXPORTS = 3;

/** What any reading of a context has to ask of the database. */
const BARE = `select c.number, c.member_id, c.period_id, v.content
  from contributions c
    join contribution_versions v on v.contribution_id = c.id and v.version = c.version
    join wealth_contexts k on k.id = c.context_id
  where k.name = $1 and c.state = 'validated' order by c.number`;

/**
 * A community of 100,000 declarations: the matrix of a context of 2,000, and a declaration more,
 * beside the bare query of those 2,000; the other 98,000 written to files, beside theirs.
 */
export async function benchWealth(server: string | null): Promise<string[]> {
  const house = await openHouse(server);
  if (house === null) return ['no server answers'];
  const pool = new Pool({ ...house.connection, max: 1 });
  try {
    await fill(house, pool);
    const community = await communityOf(pool);
    const context = await house.services.wealth.context(community, { name: 'Festival' });
    if (!context) throw new Error('no context');
    const seen = { reader: null, period: null };
    const reckoned: number[] = [];
    const drawn: number[] = [];
    const declared: number[] = [];
    const queried: number[] = [];
    for (let time = 0; time <= TIMES; time++) {
      const each = [
        await took(() => house.services.wealth.matrix(community, context, seen)),
        await took(() => house.say('Nadia', 'richesse matrice Festival')),
        await took(() => house.say('Nadia', `déclarer 1h soin "${time}" contexte:Festival`)),
        await took(() => pool.query(BARE, ['Festival'])),
      ];
      await house.quiet();
      // The first warms everything up.
      if (time === 0) continue;
      for (const [index, all] of [reckoned, drawn, declared, queried].entries()) {
        all.push(each[index] ?? Number.NaN);
      }
    }
    return [
      `matrix of ${FEW}              ${figures(reckoned, 'ms')}`,
      `bare query of its lines     ${figures(queried, 'ms')}`,
      `matrix / query              ${ratio(reckoned, queried)}`,
      `/richesse matrice, drawn    ${figures(drawn, 'ms')}`,
      `/richesse déclarer          ${figures(declared, 'ms')}`,
      ...(await exported(house, pool)),
      `(${ALL} declarations by ${MEMBERS} people, ${FEW} of them in the context)`,
    ];
  } finally {
    await pool.end();
    await house.close();
  }
}

async function exported({ say, services }: House, pool: Pool): Promise<string[]> {
  const community = await communityOf(pool);
  const context = await services.wealth.context(community, { name: 'Archives' });
  if (!context) throw new Error('no context');
  const bare: number[] = [];
  const read: number[] = [];
  const written = { csv: [] as number[], xlsx: [] as number[] };
  const most = { read: 0, csv: 0, xlsx: 0 };
  const bytes = { csv: 0, xlsx: 0 };
  for (let time = 0; time <= EXPORTS; time++) {
    const query = await took(() => pool.query(BARE, ['Archives']));
    const pages = await peaked(async () => {
      const seen = { reader: null, period: null };
      for await (const _ of (await services.wealth.validatedFor(community, context, seen)) ?? []);
    });
    const files = { csv: await file(say, 'csv'), xlsx: await file(say, 'xlsx') };
    if (time === 0) continue;
    bare.push(query);
    read.push(pages.ms);
    most.read = Math.max(most.read, pages.bytes);
    for (const format of ['csv', 'xlsx'] as const) {
      written[format].push(files[format].ms);
      most[format] = Math.max(most[format], files[format].bytes);
      bytes[format] = files[format].length;
    }
  }
  return [
    `bare query of all the rest  ${figures(bare, 'ms')}`,
    `the same, page by page      ${figures(read, 'ms')}, ${megabytes(most.read)} more at most`,
    `page by page / query        ${ratio(read, bare)}`,
    ...(['csv', 'xlsx'] as const).map(
      (format) =>
        `as ${format.padEnd(25)}${figures(written[format], 'ms')}, a file of ${megabytes(bytes[format])}, ${megabytes(most[format])} more at most`,
    ),
  ];
}

async function file(say: House['say'], format: 'csv' | 'xlsx') {
  let view: View | null = null;
  const peak = await peaked(async () => {
    view = await say('Nadia', `richesse exporter Archives ${format}`);
  });
  const blocks = (view as View | null)?.blocks ?? [];
  const length = blocks.reduce(
    (sum, one) => (one.type === 'file' ? sum + (one.data ?? Buffer.from(one.text)).length : sum),
    0,
  );
  if (length === 0) throw new Error('no file');
  return { ...peak, length };
}

/** How long it takes, and how much more memory while it does. */
async function peaked(work: () => Promise<unknown>): Promise<{ ms: number; bytes: number }> {
  collect();
  const before = process.memoryUsage.rss();
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 5);
  const ms = await took(work);
  clearInterval(look);
  return { ms, bytes: most - before };
}

const megabytes = (count: number): string => `${(count / 1_048_576).toFixed(1)} MB`;

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function communityOf(pool: Pool) {
  const { rows } = await pool.query<{ id: string }>('select community_id as id from contributions');
  return rows[0]?.id as Parameters<House['services']['wealth']['contexts']>[0];
}

/** Copies of the one declaration there is, by people who take part, looked at in turn. */
async function fill(house: House, pool: Pool): Promise<void> {
  await house.say('Nadia', 'richesse ouvrir Archives');
  await house.say('Nadia', 'richesse ouvrir Festival');
  await house.say('Nadia', 'déclarer 1h soin "Modèle" contexte:Festival joie:4');
  await house.quiet();
  await pool.query(
    `insert into members (id, community_id, name, role, reminders, created_at)
     select gen_random_uuid(), community_id, 'Personne ' || n, 'member', true, now()
     from contributions, generate_series(1, $1::int) n`,
    [MEMBERS],
  );
  await pool.query(
    `insert into wealth_participants (context_id, member_id, community_id, since)
     select k.id, m.id, k.community_id, now() from wealth_contexts k, members m
     on conflict do nothing`,
  );
  await pool.query(
    `with people as (
       select id, row_number() over (order by id) as n from members
     ), made as (
       insert into contributions
       select (t).* from (
         select jsonb_populate_record(c, jsonb_build_object(
           'id', gen_random_uuid(), 'number', 1 + s.n, 'state', 'validated', 'silent_at', null,
           'context_id', k.id, 'period_id', p.id, 'member_id', one.id, 'author_id', one.id,
           'asked_ids', array[other.id]
         )) t
         from contributions c
           cross join generate_series(1, $1::int) as s(n)
           join wealth_contexts k
             on k.name = case when s.n < $2::int then 'Festival' else 'Archives' end
           join wealth_periods p on p.context_id = k.id
           join people one on one.n = 1 + s.n % $3::int
           join people other on other.n = 1 + (s.n * 7 + 3) % $3::int
         where c.number = 1) copied
       returning id, number, community_id, author_id)
     insert into contribution_versions
       (id, community_id, contribution_id, version, content, author_id, created_at)
     select gen_random_uuid(), m.community_id, m.id, 1,
       (v.content::jsonb || jsonb_build_object(
         'what', 'Tâche ' || m.number,
         'nature', (array['care', 'production', 'communication'])[1 + m.number % 3],
         'quantity', jsonb_build_object('amount', (30 + m.number % 300)::text, 'unit', 'min')
       ))::text, m.author_id, now()
     from made m, contribution_versions v`,
    [ALL - 1, FEW, MEMBERS],
  );
  await pool.query(`update counters set value = $1 where kind = 'contributions'`, [ALL]);
  await pool.query('analyze');
}
