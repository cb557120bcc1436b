import { LIMITS } from '../limits.js';

export interface Fitted {
  /** Descriptions of as many embeds as it takes. */
  readonly parts: readonly string[];
  /** Whether something had to be left out. */
  readonly cut: boolean;
}

/**
 * Sections of text spread over embeds within Discord's limits, `room` being what is left of the
 * 6000. Cuts between sections, else between lines, else between words.
 */
export function fitSections(sections: readonly string[], room: number): Fitted {
  const whole = sections.filter((section) => section.trim() !== '').join('\n');
  const parts: string[] = [];
  let left = whole;
  let budget = room;
  while (left !== '' && budget > 0) {
    const most = Math.min(LIMITS.embedDescription, budget);
    const part = left.length <= most ? left : head(left, most);
    if (part === '') break;
    // Discord takes a blank description for a missing one.
    if (part.trim() !== '') parts.push(part);
    budget -= part.length;
    left = left.slice(part.length).replace(/^\s+/, '');
  }
  return { parts, cut: left !== '' };
}

function head(text: string, most: number): string {
  const window = text.slice(0, most);
  const line = window.lastIndexOf('\n');
  if (line > most / 2) return window.slice(0, line);
  const word = window.lastIndexOf(' ');
  if (word > most / 2) return window.slice(0, word);
  // Never between the two halves of a character, nor after a lone escape.
  return window.replace(/[\uD800-\uDBFF]$/, '').replace(/\\$/, '');
}
