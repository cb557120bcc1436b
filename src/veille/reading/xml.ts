/** In code units. Larger ones are archives, not feeds. */
const LONGEST = 6_000_000;
/** The parser’s time grows faster than the length of one tag. */
const LONGEST_TAG = 50_000;

/**
 * XML without what declares entities or documents elsewhere, which no feed needs: `null` when it
 * is not for a parser at all.
 */
export function tamed(text: string): string | null {
  if (text.length > LONGEST || hasOverlongTag(text)) return null;
  return withoutDoctype(text.replace(/^\uFEFF?\s+/, ''));
}

/** Once, and near the start, as XML has it; entities that it declared stay as they were written. */
function withoutDoctype(text: string): string {
  const start = /^(?:<\?[^>]*\?>|<!--(?:(?!-->)[\s\S]){0,2000}-->|\s)*<!DOCTYPE\b/i.exec(text)?.[0];
  if (start === undefined) return text;
  const from = start.length - '<!DOCTYPE'.length;
  const end = text.indexOf('>', from);
  const inside = text.indexOf('[', from);
  if (end < 0) return text;
  if (inside < 0 || inside > end) return text.slice(0, from) + text.slice(end + 1);
  ENCLOSED.lastIndex = inside;
  const closing = ENCLOSED.exec(text);
  return closing ? text.slice(0, from) + text.slice(closing.index + closing[0].length) : text;
}

const ENCLOSED = /\][ \t\r\n]{0,100}>/g;

function hasOverlongTag(text: string): boolean {
  // JSON has no tags.
  if (!/^\s*</.test(text)) return false;
  for (let at = text.indexOf('<'); at >= 0; ) {
    const [mark, end] = text.startsWith('<![CDATA[', at)
      ? [']]>', Number.POSITIVE_INFINITY]
      : text.startsWith('<!--', at)
        ? ['-->', Number.POSITIVE_INFINITY]
        : ['>', LONGEST_TAG];
    const close = text.indexOf(mark, at);
    if (close < 0) return false;
    // A document type may declare as much as it wants: it is taken away.
    if (close - at > end) return true;
    at = text.indexOf('<', close);
  }
  return false;
}
