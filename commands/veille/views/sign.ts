import { shownSign } from '../../../src/community/rules/signs.js';
import type { RoomId } from '../../../src/kernel/ids.js';
import type { Locale } from '../../../src/kernel/locale.js';
import type { Refusal } from '../../../src/kernel/result.js';
import { pieceTitle } from '../../../src/veille/rules/giving.js';
import type { Shared } from '../../../src/veille/service.js';
import type { Context } from '../../registry/context.js';
import { act, button, note, select, text, view } from '../../view/build.js';
import { clipped } from '../../view/shorten.js';
import type { Action, Button, View } from '../../view/view.js';
import { refusalLine } from '../../words/command-words.js';
import { rich, say } from '../../words/index.js';
import { LANDMARK } from './card.js';

/** In characters: what still reads in a list. */
const TITLE_LENGTH = 80;

/** The rule of a room: what reacting does there, who sees it, how it is taken back. */
export function signView(locale: Locale, chosen: string | null, network: string): View {
  if (chosen === null) {
    const example = network === 'slack' ? ':bookmark:' : '🔖';
    return view({
      title: [say(locale, 'sign.none.title')],
      landmark: LANDMARK,
      blocks: [text(...rich(locale, 'sign.none.body', { example }))],
    });
  }
  const sign = shownSign(chosen);
  return view({
    title: [say(locale, 'sign.title', { sign })],
    landmark: LANDMARK,
    blocks: [
      text(...rich(locale, 'sign.body', { sign })),
      note(...rich(locale, 'sign.note', { network })),
    ],
  });
}

export const stopButton = (locale: Locale, room: RoomId): Button =>
  button(say(locale, 'sign.act.stop'), act('veille.unsign', { room }));

/** To whoever chose: the room is told the rule itself. */
export const chosenView = (locale: Locale, chosen: string | null, room: RoomId): View =>
  view({
    landmark: LANDMARK,
    ...(chosen === null
      ? { title: [say(locale, 'sign.done.none')] }
      : {
          title: [say(locale, 'sign.done.chosen', { sign: shownSign(chosen) })],
          actions: [stopButton(locale, room)],
        }),
  });

/** What somebody's reaction brought, to them alone, with the way to take it back. */
export function gatheredView(
  { locale, community, now }: Context,
  gathered: {
    readonly shared: readonly Shared[];
    readonly refusals: readonly Refusal[];
    readonly left: number;
  },
): View {
  const { shared, refusals, left } = gathered;
  const [first] = shared;
  const alone = shared.length === 1 && first ? first : null;
  const lines = shared.map(({ resource }) =>
    text(`V-${resource.number} · ${clipped(pieceTitle(resource), TITLE_LENGTH)}`),
  );
  return view({
    title: [
      alone
        ? say(locale, `veille.done.${alone.how}`, { number: alone.resource.number })
        : say(locale, 'gathered.title', { count: shared.length }),
    ],
    landmark: LANDMARK,
    ...(alone && { reference: `V-${alone.resource.number}` }),
    blocks: [
      ...lines,
      ...refusals.map((one) => text(...refusalLine(locale, one, community.zone, now))),
      ...(left > 0 ? [text(...rich(locale, 'gathered.left', { count: left }))] : []),
      note(...rich(locale, 'gathered.note')),
    ],
    actions: alone ? about(alone, locale) : amongThem(shared, locale),
  });
}

const about = ({ resource: { number } }: Shared, locale: Locale): Action[] => [
  button(say(locale, 'card.more'), act('veille.show', { resource: number })),
  button(say(locale, 'veille.act.unshare'), act('veille.unshare', { resource: number })),
];

function amongThem(shared: readonly Shared[], locale: Locale): Action[] {
  const options = shared.map(({ resource: { number } }) => ({
    value: `V-${number}`,
    label: `V-${number}`,
  }));
  const among = (label: string, command: string): Action =>
    select({ label, act: act(command), param: 'resource', options });
  return [
    among(say(locale, 'veille.open-one'), 'veille.show'),
    among(say(locale, 'gathered.unshare-one'), 'veille.unshare'),
  ];
}
