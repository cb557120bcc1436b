import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Notification, Pool } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/database/open.js';
import { testFolder } from '../support/database.js';

describe('many connections on the one session of the embedded database', () => {
  let database: Database;
  let clients: Client[] = [];
  beforeAll(async () => {
    database = await openDatabase({ url: null, dataDir: await testFolder('session') });
    await database.prisma.$executeRaw`create table tally (worker int primary key, value int)`;
  });
  afterEach(async () => {
    await Promise.all(clients.map((client) => client.end()));
    clients = [];
  });
  afterAll(() => database.close());

  async function connect(): Promise<Client> {
    const client = new Client(database.connection);
    await client.connect();
    clients.push(client);
    return client;
  }
  const connectMany = (count: number) => Promise.all(Array.from({ length: count }, connect));

  it('keeps apart queries of different shapes, sent all at once', async () => {
    const many = await connectMany(12);
    const queries = many.flatMap((client, c) =>
      Array.from({ length: 60 }, async (_, i) => {
        const n = c * 1000 + i;
        const shapes = [
          () => client.query('select $1::int as n', [n]),
          () => client.query('select $1::int as n, $2::text as t, now()', [n, `t${n}`]),
          () => client.query(`select ${n} as n`),
          () => client.query('select $1::int as n from generate_series(1, $2::int)', [n, 50]),
          () =>
            client
              .query('values ($1::int)', [n])
              .then(({ rows }) => ({ rows: [{ n: rows[0].column1 }] })),
        ];
        const shape = shapes[n % shapes.length] ?? shapes[0];
        expect((await shape?.())?.rows[0].n).toBe(n);
      }),
    );
    await Promise.all(queries);
  });

  it('gives an error to the query that made it and to no other', async () => {
    const many = await connectMany(8);
    const queries = many.flatMap((client, c) =>
      Array.from({ length: 40 }, async (_, i) => {
        const n = c * 1000 + i;
        if (i % 4 === 0) {
          const failing = ['select 1 / $1::int', 'select nothing_there + $1', 'select select $1'];
          const text = failing[(i / 4) % failing.length] ?? '';
          await expect(client.query(text, [0])).rejects.toThrow(/zero|nothing_there|syntax/);
        } else {
          expect((await client.query('select $1::int as n', [n])).rows).toEqual([{ n }]);
        }
      }),
    );
    await Promise.all(queries);
  });

  it('lets nobody into a transaction, however slow it is', async () => {
    const workers = await connectMany(6);
    await Promise.all(
      workers.map(async (client, worker) => {
        await client.query('insert into tally values ($1, 0)', [worker]);
        for (let i = 0; i < 10; i++) {
          await client.query('begin');
          const { rows } = await client.query('select value from tally where worker = $1', [
            worker,
          ]);
          await sleep(Math.random() * 4);
          await client.query('update tally set value = $2 where worker = $1', [
            worker,
            rows[0].value + 1,
          ]);
          await sleep(Math.random() * 4);
          // A transaction that fails is rolled back, and only that one.
          if (i % 5 === 4) {
            await expect(client.query('select 1/0')).rejects.toThrow('zero');
            await expect(client.query('select 1')).rejects.toThrow('aborted');
            await client.query('rollback');
          } else await client.query('commit');
        }
      }),
    );
    const { rows } = await (await connect()).query('select distinct value from tally');
    expect(rows).toEqual([{ value: 8 }]);
  });

  it('goes on when a client vanishes: in a transaction, in a failed one, in a query', async () => {
    const [watching] = await connectMany(1);
    const ends = ['begin', 'begin; insert into tally values (99, 1)', 'begin; select 1/0'];
    for (const end of [...ends, ...ends]) {
      const client = new Client(database.connection);
      client.on('error', () => undefined);
      await client.connect();
      await client.query(end).catch(() => undefined);
      const pending = watching?.query('select count(*)::int as n from tally where worker = 99');
      const unanswered = client.query('select pg_sleep(0)').catch(() => undefined);
      client.connection.stream.destroy();
      await unanswered;
      expect((await pending)?.rows).toEqual([{ n: 0 }]);
    }
  });

  it('tells those who listen, idle or not, and only them, once', async () => {
    const [listener, other, deaf, speaker] = await connectMany(4);
    const heard = new Map<string, string[]>();
    for (const [name, client] of Object.entries({ listener, other, deaf })) {
      heard.set(name, []);
      client?.on('notification', ({ channel, payload }: Notification) => {
        heard.get(name)?.push(`${channel} ${payload}`);
      });
    }
    await listener?.query('listen bell');
    await other?.query('listen bell');
    await speaker?.query("notify bell, 'one'");
    await speaker?.query('begin');
    await speaker?.query("select pg_notify('bell', $1)", ['unsaid']);
    await speaker?.query('rollback');
    await Promise.all([
      speaker?.query("select pg_notify('bell', $1)", ['two']),
      other?.query('select generate_series(1, 1000)'),
    ]);
    await listener?.query("notify bell, 'own'");
    while (heard.get('other')?.length !== 3) await sleep(5);
    const expected = ['bell one', 'bell two', 'bell own'];
    expect(Object.fromEntries(heard)).toEqual({ listener: expected, other: expected, deaf: [] });
  });

  it('survives all of it at once', async () => {
    const pool = new Pool({ ...database.connection, max: 20 });
    pool.on('error', () => undefined);
    const actions = [
      async (n: number) => {
        expect((await pool.query('select $1::int as n', [n])).rows).toEqual([{ n }]);
      },
      async (n: number) => {
        const { rows } = await database.prisma.$queryRaw<
          { n: number }[]
        >`select ${n}::int as n`.then((rows) => ({ rows }));
        expect(rows).toEqual([{ n }]);
      },
      async () => {
        await expect(pool.query('select 1 / $1::int', [0])).rejects.toThrow('zero');
      },
      async (n: number) => {
        await database.prisma.$transaction(async (tx) => {
          await tx.$queryRaw`select ${n}::int`;
          await sleep(Math.random() * 3);
          expect(await tx.$queryRaw`select ${n}::int as n`).toEqual([{ n }]);
        });
      },
      async () => {
        const client = await pool.connect();
        await client.query('begin');
        client.release(true);
      },
      async () => {
        const long = await pool.query(`select repeat('x', 300000) as x`);
        expect(long.rows[0].x).toHaveLength(300_000);
      },
      async (n: number) => {
        const text = 'é'.repeat(200_000 + n);
        const { rows } = await pool.query('select length($1::text) as n', [text]);
        expect(rows).toEqual([{ n: 200_000 + n }]);
      },
    ];
    await Promise.all(
      Array.from({ length: 350 }, (_, n) => (actions[n % actions.length] ?? actions[0])?.(n)),
    );
    await pool.end();
  });
});
