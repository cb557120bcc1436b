import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';

const MEBIBYTE = 1024 * 1024;
export const MOST_MEBIBYTES = 64;

export type Input =
  | { readonly text: string }
  | { readonly fault: 'notFound' | 'directory' | 'tooBig' | 'notUtf8' }
  | { readonly fault: 'unreadable'; readonly code: string };

/**
 * The text of a file, or of standard input for `-`, without its byte order mark. Stops reading at
 * the limit, since a pipe or a device does not tell its size.
 */
export async function readInput(path: string, stdin: Readable): Promise<Input> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of path === '-' ? stdin : createReadStream(path)) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MOST_MEBIBYTES * MEBIBYTE) return { fault: 'tooBig' };
    }
  } catch (error) {
    return faultOf(error);
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    return { fault: 'notUtf8' };
  }
}

function faultOf(error: unknown): Input {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '') throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { fault: 'notFound' };
  return code === 'EISDIR' ? { fault: 'directory' } : { fault: 'unreadable', code };
}
