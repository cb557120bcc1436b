import type { Fault, Import, SourceFile } from './source.js';
import { stem } from './source.js';

/** Imports run one way: from the last to the first. */
const TOPS = ['src', 'commands', 'adapters'];

/**
 * The composition root, and what of the command line prints what an adapter declares or compares
 * it with what a network grants: the only files of `src` that know what is above it.
 */
const ROOT = new Set([
  'src/main.ts',
  'src/compose.ts',
  'src/networks.ts',
  'src/cli/manifest.ts',
  'src/cli/check/needs.ts',
]);

/** What is under the functions, and what each part of it may use. */
const GROUND: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  config: ['kernel'],
  database: ['kernel', 'config'],
  jobs: ['kernel', 'database'],
  fetching: ['kernel'],
  journal: ['kernel', 'database', 'jobs'],
  community: ['kernel', 'database', 'journal'],
};

/** What every function may use; another function, only through its service. */
const FOR_FUNCTIONS = ['kernel', 'database', 'journal', 'jobs', 'fetching', 'community'];

/** Read arguments, call what they name: entrances, like the files of `src` itself. */
const ENTRANCES = new Set(['cli']);

/** Every import that runs against the one direction. */
export function layerFaults(files: readonly SourceFile[]): Fault[] {
  return files.flatMap((file) =>
    file.imports.flatMap((one) => {
      const message = one.target === null ? null : wrong(file.path, one.target);
      return message ? [{ path: file.path, line: one.line, message: said(one, message) }] : [];
    }),
  );
}

const said = ({ name }: Import, message: string): string => `imports ${name}: ${message}`;

function wrong(from: string, to: string): string | null {
  const [fromTop = '', fromPart = ''] = from.split('/');
  const [toTop = '', toPart = ''] = to.split('/');
  const rank = TOPS.indexOf(fromTop);
  const toRank = TOPS.indexOf(toTop);
  if (rank < 0) return null;
  if (toRank < 0) return `what runs knows nothing of ${toTop}/`;
  if (toRank > rank) return ROOT.has(from) ? null : `${fromTop} knows nothing of ${toTop}`;
  if (fromTop === 'src') return insideSrc(from, fromPart, to, toPart);
  if (toTop === 'src') return fromOutside(from, to);
  return fromTop === 'adapters' && toTop === 'adapters' ? betweenAdapters(from, to) : null;
}

function insideSrc(from: string, fromPart: string, to: string, toPart: string): string | null {
  if (isFile(from) || ENTRANCES.has(fromPart) || fromPart === toPart) return null;
  if (isFile(`${to}.ts`)) return `${fromPart} knows nothing of the files that start it`;
  const ground = GROUND[fromPart];
  if ((ground ?? FOR_FUNCTIONS).includes(toPart)) return null;
  if (ground) return `${fromPart} may use ${list(ground)} only`;
  if (toPart in GROUND || ENTRANCES.has(toPart)) return `a function may not use ${toPart}`;
  return to === `src/${toPart}/service` ? null : `only ${toPart}/service.ts is for other functions`;
}

/** Commands and adapters ask services; what keeps and what happens later is not for them. */
function fromOutside(from: string, to: string): string | null {
  const [, part = '', ...rest] = to.split('/');
  if (isFile(`${to}.ts`)) return 'only the composition root starts the core';
  if (part === 'jobs') return 'jobs are the core’s own';
  if (part === 'fetching') return 'only the core asks the outside, for a function';
  const keeps = from.startsWith('adapters/') && /\/store(\.ts|\/)/.test(from);
  if (part === 'database') return keeps ? null : 'only a store touches the database';
  const inside = rest.find((name) => name === 'store' || name === 'jobs');
  return inside ? `${part}/${inside} is the core’s own: use its service` : null;
}

function betweenAdapters(from: string, to: string): string | null {
  const [, fromPart = '', inside] = from.split('/');
  const [, toPart = ''] = to.split('/');
  if (isFile(from)) return null;
  if (inside === 'client' && !to.startsWith(`adapters/${fromPart}/client/`)) {
    return 'what runs in the browser imports only what is beside it';
  }
  return fromPart === toPart || to === 'adapters/contract' ? null : 'adapters are strangers';
}

const isFile = (path: string): boolean => path.split('/').length === 2 && path !== stem(path);

const list = (names: readonly string[]): string => names.join(', ') || 'nothing of ours';
