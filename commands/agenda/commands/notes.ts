import { standing } from '../../../src/agenda/rules/items.js';
import { LIMITS, type MeetingFile, type Note } from '../../../src/agenda/types.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { line, optional, type Param, param, unasked } from '../../registry/param.js';
import { act, button, text as paragraph, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { findBegun, findMeant, itemOf, itemRef, meantRef } from '../meant.js';
import { day, readRef } from '../params.js';
import { about } from '../views/card.js';
import { drawnNow, target } from './items.js';

/** A line of notes of the meeting that goes on. */
export const note = command({
  id: 'agenda.note',
  params: {
    event: meantRef(),
    text: line(LIMITS.line),
    item: unasked(optional(itemRef())),
    day: unasked(optional(day())),
  },
  async run(context, { event, text, item, day: on }) {
    const { services, cause } = context;
    const found = event ? await findBegun(context, event, on) : await findMeant(context, event, on);
    if (!found.ok) return found;
    const within = item ? itemOf(found.value, item) : null;
    if (within && !within.ok) return within;
    const written = { text, item: within?.value.key ?? 0 };
    const done = await services.agenda.note(cause, ...target(found.value), written);
    return done.ok ? noted(context, found.value, done.value, within?.value.title ?? null) : done;
  },
});

async function noted(
  context: Context,
  meeting: MeetingFile,
  { key, text }: Note,
  title: string | null,
): Promise<Result<View>> {
  const { locale } = context;
  const which = about({ meeting });
  const { number } = meeting.series;
  return ok(
    view({
      title: [
        title === null
          ? say(locale, 'notes.done', { number })
          : say(locale, 'notes.done.item', { number, title }),
      ],
      blocks: [paragraph(text)],
      actions: [
        button(say(locale, 'notes.correct'), act('agenda.correct-note', { ...which, note: key })),
        button(say(locale, 'minutes.open'), act('agenda.minutes', which)),
      ],
    }),
  );
}

/** A line of notes by its key: a button names it. */
const noteKey = (): Param<number> =>
  param<number>({
    takes: 'named',
    maxLength: 10,
    parse: async (typed) =>
      /^\s*\d{1,4}\s*$/.test(typed) ? ok(Number(typed)) : refuse('unknown-note'),
  });

export const correctNote = command({
  id: 'agenda.correct-note',
  params: { event: meantRef(), note: noteKey(), text: optional(line(LIMITS.line)) },
  hidden: true,
  confirm: true,
  async prepare(context, given) {
    const found = await findBegun(context, readRef(given.event ?? ''), null);
    if (!found.ok) return found;
    const key = Number(given.note ?? 0);
    const known = standing(found.value.sitting.notes).find((one) => one.key === key);
    return ok(known ? { text: known.text } : {});
  },
  async run(context, { event, note: key, text }) {
    const { services, cause, locale } = context;
    const found = await findBegun(context, event, null);
    if (!found.ok) return found;
    const change = { key, text: text ?? '' };
    const done = await services.agenda.correctNote(cause, ...target(found.value), change);
    if (!done.ok) return done;
    const which = about(await drawnNow(context, found.value));
    return ok(
      view({
        title: [say(locale, text ? 'notes.done.corrected' : 'notes.done.removed')],
        blocks: text ? [paragraph(text)] : [],
        actions: [button(say(locale, 'minutes.open'), act('agenda.minutes', which))],
      }),
    );
  },
});
