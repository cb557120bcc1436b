import { expect, it } from 'vitest';
import { openDatabase } from '../../src/database/open.js';
import { upkeep } from '../../src/database/upkeep.js';
import { testFolder } from '../support/database.js';

it('keeps the log of changes short and the tables free of what is gone', async () => {
  const { prisma, close } = await openDatabase({ url: null, dataDir: await testFolder('upkeep') });
  const sizes = async () => {
    const [row] = await prisma.$queryRaw<[{ log: number; dead: number; table: number }]>`
      select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 as log,
        (select n_dead_tup from pg_stat_user_tables where relname = 'Worn')::int as dead,
        pg_relation_size('"Worn"')::int as table
      from pg_control_checkpoint()`;
    return row;
  };
  const rewrite = async () => {
    await prisma.$executeRaw`
      insert into "Worn" select n, repeat('x', 200) from generate_series(1, 20000) n
      on conflict (n) do update set text = excluded.text || random()`;
    // PostgreSQL counts what changed once a second at most, unless asked.
    await prisma.$executeRaw`select pg_stat_force_next_flush()`;
  };

  await prisma.$executeRaw`create table "Worn" (n int primary key, text text)`;
  for (let time = 0; time < 3; time++) await rewrite();
  const before = await sizes();
  expect(before.log).toBeGreaterThan(16 * 1024 * 1024);
  expect(before.dead).toBeGreaterThan(20_000);
  await upkeep(prisma);
  const after = await sizes();
  expect(after.log).toBeLessThan(1024 * 1024);
  expect(after.dead).toBe(0);
  // The room of what is gone is used again.
  await rewrite();
  expect((await sizes()).table).toBeLessThan(before.table * 1.1);
  await close();
});
