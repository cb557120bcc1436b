import type { EventEmitter } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { FieldDef, PoolClient } from 'pg';
import type { Connection } from '../src/database/connection.js';
import type { Migration } from '../src/database/migrations.js';

const SCHEMA = join(import.meta.dirname, '../prisma/schema');

/**
 * The SQL that takes a database made by these migrations to `prisma/schema`; only blanks or
 * comments when they agree. Prisma's own engine says so, in its WebAssembly build, which needs no
 * download; it applies the migrations to `empty`, an empty database, to look at the result.
 */
export async function sqlToSchema(migrations: Migration[], empty: Connection): Promise<string> {
  loading ??= load();
  await loading;
  const instance = await engine.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new ShadowIsGiven(empty)),
  );
  try {
    const { stdout } = await instance.diff({
      from: {
        tag: 'migrations',
        baseDir: '/prisma/migrations',
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
      to: { tag: 'schemaDatamodel', files: await schemaFiles() },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? '';
  } finally {
    instance.free();
  }
}

/** The engine would create a database to try migrations in; PGlite has one, and it is empty. */
class ShadowIsGiven extends PrismaPg {
  override async connectToShadowDb() {
    const adapter = await this.connect();
    let letters: number[] = [];
    adapter.underlyingDriver().on('connect', (client) => {
      hideLetters(client, (columns) => {
        letters = columns;
      });
    });
    const query = adapter.queryRaw.bind(adapter);
    // The driver's own cuts a script at every semicolon, those inside a function too.
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    adapter.queryRaw = async (sql) => {
      letters = [];
      const result = await query(sql);
      for (const column of letters) result.columnTypes[column] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  }
}

/**
 * adapter-pg 7.10 refuses PostgreSQL's internal one-letter type ("char", 18), which the engine
 * reads in the catalogue and wants as a character: it is passed through as text (25), and said.
 */
function hideLetters(client: PoolClient, say: (columns: number[]) => void): void {
  const { connection } = client as unknown as { connection: EventEmitter };
  connection.prependListener('rowDescription', ({ fields }: { fields: FieldDef[] }) => {
    const letters = fields.flatMap((field, column) => (field.dataTypeID === 18 ? [column] : []));
    for (const field of fields) if (field.dataTypeID === 18) field.dataTypeID = 25;
    say(letters);
  });
}

/** Node has it as a global; its types come with the browser's, which are not for here. */
declare const WebAssembly: {
  instantiate(bytes: Buffer, imports: object): Promise<{ instance: { exports: object } }>;
};

let loading: Promise<void> | null = null;

/** What the package's own entry does, without Node's flag for importing WebAssembly. */
async function load(): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const { instance } = await WebAssembly.instantiate(
    await readFile(join(folder, 'schema_engine_bg.wasm')),
    { './schema_engine_bg.js': engine },
  );
  const { __wbg_set_wasm, __wbindgen_start } = {
    ...engine,
    ...instance.exports,
  } as unknown as { __wbg_set_wasm(exports: object): void; __wbindgen_start(): void };
  __wbg_set_wasm(instance.exports);
  __wbindgen_start();
}

async function schemaFiles(): Promise<{ path: string; content: string }[]> {
  const names = (await readdir(SCHEMA)).filter((name) => name.endsWith('.prisma'));
  return Promise.all(
    names
      .sort()
      .map(async (path) => ({ path, content: await readFile(join(SCHEMA, path), 'utf8') })),
  );
}
