import { cycleFaults } from './cycles.js';
import { databaseFaults } from './database.js';
import { layerFaults } from './layers.js';
import { purityFaults } from './purity.js';
import { type Fault, readSource } from './source.js';
import {
  laterFaults,
  machineFaults,
  sizeFaults,
  switchedFaults,
  type TextFile,
} from './tidiness.js';
import { vocabularyFaults } from './vocabulary.js';

/** Everything that is wrong with the shape of the repository, by file and line. */
export function check(texts: readonly TextFile[]): Fault[] {
  const files = texts
    .filter(({ path }) => /\.tsx?$/.test(path))
    .map(({ path, text }) => readSource(path, text));
  return [
    ...layerFaults(files),
    ...cycleFaults(files.filter(({ path }) => /^(src|commands|adapters)\//.test(path))),
    ...vocabularyFaults(files),
    ...purityFaults(files),
    ...databaseFaults(files),
    ...sizeFaults(texts.filter(({ path }) => /\.(tsx?|css|prisma)$/.test(path))),
    ...laterFaults(files),
    ...switchedFaults(files.filter(({ path }) => path.startsWith('test/'))),
    ...machineFaults(texts),
  ].sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}
