import type { DigestNow } from '../../../src/veille/service.js';
import type { Known } from '../../../src/veille/types.js';
import { act, button, note, select, text, view } from '../../view/build.js';
import { clipped } from '../../view/shorten.js';
import type { Action, Block, Inline, RichBlock, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Drawing, titleOf } from '../drawing.js';
import { LANDMARK, shareLine } from './card.js';

/** In characters, for each: a digest is read standing up. */
const TITLE_LENGTH = 110;
const SUMMARY_LENGTH = 160;
const MOST_SHARES = 2;

type Draw = (known: Known) => Drawing;

/** What is new, by theme, each with who brought it and why; one tap to say what it is worth. */
export function digestView(now: DigestNow, draw: Draw, around: Pick<Drawing, 'locale'>): View {
  const { edition, subscription, known } = now;
  const { locale } = around;
  const shown = edition.sections
    .map(({ theme, resources }) => ({
      theme,
      all: resources.flatMap((id): Known[] => {
        const one = known.get(id);
        return one ? [one] : [];
      }),
    }))
    .filter(({ all }) => all.length > 0);
  const list = shown.flatMap(({ all }) => all);
  return view({
    title: [say(locale, `digest.title.${subscription.frequency}`, { count: list.length })],
    landmark: LANDMARK,
    audience: 'room' in subscription.to ? 'room' : 'direct',
    blocks: [
      ...(list.length === 0 ? [text(say(locale, 'digest.emptied'))] : []),
      ...shown.flatMap(({ theme, all }): Block[] => [
        text({ type: 'strong', children: [theme ?? say(locale, 'digest.no-theme')] }),
        {
          type: 'rich',
          content: [{ type: 'list', ordered: false, items: all.map((one) => item(draw(one))) }],
        },
      ]),
      ...(edition.leftOut > 0
        ? [note(...rich(locale, 'digest.left-out', { count: edition.leftOut }))]
        : []),
    ],
    actions: actions(list, subscription.number, around),
  });
}

function item(drawing: Drawing): RichBlock[] {
  const { known } = drawing;
  const { number, address, summary } = known.resource;
  const lines: Inline[][] = [
    [
      { type: 'strong', children: [`V-${number}`] },
      ' ',
      { type: 'link', href: address, children: [clipped(titleOf(known), TITLE_LENGTH)] },
    ],
    ...(summary === '' ? [] : [[clipped(summary, SUMMARY_LENGTH)]]),
    ...known.shares.slice(0, MOST_SHARES).map((share) => shareLine(drawing, share)),
  ];
  const children = lines.flatMap((line, index): Inline[] =>
    index === 0 ? line : [{ type: 'break' }, ...line],
  );
  return [{ type: 'paragraph', children }];
}

function actions(
  list: readonly Known[],
  digest: number,
  { locale }: Pick<Drawing, 'locale'>,
): Action[] {
  const options = list.map((known) => ({
    value: `V-${known.resource.number}`,
    label: `V-${known.resource.number} · ${clipped(titleOf(known), 80)}`,
  }));
  const choosing = (
    label: 'digest.useful' | 'digest.not-for-us' | 'digest.later',
    command: string,
    args: Record<string, number> = {},
  ): Action =>
    select({ label: say(locale, label), act: act(command, args), param: 'resource', options });
  return [
    ...(options.length === 0
      ? []
      : [
          choosing('digest.useful', 'veille.useful'),
          choosing('digest.not-for-us', 'veille.not-for-us'),
          choosing('digest.later', 'veille.later', { digest }),
        ]),
    button(say(locale, 'digest.stop'), act('veille.undigest', { digest })),
  ];
}
