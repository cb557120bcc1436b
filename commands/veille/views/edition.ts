import { formatDay, formatList } from '../../../src/kernel/dates/format.js';
import type { Locale } from '../../../src/kernel/locale.js';
import type { EditionShown, Known } from '../../../src/veille/types.js';
import { act, button, note, select, text, view } from '../../view/build.js';
import { richText } from '../../view/markdown.js';
import { clipped, firstPart } from '../../view/shorten.js';
import type { Action, Block, Inline, RichBlock, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Drawing, nameOf, titleOf } from '../drawing.js';
import { openOne } from './list.js';

export const EDITION_LANDMARK = '📰';

/** In characters. */
const TITLE_LENGTH = 110;
const INTRODUCTION_LENGTH = 900;
const NOTE_LENGTH = 250;
/** A few screens of a phone; the rest is one tap further. */
const MOST_SHOWN = 8;

interface Around {
  readonly draw: (known: Known) => Drawing;
  readonly locale: Locale;
  readonly zone: string;
  readonly now: Date;
}

type Item = EditionShown['items'][number];

/** What the rooms read: its introduction, then its pages in order, each with what is said of it. */
export function editionCard(shown: EditionShown, around: Around): View {
  const { edition, items } = shown;
  const { locale } = around;
  const about = { edition: edition.number };
  if (edition.state === 'draft') {
    return view({
      ...frame(shown),
      audience: 'room',
      blocks: [note(say(locale, 'edition.taken-back'))],
    });
  }
  const introduction = richText(edition.introduction);
  const short = firstPart(introduction, INTRODUCTION_LENGTH);
  const first = items.slice(0, MOST_SHOWN);
  return view({
    ...frame(shown),
    audience: 'room',
    blocks: [
      { type: 'rich', content: short ?? introduction },
      ...itemBlocks(first, 1, around, NOTE_LENGTH),
      ...leftBlocks(items.length - first.length, locale),
      ...byline(shown, around),
    ],
    actions: [
      ...(first.length === 0
        ? []
        : [
            openOne(
              first.map(({ known }) => known),
              locale,
            ),
          ]),
      button(say(locale, 'edition.read'), act('veille.edition', about)),
    ],
  });
}

/** All of it for one reader, page by page; for who edits, what can be done with it. */
export function editionPage(
  shown: EditionShown,
  around: Around & {
    readonly edits: boolean;
    readonly page: number;
    /** What was just done. */
    readonly said: string | null;
  },
): View {
  const { edition, items } = shown;
  const { locale, edits, page, said } = around;
  const before = (page - 1) * MOST_SHOWN;
  const here = items.slice(before, before + MOST_SHOWN);
  const left = items.length - before - here.length;
  const drawn = frame(shown);
  return view({
    ...drawn,
    ...(said !== null && { title: [said] }),
    blocks: [
      ...(said === null ? [] : [text({ type: 'strong', children: drawn.title })]),
      ...(edition.state === 'draft' ? [note(say(locale, 'edition.draft'))] : []),
      ...(page === 1 ? [{ type: 'rich' as const, content: richText(edition.introduction) }] : []),
      ...(items.length === 0 ? [note(...rich(locale, 'edition.empty'))] : []),
      ...itemBlocks(here, before + 1, around, null),
      ...leftBlocks(left, locale),
      ...byline(shown, around),
    ],
    actions: [
      ...(here.length === 0
        ? []
        : [
            openOne(
              here.map(({ known }) => known),
              locale,
            ),
          ]),
      ...(left > 0
        ? [
            button(
              say(locale, 'edition.next'),
              act('veille.edition', { edition: edition.number, page: page + 1 }),
            ),
          ]
        : []),
      ...(edits ? editing(shown, here, locale) : []),
    ],
  });
}

const frame = ({ edition: { number, title } }: EditionShown) => ({
  title: [`N-${number} · ${title}`],
  landmark: EDITION_LANDMARK,
  reference: `N-${number}`,
});

/** `1. V-12 · Title`, what its editor says of it, who brought it. */
function itemBlocks(
  items: readonly Item[],
  from: number,
  { draw, locale }: Around,
  noteLength: number | null,
): Block[] {
  return items.map(({ known, note: said }, index): Block => {
    const { number, address } = known.resource;
    const line: Inline[] = [
      `${from + index}. `,
      { type: 'strong', children: [`V-${number}`] },
      ' ',
      { type: 'link', href: address, children: [clipped(titleOf(known), TITLE_LENGTH)] },
      ...sharers(draw(known), locale),
    ];
    const noted = said === '' ? [] : richText(said);
    const kept = noteLength === null ? noted : (firstPart(noted, noteLength) ?? noted);
    const content: RichBlock[] = [
      { type: 'paragraph', children: line },
      ...(kept.length === 0 ? [] : [{ type: 'quote' as const, children: kept }]),
    ];
    return { type: 'rich', content };
  });
}

function sharers(drawing: Drawing, locale: Locale): Inline[] {
  const who = [
    ...new Set(
      drawing.known.shares.map(({ member, follow }) => nameOf(drawing, member ?? follow ?? '')),
    ),
  ];
  if (who.length === 0) return [];
  return [' · ', ...rich(locale, 'edition.shared', { who: formatList(who, locale) })];
}

const leftBlocks = (left: number, locale: Locale): Block[] =>
  left > 0 ? [note(say(locale, 'edition.left', { count: left }))] : [];

/** Who made it, when, and when it was corrected: always in view. */
function byline({ edition, gone, items }: EditionShown, around: Around): Block[] {
  const { locale, zone, now, draw } = around;
  const day = (at: Date): string => formatDay(at, { zone, locale, now });
  const { publishedAt, correctedAt, state } = edition;
  const [first] = items;
  const who = first ? nameOf(draw(first.known), edition.member) : null;
  const said = [
    ...(who === null ? [] : [say(locale, 'edition.by', { who })]),
    ...(publishedAt && state === 'published'
      ? [say(locale, 'edition.published', { day: day(publishedAt) })]
      : []),
    ...(correctedAt ? [say(locale, 'edition.corrected', { day: day(correctedAt) })] : []),
    ...(gone > 0 ? [say(locale, 'edition.gone', { count: gone })] : []),
  ];
  return said.length === 0 ? [] : [note(said.join(' '))];
}

function editing(
  { edition, items }: EditionShown,
  here: readonly Item[],
  locale: Locale,
): Action[] {
  const about = { edition: edition.number };
  const draft = edition.state === 'draft';
  const options = here.map(({ known }) => ({
    value: `V-${known.resource.number}`,
    label: `V-${known.resource.number} · ${clipped(titleOf(known), 80)}`,
  }));
  const choosing = (label: 'edition.act.note' | 'edition.act.remove', command: string): Action =>
    select({ label: say(locale, label), act: act(command, about), param: 'resource', options });
  return [
    ...(draft && items.length > 0
      ? [
          button(
            say(locale, 'edition.act.publish'),
            act('veille.edition-publish', about),
            'primary',
          ),
        ]
      : []),
    button(say(locale, 'edition.act.add'), act('veille.edition-add', about)),
    ...(options.length === 0
      ? []
      : [
          choosing('edition.act.note', 'veille.edition-note'),
          choosing('edition.act.remove', 'veille.edition-remove'),
        ]),
    ...(items.length > 1
      ? [button(say(locale, 'edition.act.order'), act('veille.edition-order', about))]
      : []),
    button(say(locale, 'edition.act.rewrite'), act('veille.edition-rewrite', about)),
    ...(draft
      ? []
      : [button(say(locale, 'edition.act.withdraw'), act('veille.edition-withdraw', about))]),
    ...(edition.publishedAt === null
      ? [button(say(locale, 'edition.act.drop'), act('veille.edition-drop', about), 'danger')]
      : []),
  ];
}
