import { isAhead, isWorthOpening } from '../../src/agenda/rules/sitting.js';
import type { MeetingFile, Recurrence } from '../../src/agenda/types.js';
import type { Message, Touch, Utterance } from '../../src/journal/outbox/types.js';
import type { Entry } from '../../src/journal/types.js';
import type {
  CommunityId,
  DecisionId,
  FloorId,
  MemberId,
  SeriesId,
  SittingId,
  TaskId,
} from '../../src/kernel/ids.js';
import type { Json } from '../../src/kernel/json.js';
import type { Announcements, Announcer, Drawer, Showing } from '../registry/announcement.js';
import type { Services } from '../registry/context.js';
import type { View } from '../view/view.js';
import { surroundings } from './drawing.js';
import { floorCard } from './views/floor.js';
import { isEmpty, minutesCard } from './views/minutes.js';
import { drawnRole, drawnToMe, opening } from './views/opening.js';
import { type TaskDrawing, taskAsked, taskDeclined, taskDue, taskSettled } from './views/tasks.js';

/** Whoever listens to the agenda. */
const ROOMS = { rooms: 'agenda' } as const;

const touch = (subject: string): Touch => ({ touch: subject, member: null, rooms: true });

/** What is said of one occurrence: of its sitting, which goes where it goes, or of its series. */
const about = ({ series, occurrence, sitting }: MeetingFile, name: string): Message => ({
  to: ROOMS,
  key: `agenda:${series.id}:${name}:${occurrence.recurrence}`,
  card: `agenda.${name}`,
  subject: sitting.id ?? series.id,
  params: { series: series.id, recurrence: occurrence.recurrence },
});

const sittingOf = ({ data }: Entry): SittingId => String(data.sitting ?? '') as SittingId;

const ofEntry = ({ community, subject, data, at }: Entry, services: Services) =>
  services.agenda.meeting(
    community,
    { id: subject as SeriesId },
    { recurrence: String(data.recurrence ?? '') satisfies Recurrence, now: at },
  );

/** The room gets the list, the link and the roles; a circle that prepared nothing is left alone. */
const started: Announcer = async (entry, services) => {
  const meeting = await ofEntry(entry, services);
  if (!meeting || !isWorthOpening(meeting.sitting, meeting.occurrence)) return [];
  return [about(meeting, 'opening')];
};

/** The minutes are posted; the first word loses its buttons. */
const ended: Announcer = async (entry, services) => {
  const meeting = await ofEntry(entry, services);
  const id = meeting?.sitting.id;
  return meeting && id ? [touch(id), about(meeting, 'minutes')] : [];
};

/** Written down while it goes on, it waits for the end; afterwards, the minutes have it at once. */
async function kept(entry: Entry, services: Services, sitting: SittingId): Promise<Utterance[]> {
  const meeting = await services.agenda.meetingOf(entry.community, sitting);
  if (!meeting) return [];
  const over = meeting.occurrence.end <= entry.at;
  return [touch(sitting), ...(over ? [about(meeting, 'minutes')] : [])];
}

const prepared: Announcer = async (entry) => [touch(entry.subject), touch(sittingOf(entry))];

const drawn: Announcer = async (entry, services) => {
  const meeting = await ofEntry(entry, services);
  if (!meeting) return [];
  const told = { ...about(meeting, 'drawn'), params: { ...entry.data, series: entry.subject } };
  const key = `agenda:${entry.subject}:drawn:${entry.id}`;
  const to = { member: entry.data.drawn as MemberId };
  return [
    ...(await prepared(entry, services)),
    { ...told, key },
    ...(entry.member === to.member
      ? []
      : [{ ...told, to, key: `${key}:${to.member}`, card: 'agenda.drawn-me' }]),
  ];
};

/** A private word about something to do. */
const toOne = (entry: Entry, name: string, member: MemberId): Message => ({
  ...{ to: { member }, subject: entry.subject, params: { by: entry.member ?? '' } },
  card: `agenda.${name}`,
  key: `agenda:${entry.subject}:${name}:${entry.id}:${member}`,
});

const taskOf = async ({ community, subject }: Entry | Showing, services: Services) =>
  services.agenda.task(community, { id: subject as TaskId });

const entrusted: Announcer = async (entry, services) => {
  const to = (await taskOf(entry, services))?.task.assignee;
  return to ? [touch(entry.subject), toOne(entry, 'task-asked', to)] : [];
};

const declined: Announcer = async (entry, services) => {
  const to = (await taskOf(entry, services))?.task.author;
  return to && to !== entry.member ? [toOne(entry, 'task-declined', to)] : [];
};

const due: Announcer = async (entry, services) => {
  const task = (await taskOf(entry, services))?.task;
  const to = task && (task.assignee ?? task.author);
  const member = to && (await services.community.member(entry.community, to));
  return member?.reminders ? [toOne(entry, 'task-due', member.id)] : [];
};

/** The minutes say how a decision stands that was opened in the meeting. */
const decided: Announcer = async (entry, services) => {
  const which = { id: entry.subject as DecisionId };
  const dossier = await services.decisions.dossier(entry.community, which, null);
  const origin = dossier?.decision.origin;
  return origin ? kept(entry, services, origin.id as SittingId) : [];
};

const floorOnly: Announcer = async ({ subject }) => [
  { to: ROOMS, key: `agenda:floor:${subject}`, card: 'agenda.floor', subject, params: {} },
];

/** The meeting that a message is about, wherever it went since. */
async function meetingShown({ community, subject, params, now }: Showing, services: Services) {
  const known = await services.agenda.meetingOf(community, subject as SittingId);
  const which = { id: String(params.series) as SeriesId };
  const recurrence = String(params.recurrence ?? '');
  return known ?? services.agenda.meeting(community, which, { recurrence, now });
}

type Views = (
  drawing: Parameters<typeof opening>[0],
  params: Readonly<Record<string, Json>>,
) => View | null;

const shown =
  (views: Views): Drawer =>
  async (showing, services) => {
    const meeting = await meetingShown(showing, services);
    if (!meeting) return null;
    const draw = await surroundings(services, showing);
    const params = { ...showing.params, shown: showing.shown };
    const first = views(draw(meeting, 'fr'), params);
    return first && ((locale) => views(draw(meeting, locale), params) ?? first);
  };

const minutes: Drawer = async (showing, services) => {
  const meeting = await meetingShown(showing, services);
  const id = meeting?.sitting.id;
  if (!meeting || !id) return null;
  const decisions = await services.decisions.bornOf(showing.community, id);
  const draw = await surroundings(services, showing);
  if (!showing.shown && isEmpty({ ...draw(meeting, 'fr'), decisions })) return null;
  return (locale) => minutesCard({ ...draw(meeting, locale), decisions });
};

/** What those need who draw something private to do. */
async function eyes(
  services: Services,
  community: CommunityId,
  reader: MemberId | null,
  now: Date,
) {
  const { zone } = await services.community.community(community);
  const members = await services.community.people(community);
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]));
  const own = members.find(({ id }) => id === reader) ?? null;
  return (locale: TaskDrawing['locale']) => ({ names, reader: own, zone, locale, now });
}

type TaskViews = (task: Parameters<typeof taskAsked>[0], d: TaskDrawing, by: string) => View;

/** Asked as long as `waits`; what was asked then says what it became. */
const taskShown =
  (waits: (state: string, own: boolean) => boolean, views: TaskViews): Drawer =>
  async (showing, services) => {
    const found = await taskOf(showing, services);
    if (!found) return null;
    const { task } = found;
    const still = waits(task.state, task.assignee === showing.reader);
    if (!still && !showing.shown) return null;
    const draw = await eyes(services, showing.community, showing.reader, showing.now);
    const by = String(showing.params.by);
    return (locale) => {
      const drawing = draw(locale);
      return still
        ? views(task, drawing, drawing.names.get(by) ?? '?')
        : taskSettled(task, drawing);
    };
  };

const floor: Drawer = async ({ community, subject, now }, services) => {
  const found = await services.agenda.floor(community, subject as FloorId);
  if (!found) return null;
  const draw = await eyes(services, community, null, now);
  return (locale) => floorCard({ ...found, ...draw(locale) });
};

/** What is said before a meeting of what is prepared, during it and after. */
export const meetingAnnouncements: Announcements = {
  announcers: {
    'agenda.start': started,
    'agenda.end': ended,
    'agenda.prepared': prepared,
    'agenda.drawn': drawn,
    'agenda.minuted': (entry, services) => kept(entry, services, sittingOf(entry)),
    'agenda.tasked': async (entry) => [touch(entry.subject), touch(sittingOf(entry))],
    'agenda.entrusted': entrusted,
    'agenda.task-declined': declined,
    'agenda.task-due': due,
    'agenda.floor': floorOnly,
    'decision.opened': decided,
    'decision.closed': decided,
    'decision.withdrawn': decided,
    'decision.reopened': decided,
    'decision.round-ended': decided,
    'decision.round-opened': decided,
    'decision.extended': decided,
  },
  drawers: {
    'agenda.opening': shown(opening),
    'agenda.minutes': minutes,
    'agenda.drawn': shown(drawnRole),
    'agenda.drawn-me': shown((drawing, params) =>
      isAhead(drawing.meeting.occurrence, drawing.now) || params.shown
        ? drawnToMe(drawing, params)
        : null,
    ),
    'agenda.task-asked': taskShown((state, own) => state === 'asked' && own, taskAsked),
    'agenda.task-declined': taskShown((state) => state === 'free', taskDeclined),
    'agenda.task-due': taskShown((state) => state !== 'done' && state !== 'dropped', taskDue),
    'agenda.floor': floor,
  },
};
