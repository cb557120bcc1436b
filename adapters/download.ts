import type { Attached } from '../commands/registry/file.js';

type Read = Awaited<ReturnType<Attached['read']>>;

/** A telephone's connection is slow; a network that says nothing is not waited for. */
const WITHIN_MS = 30_000;

/**
 * What is at an address that a network gave of a file: `most` bytes, and not one more is kept,
 * whatever was said of its size. It never says why it cannot be read: an address may be a secret.
 */
export async function download(
  url: string,
  { most, headers = {} }: { readonly most: number; readonly headers?: Record<string, string> },
): Promise<Read> {
  try {
    const signal = AbortSignal.timeout(WITHIN_MS);
    const answer = await fetch(url, { headers, signal });
    if (!answer.ok || !answer.body) return 'unreachable';
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of answer.body) {
      size += piece.length;
      // Leaving the loop closes the connection.
      if (size > most) return 'too-big';
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  } catch {
    return 'unreachable';
  }
}
