import { posix } from 'node:path';
import { type Comment, type Program, parseSync, Visitor } from 'oxc-parser';

/** One thing that is wrong, and where. */
export interface Fault {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export interface Import {
  /** As written: a relative path, a package, a part of Node. */
  readonly name: string;
  /** From the root of the repository, without its ending; `null` when it is not one of ours. */
  readonly target: string | null;
  readonly line: number;
  /** Gone when the program runs. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  readonly imports: readonly Import[];
  lineAt(offset: number): number;
}

/** @throws when it does not parse: a check must never pass on what it could not read. */
export function readSource(path: string, text: string): SourceFile {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  return { path, text, program, comments, lineAt, imports: importsOf({ path, program, lineAt }) };
}

function importsOf(file: Pick<SourceFile, 'path' | 'program' | 'lineAt'>): Import[] {
  const imports: Import[] = [];
  const add = (source: unknown, start: number, typeOnly: boolean): void => {
    const line = file.lineAt(start);
    const name = nameOf(source);
    if (name === null) throw new Error(`${file.path}:${line}: imports what cannot be known`);
    imports.push({ name, target: targetOf(file.path, name), line, typeOnly });
  };
  new Visitor({
    ImportDeclaration(node) {
      const named = node.specifiers.filter((one) => one.type === 'ImportSpecifier');
      const onlyTypes = named.length > 0 && named.every((one) => one.importKind === 'type');
      const typeOnly =
        node.importKind === 'type' || (onlyTypes && named.length === node.specifiers.length);
      add(node.source, node.start, typeOnly);
    },
    ExportNamedDeclaration(node) {
      if (node.source) add(node.source, node.start, node.exportKind === 'type');
    },
    ExportAllDeclaration(node) {
      add(node.source, node.start, node.exportKind === 'type');
    },
    ImportExpression(node) {
      add(node.source, node.start, false);
    },
    TSImportType(node) {
      add(node.source, node.start, true);
    },
  }).visit(file.program);
  return imports;
}

function nameOf(source: unknown): string | null {
  const { type, value } = source as { type: string; value?: unknown };
  return type === 'Literal' && typeof value === 'string' ? value : null;
}

const targetOf = (from: string, name: string): string | null =>
  name.startsWith('.') ? stem(posix.join(posix.dirname(from), name)) : null;

/** What a file is called whether it is written (`.ts`) or imported (`.js`). */
export const stem = (path: string): string => path.replace(/\.[jt]sx?$/, '');
