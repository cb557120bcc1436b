import { cleanLine, fold } from '../../text.js';

/** Longer than any phrase that says one moment: beyond it, nothing is read. */
const MAX_LENGTH = 200;

/** Apostrophes and hyphens inside words, and dots of abbreviations (« d’ici », « déc. »). */
const INSIDE_WORDS = /(?<=\p{L})(?:['’‘ʼ.]|[-‐‑](?=\p{L}))/gu;

/**
 * A phrase as words, numbers and signs: no case, no accents, no blanks; what is written in one
 * piece is cut where letters meet digits ("18h30" is `18 h 30`). `null` when it is too long.
 */
export function tokenise(text: string): readonly string[] | null {
  if (text.length > MAX_LENGTH) return null;
  const line = cleanLine(text)
    .replace(/[.!\s]+$/, '')
    .replaceAll(INSIDE_WORDS, ' ');
  // Signs stay as they are: folding them too would lose a stray accent and glue what it parts.
  return (line.match(/\p{L}[\p{L}\p{M}]*|\d+|\S/gu) ?? []).map((piece) =>
    /^\p{L}/u.test(piece) ? fold(piece) : piece,
  );
}
