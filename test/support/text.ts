import { plainText } from '../../commands/view/markdown.js';
import type { Block, Inline, RichBlock, View } from '../../commands/view/view.js';

/** A view as one reads it: title, blocks, fields, buttons, a line each; blanks made plain. */
export function textOf({ title, blocks, actions, form }: View): string {
  const labels = actions.map(({ label }) => `[${label}]`).join(' ');
  const fields = form?.fields.map(
    ({ label, value, fault }) => `${label}=${value}${fault && ` !${fault}`}`,
  );
  const lines = [lineOf(title), ...blocks.map(blockText), ...(fields ?? []), labels];
  return plainBlanks(lines.filter((line) => line !== '').join('\n'));
}

export const plainBlanks = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

/** What was struck out must not run into what replaces it. */
const lineOf = (inlines: readonly Inline[]): string =>
  plainText(
    inlines.map((inline) =>
      typeof inline !== 'string' && inline.type === 'del'
        ? `~~${plainText(inline.children)}~~`
        : inline,
    ),
  );

function blockText(block: Block): string {
  switch (block.type) {
    case 'rich':
      return block.content.map(richLine).join('\n');
    case 'note':
      return lineOf(block.content);
    case 'fields':
      return block.fields.map(({ label, value }) => `${label}: ${lineOf(value)}`).join('\n');
    case 'table':
      return block.rows.map((row) => row.map(lineOf).join(' | ')).join('\n');
    case 'progress':
    case 'file':
      return block.text;
    case 'image':
      return block.alt;
  }
}

function richLine(block: RichBlock): string {
  switch (block.type) {
    case 'paragraph':
      return lineOf(block.children);
    case 'code':
      return block.text;
    case 'quote':
      return block.children
        .map(richLine)
        .map((line) => `> ${line}`)
        .join('\n');
    case 'list':
      return block.items.map((item) => `- ${item.map(richLine).join('\n  ')}`).join('\n');
  }
}
