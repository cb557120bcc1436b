import type { Readable, Writable } from 'node:stream';
import type { Locale, Localised } from '../kernel/locale.js';

/** What a command line can read and write; lines come without their end. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: Writable;
  out(line: string): void;
  err(line: string): void;
}

/** Exit codes: done, done and something is wrong, and refused with a sentence. */
export const DONE = 0;
export const WRONG = 1;
export const REFUSED = 2;

/** One word after `ecc`. `--lang` and `--help` are dealt with before it runs. */
export interface CliCommand {
  readonly help: Localised<string>;
  /** Gives the exit code. */
  run(args: readonly string[], terminal: Terminal, locale: Locale): Promise<number>;
}
