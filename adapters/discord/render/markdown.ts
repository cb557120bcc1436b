import { plainText } from '../../../commands/view/markdown.js';
import type { Inline, RichBlock } from '../../../commands/view/view.js';

/** Begins nothing, shows nothing: keeps `@everyone` from looking like a mention. */
const NOTHING = '\u200B';

/** Everything that Discord reads as markup in the middle of a line. */
const MARKUP = /[\\*_~|`[\]<]/g;
/** What opens a heading, a quote, a list or small print at the start of a line. */
const OPENS_LINE = /^(\s*)(#{1,3}\s|-#|>|[-+]\s|\d+[.)]\s)/;

/** People's text, shown as it was typed. */
export const escapeText = (text: string): string =>
  text.replaceAll(MARKUP, '\\$&').replaceAll(/@(?=everyone|here|&|!|\d)/gi, `@${NOTHING}`);

/** Only where a line begins, after the rest was escaped. */
const escapeLineStart = (line: string): string =>
  line.replace(OPENS_LINE, (_, space: string, mark: string) =>
    /^\d/.test(mark) ? `${space}${mark.replace(/[.)]/, '\\$&')}` : `${space}\\${mark}`,
  );

export const inlines = (pieces: readonly Inline[]): string =>
  pieces.map(inline).join('').split('\n').map(escapeLineStart).join('\n');

function inline(piece: Inline): string {
  if (typeof piece === 'string') return escapeText(piece);
  switch (piece.type) {
    case 'break':
      return '\n';
    case 'strong':
      return around('**', childrenOf(piece.children));
    case 'em':
      return around('*', childrenOf(piece.children));
    case 'del':
      return around('~~', childrenOf(piece.children));
    case 'code':
      return code(plainText(piece.children));
    case 'link':
      return link(piece.href, piece.children);
  }
}

const childrenOf = (pieces: readonly Inline[]): string => pieces.map(inline).join('');

/** Marks must touch the words: blanks go outside, and each line has its own. */
const around = (mark: string, text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line.replace(/^(\s*)(.*?)(\s*)$/, (_, before, words, after) =>
        words === '' ? line : `${before}${mark}${words}${mark}${after}`,
      ),
    )
    .join('\n');

function code(text: string): string {
  if (text.trim() === '') return escapeText(text);
  if (!text.includes('`')) return `\`${text}\``;
  return text.includes('``') ? escapeText(text) : `\`\` ${text} \`\``;
}

/** Discord follows web addresses only; any other is shown beside its label. */
function link(href: string, children: readonly Inline[]): string {
  const label = plainText(children);
  if (!/^https?:\/\//i.test(href)) {
    const address = href.replace(/^mailto:/i, '');
    return label === href || label === address
      ? escapeText(address)
      : escapeText(`${label} (${address})`);
  }
  const safe = href.replaceAll(/[()\\*_~|`[\]]/g, (mark) =>
    mark === '_' || mark === '~' ? mark : `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return label === href || label.trim() === '' ? `<${safe}>` : `[${childrenOf(children)}](${safe})`;
}

/** `between`: what parts two paragraphs; people's own blank lines are theirs. */
export const richText = (blocks: readonly RichBlock[], between = '\n'): string =>
  blocks
    .map((block) => ({ type: block.type, text: richBlock(block) }))
    .filter(({ text }) => text !== '')
    .map(({ type, text }, index, all) => {
      if (index === 0) return text;
      const both = type === 'paragraph' && all[index - 1]?.type === 'paragraph';
      return (both ? between : '\n') + text;
    })
    .join('');

function richBlock(block: RichBlock): string {
  switch (block.type) {
    case 'paragraph':
      return inlines(block.children);
    case 'quote':
      return prefixed('> ', richText(block.children));
    case 'code':
      return `\`\`\`\n${block.text.replaceAll('```', `\`${NOTHING}\`${NOTHING}\``)}\n\`\`\``;
    case 'list':
      return block.items
        .map((item, index) => listItem(block.ordered ? `${index + 1}. ` : '- ', richText(item)))
        .join('\n');
  }
}

const listItem = (mark: string, text: string): string =>
  mark + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`);

/** Small print and quotes are marked line by line. */
export const prefixed = (mark: string, text: string): string =>
  text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : mark + line))
    .join('\n');
