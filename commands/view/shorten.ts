import type { Inline, RichBlock } from './view.js';

/** What the end of a line takes, in characters: many short lines are as tall as a few long ones. */
const LINE_END = 20;

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** A text of `most` characters at the very most, ended by « … » after a whole word when cut. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > most - 1) break;
    end = index + segment.length;
  }
  const blank = text.slice(0, end + 1).search(/[ \n\t]+[^ \n\t]*$/);
  return `${text.slice(0, blank > end / 2 ? blank : end)}…`;
}

/** How much more may be kept, and whether anything was left out. */
interface Room {
  left: number;
  cut: boolean;
}

/** The first part of a text, about `most` characters long; `null` when all of it fits. */
export function firstPart(blocks: readonly RichBlock[], most: number): RichBlock[] | null {
  const room: Room = { left: most, cut: false };
  const kept = cutBlocks(blocks, room);
  return room.cut ? kept : null;
}

function taken<From, To>(all: readonly From[], room: Room, cut: (one: From) => To): To[] {
  const kept: To[] = [];
  for (const one of all) {
    if (room.left <= 0) {
      room.cut = true;
      break;
    }
    kept.push(cut(one));
  }
  return kept;
}

const cutBlocks = (blocks: readonly RichBlock[], room: Room): RichBlock[] =>
  taken(blocks, room, (block): RichBlock => {
    switch (block.type) {
      case 'quote':
        return { ...block, children: cutBlocks(block.children, room) };
      case 'list':
        return { ...block, items: taken(block.items, room, (item) => cutBlocks(item, room)) };
      case 'code':
        return { ...block, text: lineEnded(room, () => cutText(block.text, room)) };
      case 'paragraph':
        return { ...block, children: lineEnded(room, () => cutInlines(block.children, room)) };
    }
  });

const cutInlines = (inlines: readonly Inline[], room: Room): Inline[] =>
  taken(inlines, room, (inline): Inline => {
    if (typeof inline === 'string') return cutText(inline, room);
    if (inline.type === 'break') return lineEnded(room, () => inline);
    return { ...inline, children: cutInlines(inline.children, room) };
  });

function cutText(text: string, room: Room): string {
  const kept = clipped(text, room.left);
  if (kept !== text) room.cut = true;
  const ends = kept.split('\n').length - 1;
  room.left -= text.length + ends * LINE_END;
  return kept;
}

function lineEnded<T>(room: Room, keep: () => T): T {
  const kept = keep();
  room.left -= LINE_END;
  return kept;
}
