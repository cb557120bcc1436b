import type { Inline, RichBlock } from '../../../commands/view/view.js';
import { calm } from './html.js';

/** A line that reads well without any markup: links show where they lead. */
export const inlinePlain = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      if (typeof inline === 'string') return calm(inline);
      if (inline.type === 'break') return '\n';
      const words = inlinePlain(inline.children);
      if (inline.type === 'del') return `[${words}]`;
      return inline.type === 'link' && words !== inline.href ? `${words} (${inline.href})` : words;
    })
    .join('');

/** `start` numbers the first item of a list that goes on from a message before. */
export const richPlain = (blocks: readonly RichBlock[], start = 1): string =>
  blocks.map((block) => onePlain(block, start)).join('\n\n');

function onePlain(block: RichBlock, start: number): string {
  switch (block.type) {
    case 'paragraph':
      return inlinePlain(block.children);
    case 'quote':
      return indented(richPlain(block.children), '> ', '> ');
    case 'code':
      return indented(calm(block.text), '    ', '    ');
    case 'list':
      return block.items
        .map((item, index) => {
          const sign = block.ordered ? `${index + start}. ` : '• ';
          return indented(richPlain(item), sign, ' '.repeat(sign.length));
        })
        .join('\n');
  }
}

const indented = (text: string, first: string, next: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first : next) + line)
    .join('\n');
