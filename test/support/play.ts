import { expect } from 'vitest';
import type { View } from '../../commands/view/view.js';
import type { TestRoom } from './room.js';
import { textOf } from './text.js';

/**
 * One exchange: who, what they did, what the answer says. `/` types a line, `[label]` presses a
 * button they see, `[label=value]` chooses in a select, an object fills the last form; `sees` looks
 * at what they are told privately, or at what the room is told when nobody is named.
 */
export type Line = readonly [
  who: string,
  does: string | Readonly<Record<string, string>>,
  answered: string | readonly string[],
];

/** Plays a dialogue, line by line; gives the last answer. */
export async function play(room: TestRoom, lines: readonly Line[]): Promise<View | null> {
  let answer: View | null = null;
  for (const [who, does, answered] of lines) {
    if (does === 'sees') {
      const seen = (await room.seen(who || null)).join('\n———\n');
      contains(seen, answered, `${who || 'the room'} sees`);
      continue;
    }
    answer = await done(room, who, does);
    contains(textOf(answer), answered, `${who}: ${JSON.stringify(does)}`);
  }
  return answer;
}

function done(room: TestRoom, who: string, does: Line[1]): Promise<View> {
  if (typeof does !== 'string') return room.fill(who, does);
  if (does.startsWith('/')) return room.say(who, does.slice(1));
  const [, label = '', value] = /^\[([^=\]]+)(?:=([^\]]*))?\]$/.exec(does) ?? [];
  if (label === '') throw new Error(`neither a line nor a button: ${does}`);
  return room.press(who, label, value);
}

function contains(text: string, answered: Line[2], where: string): void {
  for (const part of typeof answered === 'string' ? [answered] : answered) {
    expect(text, where).toContain(part);
  }
}
