import { commands } from '../../commands/commands.js';
import { type CommandSurface, surfaceOf } from '../../commands/registry/surface.js';
import { plainText } from '../../commands/view/markdown.js';
import type { Inline } from '../../commands/view/view.js';
import { fold } from '../../src/kernel/text.js';

/**
 * Slash commands: one a function, by the first word of its commands. Slack takes no accents
 * there (`/decision`), and what is typed after it is read with or without.
 */
export function slashWords(surface: readonly CommandSurface[]): Map<string, string> {
  const words = new Map<string, string>([['ecc', 'ecc']]);
  for (const { id, names } of surface) {
    const family = id.split('.')[0] ?? '';
    for (const name of [names.fr[0], names.en[0]]) {
      const word = fold(name ?? '').split(/\s+/)[0] ?? '';
      if (/^[a-z0-9_-]{1,31}$/.test(word) && !words.has(word)) words.set(word, family);
    }
  }
  return words;
}

const SURFACE = surfaceOf(commands);
const WORDS = slashWords(SURFACE);
const SHORT = new Set(
  SURFACE.flatMap(({ names: { fr, en } }) => [...fr, ...en].map(fold)).filter(
    (name) => !name.includes(' '),
  ),
);

/**
 * A command that a sentence mentions, as it is typed here: `/décision voir` is `/decision voir`,
 * and the short `/voter` is `/ecc voter`. Anything else is as it was.
 */
function typedHere(code: string): string {
  const [, word = '', rest = ''] = /^\/(\p{L}[\p{L}-]*)([\s\S]*)$/u.exec(code) ?? [];
  if (word === '') return code;
  if (WORDS.has(fold(word))) return `/${fold(word)}${rest}`;
  return SHORT.has(fold(word)) ? `/ecc ${word}${rest}` : code;
}

/** The same in a line: only what is set apart as code is a command. */
export const typedInLine = (line: readonly Inline[]): Inline[] =>
  line.map((inline): Inline => {
    if (typeof inline === 'string' || inline.type === 'break') return inline;
    if (inline.type !== 'code') return { ...inline, children: typedInLine(inline.children) };
    return { type: 'code', children: [typedHere(plainText(inline.children))] };
  });
