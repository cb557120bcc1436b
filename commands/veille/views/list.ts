import { formatList } from '../../../src/kernel/dates/format.js';
import type { Locale } from '../../../src/kernel/locale.js';
import type { Known, Theme } from '../../../src/veille/types.js';
import { act, button, select, text, view } from '../../view/build.js';
import { clipped } from '../../view/shorten.js';
import type { Action, Inline, RichBlock, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { titleOf } from '../drawing.js';
import { LANDMARK } from './card.js';

const TITLE_LENGTH = 90;

/** Several resources, one a line, each one tap away. */
export function listView(parts: {
  readonly resources: readonly Known[];
  readonly title: string;
  /** When there is none. */
  readonly empty: readonly Inline[];
  /** The button to the next page, if there is one. */
  readonly next: {
    readonly command: string;
    readonly args: Record<string, string | number>;
  } | null;
  readonly locale: Locale;
}): View {
  const { resources, title, empty, next, locale } = parts;
  const none = resources.length === 0;
  return view({
    title: [title],
    landmark: LANDMARK,
    blocks: none
      ? [text(...empty)]
      : [
          {
            type: 'rich',
            content: [
              {
                type: 'list',
                ordered: false,
                items: resources.map((one) => [resourceLine(one, locale)]),
              },
            ],
          },
        ],
    actions: [
      ...(none ? [] : [openOne(resources, locale)]),
      ...(next ? [button(say(locale, 'veille.before'), act(next.command, next.args))] : []),
      ...(none ? [] : [button(say(locale, 'veille.search'), act('veille.search'))]),
      button(say(locale, 'veille.add'), act('veille.add'), none ? 'primary' : 'plain'),
    ],
  });
}

/** Everything of one of them, one tap away. */
export const openOne = (resources: readonly Known[], locale: Locale): Action =>
  select({
    label: say(locale, 'veille.open-one'),
    act: act('veille.show'),
    param: 'resource',
    options: resources.map((known) => ({
      value: `V-${known.resource.number}`,
      label: `V-${known.resource.number} · ${clipped(titleOf(known), TITLE_LENGTH)}`,
    })),
  });

/** `V-12 · Title` as a link, its theme, how many find it useful. */
export function resourceLine(known: Known, locale: Locale): RichBlock {
  const { resource, marks } = known;
  const useful = marks.filter(({ kind }) => kind === 'useful').length;
  const said = [
    ...(resource.theme === '' ? [] : [resource.theme]),
    ...(useful === 0 ? [] : [say(locale, 'veille.useful', { count: useful })]),
  ];
  return {
    type: 'paragraph',
    children: [
      { type: 'strong', children: [`V-${resource.number}`] },
      ' ',
      { type: 'link', href: resource.address, children: [clipped(titleOf(known), TITLE_LENGTH)] },
      ...(said.length === 0 ? [] : [` (${said.join(', ')})`]),
    ],
  };
}

/** The themes, how much is in each, and who looks after them. */
export function themesView(parts: {
  readonly themes: readonly Theme[];
  readonly names: ReadonlyMap<string, string>;
  readonly locale: Locale;
}): View {
  const { themes, names, locale } = parts;
  const none = themes.length === 0;
  const item = ({ name, count, curators }: Theme): RichBlock[] => [
    {
      type: 'paragraph',
      children: [
        { type: 'strong', children: [name] },
        ' · ',
        ...rich(locale, 'themes.count', { count }),
        ...(curators.length === 0
          ? []
          : [
              ' · ',
              ...rich(locale, 'themes.curators', {
                who: formatList(
                  curators.map((one) => names.get(one) ?? '?'),
                  locale,
                ),
              }),
            ]),
      ],
    },
  ];
  return view({
    title: [say(locale, 'themes.title')],
    landmark: LANDMARK,
    blocks: none
      ? [text(...rich(locale, 'themes.empty'))]
      : [
          {
            type: 'rich',
            content: [{ type: 'list', ordered: false, items: themes.map(item) }],
          },
        ],
    actions: none
      ? [button(say(locale, 'veille.add'), act('veille.add'), 'primary')]
      : [
          select({
            label: say(locale, 'themes.open-one'),
            act: act('veille.list'),
            param: 'theme',
            options: themes.slice(0, 25).map(({ name }) => ({ value: name, label: name })),
          }),
        ],
  });
}
