import type { Log } from '../../src/kernel/log.js';

/** A log that keeps its lines. */
export function logged(): Log & { readonly lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const at = (level: string) => (what: unknown, message?: string) => {
    lines.push({ level, message, ...(what as object) });
  };
  return { lines, debug: at('debug'), warn: at('warn'), error: at('error') };
}
