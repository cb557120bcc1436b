/**
 * Characters that no honest text needs and that can deceive a reader or break a store: NUL and
 * other controls, bidirectional overrides (Trojan Source, CVE-2021-42574), invisible format and
 * tag characters, private use (which our own templates may reserve), line separators. Joiners
 * stay after scripts and emoji that need them, not after Latin letters, where they only hide.
 */
const DECEPTIVE =
  /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}\u2028\u2029]|(?<=^|[\p{Script=Latin}\p{ASCII}\s])[\u200C\u200D]+/gu;

/**
 * People's text made safe to keep: well-formed Unicode in NFC, without deceptive characters,
 * line ends as `\n`, outer blanks removed. Never shortens: a limit is the caller's to refuse.
 */
export function cleanText(raw: string): string {
  // Composing marks takes a time that grows with the square of their number.
  if (raw.length > TOO_LONG_TO_COUNT) return raw.toWellFormed().replaceAll(DECEPTIVE, '');
  const plain = raw.replaceAll(/\r\n?/g, '\n').toWellFormed().replaceAll('\uFFFD', '');
  return withoutDeceit(plain);
}

/** Until nothing changes: what is taken away may have kept the next character from being seen. */
function withoutDeceit(text: string): string {
  const cleaned = text.replaceAll(DECEPTIVE, '').normalize('NFC').trim();
  return cleaned === text ? cleaned : withoutDeceit(cleaned);
}

/** The same on one line: for titles and names. */
export const cleanLine = (raw: string): string => cleanText(raw).replaceAll(/\s+/g, ' ');

/** In code units: more than nearly every honest letter or emoji takes. */
const MOST_UNITS_EACH = 8;

/**
 * What a person would count: user-perceived characters, never bytes. A heap of marks on one
 * letter counts for several, so that a limit in characters is also one in memory.
 */
export const lengthOf = (text: string): number => {
  if (text.length > TOO_LONG_TO_COUNT) return text.length;
  let count = 0;
  for (let start = 0; start < text.length; ) {
    const end = pieceEnd(text, start);
    for (const _ of graphemes.segment(text.slice(start, end))) count++;
    start = end;
  }
  return Math.max(count, Math.ceil(text.length / MOST_UNITS_EACH));
};

/** Beyond any limit that people are given: such a text is refused whatever it holds. */
const TOO_LONG_TO_COUNT = 100_000;
/** Segmenting takes a time that grows with the square of the length: it is done by pieces. */
const PIECE = 512;

/** Where a piece may end: before a blank or a letter of ASCII, which begins a character. */
function pieceEnd(text: string, start: number): number {
  let end = start + PIECE;
  while (end < text.length && !/[\n !-~]/.test(text.charAt(end))) end++;
  return Math.min(end, text.length);
}

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** For matching what was typed against a name: no case, no accent, no outer blanks. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('’', "'")
    .toLowerCase()
    .trim();
