import type { types } from '@slack/bolt';
import { plainBlocks, plainText } from '../../../commands/view/markdown.js';
import type { Block, View } from '../../../commands/view/view.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { typedInLine } from '../slash-words.js';
import { slackWords } from '../words.js';
import { actionBlocks, cutLabels } from './actions.js';
import { blocksOf, context, titleBlocks } from './blocks.js';
import { LIMITS, PAGE_TEXT, pieces } from './limits.js';
import { escaped } from './mrkdwn.js';
import { lengthOf } from './rich.js';

/** One Slack message. */
export interface Page {
  /** For notifications and screen readers; Slack reads it as mrkdwn. */
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

/**
 * A view as messages: the first holds the title and everything one can press, the others what
 * did not fit. `neutral`: the notification does not say what it is about; `below`: the others come
 * after it and not in its thread.
 */
export function pagesOf(
  view: View,
  locale: Locale,
  { neutral = false, below = false } = {},
): readonly [Page, ...Page[]] {
  const words = slackWords[locale];
  const head = titleBlocks(view);
  const tail = actionBlocks(view);
  const body = [...view.blocks.flatMap(blocksOf), ...cutLabels(view)];
  const text = neutral ? words.neutral : fallbackText(view);
  const [first = [], ...more] = split(head, body, tail);
  const follows = more.length > 0 ? context([below ? words.below : words.inThread]) : [];
  return [
    { text, blocks: [...head, ...first, ...follows, ...tail] },
    ...more.map((blocks) => ({ text: neutral ? words.neutral : words.continuation, blocks })),
  ];
}

function split(
  head: types.KnownBlock[],
  body: types.KnownBlock[],
  tail: types.KnownBlock[],
): types.KnownBlock[][] {
  const pages: types.KnownBlock[][] = [[]];
  // One block is kept for the note that says where the rest is.
  let [room, letters] = [
    LIMITS.messageBlocks - head.length - tail.length - 1,
    PAGE_TEXT - lengthOf(head),
  ];
  for (const block of body) {
    const length = lengthOf(block);
    if ((room < 1 || letters < length) && (pages.length > 1 || pages[0]?.length)) {
      pages.push([]);
      [room, letters] = [LIMITS.messageBlocks, PAGE_TEXT];
    }
    pages.at(-1)?.push(block);
    room -= 1;
    letters -= length;
  }
  return pages;
}

/** The card in words, as far as a notification goes; the blocks always hold all of it. */
function fallbackText({ title, landmark, blocks }: View): string {
  const lines = [`${landmark} ${plainText(typedInLine(title))}`.trim(), ...blocks.map(wordsOf)];
  const [start = '', ...rest] = pieces(
    lines.filter((line) => line !== '').join('\n'),
    // Escaping makes it longer, five times at worst.
    LIMITS.fallback / 5,
  );
  return escaped(rest.length === 0 ? start : `${start.trimEnd()}…`);
}

function wordsOf(block: Block): string {
  switch (block.type) {
    case 'rich':
      return plainBlocks(block.content);
    case 'note':
      return plainText(block.content);
    case 'fields':
      return block.fields
        .map(({ label, value }) => `${label}\u00A0: ${plainText(value)}`)
        .join('\n');
    case 'table':
      return [block.caption, ...block.rows.map((row) => row.map(plainText).join(' · '))].join('\n');
    case 'progress':
      return `${block.label}\u00A0: ${block.text}`;
    case 'image':
      return block.alt;
    case 'file':
      return block.name;
  }
}
