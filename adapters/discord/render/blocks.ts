import type { Block } from '../../../commands/view/view.js';
import type { Words } from '../words.js';
import { escapeText, inlines, prefixed, richText } from './markdown.js';

const BAR = 10;

/** A file sent with a message. */
export interface Attached {
  readonly name: string;
  readonly data: Buffer;
  readonly contentType: string;
  /** What it shows, for who cannot see it. */
  readonly description: string;
  readonly image: boolean;
}

/** A block as Discord's Markdown; empty when it is only a file. */
export function blockText(block: Block, words: Words): string {
  switch (block.type) {
    case 'rich':
      return richText(block.content, '\n\n');
    case 'note':
      return prefixed('-# ', inlines(block.content));
    case 'fields':
      return block.fields
        .map(({ label, value }) => `${heading(label, words)} ${inlines(value)}`)
        .join('\n');
    case 'table':
      return tableText(block, words);
    case 'progress':
      return `${heading(block.label, words)} ${escapeText(block.text)}\n${bar(block.value, block.max)}`;
    case 'image':
    case 'file':
      return '';
  }
}

const heading = (label: string, words: Words): string => `**${escapeText(label)}${words.colon}**`;

/** A line a row: phones have no room for columns. The first cell needs no label. */
function tableText({ columns, rows }: Extract<Block, { type: 'table' }>, words: Words): string {
  return rows
    .map((row) => {
      const cells = row.map((cell, index) => {
        const label = columns[index]?.label ?? '';
        const value = inlines(cell);
        return index === 0 || label === '' ? value : `${escapeText(label)}${words.colon} ${value}`;
      });
      return `- ${cells
        .filter((cell) => cell !== '')
        .join(' · ')
        .replaceAll('\n', ' ')}`;
    })
    .join('\n');
}

function bar(value: number, max: number): string {
  const full = Math.round((Math.min(Math.max(value, 0), max) / Math.max(max, 1)) * BAR);
  return '▰'.repeat(full) + '▱'.repeat(BAR - full);
}

/** What goes beside the text of a view: its pictures and files. */
export const attachedTo = (blocks: readonly Block[]): Attached[] =>
  blocks.flatMap((block, index): Attached[] => {
    if (block.type === 'file') {
      const data = Buffer.from(block.data ?? block.text);
      return [
        {
          name: fileName(block.name),
          data,
          contentType: block.mediaType,
          description: '',
          image: false,
        },
      ];
    }
    if (block.type !== 'image') return [];
    const name = `image-${index + 1}.${block.mediaType.split('/')[1]?.replace('+xml', '') ?? 'png'}`;
    const { alt: description, mediaType: contentType } = block;
    return [{ name, data: Buffer.from(block.data), contentType, description, image: true }];
  });

/** Discord keeps letters, digits, `_`, `-` and `.` of a name: the same here, accents folded. */
const fileName = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll(/[^\w.-]+/g, '_');
