import { builtinModules } from 'node:module';
import { type Expression, Visitor } from 'oxc-parser';
import { placeOf, type Role } from './functions.js';
import type { Fault, SourceFile } from './source.js';

/** Given the same, they say the same: no clock, no chance, no world. */
const PURE = new Set<Role>(['types', 'rules', 'policy', 'pure']);

const NODE = new Set(builtinModules);

/** What holds a clock, chance or the world, by its global name. */
const GLOBALS = new Set([
  ...['process', 'performance', 'crypto', 'console', 'fetch', 'globalThis'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
]);
const MEMBERS = new Set(['Date.now', 'Math.random', 'Temporal.Now']);
/** Ours that are not pure, and why `now` and ids are parameters. */
const OURS = new Set(['newId', 'systemClock']);

/** Every clock, chance and input or output in what must be pure. */
export function purityFaults(files: readonly SourceFile[]): Fault[] {
  return files.filter(({ path }) => PURE.has(placeOf(path)?.role ?? 'service')).flatMap(impurities);
}

function impurities(file: SourceFile): Fault[] {
  const faults: Fault[] = [];
  const add = (what: string, start: number): void => {
    const message = `${what}: pure files take the time and ids as parameters, and touch nothing`;
    faults.push({ path: file.path, line: file.lineAt(start), message });
  };
  for (const { name, line } of file.imports) {
    if (!isNode(name)) continue;
    faults.push({ path: file.path, line, message: `imports ${name} in a pure file` });
  }
  const bare = (callee: Expression, start: number, args: number): void => {
    if (callee.type === 'Identifier' && callee.name === 'Date' && args === 0) add('Date()', start);
  };
  /** Names that name a member of something, and so not what they usually do. */
  const keys = new Set<object>();
  const keyed = (node: { readonly key: object; readonly computed?: boolean }): void => {
    if (!node.computed) keys.add(node.key);
  };
  new Visitor({
    Property(node) {
      if (!node.shorthand) keyed(node);
    },
    PropertyDefinition: keyed,
    MethodDefinition: keyed,
    TSPropertySignature: keyed,
    TSMethodSignature: keyed,
    MemberExpression({ object, property, computed, start }) {
      if (!computed) keys.add(property);
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return;
      const name = `${object.name}.${property.name}`;
      if (MEMBERS.has(name)) add(name, start);
    },
    Identifier(node) {
      const impure = GLOBALS.has(node.name) || OURS.has(node.name);
      if (impure && !keys.has(node)) add(node.name, node.start);
    },
    NewExpression({ callee, start, arguments: args }) {
      bare(callee, start, args.length);
    },
    CallExpression({ callee, start }) {
      // Called without `new`, it tells the time whatever it is given.
      bare(callee, start, 0);
    },
  }).visit(file.program);
  return faults;
}

const isNode = (name: string): boolean =>
  name.startsWith('node:') || NODE.has(name.split('/')[0] ?? '');
