import type { Recurrence } from '../../src/agenda/types.js';
import type { Message, Touch, Utterance } from '../../src/journal/outbox/types.js';
import type { Entry } from '../../src/journal/types.js';
import type { MemberId, PollId, SeriesId } from '../../src/kernel/ids.js';
import type { Json } from '../../src/kernel/json.js';
import type { Locale } from '../../src/kernel/locale.js';
import type { Announcements, Announcer, Drawer } from '../registry/announcement.js';
import type { Services } from '../registry/context.js';
import type { View } from '../view/view.js';
import { calendarAnnouncers, calendarDrawers } from './calendar-news.js';
import { type Drawing, surroundings } from './drawing.js';
import { eventCard } from './views/card.js';
import { pollCard } from './views/poll.js';
import * as said from './views/said.js';

/** Whoever listens to the agenda. */
const ROOMS = { rooms: 'agenda' } as const;

const recurrenceOf = ({ data }: Entry): Recurrence => String(data.recurrence ?? '');

/** The living card of one occurrence, in every room: the same key, so that each change edits it. */
const card = ({ subject }: Entry, recurrence: Recurrence): Message => ({
  to: ROOMS,
  key: `agenda:${subject}:${recurrence}`,
  card: 'agenda.card',
  ...{ subject, params: { recurrence } },
});

/** A message of its own for one entry. */
const once = (
  entry: Entry,
  name: string,
  to: Message['to'],
  params: Record<string, Json> = {},
): Message => ({
  ...{ to, subject: entry.subject, params: { ...params, entry: entry.id } },
  card: `agenda.${name}`,
  key: `agenda:${entry.subject}:${name}:${entry.id}${'member' in to ? `:${to.member}` : ''}`,
});

/** What was said of it is drawn anew wherever it was said. */
const everywhere = ({ subject }: Entry): Touch => ({ touch: subject, member: null, rooms: true });

const meetingOf = (entry: Entry, services: Services, recurrence: Recurrence | null) =>
  services.agenda.meeting(
    entry.community,
    { id: entry.subject as SeriesId },
    { recurrence, now: entry.at },
  );

/** The first card of a meeting is that of its next occurrence. */
const added: Announcer = async (entry, services) => {
  const meeting = await meetingOf(entry, services, null);
  return meeting ? [card(entry, meeting.occurrence.recurrence)] : [];
};

/** Those who said that they come, or may, learn what became of it; not who did it. */
async function toThoseComing(entry: Entry, services: Services, name: string): Promise<Utterance[]> {
  const meeting = await meetingOf(entry, services, recurrenceOf(entry));
  if (!meeting) return [];
  const { coming, waiting, maybe } = meeting.attendance;
  const params = { ...entry.data };
  return [...coming, ...waiting, ...maybe]
    .filter(({ member }) => member !== entry.member)
    .map(({ member }) => once(entry, name, { member }, params));
}

const changed: Announcer = async (entry, services) => [
  everywhere(entry),
  ...(entry.data.moved
    ? [once(entry, 'moved', ROOMS, entry.data), ...(await toThoseComing(entry, services, 'moved'))]
    : []),
];

const cancelled: Announcer = async (entry, services) => [
  everywhere(entry),
  once(entry, 'cancelled', ROOMS, entry.data),
  ...(await toThoseComing(entry, services, 'cancelled')),
];

/** The room has the card again; those who come are reminded, those who said nothing are asked. */
const reminded: Announcer = async (entry, services) => {
  const meeting = await meetingOf(entry, services, recurrenceOf(entry));
  if (!meeting) return [];
  const { coming, waiting, maybe, no } = meeting.attendance;
  const wanting = (await services.community.members(entry.community)).filter(
    ({ reminders }) => reminders,
  );
  const ids = new Set<MemberId>([...coming, ...maybe].map(({ member }) => member));
  const answered = new Set<MemberId>([...ids, ...[...waiting, ...no].map(({ member }) => member)]);
  const asked = entry.data.first ? wanting.filter(({ id }) => !answered.has(id)) : [];
  return [
    once(entry, 'reminder', ROOMS, entry.data),
    ...wanting
      .filter(({ id }) => ids.has(id))
      .map(({ id }) => once(entry, 'remind-me', { member: id }, entry.data)),
    ...asked.map(({ id }) => once(entry, 'ask-me', { member: id }, entry.data)),
  ];
};

const seated: Announcer = async (entry) => [
  once(entry, 'seated', { member: entry.data.member as MemberId }, entry.data),
];

/** Draws with the meeting as it is now, for a reader. */
const drawn =
  (views: (drawing: Drawing, params: Readonly<Record<string, Json>>) => View | null): Drawer =>
  async ({ community, subject, params, reader, now, shown }, services) => {
    const which = { id: subject as SeriesId };
    const recurrence = String(params.recurrence ?? '');
    const meeting = await services.agenda.meeting(community, which, { recurrence, now });
    if (!meeting) return null;
    const draw = await surroundings(services, { community, reader, now });
    const reading = await services.veille.attachedTo(community, meeting.series.id);
    const seen = (locale: Locale) =>
      views({ ...draw(meeting, locale), reading }, { ...params, shown });
    const first = seen('fr');
    return first && ((locale) => seen(locale) ?? first);
  };

/** The living card of a poll of dates. */
const pollOnly: Announcer = async ({ subject }) => [
  { to: ROOMS, key: `agenda:${subject}`, card: 'agenda.poll', subject, params: {} },
];

const poll: Drawer = async ({ community, subject, now }, services) => {
  const found = await services.agenda.poll(community, { id: subject as PollId });
  if (!found) return null;
  const members = await services.community.people(community);
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]));
  return (locale) => pollCard({ ...found, names, reader: null, locale, now });
};

export const agendaAnnouncements: Announcements = {
  announcers: {
    'agenda.added': added,
    'agenda.changed': changed,
    'agenda.cancelled': cancelled,
    'agenda.answered': async (entry) => [everywhere(entry)],
    'agenda.seated': seated,
    'agenda.remind': reminded,
    'agenda.poll-asked': pollOnly,
    'agenda.poll-answered': pollOnly,
    'agenda.poll-ended': pollOnly,
    ...calendarAnnouncers,
  },
  drawers: {
    'agenda.card': drawn(eventCard),
    'agenda.poll': poll,
    'agenda.reminder': drawn(said.reminder),
    'agenda.moved': drawn(said.moved),
    'agenda.cancelled': drawn(said.cancelled),
    'agenda.remind-me': drawn(said.remindMe),
    'agenda.ask-me': drawn(said.askMe),
    'agenda.seated': drawn(said.seated),
    ...calendarDrawers,
  },
};
