import { type Place, placeOf, ROLES, type Role } from './functions.js';
import type { Fault, Import, SourceFile } from './source.js';

/** What each kind of file may import of its own function; itself, when it is a folder, too. */
const OWN: Readonly<Record<Role, readonly Role[]>> = {
  types: ['pure'],
  pure: [],
  rules: ['types', 'pure'],
  policy: ['types'],
  store: ['types'],
  service: ['types', 'pure', 'rules', 'policy', 'store'],
  jobs: ['service'],
};

/** What each kind of file may import of the rest of `src`, as beginnings of paths. */
const OTHERS: Readonly<Record<Role, readonly string[]>> = {
  types: ['src/kernel/'],
  pure: ['src/kernel/'],
  rules: ['src/kernel/'],
  policy: ['src/kernel/', 'src/community/types'],
  store: ['src/kernel/', 'src/database/'],
  // Which parts a function may use at all is for the layers to say.
  service: ['src/'],
  jobs: ['src/kernel/', 'src/jobs/'],
};

/** Every file of a function that the closed vocabulary does not know, or that knows too much. */
export function vocabularyFaults(files: readonly SourceFile[]): Fault[] {
  return files.flatMap(({ path, imports }) => {
    const place = placeOf(path);
    if (!place) return [];
    const { folder, role } = place;
    if (!role) return [{ path, line: 1, message: `in ${folder}/ a file is ${VOCABULARY}` }];
    return imports.flatMap((one) =>
      allowed({ folder, role }, one)
        ? []
        : [{ path, line: one.line, message: `imports ${one.name}: ${rule(role)}` }],
    );
  });
}

const VOCABULARY = `${ROLES.join(', ')} (types, rules, store and service may be folders)`;

function allowed(place: Place & { role: Role }, { target }: Import): boolean {
  if (target === null) return true;
  const other = placeOf(target);
  if (other?.folder === place.folder) {
    return (
      other.role === place.role || (other.role !== null && OWN[place.role].includes(other.role))
    );
  }
  return OTHERS[place.role].some((start) => target.startsWith(start));
}

function rule(role: Role): string {
  const own = OWN[role].map((one) => (one === 'pure' ? 'its pure folders' : one));
  const others = OTHERS[role].map((start) => start.slice('src/'.length).replace(/\/$/, ''));
  return `${role} may import ${[...own, ...others].filter(Boolean).join(', ')}`;
}
