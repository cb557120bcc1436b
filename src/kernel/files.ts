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
