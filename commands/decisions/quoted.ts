import { cleanLine, cleanText } from '../../src/kernel/text.js';
import type { SaidMessage } from '../registry/said-message.js';

/**
 * A message as the text of a proposal: one's own words as they are; somebody else's quoted, with
 * whose they are and where they were said. Markdown, which the person sees before it is sent.
 */
export function quoted({ text, author, link }: SaidMessage, by: string): string {
  const words = cleanText(text);
  if (words === '' || author?.userId === by) return words;
  const lines = words.split('\n').map((line) => `> ${line}`.trimEnd());
  const source = [cleanLine(author?.name ?? ''), link ?? ''].filter((part) => part !== '');
  return [...lines, ...(source.length > 0 ? ['', `— ${source.join(' · ')}`] : [])].join('\n');
}
