import { type Fault, type SourceFile, stem } from './source.js';

/**
 * Every circle of imports, types included: told once, at its first file. A circle of types alone
 * runs, but neither of its files can be understood, moved or tested without the other.
 */
export function cycleFaults(files: readonly SourceFile[]): Fault[] {
  const byStem = new Map(files.map((file) => [stem(file.path), file]));
  const next = (file: SourceFile): SourceFile[] =>
    file.imports.flatMap(({ target }) => (target && byStem.get(target)) || []);
  return circles(files, next).map((circle) => {
    const first = circle.toSorted((a, b) => (a.path < b.path ? -1 : 1))[0] as SourceFile;
    const way = shortest(first, next);
    const line = first.imports.find(({ target }) => target === stem(way[1]?.path ?? ''))?.line ?? 1;
    const message = `imports in a circle: ${way.map(({ path }) => path).join(' → ')}`;
    return { path: first.path, line, message };
  });
}

/** Files that reach each other (Tarjan's strongly connected components, SIAM J. Comput. 1972). */
function circles<T>(nodes: readonly T[], next: (node: T) => readonly T[]): T[][] {
  const order = new Map<T, number>();
  const low = new Map<T, number>();
  const open: T[] = [];
  const found: T[][] = [];
  const lowOf = (node: T): number => low.get(node) ?? 0;

  function visit(node: T): void {
    const mine = order.size;
    order.set(node, mine);
    low.set(node, mine);
    open.push(node);
    for (const other of next(node)) {
      if (!order.has(other)) visit(other);
      if (open.includes(other)) low.set(node, Math.min(lowOf(node), lowOf(other)));
    }
    if (lowOf(node) !== mine) return;
    const circle = open.splice(open.indexOf(node));
    if (circle.length > 1 || next(node).includes(node)) found.push(circle);
  }

  for (const node of nodes) if (!order.has(node)) visit(node);
  return found;
}

/** The shortest way from a file back to itself. */
function shortest<T>(start: T, next: (node: T) => readonly T[]): T[] {
  const ways: T[][] = [[start]];
  const seen = new Set<T>();
  for (const way of ways) {
    for (const node of next(way.at(-1) as T)) {
      if (node === start) return [...way, start];
      if (seen.has(node)) continue;
      seen.add(node);
      ways.push([...way, node]);
    }
  }
  return [start];
}
