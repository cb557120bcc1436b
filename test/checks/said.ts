import { check } from '../../scripts/checks/checks.js';

/** What the checks say of a repository that holds only these files: `path:line: message`. */
export const saidOf = (files: Readonly<Record<string, string>>): string[] =>
  check(Object.entries(files).map(([path, text]) => ({ path, text }))).map(
    ({ path, line, message }) => `${path}:${line}: ${message}`,
  );
