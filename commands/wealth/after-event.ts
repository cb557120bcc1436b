import type { SeriesId } from '../../src/kernel/ids.js';
import { refTyped } from '../agenda/params.js';
import type { Announcements, Announcer, Drawer } from '../registry/announcement.js';
import { act, button, text, view } from '../view/build.js';
import { rich, say } from '../words/index.js';
import { LANDMARK } from './views/card.js';

/**
 * A meeting is over: those who came, and like reminders, may have something to declare. Said once,
 * privately, and only where the community keeps a matrix.
 */
const ended: Announcer = async ({ community, subject, data, at }, services) => {
  const contexts = await services.wealth.contexts(community);
  if (contexts.length === 0) return [];
  const recurrence = String(data.recurrence ?? '');
  const which = { id: subject as SeriesId };
  const meeting = await services.agenda.meeting(community, which, { recurrence, now: at });
  if (!meeting || meeting.occurrence.cancelled) return [];
  const coming = new Set<string>(meeting.attendance.coming.map(({ member }) => member));
  const members = await services.community.members(community);
  return members
    .filter(({ id, reminders }) => reminders && coming.has(id))
    .map(({ id }) => ({
      ...{ to: { member: id }, subject, params: { recurrence }, card: 'wealth.after-event' },
      key: `wealth:${subject}:after:${recurrence}:${id}`,
    }));
};

const offered: Drawer = async ({ community, subject, params, now }, services) => {
  const recurrence = String(params.recurrence ?? '');
  const which = { id: subject as SeriesId };
  const meeting = await services.agenda.meeting(community, which, { recurrence, now });
  if (!meeting) return null;
  const { title } = meeting.occurrence;
  const event = refTyped(meeting.occurrence);
  return (locale) =>
    view({
      title: [say(locale, 'wealth.after.title', { title })],
      landmark: LANDMARK,
      audience: 'direct',
      blocks: [text(...rich(locale, 'wealth.after', { title }))],
      actions: [
        button(say(locale, 'wealth.declare'), act('wealth.declare', { event }), 'primary'),
        button(say(locale, 'said.reminder.stop'), act('ecc.reminders', { wanted: 'no' })),
      ],
    });
};

export const afterEventAnnouncements: Announcements = {
  announcers: { 'agenda.end': ended },
  drawers: { 'wealth.after-event': offered },
};
