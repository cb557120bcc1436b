import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { figures, ratio } from './figures.js';
import { openHouse } from './house.js';

const PEOPLE = 20;
const AT_ONCE = 10;
const VOTES = 200;
const TIMES = 10;

const UPSERT = `insert into ballots
    (id, community_id, decision_id, member_id, version, content, cast_at)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (decision_id, member_id) do update
    set version = excluded.version, content = excluded.content, cast_at = excluded.cast_at`;

/**
 * Votes through the registry, beside the bare upsert of the same ballot rows on the same
 * database by the same driver: in turn, so that both meet the same machine.
 */
export async function benchVotes(server: string | null): Promise<string[]> {
  const house = await openHouse(server);
  if (house === null) return ['no server answers'];
  const pool = new Pool({ ...house.connection, max: AT_ONCE });
  try {
    const people = Array.from({ length: PEOPLE }, (_, index) => `Personne ${index + 1}`);
    for (const who of people) await house.say(who, 'ecc');
    await house.say(
      people[0] ?? '',
      'décision proposer "Le titre" "Le texte" accord "dans trois jours"',
    );
    const vote = async (turn: number): Promise<void> => {
      const word = Math.floor(turn / PEOPLE) % 2 === 0 ? 'pour' : 'contre';
      await house.say(people[turn % PEOPLE] ?? '', `voter D-1 ${word}`);
    };
    await perSecond(vote);
    const { rows } = await pool.query<Record<string, unknown>>('select * from ballots');
    if (rows.length !== PEOPLE) throw new Error(`${rows.length} ballots for ${PEOPLE} people`);
    const upsert = async (turn: number): Promise<void> => {
      const { community_id, decision_id, member_id, version, content } = rows[turn % PEOPLE] ?? {};
      const row = [community_id, decision_id, member_id, version, content];
      await pool.query(UPSERT, [randomUUID(), ...row, new Date()]);
    };
    await perSecond(upsert);
    const votes: number[] = [];
    const bare: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      votes.push(await perSecond(vote));
      // What the votes made the outbox say must not weigh on the bare upserts.
      await house.quiet();
      bare.push(await perSecond(upsert));
    }
    return [
      `through the registry        ${figures(votes, 'votes/s')}`,
      `bare upsert                 ${figures(bare, 'upserts/s')}`,
      `votes / upserts             ${ratio(votes, bare)}`,
      `(${VOTES} each time, ${AT_ONCE} at once, by ${PEOPLE} people)`,
    ];
  } finally {
    await pool.end();
    await house.close();
  }
}

/** Does it {@link VOTES} times, {@link AT_ONCE} at once; tells how many a second. */
async function perSecond(once: (turn: number) => Promise<void>): Promise<number> {
  let turn = 0;
  const began = performance.now();
  const lanes = Array.from({ length: AT_ONCE }, async () => {
    while (turn < VOTES) await once(turn++);
  });
  await Promise.all(lanes);
  return VOTES / ((performance.now() - began) / 1000);
}
