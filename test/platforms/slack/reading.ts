import type { AnyBlock } from './kit.js';

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** What mrkdwn makes of special sequences: who is notified, and what is read. */
const SPECIAL = /<([@#!][^<>]*)>/g;

export const notifiedBy = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => [...text.matchAll(SPECIAL)].map(([, target = '']) => target));

const mrkdwnText = (text: string): string =>
  unescaped(
    text
      .replaceAll(/<([^<>|@#!][^<>|]*)(?:\|([^<>]*))?>/g, (_, href, label) => label ?? href)
      .replaceAll(/([*_~`])(\S(?:[^\n]*?\S)?)\1/g, '$2'),
  );

type Text = { type: string; text: string };
const read = ({ type, text }: Text): string => (type === 'mrkdwn' ? mrkdwnText(text) : text);

/** Every text of blocks that Slack reads as mrkdwn. */
export function mrkdwnOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'type' in value && value.type === 'mrkdwn' && 'text' in value ? [String(value.text)] : [];
  return [...own, ...Object.values(value).flatMap(mrkdwnOf)];
}

/** Blocks as a person reads them, a line each; controls are told apart by {@link actionsOf}. */
export function readBlocks(blocks: readonly AnyBlock[]): string {
  return blocks
    .map(readBlock)
    .filter((line) => line !== '')
    .join('\n');
}

function readBlock(block: AnyBlock): string {
  switch (block.type) {
    case 'header':
      return block.text.text;
    case 'section':
      return [...(block.text ? [block.text] : []), ...(block.fields ?? [])].map(read).join('\n');
    case 'context':
      return block.elements.map(read).join(' ');
    case 'rich_text':
      return block.elements
        .map((element) => {
          if (element.type !== 'rich_text_list') return line(element.elements);
          return element.elements
            .map((item, at) => {
              const mark = element.style === 'ordered' ? `${(element.offset ?? 0) + at + 1}.` : '•';
              return `${'  '.repeat(element.indent ?? 0)}${mark} ${line(item.elements)}`;
            })
            .join('\n');
        })
        .join('\n');
    default:
      return '';
  }
}

type Leaf =
  | { type: 'text'; text: string }
  | { type: 'link'; url: string; text?: string | undefined };
const line = (leaves: readonly Leaf[]): string =>
  leaves.map((leaf) => (leaf.type === 'text' ? leaf.text : (leaf.text ?? leaf.url))).join('');

/** Buttons and menus, in order. */
export const actionsOf = (blocks: readonly AnyBlock[]) =>
  blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));

export const labelOf = (element: ReturnType<typeof actionsOf>[number]): string =>
  element.type === 'button' ? element.text.text : (element.placeholder?.text ?? '');

/** Things to fill in, in order. */
export const inputsOf = (blocks: readonly AnyBlock[]) =>
  blocks.flatMap((block) => (block.type === 'input' ? [block] : []));
