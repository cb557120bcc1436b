import { maySeeAnswers } from '../../../src/agenda/policy.js';
import { attendedBy } from '../../../src/agenda/rules/sitting.js';
import type { MeetingFile } from '../../../src/agenda/types.js';
import { formatMoment } from '../../../src/kernel/dates/format.js';
import { ok, type Result } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { optional, unasked } from '../../registry/param.js';
import { people } from '../../registry/people.js';
import { act, button, text, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { findBegun, meantRef } from '../meant.js';
import { day, readRef } from '../params.js';
import { about } from '../views/card.js';
import { historyView } from '../views/history.js';
import { leftOf, type MinutesDrawing, minutesPage } from '../views/minutes.js';
import { minutesFile } from '../views/minutes-file.js';
import { drawnNow, target } from './items.js';

async function minutesNow(context: Context, meeting: MeetingFile): Promise<MinutesDrawing> {
  const { services, community } = context;
  const drawing = await drawnNow(context, meeting);
  const { id } = drawing.meeting.sitting;
  return { ...drawing, decisions: id ? await services.decisions.bornOf(community.id, id) : [] };
}

async function page(context: Context, meeting: MeetingFile, title?: string): Promise<Result<View>> {
  const drawing = await minutesNow(context, meeting);
  const drawn = minutesPage(drawing, minutesFile(drawing));
  return ok(title === undefined ? drawn : { ...drawn, title: [title] });
}

/** What is kept of a meeting, with a file of it. */
export const minutes = command({
  id: 'agenda.minutes',
  params: { event: meantRef(), day: optional(day()) },
  async run(context, { event, day: on }) {
    const found = await findBegun(context, event, on);
    return found.ok ? page(context, found.value) : found;
  },
});

/** Who came, as whoever keeps the minutes writes it. */
export const attended = command({
  id: 'agenda.attended',
  params: { event: meantRef(), who: optional(people('everybody')), day: unasked(optional(day())) },
  hidden: true,
  confirm: true,
  async prepare(context, given) {
    const { services, community, member } = context;
    const found = await findBegun(context, readRef(given.event ?? ''), null);
    if (!found.ok) return found;
    const { series, sitting, attendance } = found.value;
    if (!maySeeAnswers(member, series)) return ok({});
    const came = new Set(attendedBy(sitting, attendance));
    const members = await services.community.people(community.id);
    const names = members.filter(({ id }) => came.has(id)).map(({ name }) => name);
    return ok({ who: names.join(', ') });
  },
  async run(context, { event, who, day: on }) {
    const { services, cause, locale } = context;
    const found = await findBegun(context, event, on);
    if (!found.ok) return found;
    const ids = (who ?? []).map(({ id }) => id);
    const done = await services.agenda.attended(cause, ...target(found.value), ids);
    return done.ok ? page(context, found.value, say(locale, 'minutes.done')) : done;
  },
});

/** Everything the minutes have said before. */
export const history = command({
  id: 'agenda.minutes-history',
  params: { event: meantRef(), day: unasked(optional(day())) },
  hidden: true,
  async run(context, { event, day: on }) {
    const { services, community } = context;
    const found = await findBegun(context, event, on);
    if (!found.ok) return found;
    const drawing = await drawnNow(context, found.value);
    const { id } = drawing.meeting.sitting;
    const said = id
      ? await services.agenda.history(community.id, id)
      : { notes: [], presences: [] };
    return ok(historyView(drawing, said));
  },
});

/** What was not talked about goes to the next date. */
export const carry = command({
  id: 'agenda.carry',
  params: { event: meantRef(), day: unasked(optional(day())) },
  hidden: true,
  async run(context, { event, day: on }) {
    const { services, cause, community, locale, now } = context;
    const found = await findBegun(context, event, on);
    if (!found.ok) return found;
    const drawing = await minutesNow(context, found.value);
    const left = new Set(leftOf(drawing).map(({ key }) => key));
    const decided = drawing.meeting.sitting.items.flatMap(({ key }) =>
      left.has(key) ? [] : [key],
    );
    const done = await services.agenda.carry(cause, ...target(found.value), new Set(decided));
    if (!done.ok) return done;
    const { count, next } = done.value;
    const at = formatMoment(next.start, { zone: community.zone, locale, now });
    return ok(
      view({
        title: [say(locale, 'minutes.carried', { count })],
        blocks: [text(say(locale, 'minutes.carried.to', { at }))],
        actions: [
          button(
            say(locale, 'items.see'),
            act('agenda.order', about({ meeting: { ...drawing.meeting, occurrence: next } })),
          ),
        ],
      }),
    );
  },
});
