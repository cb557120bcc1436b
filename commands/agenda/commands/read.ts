import { LIMITS } from '../../../src/agenda/types.js';
import { ok } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import { integer, line, optional, unseen } from '../../registry/param.js';
import { surroundings } from '../drawing.js';
import { findMeeting } from '../find.js';
import { day, eventRef } from '../params.js';
import { listView } from '../views/list.js';
import { eventPage } from '../views/show.js';

const DAY_MS = 86_400_000;
const WEEKS = 4;
/** One screen of a phone. */
const MOST_LISTED = 12;
/** How many other dates of a series are offered. */
const MOST_DATES = 20;

export const list = command({
  id: 'agenda.list',
  params: {
    theme: optional(line(LIMITS.theme)),
    /** In minutes since 1970: a button's page. */
    from: unseen(integer({ min: 0, max: 999_999_999 })),
  },
  async run({ services, community, member, locale, now }, { theme, from: minutes }) {
    const from = minutes === null ? now : new Date(minutes * 60_000);
    const to = new Date(from.getTime() + WEEKS * 7 * DAY_MS);
    const page = { from, to, limit: MOST_LISTED, ...(theme !== null && { theme }) };
    const { meetings, more } = await services.agenda.meetings(community.id, page);
    const zone = member.zone ?? community.zone;
    return ok(listView({ meetings, more, weeks: WEEKS, from, reader: member, zone, locale, now }));
  },
});

export const show = command({
  id: 'agenda.show',
  params: { event: eventRef(), day: optional(day()) },
  async run(context, { event, day: on }) {
    const { services, community, member, locale, now } = context;
    const found = await findMeeting(context, event, on);
    if (!found.ok) return found;
    const around = { community: community.id, reader: member.id, now };
    const draw = await surroundings(services, around);
    const reading = await services.veille.attachedTo(community.id, found.value.series.id);
    const drawing = { ...draw(found.value, locale), reading };
    const to = new Date(now.getTime() + 366 * DAY_MS);
    const span = { from: now, to, limit: MOST_DATES };
    const { id } = found.value.series;
    return ok(eventPage(drawing, await services.agenda.coming(community.id, { id }, span)));
  },
});
