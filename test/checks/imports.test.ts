import { describe, expect, it } from 'vitest';
import { readSource } from '../../scripts/checks/source.js';
import { saidOf } from './said.js';

const importing = (from: string, name: string): string[] =>
  saidOf({ [from]: `import type { A } from '${name}';\nexport type B = A;\n` });

describe('reading imports', () => {
  it('finds every way to import, and whether it is of types', () => {
    const source = readSource(
      'src/a/service.ts',
      [
        "// import '../comment.js';",
        "import { é } from './value.js';",
        'import {\n  type A,\n  type B,\n} from "./types.js";',
        "import type { C } from '../kernel/c.js';",
        "import { type D, d } from './both.js';",
        "import './effect.js';",
        "export * from './all.js';",
        "export type { E } from './named.js';",
        "const text = `import('../text.js')`;",
        "export const lazy = () => import('./lazy.js');",
        "export type F = import('./inline.js').F | typeof text;",
        "import fs from 'node:fs';",
      ].join('\n'),
    );
    const read = source.imports.map(({ name, target, line, typeOnly }) =>
      [line, name, target, typeOnly ? 'types' : 'values'].join(' '),
    );
    expect(read.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual([
      '2 ./value.js src/a/value values',
      '3 ./types.js src/a/types types',
      '7 ../kernel/c.js src/kernel/c types',
      '8 ./both.js src/a/both values',
      '9 ./effect.js src/a/effect values',
      '10 ./all.js src/a/all values',
      '11 ./named.js src/a/named types',
      '13 ./lazy.js src/a/lazy values',
      '14 ./inline.js src/a/inline types',
      '15 node:fs  values',
    ]);
  });

  it('refuses to pass on what it cannot read', () => {
    expect(() => readSource('src/a.ts', 'import { from;')).toThrow('src/a.ts does not parse');
    expect(() => readSource('src/a.ts', 'const name = "b";\nimport(name);')).toThrow('src/a.ts:2');
  });
});

describe('imports run one way', () => {
  it.each([
    ['src/decisions/service.ts', '../../commands/words/fr.js', 'src knows nothing of commands'],
    ['src/start-page.ts', '../adapters/contract.js', 'src knows nothing of adapters'],
    ['commands/ecc/index.ts', '../../adapters/contract.js', 'commands knows nothing of adapters'],
    ['src/decisions/service.ts', '../../test/support/log.js', 'what runs knows nothing of test/'],
    ['adapters/web/app.tsx', '../../scripts/migration.js', 'what runs knows nothing of scripts/'],
    ['src/kernel/text.ts', '../database/open.js', 'kernel may use nothing of ours only'],
    ['src/jobs/queue.ts', '../journal/service.js', 'jobs may use kernel, database only'],
    ['src/fetching/fetcher.ts', '../database/open.js', 'fetching may use kernel only'],
    ['src/journal/service.ts', '../fetching/fetcher.js', 'journal may use'],
    ['src/journal/service.ts', '../community/service.js', 'journal may use'],
    ['src/community/service.ts', '../decisions/service.js', 'community may use'],
    ['src/agenda/service.ts', '../decisions/store.js', 'only decisions/service.ts is for other'],
    ['src/agenda/service.ts', '../decisions/types.js', 'only decisions/service.ts is for other'],
    ['src/agenda/service.ts', '../decisions/service/parts.js', 'only decisions/service.ts is for'],
    ['src/agenda/service.ts', '../cli/run.js', 'a function may not use cli'],
    ['src/agenda/service.ts', '../config/settings.js', 'a function may not use config'],
    ['src/agenda/service.ts', '../compose.js', 'agenda knows nothing of the files that start it'],
    ['commands/a/index.ts', '../../src/decisions/store.js', 'decisions/store is the core’s own'],
    ['commands/a/index.ts', '../../src/decisions/store/a.js', 'decisions/store is the core’s own'],
    ['commands/a/index.ts', '../../src/decisions/jobs.js', 'decisions/jobs is the core’s own'],
    ['commands/a/index.ts', '../../src/jobs/queue.js', 'jobs are the core’s own'],
    ['commands/a/index.ts', '../../src/fetching/fetcher.js', 'only the core asks the outside'],
    ['adapters/web/app.tsx', '../../src/fetching/fetcher.js', 'only the core asks the outside'],
    ['commands/a/index.ts', '../../src/compose.js', 'only the composition root starts the core'],
    ['adapters/web/app.tsx', '../../src/database/open.js', 'only a store touches the database'],
    ['adapters/slack/app.ts', '../web/app.js', 'adapters are strangers'],
    ['adapters/web/client/a.ts', '../words.js', 'what runs in the browser'],
    ['adapters/web/client/a.ts', '../../contract.js', 'what runs in the browser'],
  ])('not from %s to %s', (from, to, message) => {
    expect(importing(from, to)).toContainEqual(
      expect.stringContaining(`${from}:1: imports ${to}: ${message}`),
    );
  });

  it.each([
    ['src/compose.ts', '../adapters/contract.js'],
    ['src/main.ts', '../adapters/web/server.js'],
    ['src/cli/tally.ts', '../decisions/tally/index.js'],
    ['src/database/secret-key.ts', '../config/settings.js'],
    ['src/agenda/service.ts', '../decisions/service.js'],
    ['src/agenda/service.ts', '../community/store.js'],
    ['src/agenda/service/parts.ts', '../../journal/service.js'],
    ['src/agenda/jobs.ts', '../jobs/alarms.js'],
    ['src/agenda/service.ts', '../fetching/fetcher.js'],
    ['commands/a/index.ts', '../../src/decisions/policy.js'],
    ['commands/a/index.ts', '../b/typed.js'],
    ['adapters/web/app.tsx', '../../commands/view/view.js'],
    ['adapters/web/store.ts', '../../src/database/generated/client.js'],
    ['adapters/web/web-adapter.ts', '../contract.js'],
    ['adapters/web/client/main.ts', './dom.js'],
    ['test/decisions/store.test.ts', '../../src/decisions/store.js'],
  ])('but from %s to %s', (from, to) => {
    expect(importing(from, to)).toEqual([]);
  });
});

describe('circles', () => {
  it('tells a circle once, with its shortest way, even of types alone', () => {
    const said = saidOf({
      'commands/a.ts': "import type { C } from './c.js';\nimport { b } from './b.js';\n",
      'commands/b.ts': "export * from './a.js';\n",
      'commands/c.tsx': "import type { B } from './b.js';\n",
      'commands/d.ts': "import { a } from './a.js';\n",
    });
    expect(said).toEqual([
      'commands/a.ts:2: imports in a circle: commands/a.ts → commands/b.ts → commands/a.ts',
    ]);
  });

  it('sees a file that imports itself', () => {
    expect(saidOf({ 'src/kernel/a.ts': "import { a } from './a.js';\n" })).toEqual([
      'src/kernel/a.ts:1: imports in a circle: src/kernel/a.ts → src/kernel/a.ts',
    ]);
  });

  it('does not take a shared import for a circle', () => {
    const said = saidOf({
      'commands/a.ts': "import './b.js';\nimport './c.js';\n",
      'commands/b.ts': "import './c.js';\n",
      'commands/c.ts': '',
    });
    expect(said).toEqual([]);
  });
});
