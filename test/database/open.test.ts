import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/database/open.js';
import { isUniqueViolation, transaction } from '../../src/database/transaction.js';
import { testDatabase, testFolder } from '../support/database.js';
import { run } from '../support/process.js';

const WRITER = join(import.meta.dirname, 'writer.ts');

describe('the embedded database', () => {
  it.each([
    ['a plain folder', 'data'],
    ['a folder with blanks and accents', 'données de l’été / à nous'],
    ['a folder too deep for a Unix socket', 'deep/'.repeat(40)],
  ])('lives in %s, closed to others, and leaves only its files', async (_, name) => {
    const dataDir = join(await testFolder('open'), name);
    await mkdir(dataDir, { recursive: true, mode: 0o777 });
    for (let time = 0; time < 2; time++) {
      const database = await openDatabase({ url: null, dataDir });
      expect(await database.prisma.$queryRaw`select 1 as one`).toEqual([{ one: 1 }]);
      expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
      const { connection } = database;
      const socket = 'host' in connection ? connection.host : '';
      expect((await stat(socket)).mode & 0o777).toBe(0o700);
      await database.close();
      await expect(stat(socket)).rejects.toMatchObject({ code: 'ENOENT' });
    }
    expect((await readdir(dataDir)).sort()).toEqual([expect.stringMatching(/^lock\./), 'postgres']);
  });

  it('says that a folder cannot hold it', async () => {
    const failure = await openDatabase({ url: null, dataDir: '/dev/null/data' }).catch((e) => e);
    expect(failure.code).toBe('data_unusable');
    expect(failure.say('fr')).toContain('ENOTDIR');
  });

  it('says that its files do not open, and touches none', async () => {
    const dataDir = await testFolder('damaged');
    await mkdir(join(dataDir, 'postgres'));
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '12\n');
    const failure = await openDatabase({ url: null, dataDir }).catch((error) => error);
    expect(failure.code).toBe('database_unopenable');
    expect(await readdir(join(dataDir, 'postgres'))).toEqual(['PG_VERSION']);
  });

  it('is made again when the first making was killed, at any moment', async () => {
    for (const afterMs of [0, 200, 500]) {
      const dataDir = await testFolder('killed');
      const first = run(WRITER, dataDir);
      await first.said('step: database.create');
      await sleep(afterMs);
      await first.kill();
      const second = run(WRITER, dataDir);
      await second.said('kept');
      await second.kill();
    }
  }, 120_000);

  it('keeps all that it acknowledged when it is killed while writing', async () => {
    const dataDir = await testFolder('killed');
    let acknowledged = -1;
    for (let time = 0; time < 4; time++) {
      const writer = run(WRITER, dataDir);
      await writer.said('kept');
      await sleep(Math.random() * 300);
      await writer.kill();
      acknowledged = Number(writer.lines.at(-1)?.slice('kept '.length));
    }
    const database = await openDatabase({ url: null, dataDir });
    const [kept] = await database.prisma.$queryRaw<[{ count: number; last: number }]>`
      select count(*)::int, max(n) as last from kept`;
    await database.close();
    expect(kept.last).toBeGreaterThanOrEqual(acknowledged);
    expect(kept.count).toBe(kept.last + 1);
  }, 120_000);
});

it('a server that does not answer is told, without its password', async () => {
  const url = 'postgresql://ecc:secret-word@127.0.0.1:1/ecc';
  const failure = await openDatabase({ url, dataDir: '' }).catch((error) => error);
  expect(failure.code).toBe('database_unreachable');
  expect(failure.say('fr')).toContain('ECONNREFUSED');
  expect(JSON.stringify([failure, failure.message, failure.stack])).not.toContain('secret-word');
});

describe('a transaction', () => {
  it('is tried again when PostgreSQL says that it lost to another, three times at most', async () => {
    const database = await testDatabase();
    const lose = (times: number) => {
      let attempts = 0;
      const result = transaction(database.prisma, async (tx) => {
        await tx.$executeRaw`create table if not exists traces (n int)`;
        await tx.$executeRaw`insert into traces values (${++attempts})`;
        if (attempts <= times) {
          await tx.$executeRaw`do $$ begin raise exception 'lost' using errcode = '40001'; end $$`;
        }
        return attempts;
      });
      return result;
    };
    expect(await lose(2)).toBe(3);
    expect(await database.prisma.$queryRaw`select n from traces`).toEqual([{ n: 3 }]);
    await expect(lose(3)).rejects.toThrow('40001');
    await database.close();
  });

  it('knows a duplicate from any other error, of the client and of raw queries', async () => {
    const database = await testDatabase();
    const { prisma } = database;
    const row = { communityId: crypto.randomUUID(), kind: 'x', value: 1 };
    await prisma.counter.create({ data: row });
    const errors = [
      prisma.counter.create({ data: row }),
      prisma.$executeRaw`insert into counters select * from counters`,
      prisma.$executeRaw`select 1/0`,
      Promise.reject(new Error('23505')),
    ].map((query) => query.then(() => null).catch(isUniqueViolation));
    expect(await Promise.all(errors)).toEqual([true, true, false, false]);
    await database.close();
  });
});
