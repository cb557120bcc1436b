import type { Json } from '../../../src/kernel/json.js';
import { act, button, text, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import type { Drawing } from '../drawing.js';
import { about, answerActions, attendanceLines, eventCard, placeFields } from './card.js';
import { dateText, elsewhereText } from './when.js';

/** What is said about a meeting at a turn of its course, beside its card. */

type Params = Readonly<Record<string, Json>>;

const seeIt = (drawing: Drawing) =>
  button(say(drawing.locale, 'card.more'), act('agenda.show', about(drawing)));

const facts = (drawing: Drawing) => {
  const { number, title, reason } = drawing.meeting.occurrence;
  return { number, title, reason, when: dateText(drawing) };
};

const isAhead = ({ meeting: { occurrence }, now }: Drawing): boolean =>
  !occurrence.cancelled && occurrence.start > now;

/** What nobody needs to be told any more is not said; what was said stays, as things are. */
const whileAhead = (drawing: Drawing, { shown }: Params, say: () => View): View | null =>
  shown || isAhead(drawing) ? say() : null;

export const reminder = (drawing: Drawing, params: Params): View | null =>
  whileAhead(drawing, params, () => ({
    ...eventCard(drawing),
    title: [say(drawing.locale, 'event.reminder.title', facts(drawing))],
    landmark: '⏰',
  }));

export const moved = (drawing: Drawing): View =>
  view({
    title: [say(drawing.locale, 'event.moved.title', facts(drawing))],
    landmark: '📅',
    audience: 'room',
    reference: `A-${drawing.meeting.occurrence.number}`,
    blocks: [text(...rich(drawing.locale, 'event.moved', facts(drawing)))],
    actions: [...answerActions(drawing), seeIt(drawing)],
  });

export function cancelled(drawing: Drawing, { scope }: Params): View {
  const { locale } = drawing;
  const key = scope === 'one' ? 'event.said-cancelled' : 'event.said-cancelled.all';
  const { reason } = drawing.meeting.occurrence;
  return view({
    title: [say(locale, 'event.cancelled.title', facts(drawing))],
    landmark: '📅',
    audience: 'room',
    reference: `A-${drawing.meeting.occurrence.number}`,
    blocks: [
      text(...rich(locale, key, facts(drawing))),
      ...(reason === '' ? [] : [text(say(locale, 'event.reason', { reason }))]),
    ],
    actions: [seeIt(drawing)],
  });
}

/** To one who comes, or may. */
export const remindMe = (drawing: Drawing, params: Params): View | null =>
  whileAhead(drawing, params, () => personal(drawing, 'event.remind-me.title'));

/** To one who has not answered yet. */
export const askMe = (drawing: Drawing, params: Params): View | null =>
  whileAhead(drawing, params, () => personal(drawing, 'event.ask-me.title'));

function personal(drawing: Drawing, title: 'event.remind-me.title' | 'event.ask-me.title'): View {
  const { locale } = drawing;
  const elsewhere = elsewhereText(drawing);
  return view({
    title: [say(locale, title, facts(drawing))],
    landmark: '⏰',
    audience: 'direct',
    blocks: [
      text(dateText(drawing), ...(elsewhere ? [` (${elsewhere})`] : [])),
      ...placeFields(drawing),
      ...attendanceLines(drawing),
    ],
    actions: [
      ...answerActions(drawing),
      button(say(locale, 'said.reminder.stop'), act('ecc.reminders', { wanted: 'no' })),
    ],
  });
}

/** Somebody waited and has a place now. */
export const seated = (drawing: Drawing, params: Params): View | null =>
  whileAhead(drawing, params, () =>
    view({
      title: [say(drawing.locale, 'event.seated.title', facts(drawing))],
      landmark: '📅',
      audience: 'direct',
      blocks: [
        text(...rich(drawing.locale, 'event.seated', facts(drawing))),
        ...placeFields(drawing),
      ],
      actions: answerActions(drawing).slice(-1).concat(seeIt(drawing)),
    }),
  );
