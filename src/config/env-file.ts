import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import type { Env, Sentence } from './setting.js';

export interface EnvFile {
  readonly env: Env;
  readonly faults: readonly Sentence[];
}

/** `NAME=` and one quoted value, which may take several lines. */
const QUOTED =
  /^[ \t]*(?:export[ \t]+)?[A-Za-z_][\w.]*[ \t]*=[ \t]*(["'`])(?:(?!\1)[\s\S])*\1[^\n]*$/gm;
const PLAIN = /^\s*(?:export\s+)?[A-Za-z_][\w.]*\s*=\s*(?!["'`])/;

/**
 * The environment, with what a `.env` file adds to it: what is set for real has the last word.
 * No file is no fault. Node's own parser skips in silence what it does not understand, so the
 * lines are looked at here first; none is ever quoted, as it may be a password.
 */
export async function withEnvFile(path: string, env: Env): Promise<EnvFile> {
  let text: string;
  try {
    text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return { env, faults: code === 'ENOENT' ? [] : [unreadable(path, code ?? '?')] };
  }
  const lines = text.replace(QUOTED, (found) => found.replaceAll(/[^\n]/g, '')).split('\n');
  const faults = lines.flatMap((line, index) =>
    /^\s*(#|$)/.test(line) || PLAIN.test(line) ? [] : [misread(path, index + 1)],
  );
  return { env: { ...parseEnv(text), ...env }, faults };
}

const unreadable = (path: string, code: string): Sentence => ({
  fr: `${path} ne se lit pas (${code}).`,
  en: `${path} cannot be read (${code}).`,
});

const misread = (path: string, line: number): Sentence => ({
  fr: `${path}, ligne ${line} : il faut NOM=valeur, avec des guillemets fermés s’il y en a.`,
  en: `${path}, line ${line}: it takes NAME=value, with quotes closed if there are any.`,
});
