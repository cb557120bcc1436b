import type { Inline } from '../../../commands/view/view.js';
import { typedInLine } from '../slash-words.js';
import { LIMITS } from './limits.js';

/**
 * Makes text harmless in mrkdwn: no `<!channel>`, `<@U…>`, `<#C…>` or link can come out of it.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The reverse, as in what Slack sends. */
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const MARKS = { strong: '*', em: '_', del: '~', code: '`' } as const;

/**
 * A line as mrkdwn, for small print only: rich text blocks take people's text as it is, mrkdwn
 * would still read a star in it as bold.
 */
export const mrkdwn = (line: readonly Inline[]): string =>
  typedInLine(line)
    .map((inline) => {
      if (typeof inline === 'string') return escaped(inline);
      if (inline.type === 'break') return '\n';
      const inner = mrkdwn(inline.children);
      if (inline.type === 'link') return linked(inline.href, inner);
      const mark = MARKS[inline.type];
      // A mark holds only against a word, and not over a line's end.
      return /^\s|\s$|\n|^$/.test(inner) ? inner : `${mark}${inner}${mark}`;
    })
    .join('');

const linked = (href: string, label: string): string => {
  const safe = escaped(href).replaceAll('|', '%7C').replaceAll(/\s/g, '%20');
  return /^(https?:\/\/|mailto:)/i.test(href) && safe.length < LIMITS.url
    ? `<${safe}|${label}>`
    : `${label} (${escaped(href)})`;
};
