import { note, text } from '../../view/build.js';
import { richText } from '../../view/markdown.js';
import type { Block } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Drawing, momentOf } from '../drawing.js';

/** As many as are read at one sitting; the others stay kept, and are counted. */
const MOST = 20;

export const latest = <T>(messages: readonly T[]): T[] => messages.slice(-MOST);

/** Says how many are not shown, if any. */
export function earlier({ locale }: Drawing, messages: readonly unknown[]): Block[] {
  const count = messages.length - MOST;
  return count > 0 ? [note(say(locale, 'mediation.talk.earlier', { count }))] : [];
}

/** One message: who, when, and the words; who reads it, where that is not said once for all. */
export function said(
  drawing: Drawing,
  one: {
    readonly name: string;
    readonly at: Date;
    readonly words: string;
    readonly readers?: string;
  },
): Block[] {
  const facts = { name: one.name, at: momentOf(drawing, one.at) };
  return [
    text(
      ...(one.readers
        ? rich(drawing.locale, 'mediation.together.line', { ...facts, readers: one.readers })
        : rich(drawing.locale, 'mediation.talk.line', facts)),
    ),
    { type: 'rich', content: [{ type: 'quote', children: richText(one.words) }] },
  ];
}
