import type { FileId } from './ids.js';

/** What people may give: pictures and pages, which nothing that reads them runs. */
export const KINDS = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
} as const;
export type Kind = keyof typeof KINDS;

/** What is said of a file; what it holds is read apart. */
export interface GivenFile {
  readonly id: FileId;
  /** Without any folder, ending as its kind does. */
  readonly name: string;
  readonly kind: Kind;
  /** In bytes. */
  readonly size: number;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly digest: string;
}

/** In bytes: what every network takes back in one message. */
export const MOST_BYTES = 10_000_000;

/** In milliseconds: a telephone is slow; a network that says nothing is not waited for. */
export const GIVEN_WITHIN_MS = 30_000;

/**
 * What a network answers when it is asked for a file: `most` bytes, and not one more is kept,
 * whatever was said of its size. It never says why it cannot be read: an address may be a secret.
 */
export async function bytesOf(
  asked: Promise<Pick<Response, 'ok' | 'body'>>,
  most: number,
): Promise<Uint8Array | 'too-big' | 'unreachable'> {
  try {
    const { ok, body } = await asked;
    if (!ok || !body) return 'unreachable';
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of body) {
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
