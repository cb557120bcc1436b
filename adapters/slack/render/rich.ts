import type { types } from '@slack/bolt';
import { plainText } from '../../../commands/view/markdown.js';
import type { Inline, RichBlock } from '../../../commands/view/view.js';
import { typedInLine } from '../slash-words.js';
import { LIMITS, pieces } from './limits.js';

type Element = types.RichTextBlockElement;
type Leaf = types.RichTextElement;
type Style = { bold?: true; italic?: true; strike?: true; code?: true };

const STYLES = { strong: 'bold', em: 'italic', del: 'strike', code: 'code' } as const;

/** A line as Slack's rich text: its text is shown as it is, whatever it holds. */
function leaves(inlines: readonly Inline[], style: Style = {}): Leaf[] {
  const line = style.code ? inlines : typedInLine(inlines);
  const styled = Object.keys(style).length > 0 ? { style } : {};
  return line.flatMap((inline): Leaf[] => {
    if (typeof inline === 'string') {
      return pieces(inline, LIMITS.text).map((text) => ({ type: 'text', text, ...styled }));
    }
    if (inline.type === 'break') return [{ type: 'text', text: '\n' }];
    if (inline.type !== 'link') {
      return leaves(inline.children, { ...style, [STYLES[inline.type]]: true });
    }
    const { href, children } = inline;
    const safe = /^(https?:\/\/|mailto:)/i.test(href) && href.length <= LIMITS.url;
    const text = plainText(children) || href;
    return safe
      ? pieces(text, LIMITS.text).map((part) => ({
          type: 'link',
          url: href,
          text: part,
          ...styled,
        }))
      : leaves([...children, ` (${href})`], style);
  });
}

const section = (elements: Leaf[]): Element => ({ type: 'rich_text_section', elements });

const NEW_LINE: Leaf = { type: 'text', text: '\n' };

/** Rich text as blocks, none above the limit of text. */
export function richBlocks(content: readonly RichBlock[]): types.RichTextBlock[] {
  const elements = joined(content).flatMap(fitting);
  return grouped(elements).map((group) => ({ type: 'rich_text', elements: group }));
}

/** Paragraphs that follow each other share a section: Slack leaves no blank between sections. */
function joined(content: readonly RichBlock[]): Element[] {
  const elements: Element[] = [];
  for (const block of content) {
    const last = elements.at(-1);
    if (block.type === 'paragraph' && last?.type === 'rich_text_section') {
      elements[elements.length - 1] = section([
        ...last.elements,
        NEW_LINE,
        ...leaves(block.children),
      ]);
    } else elements.push(...elementsOf(block, 0));
  }
  return elements.filter(({ elements: inside }) => inside.length > 0);
}

function elementsOf(block: RichBlock, indent: number): Element[] {
  switch (block.type) {
    case 'paragraph':
      return [section(leaves(block.children))];
    case 'quote':
      return [{ type: 'rich_text_quote', elements: flat(block.children) }];
    case 'code':
      return pieces(block.text, LIMITS.text).map((text) => ({
        type: 'rich_text_preformatted',
        elements: [{ type: 'text', text }],
      }));
    case 'list':
      return listElements(block, indent);
  }
}

/** Inside a quote or a list item there are lines only. */
const flat = (blocks: readonly RichBlock[]): Leaf[] =>
  blocks.flatMap((block, index) => [...(index === 0 ? [] : [NEW_LINE]), ...flatOne(block)]);

function flatOne(block: RichBlock): Leaf[] {
  switch (block.type) {
    case 'paragraph':
      return leaves(block.children);
    case 'quote':
      return flat(block.children);
    case 'code':
      return leaves([{ type: 'code', children: [block.text] }]);
    case 'list':
      return block.items.flatMap((item, at): Leaf[] => [
        ...(at === 0 ? [] : [NEW_LINE]),
        { type: 'text', text: block.ordered ? `${at + 1}. ` : '• ' },
        ...flat(item),
      ]);
  }
}

/** Slack's lists nest by following each other with a deeper indent; five levels. */
function listElements(list: RichBlock & { type: 'list' }, indent: number): Element[] {
  const elements: Element[] = [];
  let open: types.RichTextSection[] = [];
  let given = 0;
  const close = (): void => {
    if (open.length === 0) return;
    const style = list.ordered ? 'ordered' : 'bullet';
    elements.push({
      ...{ type: 'rich_text_list', style, indent: Math.min(indent, 4), elements: open },
      ...(list.ordered && given > 0 && { offset: given }),
    } as types.RichTextList);
    given += open.length;
    open = [];
  };
  for (const item of list.items) {
    const nested = item.filter((block) => block.type === 'list');
    const own = flat(item.filter((block) => block.type !== 'list'));
    // Slack refuses an item without text; one that only nests others shows them.
    for (const elements of grouped(own)) open.push({ type: 'rich_text_section', elements });
    if (nested.length > 0) close();
    elements.push(...nested.flatMap((inner) => listElements(inner, indent + 1)));
  }
  close();
  return elements;
}

/** An element too long for one block, in several. */
const fitting = (element: Element): Element[] =>
  grouped<Element['elements'][number]>(element.elements).map(
    (elements) => ({ ...element, elements }) as Element,
  );

/** In groups that each fit in a block. */
function grouped<T>(parts: readonly T[]): T[][] {
  const groups: { parts: T[]; length: number }[] = [];
  for (const part of parts) {
    const length = lengthOf(part);
    const last = groups.at(-1);
    if (last && last.length + length <= LIMITS.text) {
      last.parts.push(part);
      last.length += length;
    } else groups.push({ parts: [part], length });
  }
  return groups.map((group) => group.parts);
}

/** Characters of text in anything made of blocks. */
export function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum, one) => sum + lengthOf(one), 0);
  if (value === null || typeof value !== 'object') return 0;
  return Object.entries(value).reduce(
    (sum, [name, one]) =>
      sum + (name === 'text' && typeof one === 'string' ? one.length : lengthOf(one)),
    0,
  );
}
