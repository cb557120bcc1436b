import { KINDS, type Kind } from '../kernel/files.js';
import { cleanLine } from '../kernel/text.js';

/** In code units: what every network shows whole. */
const LONGEST_NAME = 80;

const HEIC = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1']);

/**
 * What a file is, by its first bytes, whatever its name says. PNG §5.2; JPEG (ISO 10918-1 B.1.1);
 * RIFF container of WebP (RFC 9649 §2.3); ISO 23008-12 for HEIC; ISO 32000-2 §7.5.2 for PDF.
 */
export function kindOf(bytes: Uint8Array): Kind | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'image/webp';
  if (head.startsWith('ftyp', 4) && HEIC.has(head.slice(8, 12))) return 'image/heic';
  return head.startsWith('%PDF-') ? 'application/pdf' : null;
}

/** A name that is no path and hides nothing, with the ending that fits what it is. */
export function nameOf(said: string, kind: Kind): string {
  const bare = cleanLine(said.slice(0, 1000))
    .replaceAll(/[/\\:*?"<>|%]/g, ' ')
    .replace(/\.[\p{L}\p{N}]{1,5}$/u, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .slice(0, LONGEST_NAME)
    .toWellFormed()
    .replaceAll('\uFFFD', '')
    .trim();
  return `${bare === '' ? 'fichier' : bare}.${KINDS[kind]}`;
}
