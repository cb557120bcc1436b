import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { figures, ratio, took } from './figures.js';
import type { House } from './house.js';

const CANDIDATES = Number(process.env.ECC_BENCH_CANDIDATES || 1_000);
const THEMES = 12;
const TIMES = 10;
const LOOK_EVERY_MS = 5;

/** From the hour of a digest until it is made, beside the bare query of what is new. */
export async function benchDigest(house: House, pool: Pool): Promise<string[]> {
  await house.say('Nadia', 'veille ajouter https://exemple.org/modele "eau"');
  await house.say('Nadia', 'veille digest "chaque jour" 8 lundi moi');
  await house.quiet();
  await fill(pool);
  const [made, bare] = [[] as number[], [] as number[]];
  for (let time = 0; time <= TIMES; time++) {
    // As if none had been made yet.
    await pool.query('delete from digest_editions');
    await pool.query(
      `update digest_subscriptions
       set looked_to = now() - interval '1 hour', next_at = now() - interval '1 second'`,
    );
    await pool.query(
      `update alarms set due_at = now() - interval '1 second', done_at = null
       where kind = 'veille.digest'`,
    );
    const digest = await took(async () => {
      await house.wake();
      while ((await pool.query('select from digest_editions')).rowCount === 0) {
        await sleep(LOOK_EVERY_MS);
      }
    });
    await house.quiet();
    const query = await took(() =>
      pool.query(
        `select r.*, s.member_id, s.follow_id, s.at,
           (select count(*) from resource_marks m where m.resource_id = r.id) as marks,
           (select count(*) from resource_remarks m where m.resource_id = r.id) as remarks
         from resource_shares s join resources r on r.id = s.resource_id
         where s.at > now() - interval '1 hour' and r.state = 'standing' and r.merged_into is null`,
      ),
    );
    // The first warms both up.
    if (time > 0) {
      made.push(digest);
      bare.push(query);
    }
  }
  return [
    `a digest                    ${figures(made, 'ms')}`,
    `  beside its bare query     ${ratio(made, bare)}`,
    `(${CANDIDATES} candidates, ${THEMES} themes)`,
  ];
}

/** Nothing is new but copies of the one page that somebody brought. */
async function fill(pool: Pool): Promise<void> {
  await pool.query(`delete from resource_shares where follow_id is not null`);
  await pool.query(
    `insert into resources
     select (t).* from (
       select jsonb_populate_record(r, jsonb_build_object(
         'id', gen_random_uuid(), 'number', (select max(number) from resources) + n,
         'title', 'Page ' || n, 'theme', 'thème ' || n % $2::int)) t
       from resources r, generate_series(2, $1::int) n
       where r.address = 'https://exemple.org/modele') copied`,
    [CANDIDATES, THEMES],
  );
  await pool.query(
    `insert into resource_shares
     select (t).* from (
       select jsonb_populate_record(s, jsonb_build_object(
         'id', gen_random_uuid(), 'resource_id', r.id)) t
       from resource_shares s, resources r where r.title like 'Page %') copied`,
  );
  await pool.query('analyze');
}
