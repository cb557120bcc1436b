import { formatMoment } from '../../../src/kernel/dates/format.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { themeKey } from '../../../src/veille/rules/themes.js';
import type { Giving, Outlet, Shown } from '../../../src/veille/types/giving.js';
import type { Theme } from '../../../src/veille/types.js';
import { act, button, note, text, view } from '../../view/build.js';
import type { Block, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { LANDMARK } from './card.js';

interface Around {
  readonly themes: readonly Theme[];
  readonly giving: Giving;
  readonly locale: Locale;
}

/** What an outlet shows, as people call it. */
export function outletName(
  { theme, editions }: Pick<Outlet, 'theme' | 'editions'>,
  { themes, locale }: Pick<Around, 'themes' | 'locale'>,
): string {
  if (editions) return say(locale, 'outlet.editions');
  if (theme === '') return say(locale, 'outlet.all');
  const written = themes.find(({ name }) => themeKey(name) === theme)?.name ?? theme;
  return say(locale, 'outlet.theme', { theme: written });
}

/** How to read it, and how much of what members said is there. */
const reading = ({ editions }: Outlet, shown: Shown, locale: Locale): Block[] => [
  text(...rich(locale, editions ? 'outlet.editions.how' : 'outlet.how')),
  note(say(locale, `outlet.shown.${shown}`)),
  ...(editions ? [note(say(locale, 'outlet.editions.shown'))] : []),
];

const closing = ({ number }: Outlet, locale: Locale) =>
  button(say(locale, 'outlet.close'), act('veille.close-outlet', { number }), 'danger');

/** The one time that a private address is seen. */
export function addressView(
  outlet: Outlet,
  around: Around & { readonly href: string; readonly local: boolean },
): View {
  const { locale, giving, href, local } = around;
  return view({
    title: [say(locale, 'outlet.opened', { name: outletName(outlet, around) })],
    landmark: LANDMARK,
    blocks: [
      text({ type: 'code', children: [href] }),
      ...reading(outlet, giving.private, locale),
      note(...rich(locale, 'outlet.private', { number: outlet.number })),
      ...(local ? [note(say(locale, 'feed.local'))] : []),
    ],
    actions: [
      button(say(locale, 'outlet.see-all'), act('veille.outlets')),
      closing(outlet, locale),
    ],
  });
}

/** What anybody may read, where, and how much of what members said. */
export function publicCard(outlet: Outlet, around: Around & { readonly href: string }): View {
  const { locale, giving, href } = around;
  return view({
    title: [say(locale, 'outlet.public', { name: outletName(outlet, around) })],
    landmark: LANDMARK,
    audience: 'room',
    blocks: [
      text({ type: 'link', href, children: [href] }),
      ...reading(outlet, giving.public, locale),
      note(...rich(locale, 'outlet.public.close', { number: outlet.number })),
    ],
    actions: [button(say(locale, 'outlet.see-all'), act('veille.outlets'))],
  });
}

export const closedOutlet = (locale: Locale): View =>
  view({
    title: [say(locale, 'outlet.not-public')],
    landmark: LANDMARK,
    audience: 'room',
    blocks: [text(say(locale, 'outlet.not-public.then'))],
  });

export function outletsView(
  outlets: readonly Outlet[],
  around: Around & {
    readonly zone: string;
    readonly now: Date;
    readonly hrefOf: (key: string) => string;
  },
): View {
  const { locale } = around;
  const none = outlets.length === 0;
  return view({
    title: [say(locale, none ? 'outlet.none' : 'outlet.list')],
    landmark: LANDMARK,
    blocks: none
      ? [text(...rich(locale, 'outlet.none.how'))]
      : [
          ...outlets.map((one) => outletLine(one, around)),
          note(...rich(locale, 'outlet.list.how')),
        ],
    actions: [
      button(say(locale, 'outlet.open'), act('veille.address'), none ? 'primary' : 'plain'),
      button(say(locale, 'outlet.open-editions'), act('veille.address-editions')),
      button(say(locale, 'outlet.publish'), act('veille.publish')),
    ],
  });
}

function outletLine(outlet: Outlet, around: Parameters<typeof outletsView>[1]): Block {
  const { locale, zone, now, hrefOf } = around;
  const { number, key, readAt } = outlet;
  const name = { type: 'strong', children: [`${number}. ${outletName(outlet, around)}`] } as const;
  if (key !== null) {
    const href = hrefOf(key);
    const link = { type: 'link', href, children: [href] } as const;
    return text(name, ` ${say(locale, 'outlet.is-public')} `, link);
  }
  const read = readAt ? formatMoment(readAt, { zone, locale, now }) : '';
  const when = say(locale, read ? 'outlet.read' : 'outlet.unread', { at: read });
  return text(name, ` ${say(locale, 'outlet.is-private')} ${when}`);
}

/** What the addresses show, in words. */
export const givingView = (said: string, giving: Giving, locale: Locale): View =>
  view({
    title: [said],
    landmark: LANDMARK,
    audience: 'room',
    blocks: (['public', 'private'] as const).map((which) =>
      text(say(locale, `giving.${which}`, { level: say(locale, `outlet.level.${giving[which]}`) })),
    ),
    actions: [button(say(locale, 'outlet.see-all'), act('veille.outlets'))],
  });
