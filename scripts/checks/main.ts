/** `npm run checks`: the shape of the repository, as DESIGN §3 and §9 want it. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { check } from './checks.js';
import { linesOf, median, type TextFile } from './tidiness.js';

const ROOT = join(import.meta.dirname, '../..');

/** Not written by hand, or not part of the repository. */
const NOT_OURS = new Set(['node_modules', 'dist', 'generated', 'data', 'coverage', '.git']);
const READABLE = /\.(tsx?|js|css|prisma|sql|json|md|sh|html|svg|ya?ml)$|^\.ci\/|^\.env\.example$/;
const LOCK = 'package-lock.json';

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = entries
    .filter(({ name }) => !NOT_OURS.has(name))
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
    });
  return (await Promise.all(found)).flat();
}

const paths = (await filesIn(ROOT))
  .map((path) => relative(ROOT, path).split(sep).join('/'))
  .filter((path) => READABLE.test(path) && path !== LOCK);
const texts: TextFile[] = await Promise.all(
  paths.map(async (path) => ({ path, text: await readFile(join(ROOT, path), 'utf8') })),
);
const faults = check(texts);
for (const { path, line, message } of faults) console.log(`${path}:${line}: ${message}`);

const sizes = texts
  .filter(({ path }) => /^(src|commands|adapters)\/.*\.tsx?$/.test(path))
  .map(({ text }) => linesOf(text));
console.log(
  `${sizes.length} files in src, commands and adapters: median ${median(sizes)} lines, longest ${Math.max(...sizes)}; ${faults.length} faults`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
