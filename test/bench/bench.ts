/** `npm run bench`: figures of this machine, now. Build first (`npm run build`). */
import { cpus } from 'node:os';
import { benchAgenda } from './agenda.js';
import { benchNetworks } from './networks.js';
import { benchSearch } from './search.js';
import { benchStart } from './start.js';
import { benchVeille } from './veille.js';
import { benchVotes } from './votes.js';
import { benchWealth } from './wealth.js';

/** Where a PostgreSQL usually is; `ECC_TEST_DATABASE_URL` names another. */
const SERVER = process.env.ECC_TEST_DATABASE_URL || 'postgres://postgres@127.0.0.1:5432/postgres';

const say = (title: string, lines: readonly string[]): void =>
  console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
console.log(
  'Each figure: the median, and from the lowest to the highest, or the 99th of a hundred.',
);
say('Start, on the embedded database', await benchStart());
say('Votes, on the embedded database', await benchVotes(null));
say('Votes, on PostgreSQL', await benchVotes(SERVER));
say('The agenda, on the embedded database', await benchAgenda(null));
say('The agenda, on PostgreSQL', await benchAgenda(SERVER));
say('Wealth, on the embedded database', await benchWealth(null));
say('Wealth, on PostgreSQL', await benchWealth(SERVER));
say('Search in the veille, on the embedded database', await benchSearch(null));
say('Search in the veille, on PostgreSQL', await benchSearch(SERVER));
say('The veille, on the embedded database', await benchVeille(null));
say('The veille, on PostgreSQL', await benchVeille(SERVER));
for (const { title, lines } of await benchNetworks()) say(title, lines);
