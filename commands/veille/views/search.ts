import { formatDay, formatList } from '../../../src/kernel/dates/format.js';
import type { Locale } from '../../../src/kernel/locale.js';
import type { Search } from '../../../src/veille/rules/search.js';
import { asksNothing, lineOf } from '../../../src/veille/rules/search-again.js';
import type { Found } from '../../../src/veille/service.js';
import { fitsButton } from '../../view/act-id.js';
import { act, button, note, text, view } from '../../view/build.js';
import { clipped } from '../../view/shorten.js';
import type { Act, Action, Block, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { LANDMARK } from './card.js';
import { openOne, resourceLine } from './list.js';

interface Around {
  readonly zone: string;
  readonly now: Date;
  readonly locale: Locale;
  /** How many a page holds. */
  readonly limit: number;
}

const LABEL_LENGTH = 50;

/** What was understood, what was found, the best first; or what to try. */
export function searchView(found: Found, around: Around): View {
  const { locale } = around;
  const { resources, total, search } = found;
  const nothing = asksNothing(search);
  return view({
    title: [
      nothing
        ? say(locale, 'command.veille.search.title')
        : say(locale, 'search.title', { count: total }),
    ],
    landmark: LANDMARK,
    blocks: [
      ...(nothing ? [text(...rich(locale, 'search.nothing-asked'))] : [understood(search, around)]),
      ...(search.notUnderstood.length === 0
        ? []
        : [
            note(
              ...rich(locale, 'search.not-understood', {
                list: formatList(search.notUnderstood, locale),
              }),
            ),
          ]),
      ...listed(found, around),
      ...(total === 0 && !nothing ? toTry(found, around) : []),
    ],
    actions: [
      ...(resources.length === 0 ? [] : [openOne(resources, locale)]),
      ...next(found, around).actions,
      ...found.instead.flatMap((one) => tryIt(one.search, around)),
      button(say(locale, 'search.again'), act('veille.search')),
    ],
  });
}

/** So that a slip is seen: « semences », thème eau, depuis le 1er mars. */
function understood(search: Search, { zone, locale, now }: Around): Block {
  const day = (at: Date): string => formatDay(at, { zone, locale, now });
  const { words, phrases, without, tags, theme, site, by, since, until } = search;
  const list = [
    ...(words.length === 0 ? [] : [say(locale, 'search.words', { words: words.join(' ') })]),
    ...phrases.map((one) => say(locale, 'search.words', { words: one })),
    ...without.map((one) => say(locale, 'search.without', { words: one })),
    ...(theme === null ? [] : [say(locale, 'search.theme', { theme })]),
    ...tags.map((tag) => say(locale, 'search.tag', { tag })),
    ...(site === null ? [] : [say(locale, 'search.site', { site })]),
    ...(by === null ? [] : [say(locale, 'search.by', { who: by })]),
    ...(since === null ? [] : [say(locale, 'search.since', { day: day(since) })]),
    // The last day that counts, not the first that does not.
    ...(until === null ? [] : [say(locale, 'search.until', { day: day(new Date(+until - 1)) })]),
  ];
  return note(...rich(locale, 'search.for', { list: list.join(', ') }));
}

function listed(found: Found, around: Around): Block[] {
  const { resources, total, page } = found;
  const { locale, limit } = around;
  if (total === 0) return [];
  if (resources.length === 0) return [text(say(locale, 'search.past'))];
  const from = (page - 1) * limit + 1;
  const to = from + resources.length - 1;
  return [
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
    ...(total > resources.length
      ? [note(say(locale, 'search.page', { from, to, total })), ...next(found, around).blocks]
      : []),
  ];
}

/** A button to the next page; in words when it would not hold all that is asked. */
function next(
  { search, page, total }: Found,
  around: Around,
): {
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
} {
  const { locale, limit } = around;
  if (page * limit >= total) return { blocks: [], actions: [] };
  const does = searching(search, around, { page: page + 1 });
  if (fitsButton(does)) return { blocks: [], actions: [button(say(locale, 'search.more'), does)] };
  const words = rich(locale, 'search.next', { page: page + 1 });
  return { blocks: [note(...words)], actions: [] };
}

/** In the shorter words: a button holds little. */
const searching = (search: Search, { zone }: Around, more: { readonly page?: number } = {}): Act =>
  act('veille.search', { line: lineOf(search, { zone, locale: 'en' }), ...more });

const tryIt = (search: Search, around: Around): Action[] => {
  const does = searching(search, around);
  const line = clipped(lineOf(search, around), LABEL_LENGTH);
  return fitsButton(does) ? [button(say(around.locale, 'search.try', { line }), does)] : [];
};

function toTry({ instead }: Found, around: Around): Block[] {
  const { locale } = around;
  if (instead.length === 0) return [text(...rich(locale, 'search.nothing'))];
  return [
    text(say(locale, 'search.instead')),
    {
      type: 'rich',
      content: [
        {
          type: 'list',
          ordered: false,
          items: instead.map(({ search, count }) => [
            {
              type: 'paragraph',
              children: rich(locale, 'search.instead.one', {
                ...{ line: lineOf(search, around), count },
              }),
            },
          ]),
        },
      ],
    },
  ];
}
