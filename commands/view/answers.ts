import type { Locale } from '../../src/kernel/locale.js';
import type { Refusal } from '../../src/kernel/result.js';
import { fold, lengthOf } from '../../src/kernel/text.js';
import type { Context } from '../registry/context.js';
import { commandNames, quotable, refusalLine } from '../words/command-words.js';
import { rich, say } from '../words/index.js';
import { act, button, text, view } from './build.js';
import { plainText } from './markdown.js';
import type { View } from './view.js';

/** In characters: what still reads as a title. */
const SHORT = 90;

/** Why not, and what to do: every reason at once. One short reason is its own title. */
export function refusalView(context: Context, refusals: readonly Refusal[]): View {
  const { locale, now, community } = context;
  const lines = refusals.map((refusal) => refusalLine(locale, refusal, community.zone, now));
  const [first = [], ...others] = lines;
  return others.length === 0 && lengthOf(plainText(first)) <= SHORT
    ? view({ community: community.id, title: first })
    : view({ community: community.id, blocks: lines.map((line) => text(...line)) });
}

/** Something broke: a short reference to give to who runs the service. */
export const bugView = (locale: Locale, reference: string): View =>
  view({
    title: [say(locale, 'bug.title')],
    blocks: [text(...rich(locale, 'bug.body', { reference }))],
  });

export const strangerView = (locale: Locale): View =>
  view({
    title: [say(locale, 'stranger.title')],
    blocks: [text(...rich(locale, 'stranger.body'))],
  });

/** No command begins like this: the nearest one is offered, never run. */
export function unknownCommandView(context: Context, typed: string): View {
  const { locale, community } = context;
  const near = nearestName(context, quotable(typed));
  return view({
    community: community.id,
    title: [say(locale, 'unknown.title')],
    blocks: [
      text(...rich(locale, 'unknown.body', { typed: quotable(typed) })),
      ...(near ? [text(...rich(locale, 'unknown.like', { name: near }))] : []),
    ],
    actions: [button(say(locale, 'unknown.help'), act('ecc.help'), 'primary')],
  });
}

function nearestName({ commands, locale }: Context, typed: string): string | null {
  const wanted = new Set(fold(typed).split(/\s+/).flatMap(trigrams));
  let best: { name: string; score: number } | null = null;
  for (const command of commands.filter(({ hidden }) => !hidden)) {
    const name = commandNames(locale, command.id)[0] ?? '';
    const own = fold(name).split(/\s+/).flatMap(trigrams);
    const score = own.filter((part) => wanted.has(part)).length / own.length;
    if (score > (best?.score ?? 0.3)) best = { name, score };
  }
  return best?.name ?? null;
}

const trigrams = (word: string): string[] =>
  Array.from({ length: word.length }, (_, index) => `  ${word}`.slice(index, index + 3));
