import { lexer, type Token, type Tokens } from 'marked';
import type { Inline, RichBlock } from './view.js';

const SAFE_LINK = /^(https?:\/\/|mailto:)[^\s<>"]+$/i;

/**
 * People's text, read as Markdown into a tree. HTML, images and unsafe links stay as the text
 * that was typed; what is nested too deep to be honest is shown as plain text.
 */
export function richText(markdown: string): RichBlock[] {
  try {
    const blocks = blocksOf(lexer(markdown, { gfm: true, breaks: true }));
    return depthOf(blocks) > DEEPEST ? [paragraph([markdown])] : blocks;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ type: 'paragraph', children: [markdown] }];
  }
}

/** Lists in quotes in lists: nobody writes, or can read, more than this. */
const DEEPEST = 20;

function depthOf(tree: unknown): number {
  if (Array.isArray(tree)) return Math.max(0, ...tree.map(depthOf));
  if (typeof tree !== 'object' || tree === null) return 0;
  return 1 + depthOf(Object.values(tree));
}

const paragraph = (children: Inline[]): RichBlock => ({ type: 'paragraph', children });

function blocksOf(tokens: readonly Token[]): RichBlock[] {
  return tokens.flatMap((token): RichBlock[] => {
    switch (token.type) {
      case 'space':
      case 'hr':
      case 'def':
        return [];
      case 'heading':
        return [paragraph([{ type: 'strong', children: inlinesOf(childrenOf(token)) }])];
      case 'blockquote':
        return [{ type: 'quote', children: blocksOf(childrenOf(token)) }];
      case 'list':
        return [listOf(token as Tokens.List)];
      case 'code':
        return [{ type: 'code', text: (token as Tokens.Code).text }];
      case 'paragraph':
      case 'text':
        return [
          paragraph(childrenOf(token).length > 0 ? inlinesOf(childrenOf(token)) : [token.raw]),
        ];
      default:
        return [paragraph([token.raw.trim()])];
    }
  });
}

const listOf = (list: Tokens.List): RichBlock => ({
  type: 'list',
  ordered: list.ordered,
  items: list.items.map((item) => blocksOf(item.tokens)),
});

const childrenOf = (token: Token): readonly Token[] =>
  'tokens' in token && token.tokens ? token.tokens : [];

/** A label that looks like an address must not lead elsewhere: the true one is shown instead. */
function linkOf(token: Tokens.Link): Inline {
  const label = inlinesOf(token.tokens);
  const deceives = /^\s*(https?:|www\.|\S+\.\w{2,}(\/|\s*$))/i.test(plainText(label));
  return { type: 'link', href: token.href, children: deceives ? [token.href] : label };
}

function inlinesOf(tokens: readonly Token[]): Inline[] {
  return tokens.flatMap((token): Inline[] => {
    const children = (): Inline[] => inlinesOf(childrenOf(token));
    switch (token.type) {
      case 'strong':
      case 'em':
      case 'del':
        return [{ type: token.type, children: children() }];
      case 'codespan':
        return [{ type: 'code', children: [(token as Tokens.Codespan).text] }];
      case 'br':
        return [{ type: 'break' }];
      case 'link': {
        const link = token as Tokens.Link;
        return [SAFE_LINK.test(link.href) ? linkOf(link) : link.raw];
      }
      case 'escape':
      case 'text':
        return childrenOf(token).length > 0 ? children() : [(token as Tokens.Text).text];
      default:
        return [token.raw];
    }
  });
}

/** The bare words of a whole text, a line a paragraph. */
export function plainBlocks(blocks: readonly RichBlock[]): string {
  return blocks.map(plainBlock).join('\n');
}

function plainBlock(block: RichBlock): string {
  switch (block.type) {
    case 'paragraph':
      return plainText(block.children);
    case 'quote':
      return plainBlocks(block.children);
    case 'code':
      return block.text;
    case 'list':
      return block.items.map((item) => `- ${plainBlocks(item)}`).join('\n');
  }
}

/** The bare words of a line: for titles of windows, notifications, search. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      typeof inline === 'string'
        ? inline
        : inline.type === 'break'
          ? '\n'
          : plainText(inline.children),
    )
    .join('');
}
