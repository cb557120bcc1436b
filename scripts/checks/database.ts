import { type Expression, type Super, Visitor } from 'oxc-parser';
import { placeOf } from './functions.js';
import type { Fault, SourceFile } from './source.js';

const CLIENTS = new Set(['tx', 'prisma']);

/** `src/database` makes the client and `src/jobs` has its alarms: neither is a function. */
const GROUND = /^src\/(database|jobs)\//;

/** Every question to the database outside of a store. Others only pass the client on. */
export function databaseFaults(files: readonly SourceFile[]): Fault[] {
  return files.filter(({ path }) => !mayAsk(path)).flatMap(questions);
}

function mayAsk(path: string): boolean {
  const runs = /^(src|commands|adapters)\//.test(path);
  const adapterStore = /^adapters\/[^/]+\/store(\.ts|\/)/.test(path);
  return !runs || GROUND.test(path) || adapterStore || placeOf(path)?.role === 'store';
}

function questions(file: SourceFile): Fault[] {
  const faults: Fault[] = file.imports
    .filter(({ target, typeOnly }) => target?.startsWith('src/database/generated/') && !typeOnly)
    .map(({ line, name }) => ({
      ...{ path: file.path, line },
      message: `imports ${name}: outside of a store, its types only`,
    }));
  new Visitor({
    MemberExpression({ object, property, start }) {
      if (!isClient(object)) return;
      const asked = file.text.slice(property.start, property.end);
      const message = `asks the database (${asked}): that is for a store`;
      faults.push({ path: file.path, line: file.lineAt(start), message });
    },
  }).visit(file.program);
  return faults;
}

/** `tx`, `prisma`, or a member of something by that name. */
function isClient(node: Expression | Super): boolean {
  if (node.type === 'Identifier') return CLIENTS.has(node.name);
  if (node.type !== 'MemberExpression') return false;
  return node.property.type === 'Identifier' && CLIENTS.has(node.property.name);
}
