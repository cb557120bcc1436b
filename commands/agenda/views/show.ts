import * as policy from '../../../src/agenda/policy.js';
import { isAhead, isOn } from '../../../src/agenda/rules/sitting.js';
import { EACH, type Occurrence } from '../../../src/agenda/types.js';
import { formatMoment } from '../../../src/kernel/dates/format.js';
import { attachAction, readingBlocks } from '../../veille/views/attached.js';
import { act, button, note, select, text, view } from '../../view/build.js';
import { richText } from '../../view/markdown.js';
import type { Action, Block, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Drawing, nameOf } from '../drawing.js';
import { refTyped } from '../params.js';
import {
  about,
  answerActions,
  attendanceLines,
  headline,
  placeFields,
  repeats,
  whenBlocks,
} from './card.js';
import { itemBlocks, roleBlocks } from './items.js';
import { elsewhereText, reminderText } from './when.js';

const MOST_READ = 50;

/** Everything of a meeting, for one reader; and, when it repeats, its next dates. */
export function eventPage(drawing: Drawing, coming: readonly Occurrence[]): View {
  const { meeting, locale, reader } = drawing;
  const { series, occurrence } = meeting;
  const elsewhere = elsewhereText(drawing);
  return view({
    title: headline(drawing),
    landmark: '📅',
    reference: `A-${occurrence.number}`,
    blocks: [
      ...whenBlocks(drawing),
      ...(elsewhere ? [note(elsewhere)] : []),
      ...placeFields(drawing),
      ...(occurrence.description === ''
        ? []
        : [{ type: 'rich', content: richText(occurrence.description) } as Block]),
      ...readingBlocks(drawing.reading, locale, MOST_READ),
      ...itemBlocks(drawing),
      ...roleBlocks(drawing),
      ...attendanceLines(drawing),
      ...mine(drawing),
      note(
        ...rich(locale, 'event.made', {
          author: nameOf(drawing, series.author),
          reminder: reminderText(series.remindBefore, locale),
        }),
      ),
    ],
    actions: [
      ...answerActions(drawing),
      ...everyTime(drawing),
      ...meetingActions(drawing),
      ...otherDates(drawing, coming),
      ...(reader ? [attachAction(`A-${occurrence.number}`, locale)] : []),
      ...(reader && policy.mayChange(reader, series) && !occurrence.cancelled
        ? [
            button(say(locale, 'event.edit'), act('agenda.edit', about(drawing))),
            button(say(locale, 'event.cancel'), act('agenda.cancel', about(drawing)), 'danger'),
          ]
        : []),
    ],
  });
}

function mine({ meeting: { attendance }, reader, locale }: Drawing): Block[] {
  const { coming, waiting, maybe, no } = attendance;
  const own = [...coming, ...maybe, ...no].find(({ member }) => member === reader?.id);
  const place = waiting.findIndex(({ member }) => member === reader?.id);
  if (place >= 0) return [text(say(locale, 'event.mine.waiting', { place: place + 1 }))];
  return own ? [text(say(locale, `event.mine.${own.presence}`))] : [];
}

/** Before and during it, what will be talked about; afterwards, what was kept. */
function meetingActions(drawing: Drawing): Action[] {
  const { meeting, locale, now } = drawing;
  const { occurrence } = meeting;
  if (occurrence.cancelled) return [];
  const ahead = isAhead(occurrence, now) || isOn(occurrence, now);
  return [
    ...(ahead ? [button(say(locale, 'items.see'), act('agenda.order', about(drawing)))] : []),
    ...(occurrence.start <= now
      ? [button(say(locale, 'minutes.open'), act('agenda.minutes', about(drawing)))]
      : []),
  ];
}

function everyTime(drawing: Drawing): Action[] {
  const { meeting, locale, now } = drawing;
  if (!repeats(drawing) || meeting.occurrence.end <= now) return [];
  return [
    button(
      say(locale, 'answer.each'),
      act('agenda.answer', { event: `${meeting.occurrence.number}@${EACH}`, presence: 'yes' }),
    ),
  ];
}

function otherDates(drawing: Drawing, coming: readonly Occurrence[]): Action[] {
  const { meeting, locale, now } = drawing;
  const { zone } = meeting.series;
  const others = coming.filter(({ recurrence }) => recurrence !== meeting.occurrence.recurrence);
  if (others.length === 0) return [];
  return [
    select({
      label: say(locale, 'event.other-date'),
      act: act('agenda.show'),
      param: 'event',
      options: others.map((one) => ({
        value: refTyped(one),
        label: `${formatMoment(one.start, { zone, locale, now })}${one.cancelled ? ` (${say(locale, 'event.cancelled.short')})` : ''}`,
      })),
    }),
  ];
}
