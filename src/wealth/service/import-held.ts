import { type Result, refuse } from '../../kernel/result.js';
import { findImport, type KeptImport } from '../store/imports.js';
import type { WealthContext, WealthImport } from '../types.js';
import { type ByMember, type HeldContext, inContext, type Parts } from './parts.js';

/** What a file added. */
export interface Imported {
  readonly file: WealthImport;
  readonly context: WealthContext;
  readonly count: number;
  /** Of these, how many wait for somebody to say that it is so. */
  readonly proposed: number;
}

/** Finds a file, and holds its context. */
export async function holdingImport<T>(
  parts: Parts,
  cause: ByMember,
  number: number,
  change: (held: HeldContext, kept: KeptImport) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { community } = cause;
  const found = await findImport(parts.prisma, community, { number });
  if (!found) return refuse('import-gone');
  return inContext(parts, cause, { id: found.file.context }, async (held) => {
    const now = await findImport(held.tx, community, { number });
    return now ? change(held, now) : refuse('import-gone');
  });
}
