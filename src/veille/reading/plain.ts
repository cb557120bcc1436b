import { cleanLine } from '../../kernel/text.js';
import { scan } from './scan.js';

/** Tags inside a line; every other one separates words. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Their text is not for people. */
export const UNREAD = new Set(
  'script style template noscript svg math iframe object head'.split(' '),
);

export const isInline = (tag: string): boolean => INLINE.has(tag);

/** What could still be taken for a tag, a comment or a declaration. */
const TAG = /<[a-z/!?][^<>]*>?/gi;
const MOST_PASSES = 5;

/**
 * One line of text without a tag, from text that may hold some; at most `most` characters, cut
 * between two words. Text that only speaks of a tag loses it too: no HTML goes further than here.
 */
export function plainLine(raw: string, most: number): string {
  const text = /[<&]/.test(raw) ? readable(raw, most * ROOM) : raw.slice(0, most * ROOM);
  // Cleaned before as well: an invisible character may keep a tag from being seen as one.
  return cut(cleanLine(withoutTags(cleanLine(text))), most);
}

/** Markup takes more place than its text. */
const ROOM = 3;

function readable(html: string, most: number): string {
  let text = '';
  let unread: string | null = null;
  scan(html, new Set(), {
    open(tag) {
      if (UNREAD.has(tag)) unread ??= tag;
      else if (!isInline(tag)) text += ' ';
    },
    close(tag) {
      if (tag === unread) unread = null;
      else if (!isInline(tag)) text += ' ';
    },
    text(piece) {
      if (unread === null && text.length < most) text += piece.slice(0, most);
    },
  });
  return text.slice(0, most);
}

/** Taking one away may make another of what was around it. */
function withoutTags(text: string): string {
  let rest = text;
  for (let pass = 0; pass < MOST_PASSES && rest.search(TAG) >= 0; pass++)
    rest = rest.replaceAll(TAG, ' ');
  return rest.search(TAG) >= 0 ? rest.replaceAll('<', ' ') : rest;
}

/** The last character says that there was more. */
function cut(line: string, most: number): string {
  if (line.length <= most) return line;
  const start = line
    .slice(0, most - 1)
    .toWellFormed()
    .replaceAll('\uFFFD', '');
  const word = start.lastIndexOf(' ');
  return `${(word > most / 2 ? start.slice(0, word) : start).trimEnd()}…`;
}
