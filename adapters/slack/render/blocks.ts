import type { types } from '@slack/bolt';
import { plainText } from '../../../commands/view/markdown.js';
import type { Block, Inline, RichBlock, View } from '../../../commands/view/view.js';
import { typedInLine } from '../slash-words.js';
import { LIMITS, pieces } from './limits.js';
import { mrkdwn } from './mrkdwn.js';
import { richBlocks } from './rich.js';

const BAR_CELLS = 10;

const strong = (text: string): Inline => ({ type: 'strong', children: [text] });

const paragraph = (...children: Inline[]): RichBlock => ({ type: 'paragraph', children });

export const plain = (text: string): types.PlainTextElement => ({
  type: 'plain_text',
  text,
  // Otherwise `:tada:` in people's text becomes a picture.
  emoji: false,
});

/** Small print. */
export const context = (line: readonly Inline[]): types.KnownBlock[] => {
  const marked = line.some((inline) => typeof inline !== 'string');
  const text = marked ? mrkdwn(line) : plainText(line);
  return pieces(text, LIMITS.text).map((piece) => ({
    type: 'context',
    // `verbatim`: an address or an @name that people wrote is not made into a link or a mention.
    elements: [marked ? { type: 'mrkdwn', text: piece, verbatim: true } : plain(piece)],
  }));
};

/** The title of a card; one too long for a header is a bold line. */
export function titleBlocks({ title, landmark }: View): types.KnownBlock[] {
  const text = [landmark, plainText(typedInLine(title))].filter((part) => part !== '').join(' ');
  if (text === '') return [];
  return text.length <= LIMITS.header && !text.includes('\n')
    ? [{ type: 'header', text: plain(text) }]
    : richBlocks([paragraph(strong(text))]);
}

export function blocksOf(block: Block): types.KnownBlock[] {
  switch (block.type) {
    case 'rich':
      return richBlocks(block.content);
    case 'note':
      return context(block.content);
    case 'fields':
      return richBlocks(
        block.fields.map(({ label, value }) => paragraph(strong(label), '\u00A0: ', ...value)),
      );
    case 'table':
      return tableBlocks(block);
    case 'progress':
      return richBlocks([
        paragraph(strong(block.label), { type: 'break' }, `${bar(block)} ${block.text}`),
      ]);
    case 'image':
      return richBlocks([paragraph({ type: 'em', children: [block.alt] })]);
    case 'file':
      return richBlocks([
        paragraph(strong(block.name)),
        ...(block.text === block.name ? [] : [{ type: 'code', text: block.text } as const]),
      ]);
  }
}

/**
 * A row a line, its cells named: a table of several columns cannot be read on a phone. Its caption
 * is for who cannot see it, and is in the notification's text.
 */
function tableBlocks({ columns, rows }: Block & { type: 'table' }): types.KnownBlock[] {
  const items = rows.map((row) => {
    const cells = row.flatMap((cell, index): Inline[] => {
      if (plainText(cell).trim() === '') return [];
      if (index === 0) return [{ type: 'strong', children: cell } as const];
      const label = columns[index]?.label ?? '';
      return [' · ', ...(label === '' ? [] : [`${label}\u00A0: `]), ...cell];
    });
    return [paragraph(...cells)];
  });
  return richBlocks([{ type: 'list', ordered: false, items }]);
}

function bar({ value, max }: { value: number; max: number }): string {
  const full = max > 0 ? Math.min(BAR_CELLS, Math.round((value / max) * BAR_CELLS)) : 0;
  return '▰'.repeat(full) + '▱'.repeat(BAR_CELLS - full);
}
