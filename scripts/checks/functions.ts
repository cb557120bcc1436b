import { stem } from './source.js';

/** Folders of `src` that are not functions: they have names of their own inside. */
const NOT_FUNCTIONS = new Set(['kernel', 'config', 'database', 'jobs', 'fetching', 'cli']);

/** Functions inside functions. */
const NESTED = new Set(['src/journal/outbox']);

/** The closed vocabulary: what a file of a function can be. */
export const ROLES = ['types', 'rules', 'policy', 'store', 'service', 'jobs'] as const;
export type Role = (typeof ROLES)[number] | 'pure';

/** Those that may be a folder of files instead of one. */
const MAY_BE_FOLDERS = new Set(['types', 'rules', 'store', 'service']);

/** Pure folders of one function, named for what they hold. */
const PURE_FOLDERS = new Set([
  'src/decisions/methods',
  'src/decisions/tally',
  'src/agenda/icalendar',
  'src/agenda/caldav',
  'src/wealth/sharing',
  'src/veille/reading',
]);

export interface Place {
  /** For example `src/decisions`. */
  readonly folder: string;
  /** `null`: a name that is not in the vocabulary. */
  readonly role: Role | null;
}

/** Which function a path (with its ending or not) belongs to, as what; `null` outside of them. */
export function placeOf(path: string): Place | null {
  const [top, part = '', ...rest] = stem(path).split('/');
  if (top !== 'src' || rest.length === 0 || NOT_FUNCTIONS.has(part)) return null;
  const nested = `src/${part}/${rest[0]}`;
  const folder = rest.length > 1 && NESTED.has(nested) ? nested : `src/${part}`;
  const [name = '', ...inside] = folder === nested ? rest.slice(1) : rest;
  return { folder, role: roleOf(`${folder}/${name}`, name, inside.length) };
}

function roleOf(path: string, name: string, depth: number): Role | null {
  if (PURE_FOLDERS.has(path)) return depth > 0 ? 'pure' : null;
  const role = ROLES.find((one) => one === name) ?? null;
  if (depth === 0) return role;
  return depth === 1 && role && MAY_BE_FOLDERS.has(role) ? role : null;
}
