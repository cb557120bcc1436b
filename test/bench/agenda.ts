import { Pool } from 'pg';
import { calendarText } from '../../commands/agenda/calendar.js';
import { figures, ratio, took } from './figures.js';
import { type House, openHouse } from './house.js';
import { collect } from './memory.js';

const EVENTS = 9_500;
const SERIES = 500;
const ANSWERS = 100_000;
const MEMBERS = 200;
const TIMES = 10;
const DAY_MS = 86_400_000;

/**
 * `/agenda` in a community of 10,000 meetings, 500 of them weekly without an end, and 100,000
 * answers, beside the bare query of the series of those weeks.
 */
export async function benchAgenda(server: string | null): Promise<string[]> {
  const house = await openHouse(server);
  if (house === null) return ['no server answers'];
  const pool = new Pool({ ...house.connection, max: 1 });
  try {
    await house.say('Nadia', 'agenda ajouter "Modèle" mardi 20h');
    await house.quiet();
    await fill(pool);
    const window = [new Date(), new Date(Date.now() + 28 * DAY_MS)];
    const bare = (): Promise<unknown> =>
      pool.query(
        `select * from series where first_at < $2 and (last_at is null or last_at >= $1)
         order by first_at`,
        window,
      );
    const listed: number[] = [];
    const queried: number[] = [];
    for (let time = 0; time <= TIMES; time++) {
      const list = await took(() => house.say('Nadia', 'agenda'));
      const query = await took(bare);
      // The first warms both up.
      if (time > 0) {
        listed.push(list);
        queried.push(query);
      }
    }
    const feed = await readFeed(house, TIMES);
    return [
      ...feed,
      `/agenda                     ${figures(listed, 'ms')}`,
      `bare query of its series    ${figures(queried, 'ms')}`,
      `/agenda / query             ${ratio(listed, queried)}`,
      `(${EVENTS + SERIES} meetings, ${SERIES} of them weekly for ever; ${ANSWERS} answers)`,
    ];
  } finally {
    await pool.end();
    await house.close();
  }
}

/** The community's calendar, read piece by piece as a program of calendars would have it. */
async function readFeed({ say, services }: House, times: number): Promise<string[]> {
  const opened = await say('Nadia', 'agenda abonnement "cette communauté"');
  const [, secret = ''] = /calendriers\/([\w-]{43})/.exec(JSON.stringify(opened)) ?? [];
  const tooks: number[] = [];
  const asked: number[] = [];
  let [bytes, most] = [0, 0];
  for (let time = 0; time <= times; time++) {
    collect();
    const before = process.memoryUsage.rss();
    const unchanged = await took(() => services.agenda.publication(secret, new Date()));
    const each = await took(async () => {
      const found = await services.agenda.publication(secret, new Date());
      if (!found) throw new Error('no feed');
      bytes = 0;
      for await (const piece of calendarText(found)) {
        bytes += Buffer.byteLength(piece);
        if (time > 0) most = Math.max(most, process.memoryUsage.rss() - before);
      }
    });
    if (time > 0) {
      tooks.push(each);
      asked.push(unchanged);
    }
  }
  const megabytes = (count: number): string => `${(count / 1_048_576).toFixed(1)} MB`;
  return [
    `feed of all of it           ${figures(tooks, 'ms')}, ${megabytes(bytes)}`,
    `memory it takes at most     ${megabytes(most)} more`,
    `feed that has not changed   ${figures(asked, 'ms')}`,
  ];
}

/** Copies of the one meeting there is, over four years; members and what they answered. */
async function fill(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ community_id: string }>('select community_id from series');
  const community = rows[0]?.community_id;
  await pool.query(
    `insert into members (id, community_id, name, role, reminders, created_at)
     select gen_random_uuid(), $1, 'Personne ' || n, 'member', true, now()
     from generate_series(1, $2) n`,
    [community, MEMBERS],
  );
  const copy = (rule: string): string => `
    insert into series
    select (t).* from (
      select jsonb_populate_record(s, jsonb_build_object(
        'id', gen_random_uuid(), 'uid', gen_random_uuid(), 'number', $1::int + n,
        'title', 'Rendez-vous ' || n, 'rule', ${rule},
        'start', to_char(at, 'YYYY-MM-DD"T"HH24:00'),
        'first_at', at, 'last_at', case when ${rule} is null then at + interval '1 hour' end
      )) t
      from series s, lateral (
        select n, now() - interval '2 years' + n * ($3::float * interval '1 day') as at
        from generate_series(1, $2::int) n
      ) d
      where s.number = 1) copied`;
  await pool.query(copy('null::text'), [1, EVENTS, 1460 / EVENTS]);
  await pool.query(copy(`'FREQ=WEEKLY'::text`), [1 + EVENTS, SERIES, 700 / SERIES]);
  await pool.query(
    `insert into answers
       (id, community_id, series_id, recurrence, member_id, presence, note, since, answered_at)
     select gen_random_uuid(), $1, s.id, '', m.id, 'yes', '', now(), now()
     from (select id from series order by random() limit $2) s,
          (select id from members order by random() limit $3) m`,
    [community, Math.round(ANSWERS / 20), 20],
  );
  await pool.query('analyze');
}
