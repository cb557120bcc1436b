import type { Locale } from '../../../src/kernel/locale.js';
import type { Attached } from '../../../src/veille/types/attaching.js';
import { act, button, note, text } from '../../view/build.js';
import { clipped } from '../../view/shorten.js';
import type { Action, Block, Inline } from '../../view/view.js';
import { say } from '../../words/index.js';
import type { Trace } from '../attached.js';

/** In characters. */
const TITLE_LENGTH = 70;
/** A longer address would take the place of what the card is about: the page has it. */
const LONGEST_LINK = 300;
const MOST = 3;
const MOST_OPENED = 3;

/** On a decision or a meeting: the pages that go with it, the first attached first. */
export function readingBlocks(pages: readonly Attached[], locale: Locale, most = MOST): Block[] {
  if (pages.length === 0) return [];
  const lines = pages.slice(0, most).map(({ number, title, address }): Inline[] => {
    const short = clipped(title, TITLE_LENGTH);
    if (address.length > LONGEST_LINK) return [`V-${number} ${short}`];
    return [`V-${number} `, { type: 'link', href: address, children: [short] }];
  });
  const left = pages.length - lines.length;
  return [
    text(
      { type: 'strong', children: [say(locale, 'attached.reading')] },
      ...lines.flatMap((line): Inline[] => [{ type: 'break' }, ...line]),
    ),
    ...(left > 0 ? [note(say(locale, 'attached.more', { count: left }))] : []),
  ];
}

/** On a page: what it goes with. */
export function traceBlocks(traces: readonly Trace[], locale: Locale): Block[] {
  if (traces.length === 0) return [];
  const list = traces
    .slice(0, MOST)
    .map(({ reference, title }) => `${reference} · ${clipped(title, TITLE_LENGTH)}`);
  const left = traces.length - list.length;
  const lines = list.flatMap((line): Inline[] => [{ type: 'break' }, line]);
  return [
    text({ type: 'strong', children: [say(locale, 'attached.to')] }, ...lines),
    ...(left > 0 ? [note(say(locale, 'attached.more', { count: left }))] : []),
  ];
}

export const traceActions = (traces: readonly Trace[], locale: Locale): Action[] =>
  traces
    .slice(0, MOST_OPENED)
    .map(({ reference, opens }) => button(say(locale, 'attached.open', { reference }), opens));

/** On a decision or a meeting: a page more. */
export const attachAction = (reference: string, locale: Locale): Action =>
  button(say(locale, 'attached.add'), act('veille.attach', { target: reference }));
