import { Pool } from 'pg';
import { figures, ratio, took } from './figures.js';
import { openHouse } from './house.js';

const RESOURCES = 100_000;
const WORDS_EACH = 120;
const VOCABULARY = 20_000;
const TIMES = 10;

/** What is typed, and what it looks for: the more is found, the more is to be ranked. */
const LINES = [
  ['a rare word     ', 'mot19000', 'mot19000'],
  ['two common ones ', 'mot40 mot60', 'mot40 mot60'],
  ['a word of a half', 'mot1', 'mot1'],
  ['with conditions ', 'mot40 thème:eau depuis:mars par:Nadia', 'mot40'],
] as const;

/** `/veille chercher` among 100,000 pages, beside the bare question to the same index. */
export async function benchSearch(server: string | null): Promise<string[]> {
  const house = await openHouse(server);
  if (house === null) return ['no server answers'];
  const pool = new Pool({ ...house.connection, max: 1 });
  try {
    await house.say('Nadia', 'veille ajouter https://exemple.org/modele "eau"');
    await house.quiet();
    await fill(pool);
    const lines: string[] = [];
    for (const [name, line, words] of LINES) {
      const [searched, bare] = [[] as number[], [] as number[]];
      for (let time = 0; time <= TIMES; time++) {
        const search = await took(() => house.say('Nadia', `veille chercher ${line}`));
        const query = await took(() =>
          pool.query('select count(*) from resource_words where words @@ search_query($1)', [
            words,
          ]),
        );
        // The first warms both up.
        if (time > 0) {
          searched.push(search);
          bare.push(query);
        }
      }
      lines.push(
        `${name}  ${figures(searched, 'ms')}`,
        `  beside its bare question ${ratio(searched, bare)}`,
      );
    }
    return [...lines, `(${RESOURCES} pages of ${WORDS_EACH} words)`];
  } finally {
    await pool.end();
    await house.close();
  }
}

/** Copies of the one page there is; few words are common and most are rare, as in any language. */
async function fill(pool: Pool): Promise<void> {
  // Each is written whole, and indexed once.
  await pool.query('alter table resources disable trigger user');
  await pool.query('alter table resource_shares disable trigger user');
  await pool.query(
    `insert into resources
     select (t).* from (
       select jsonb_populate_record(r, jsonb_build_object(
         'id', gen_random_uuid(), 'number', 1 + n, 'title', 'Page ' || n, 'text', said.words
       )) t
       from resources r, generate_series(1, $1::int) n, lateral (
         select string_agg('mot' || floor($3::int ^ random())::int, ' ') as words
         from generate_series(1, $2::int) where n > 0
       ) said
       where r.number = 1) copied`,
    [RESOURCES, WORDS_EACH, VOCABULARY],
  );
  await pool.query(
    `insert into resource_shares
     select (t).* from (
       select jsonb_populate_record(s, jsonb_build_object(
         'id', gen_random_uuid(), 'resource_id', r.id)) t
       from resource_shares s, resources r where r.number > 1) copied`,
  );
  await pool.query('analyze');
  await pool.query('select index_resource(id) from resources');
  await pool.query('alter table resources enable trigger user');
  await pool.query('alter table resource_shares enable trigger user');
  await pool.query('vacuum analyze');
}
