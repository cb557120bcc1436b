import { MAX_CONTENT_BYTES } from '../limits.js';
import type { Piece } from './blocks.js';
import { escapeHtml } from './html.js';

/** What JSON makes of it, both ways of saying it together. */
const weight = ({ html, plain }: Piece): number =>
  Buffer.byteLength(JSON.stringify(html)) + Buffer.byteLength(JSON.stringify(plain));

/** For the fields around the text, titles and page numbers included. */
const ENVELOPE_BYTES = 3_000;
const ROOM_BYTES = MAX_CONTENT_BYTES - ENVELOPE_BYTES;
/** Three bytes a character at most in UTF-16 units, six once escaped, said twice. */
const SAFE_UNITS = Math.floor(ROOM_BYTES / 12);

/** Shares pieces out over pages that fit, in order; a piece too big for one is parted as text. */
export function paginate(pieces: readonly Piece[]): Piece[] {
  const pages: Piece[][] = [[]];
  let used = 0;
  for (const piece of pieces.flatMap(parted)) {
    const size = weight(piece);
    const page = pages.at(-1);
    if (page && used + size <= ROOM_BYTES) {
      page.push(piece);
      used += size;
    } else {
      pages.push([piece]);
      used = size;
    }
  }
  return pages.map((page) => ({
    html: page.map(({ html }) => html).join(''),
    plain: page.map(({ plain }) => plain).join('\n\n'),
  }));
}

function parted(piece: Piece): Piece[] {
  if (weight(piece) <= ROOM_BYTES) return [piece];
  const letters = [...piece.plain];
  const parts: Piece[] = [];
  for (let at = 0; at < letters.length; at += SAFE_UNITS) {
    const plain = letters.slice(at, at + SAFE_UNITS).join('');
    parts.push({ plain, html: `<p>${escapeHtml(plain).replaceAll('\n', '<br>')}</p>` });
  }
  return parts;
}
