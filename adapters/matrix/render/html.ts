import type { Inline, RichBlock } from '../../../commands/view/view.js';

/** Text from people, in HTML: what could be markup is shown as typed. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/**
 * `@room` calls everybody in old clients that search the text for it: a word joiner keeps it
 * readable and powerless.
 */
export const calm = (text: string): string => text.replaceAll(/@(?=room\b)/giu, '@\u2060');

export const inlineHtml = (inlines: readonly Inline[]): string => inlines.map(oneInline).join('');

function oneInline(inline: Inline): string {
  if (typeof inline === 'string') return escapeHtml(calm(inline)).replaceAll('\n', '<br>');
  switch (inline.type) {
    case 'break':
      return '<br>';
    case 'link':
      return `<a href="${escapeHtml(inline.href)}">${inlineHtml(inline.children)}</a>`;
    default:
      return `<${inline.type}>${inlineHtml(inline.children)}</${inline.type}>`;
  }
}

export const richHtml = (blocks: readonly RichBlock[]): string => blocks.map(oneBlock).join('');

function oneBlock(block: RichBlock): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.children)}</p>`;
    case 'quote':
      return `<blockquote>${richHtml(block.children)}</blockquote>`;
    case 'code':
      return `<pre><code>${escapeHtml(calm(block.text))}</code></pre>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const items = block.items.map((item) => `<li>${itemHtml(item)}</li>`).join('');
      return `<${tag}>${items}</${tag}>`;
    }
  }
}

/** A single paragraph in a list item needs no paragraph around it. */
const itemHtml = (item: readonly RichBlock[]): string => {
  const [only, ...more] = item;
  return only?.type === 'paragraph' && more.length === 0
    ? inlineHtml(only.children)
    : richHtml(item);
};
