import { describe, expect, it } from 'vitest';
import { saidOf } from './said.js';

describe('the closed vocabulary of a function', () => {
  it.each([
    'src/agenda/helpers.ts',
    'src/agenda/store-old.ts',
    'src/agenda/policy/event.ts',
    'src/agenda/policy/open.ts',
    'src/agenda/rules/deep/er.ts',
    'src/agenda/methods/count.ts',
    'src/decisions/methods.ts',
    'src/journal/outbox.ts',
    'src/journal/outbox/mouth.ts',
    'src/journal/inbox/store.ts',
  ])('does not know %s', (path) => {
    expect(saidOf({ [path]: '' })).toContainEqual(
      expect.stringContaining('a file is types, rules'),
    );
  });

  it.each([
    'src/agenda/types.ts',
    'src/agenda/rules.ts',
    'src/agenda/rules/series.ts',
    'src/agenda/policy.ts',
    'src/agenda/store.ts',
    'src/agenda/store/events.ts',
    'src/agenda/service.ts',
    'src/agenda/service/parts.ts',
    'src/agenda/jobs.ts',
    'src/decisions/methods/choice.ts',
    'src/decisions/tally/print.ts',
    'src/journal/outbox/store.ts',
    'src/jobs/anything.ts',
    'src/fetching/anything.ts',
    'src/cli/anything.ts',
    'src/kernel/dates/anything.ts',
    'src/start-page.ts',
  ])('knows %s', (path) => {
    expect(saidOf({ [path]: '' })).toEqual([]);
  });

  it.each([
    ['types.ts', './rules.js', 'types may import its pure folders, kernel'],
    ['types.ts', '../community/types.js', 'types may import'],
    ['rules.ts', './store.js', 'rules may import types, its pure folders, kernel'],
    ['rules/a.ts', '../policy.js', 'rules may import'],
    ['rules/a.ts', '../../database/transaction.js', 'rules may import'],
    ['policy.ts', './rules.js', 'policy may import types, kernel, community/types'],
    ['policy.ts', '../community/service.js', 'policy may import'],
    ['store.ts', './rules.js', 'store may import types, kernel, database'],
    ['store.ts', '../community/store.js', 'store may import'],
    ['service.ts', './jobs.js', 'service may import'],
    ['jobs.ts', './store/events.js', 'jobs may import service, kernel, jobs'],
    ['jobs.ts', '../journal/service.js', 'jobs may import'],
  ])('%s may not import %s', (name, to, message) => {
    const path = `src/agenda/${name}`;
    expect(saidOf({ [path]: `import '${to}';` })).toContainEqual(
      expect.stringContaining(`${path}:1: imports ${to}: ${message}`),
    );
  });

  it('keeps the pure folders to themselves and the kernel', () => {
    const path = 'src/decisions/methods/choice.ts';
    const text = "import './result.js';\nimport '../../kernel/text.js';\nimport '../types.js';\n";
    expect(saidOf({ [path]: text })).toEqual([
      `${path}:3: imports ../types.js: pure may import kernel`,
    ]);
  });

  it.each([
    ['types.ts', '../kernel/ids.js'],
    ['rules/a.ts', './b.js'],
    ['rules.ts', './types.js'],
    ['policy.ts', '../community/types.js'],
    ['store/a.ts', '../../database/generated/client.js'],
    ['service/a.ts', '../store/b.js'],
    ['service.ts', './rules/a.js'],
    ['jobs.ts', './service/parts.js'],
    ['jobs.ts', '../jobs/alarms.js'],
  ])('%s may import %s', (name, to) => {
    expect(saidOf({ [`src/agenda/${name}`]: `import '${to}';` })).toEqual([]);
  });
});

describe('purity', () => {
  const PATHS = [
    'src/agenda/types.ts',
    'src/agenda/rules.ts',
    'src/agenda/rules/a.ts',
    'src/agenda/policy.ts',
    'src/decisions/methods/a.ts',
    'src/decisions/tally/a.ts',
  ];
  it.each([
    'export const a = Date.now();',
    'export const a = new Date();',
    'export const a = new Date;',
    'export const a = Date(0);',
    'export const a = Math.random();',
    'export const a = Temporal.Now.instant();',
    'export const a = performance.now();',
    'export const a = process.env.A;',
    'export const a = true ? process : null;',
    'export const a = crypto.randomUUID();',
    'export const a = globalThis["Date"];',
    'export const a = fetch("https://example.org");',
    'console.log(1);',
    'setTimeout(() => 1, 1);',
    "import { readFile } from 'node:fs/promises';",
    "import net from 'net';",
    "import { newId } from '../kernel/ids.js';",
  ])('does not stand %s', (line) => {
    for (const path of PATHS) {
      const up = '../'.repeat(path.split('/').length - 2);
      const text = `/** One. */\n${line.replace('../', up)}\n`;
      expect(saidOf({ [path]: text })).toContainEqual(expect.stringContaining(`${path}:2: `));
    }
  });

  it.each([
    'export const a = new Date(0);',
    'export const a = (now: Date) => Date.parse(now.toISOString());',
    'export const a = { process: 1 }.process;',
    'export interface A { performance: number; fetch(): void }',
    'export const a = Math.max(1, 2); // not Math.random()',
    'export const a = "Date.now()";',
    "import fraction from 'fraction.js';",
  ])('stands %s', (line) => {
    for (const path of PATHS) expect(saidOf({ [path]: line })).toEqual([]);
  });

  it('is asked of no other file', () => {
    expect(saidOf({ 'src/agenda/service.ts': 'export const a = Date.now();' })).toEqual([]);
  });
});

describe('the database', () => {
  const QUESTIONS = [
    'tx.room.findMany();',
    'held.tx.room.findMany();',
    'await this.prisma.room.count();',
    'prisma?.room.count();',
    'tx["room"].count();',
    'await tx.$queryRaw`select 1`;',
    'const { count } = prisma.room;',
  ];
  it.each(QUESTIONS)('is asked in stores only: %s', (line) => {
    const text = `async function a(this: any, tx: any, prisma: any, held: any) {\n${line}\n}\nvoid a;\n`;
    for (const path of ['src/agenda/service.ts', 'src/agenda/jobs.ts', 'commands/a/index.ts']) {
      expect(saidOf({ [path]: text })).toEqual([
        expect.stringMatching(`^${path}:2: asks the database`),
      ]);
    }
    for (const path of ['src/agenda/store.ts', 'adapters/web/store.ts', 'src/jobs/alarms.ts']) {
      expect(saidOf({ [path]: text })).toEqual([]);
    }
  });

  it('lends its types, not its client', () => {
    const path = 'src/agenda/service.ts';
    const name = '../database/generated/client.js';
    expect(saidOf({ [path]: `import type { PrismaClient } from '${name}';` })).toEqual([]);
    expect(saidOf({ [path]: `import { PrismaClient } from '${name}';` })).toEqual([
      `${path}:1: imports ${name}: outside of a store, its types only`,
    ]);
  });

  it('is passed on', () => {
    const text = 'export const a = (parts: any, tx: any) => [tx, parts.tx, parts.prisma];';
    expect(saidOf({ 'src/agenda/service.ts': text })).toEqual([]);
  });
});
