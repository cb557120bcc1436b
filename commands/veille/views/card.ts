import { formatDay, formatList } from '../../../src/kernel/dates/format.js';
import type { Share } from '../../../src/veille/types.js';
import { act, button, marked, note, text, view } from '../../view/build.js';
import { clipped } from '../../view/shorten.js';
import type { Action, Block, Inline, View } from '../../view/view.js';
import { refusalLine } from '../../words/command-words.js';
import { rich, say } from '../../words/index.js';
import { type Drawing, nameOf, titleOf } from '../drawing.js';
import { traceBlocks } from './attached.js';

/** In characters: what still reads as the beginning of a card. */
const TITLE_LENGTH = 140;
const SUMMARY_LENGTH = 300;
const MOST_SHARES = 4;
const MOST_REMARKS = 3;

export const LANDMARK = '🔭';

export const headline = ({ known }: Pick<Drawing, 'known'>): Inline[] => [
  `V-${known.resource.number} · ${clipped(titleOf(known), TITLE_LENGTH)}`,
];

/** What buttons about this resource carry. */
export const about = ({ known: { resource } }: Pick<Drawing, 'known'>) => ({
  resource: resource.number,
});

export const stands = ({ known: { resource, into } }: Pick<Drawing, 'known'>): boolean =>
  resource.state === 'standing' && into === null;

/** The living card of one resource: what it is, who brought it and why, what it is worth. */
export function resourceCard(drawing: Drawing): View {
  return view({
    title: headline(drawing),
    landmark: LANDMARK,
    reference: `V-${drawing.known.resource.number}`,
    audience: 'room',
    blocks: [
      ...pageBlocks(drawing, SUMMARY_LENGTH),
      ...shareBlocks(drawing, MOST_SHARES),
      ...remarkBlocks(drawing, MOST_REMARKS),
      ...traceBlocks(drawing.traces, drawing.locale),
      ...standing(drawing),
    ],
    actions: [
      ...markActions(drawing),
      ...talkActions(drawing),
      marked('🔎', button(say(drawing.locale, 'card.more'), act('veille.show', about(drawing)))),
    ],
  });
}

/** Its address, by whom and when; what it says; or why it could not be read. */
export function pageBlocks(drawing: Drawing, summaryLength: number): Block[] {
  const { known, locale, community, now } = drawing;
  const { address, author, publishedAt, summary, fault, page } = known.resource;
  const { host } = new URL(address);
  const link: Inline = { type: 'link', href: address, children: [host.replace(/^www\./, '')] };
  const when = publishedAt ? formatDay(publishedAt, { zone: community.zone, locale, now }) : '';
  const line = [link, ...[author, when].filter((one) => one !== '').map((one) => ` · ${one}`)];
  return [
    text(...line),
    ...(summary === '' ? [] : [text(clipped(summary, summaryLength))]),
    ...(page === 'failed' && fault
      ? [
          note(
            ...rich(locale, 'veille.page-failed'),
            ' ',
            ...refusalLine(locale, fault, community.zone, now),
          ),
        ]
      : []),
  ];
}

/** Each who brought it, why, and where it is talked about. */
export function shareBlocks(drawing: Drawing, most: number): Block[] {
  const { shares } = drawing.known;
  const lines = shares.slice(0, most).map((share) => shareLine(drawing, share));
  const left = shares.length - lines.length;
  const more = left > 0 ? [rich(drawing.locale, 'veille.more-shares', { count: left })] : [];
  const all = [...lines, ...more];
  if (all.length === 0) return [];
  return [
    text(...all.flatMap((one, index): Inline[] => (index ? [{ type: 'break' }, ...one] : one))),
  ];
}

export function shareLine(drawing: Drawing, share: Share): Inline[] {
  const { locale } = drawing;
  const { why, link } = share;
  const who = nameOf(drawing, share.member ?? share.follow ?? '');
  const place = share.room ? nameOf(drawing, share.room) : '';
  const key = place === '' ? 'veille.brought' : 'veille.brought.place';
  if (!share.member) return rich(locale, 'veille.brought.feed', { feed: who });
  const said = rich(locale, why === '' ? key : `${key}.why`, { who, place, why });
  if (!link) return said;
  return [...said, ' · ', { type: 'link', href: link, children: [say(locale, 'veille.there')] }];
}

/** The last things said about it, questions first. */
export function remarkBlocks(drawing: Drawing, most: number): Block[] {
  const { remarks } = drawing.known;
  const { locale } = drawing;
  const questions = remarks.filter(({ kind }) => kind === 'question').slice(-most);
  const comments = remarks
    .filter(({ kind }) => kind === 'comment')
    .slice(questions.length - most || remarks.length);
  return [...questions, ...comments].map(({ kind, member, text: said }) =>
    text(
      ...rich(locale, kind === 'question' ? 'veille.question' : 'veille.comment', {
        who: nameOf(drawing, member),
        said,
      }),
    ),
  );
}

/** Its theme, its tags, how many value it; or that it is looked at no more. */
export function standing({ known, locale }: Drawing): Block[] {
  const { resource, into, marks, tags } = known;
  if (into) return [note(...rich(locale, 'veille.is-merged', { number: into.number }))];
  if (resource.state === 'retracted') {
    const { reason } = resource;
    return [
      note(
        ...rich(locale, reason === '' ? 'veille.taken-back' : 'veille.is-retracted', { reason }),
      ),
    ];
  }
  const count = (kind: string) => marks.filter((mark) => mark.kind === kind).length;
  const [useful, read] = [count('useful'), count('read')];
  const said = [
    ...(resource.promotedBy ? [say(locale, 'veille.is-promoted')] : []),
    ...(resource.theme === '' ? [] : [say(locale, 'veille.theme', { theme: resource.theme })]),
    ...(tags.length === 0 ? [] : [say(locale, 'veille.tags', { tags: formatList(tags, locale) })]),
    ...(useful === 0 ? [] : [say(locale, 'veille.useful', { count: useful })]),
    ...(read === 0 ? [] : [say(locale, 'veille.read', { count: read })]),
  ];
  return said.length === 0 ? [] : [note(said.join(' · '))];
}

export function markActions(drawing: Drawing): Action[] {
  const { locale } = drawing;
  if (!stands(drawing)) return [];
  const ballot = (mark: string) => ({
    secret: false,
    undo: act('veille.unmark', { ...about(drawing), mark }),
  });
  return [
    {
      ...marked(
        '👍',
        button(say(locale, 'veille.act.useful'), act('veille.useful', about(drawing))),
      ),
      ballot: ballot('useful'),
    },
    {
      ...marked('📖', button(say(locale, 'veille.act.read'), act('veille.read', about(drawing)))),
      ballot: ballot('read'),
    },
  ];
}

export function talkActions(drawing: Drawing): Action[] {
  const { locale } = drawing;
  if (!stands(drawing)) return [];
  return [
    marked('💬', button(say(locale, 'veille.act.comment'), act('veille.comment', about(drawing)))),
    marked('⛏️', button(say(locale, 'veille.act.dig'), act('veille.dig', about(drawing)))),
  ];
}
