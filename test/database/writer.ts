/** Opens the database of a folder, then writes rows, and says each once it is acknowledged. */
import { migrate } from '../../src/database/migrate.js';
import { openDatabase } from '../../src/database/open.js';

const [dataDir = ''] = process.argv.slice(2);
const database = await openDatabase({
  url: null,
  dataDir,
  onProgress: (step) => console.log(`step: ${step}`),
});
await migrate(database.connection);
await database.prisma.$executeRaw`create table if not exists kept (n int primary key)`;
const [{ next }] = await database.prisma.$queryRaw<[{ next: number }]>`
  select coalesce(max(n) + 1, 0)::int as next from kept`;
for (let n = next; ; n++) {
  await database.prisma.$executeRaw`insert into kept values (${n})`;
  console.log(`kept ${n}`);
}
