import { maySeeAnswers } from '../../../src/agenda/policy.js';
import { type Answer, ONCE } from '../../../src/agenda/types.js';
import { formatList } from '../../../src/kernel/dates/format.js';
import { readingBlocks } from '../../veille/views/attached.js';
import { act, button, marked, note, text, view } from '../../view/build.js';
import { richText } from '../../view/markdown.js';
import { firstPart } from '../../view/shorten.js';
import type { Action, Block, Inline, View } from '../../view/view.js';
import { type Key, rich, say } from '../../words/index.js';
import { type Drawing, nameOf } from '../drawing.js';
import { refTyped } from '../params.js';
import { itemBlocks, roleBlocks } from './items.js';
import { whenText } from './when.js';

/** In characters: the rest is one tap away, in `agenda.show`. */
const DESCRIPTION_LENGTH = 600;
const MOST_NAMED = 30;

export const headline = ({ meeting: { occurrence } }: Drawing): Inline[] => [
  `A-${occurrence.number} · ${occurrence.title}`,
];

/** What buttons about this very meeting carry. */
export const about = ({ meeting: { occurrence } }: Pick<Drawing, 'meeting'>) => ({
  event: refTyped(occurrence),
});

/** The living card of one meeting: when, where, who comes, and one tap to answer. */
export function eventCard(drawing: Drawing): View {
  const { meeting, locale } = drawing;
  const { occurrence } = meeting;
  return view({
    title: headline(drawing),
    landmark: '📅',
    reference: `A-${occurrence.number}`,
    audience: 'room',
    blocks: [
      ...whenBlocks(drawing),
      ...placeFields(drawing),
      ...description(drawing),
      ...readingBlocks(drawing.reading, locale),
      ...itemBlocks(drawing),
      ...roleBlocks(drawing),
      ...attendanceLines(drawing),
    ],
    actions: [
      ...answerActions(drawing),
      marked('🔎', button(say(locale, 'card.more'), act('agenda.show', about(drawing)))),
    ],
  });
}

export function whenBlocks(drawing: Drawing): Block[] {
  const { meeting, locale } = drawing;
  const { occurrence } = meeting;
  const when: Inline = { type: 'strong', children: [whenText(drawing)] };
  const { reason } = occurrence;
  if (occurrence.cancelled) {
    const key = reason === '' ? 'event.cancelled.bare' : 'event.cancelled';
    return [text(...rich(locale, key, { when: whenText(drawing), reason }))];
  }
  return [text(when)];
}

export function placeFields({ meeting: { series, occurrence }, locale }: Drawing): Block[] {
  const { place, link } = occurrence;
  const { origin } = series;
  const field = (label: string, value: Inline) => ({ label, value: [value] });
  const fields = [
    ...(place === '' ? [] : [field(say(locale, 'event.place'), place)]),
    ...(link === ''
      ? []
      : [
          field(say(locale, 'event.link'), { type: 'link', href: link, children: [link] } as const),
        ]),
    ...(origin === '' ? [] : [field(say(locale, 'event.origin'), origin)]),
  ];
  return fields.length === 0 ? [] : [{ type: 'fields', fields }];
}

function description({ meeting: { occurrence }, locale }: Drawing): Block[] {
  if (occurrence.description === '') return [];
  const content = richText(occurrence.description);
  const first = firstPart(content, DESCRIPTION_LENGTH);
  if (!first) return [{ type: 'rich', content }];
  return [{ type: 'rich', content: first }, note(...rich(locale, 'card.continued'))];
}

/** Who comes, by name where that is for these eyes; else how many. */
export function attendanceLines(drawing: Drawing): Block[] {
  const { meeting, locale, reader } = drawing;
  const { series, attendance, occurrence } = meeting;
  if (occurrence.cancelled) return [];
  const { coming, waiting, maybe, no } = attendance;
  const named = maySeeAnswers(reader, series);
  const people = (answers: readonly Answer[]): string =>
    named && answers.length <= MOST_NAMED
      ? formatList(
          answers.map((answer) => withNote(drawing, answer)),
          locale,
        )
      : say(locale, 'event.people', { count: answers.length });
  const capacity = series.capacity ?? 0;
  const line = (key: Key | 'event.maybe' | 'event.no', who: readonly Answer[]) =>
    who.length === 0 ? [] : [rich(locale, key, { who: people(who), count: who.length, capacity })];
  const lines = [
    ...line(capacity > 0 ? 'event.coming.places' : 'event.coming', coming),
    ...line('event.waiting', waiting),
    ...line('event.maybe', maybe),
    ...line('event.no', no),
  ];
  if (lines.length === 0) return [note(say(locale, 'event.nobody'))];
  return [
    text(
      ...lines.flatMap((one, index): Inline[] => (index === 0 ? one : [{ type: 'break' }, ...one])),
    ),
    ...(series.discreet ? [note(say(locale, 'event.discreet'))] : []),
  ];
}

const withNote = (drawing: Drawing, { member, note: said }: Answer): string =>
  said === '' ? nameOf(drawing, member) : `${nameOf(drawing, member)} (${said})`;

/** The same sign everywhere for the same answer. */
const LANDMARKS = { yes: '✅', maybe: '🤔', no: '❌' } as const;

/** One tap to answer, as long as the meeting is ahead. */
export function answerActions(drawing: Drawing): Action[] {
  const { meeting, locale, now } = drawing;
  const { occurrence } = meeting;
  if (occurrence.cancelled || occurrence.end <= now) return [];
  const undo = act('agenda.unanswer', about(drawing));
  return (['yes', 'maybe', 'no'] as const).map((presence) => ({
    ...button(
      say(locale, `answer.${presence}`),
      act('agenda.answer', { ...about(drawing), presence }),
      presence === 'yes' ? 'primary' : 'plain',
    ),
    landmark: LANDMARKS[presence],
    ballot: { secret: false, undo },
  }));
}

/** Whether the series repeats, and so has dates to choose from. */
export const repeats = ({ meeting }: Pick<Drawing, 'meeting'>): boolean =>
  meeting.occurrence.recurrence !== ONCE;
