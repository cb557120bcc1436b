import { EACH, LIMITS, PRESENCES, type Presence } from '../../../src/agenda/types.js';
import { ok, type Result } from '../../../src/kernel/result.js';
import { fold } from '../../../src/kernel/text.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { choice, line, optional, type Param, unasked } from '../../registry/param.js';
import { act, button, text, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { surroundings } from '../drawing.js';
import { findMeeting } from '../find.js';
import { day, type EventRef, eventRef, refTyped } from '../params.js';
import { dateText } from '../views/when.js';

const ALSO: ReadonlyMap<string, Presence> = new Map([
  ['oui', 'yes'],
  ['non', 'no'],
  ['perhaps', 'maybe'],
]);

/** One of the three answers; « oui » and « non » are enough. */
const presences = (): Param<Presence> => {
  const one = choice(PRESENCES, (each, { locale }: Context) => say(locale, `answer.${each}`));
  return { ...one, parse: (raw, context) => one.parse(ALSO.get(fold(raw)) ?? raw, context) };
};

export const answer = command({
  id: 'agenda.answer',
  params: {
    event: eventRef(),
    presence: presences(),
    note: unasked(optional(line(LIMITS.note))),
    day: unasked(optional(day())),
  },
  async run(context, { event, presence, note, day: on }) {
    const { services, cause } = context;
    const which = { number: event.number };
    if (event.recurrence === EACH) {
      const said = { recurrence: EACH, presence, note };
      const done = await services.agenda.answer(cause, which, said);
      return done.ok ? ok(eachTime(context, done.value.series.number, presence)) : done;
    }
    const found = await findMeeting(context, event, on);
    if (!found.ok) return found;
    const { recurrence } = found.value.occurrence;
    const done = await services.agenda.answer(cause, which, { recurrence, presence, note });
    if (!done.ok) return done;
    return told(context, { number: event.number, recurrence }, done.value.waiting);
  },
});

function eachTime({ locale }: Context, number: number, presence: Presence): View {
  return view({
    title: [say(locale, `answered.each.${presence}`)],
    actions: [
      button(say(locale, 'answered.undo'), act('agenda.unanswer', { event: `${number}@${EACH}` })),
    ],
  });
}

async function told(
  context: Context,
  event: { readonly number: number; readonly recurrence: string },
  waiting: number | null,
): Promise<Result<View>> {
  const { services, community, member, locale, now } = context;
  const found = await findMeeting(context, event);
  if (!found.ok) return found;
  const around = { community: community.id, reader: member.id, now };
  const drawing = (await surroundings(services, around))(found.value, locale);
  const own = services.agenda.answerOf(found.value, member.id);
  const ref = { event: refTyped(event) };
  const when = dateText(drawing);
  return ok(
    view({
      title: [say(locale, waiting ? 'answered.waiting' : `answered.${own?.presence ?? 'no'}`)],
      blocks: [
        text(waiting ? say(locale, 'answered.waiting.place', { place: waiting, when }) : when),
      ],
      actions: [
        button(say(locale, 'answered.note'), act('agenda.note-answer', ref)),
        button(say(locale, 'answered.undo'), act('agenda.unanswer', ref)),
      ],
    }),
  );
}

/** A word beside one's answer: « j’arrive à 20h30 ». */
export const noteAnswer = command({
  id: 'agenda.note-answer',
  params: { event: eventRef(), note: line(LIMITS.note) },
  hidden: true,
  async run(context, { event, note }) {
    const { services, cause, member } = context;
    const found = await findMeeting(context, event);
    if (!found.ok) return found;
    const presence = services.agenda.answerOf(found.value, member.id)?.presence ?? 'maybe';
    const { recurrence } = found.value.occurrence;
    const which = { number: event.number };
    const done = await services.agenda.answer(cause, which, { recurrence, presence, note });
    return done.ok ? told(context, { number: event.number, recurrence }, done.value.waiting) : done;
  },
});

export const unanswer = command({
  id: 'agenda.unanswer',
  params: { event: eventRef(), day: unasked(optional(day())) },
  async run(context, { event, day: on }) {
    const { services, cause, locale } = context;
    const recurrence = await meant(context, event, on);
    if (!recurrence.ok) return recurrence;
    const which = { number: event.number };
    const done = await services.agenda.unanswer(cause, which, recurrence.value);
    return done.ok ? ok(view({ title: [say(locale, 'answered.undone')] })) : done;
  },
});

async function meant(
  context: Context,
  event: EventRef,
  on: Parameters<typeof findMeeting>[2],
): Promise<Result<string>> {
  if (event.recurrence === EACH) return ok(EACH);
  const found = await findMeeting(context, event, on);
  return found.ok ? ok(found.value.occurrence.recurrence) : found;
}
