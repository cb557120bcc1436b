import { Visitor } from 'oxc-parser';
import type { Fault, SourceFile } from './source.js';

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

const MAX_LINES = 300;

export const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length;

/** Files that are too long to have one reason to exist. */
export function sizeFaults(files: readonly TextFile[]): Fault[] {
  return files.flatMap(({ path, text }) => {
    const lines = linesOf(text);
    const message = `${lines} lines: ${MAX_LINES} is the ceiling`;
    return lines > MAX_LINES ? [{ path, line: MAX_LINES + 1, message }] : [];
  });
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** What was left for later: an issue is the place for it. */
const LATER = /\b(TODO|FIXME|XXX)\b/;

export function laterFaults(files: readonly SourceFile[]): Fault[] {
  return files.flatMap(({ path, comments, lineAt }) =>
    comments.flatMap(({ value, start }) => {
      const mark = LATER.exec(value);
      if (!mark) return [];
      const line = lineAt(start) + linesOf(value.slice(0, mark.index)) - 1;
      return [{ path, line, message: `${mark[1]} left in a comment` }];
    }),
  );
}

const TESTS = new Set(['it', 'test', 'describe', 'suite', 'bench']);
const SWITCHES = new Set(['only', 'skip', 'todo']);

/** Tests that are switched off, or that switch the others off. `skipIf` says why, and may stay. */
export function switchedFaults(files: readonly SourceFile[]): Fault[] {
  return files.flatMap((file) => {
    const faults: Fault[] = [];
    new Visitor({
      MemberExpression({ object, property, start }) {
        if (property.type !== 'Identifier' || !SWITCHES.has(property.name)) return;
        if (!TESTS.has(/^\w+/.exec(file.text.slice(object.start))?.[0] ?? '')) return;
        const message = `${property.name} on a test`;
        faults.push({ path: file.path, line: file.lineAt(start), message });
      },
    }).visit(file.program);
    return faults;
  });
}

/** An absolute path that only one machine has. */
const MACHINE = /(?<![\w.~:/-])(\/(home|root|work|Users|workspace)\/[\w.-]+|[A-Z]:\\\\?[A-Za-z])/;

export function machineFaults(files: readonly TextFile[]): Fault[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((content, index) => {
      const found = MACHINE.exec(content);
      return found ? [{ path, line: index + 1, message: `a machine’s own path: ${found[1]}` }] : [];
    }),
  );
}
