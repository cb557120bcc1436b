import type { Locale } from '../../../src/kernel/locale.js';
import type { Follow } from '../../../src/veille/types.js';
import { act, button, note, select, text, view } from '../../view/build.js';
import type { Action, Block, Inline, RichBlock, View } from '../../view/view.js';
import { refusalLine } from '../../words/command-words.js';
import { rich, say } from '../../words/index.js';
import { LANDMARK } from './card.js';

interface Around {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: Date;
}

const nameOf = ({ title, asked }: Follow): string => title || new URL(asked).host;

/** One feed, where it stands, and what can be done next. */
export function followCard(follow: Follow, around: Around & { readonly direct: boolean }): View {
  const { locale, zone, now, direct } = around;
  const { number, state, fault } = follow;
  const next = { looking: true, following: true, dead: true, failed: false, stopped: false };
  const blocks: Block[] = [
    text(address(follow)),
    ...(fault ? [text(...refusalLine(locale, fault, zone, now))] : []),
    ...(next[state]
      ? [note(...rich(locale, `feeds.card.${state as 'looking' | 'following' | 'dead'}.next`))]
      : []),
    ...keeps(follow, locale),
  ];
  return view({
    title: [say(locale, `feeds.card.${state}`, { number, title: nameOf(follow) })],
    landmark: LANDMARK,
    reference: `F-${number}`,
    audience: direct ? 'direct' : 'room',
    blocks,
    actions: steering(follow, locale),
  });
}

function keeps({ theme, words }: Follow, locale: Locale): Block[] {
  const said = [
    ...(theme === '' ? [] : [say(locale, 'veille.theme', { theme })]),
    ...(words.length === 0 ? [] : [say(locale, 'feeds.words', { words: words.join(', ') })]),
  ];
  return said.length === 0 ? [] : [note(said.join(' · '))];
}

const address = ({ site, url, asked }: Follow): Inline => {
  const href = site ?? (url || asked);
  return { type: 'link', href, children: [href] };
};

function steering({ number, state }: Follow, locale: Locale): Action[] {
  const about = { follow: number };
  if (state !== 'following' && state !== 'looking') {
    return [button(say(locale, 'feeds.act.resume'), act('veille.resume', about))];
  }
  return [
    button(say(locale, 'feeds.act.adjust'), act('veille.adjust', about)),
    button(say(locale, 'feeds.act.stop'), act('veille.stop', about)),
  ];
}

/** Everything that is followed. */
export function followsView(follows: readonly Follow[], locale: Locale): View {
  const none = follows.length === 0;
  const item = (follow: Follow): RichBlock[] => [
    {
      type: 'paragraph',
      children: [
        { type: 'strong', children: [`F-${follow.number}`] },
        ' ',
        nameOf(follow),
        ...[
          ...(follow.state === 'following' || follow.state === 'stopped'
            ? []
            : [say(locale, `feeds.state.${follow.state}`)]),
          ...(follow.theme === '' ? [] : [follow.theme]),
          ...(follow.words.length === 0
            ? []
            : [say(locale, 'feeds.words', { words: follow.words.join(', ') })]),
        ].map((one) => ` · ${one}`),
      ],
    },
  ];
  return view({
    title: [say(locale, 'feeds.title')],
    landmark: LANDMARK,
    blocks: none
      ? [text(...rich(locale, 'feeds.empty'))]
      : [
          {
            type: 'rich',
            content: [{ type: 'list', ordered: false, items: follows.map(item) }],
          },
        ],
    actions: [
      button(say(locale, 'feeds.follow'), act('veille.follow'), none ? 'primary' : 'plain'),
      ...(none
        ? []
        : [
            select({
              label: say(locale, 'feeds.stop-one'),
              act: act('veille.stop'),
              param: 'follow',
              options: follows.slice(0, 25).map((one) => ({
                value: `F-${one.number}`,
                label: `F-${one.number} · ${nameOf(one)}`,
              })),
            }),
          ]),
    ],
  });
}
