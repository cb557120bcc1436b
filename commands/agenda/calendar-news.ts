import { mayFollow } from '../../src/agenda/policy.js';
import type { EventProblem } from '../../src/agenda/types.js';
import type { ConflictId, FollowedId, MemberId } from '../../src/kernel/ids.js';
import type { Locale } from '../../src/kernel/locale.js';
import type { Announcer, Drawer } from '../registry/announcement.js';
import { act, button, text, view } from '../view/build.js';
import { has, rich, say } from '../words/index.js';
import { surroundings } from './drawing.js';
import { conflictCard } from './views/conflict.js';
import { eventsRefused } from './views/events.js';

/** What is said of other calendars: what came of them, and when they cannot be read. */

const imported: Announcer = async ({ id, subject, data }) => [
  {
    ...{ to: { rooms: 'agenda' }, key: `agenda:${id}:imported`, card: 'agenda.imported' },
    ...{ subject, params: data },
  },
];

/** Who asked for it is told, and nobody else. */
const failing: Announcer = async ({ id, subject, data }) => [
  {
    ...{ to: { member: data.member as MemberId }, key: `agenda:${id}:follow-failing` },
    ...{ card: 'agenda.follow-failing', subject, params: {} },
  },
];

const drawImported: Drawer = async ({ params }) => {
  const facts = { count: Number(params.added), name: String(params.name || '—') };
  return (locale) =>
    view({
      title: [say(locale, 'import.news', facts)],
      landmark: '📥',
      audience: 'room',
      actions: [button(say(locale, 'import.see'), act('agenda.list'))],
    });
};

const drawFailing: Drawer = async ({ community, subject }, services) => {
  const followed = await services.agenda.followedBy(community, subject as FollowedId);
  if (!followed || followed.problem === '') return null;
  const { name, number, host } = followed;
  return (locale) =>
    view({
      title: [say(locale, 'follow.failing', { name })],
      landmark: '📥',
      audience: 'direct',
      blocks: [
        text(
          say(locale, 'follow.failing.why', { why: problemText(locale, followed.problem, host) }),
        ),
        text(...rich(locale, 'follow.failing.then', { number })),
      ],
    });
};

/** Why a calendar cannot be read, as far as a code alone says. */
export function problemText(locale: Locale, problem: string, host: string): string {
  const key = `follow.problem.${problem}`;
  return has(key) ? say(locale, key, { host }) : say(locale, 'follow.problem', { host });
}

/** To who linked it: that it cannot be reached, and that it can again. */
const ofLink =
  (name: 'link-failing' | 'link-back'): Announcer =>
  async ({ id, subject, data }) => [
    {
      ...{ to: { member: data.member as MemberId }, key: `agenda:${id}:${name}` },
      ...{ card: `agenda.${name}`, subject, params: {} },
    },
  ];

const drawLink =
  (name: 'link-failing' | 'link-back'): Drawer =>
  async ({ community }, services) => {
    const link = await services.agenda.linkedCalendar(community);
    if (!link) return null;
    const { host, problem } = link;
    return (locale) =>
      view({
        title: [
          say(locale, `${name === 'link-back' ? 'link.back' : 'link.failing'}`, {
            name: link.name,
          }),
        ],
        landmark: '🔗',
        audience: 'direct',
        blocks:
          name === 'link-back'
            ? [text(say(locale, 'link.back.then'))]
            : [
                text(say(locale, 'link.failing.why', { why: problemText(locale, problem, host) })),
                text(...rich(locale, 'link.failing.then')),
              ],
      });
  };

/** To who answers for the meeting: both versions, and one tap from one to the other. */
const conflict: Announcer = async ({ id, subject, data }) => [
  {
    ...{ to: { member: data.member as MemberId }, key: `agenda:${id}:conflict` },
    ...{ card: 'agenda.conflict', subject, params: {} },
  },
];

const drawConflict: Drawer = async ({ community, subject, reader, now }, services) => {
  const versions = await services.agenda.versions(community, subject as ConflictId);
  if (!versions) return null;
  const around = await surroundings(services, { community, reader, now });
  return (locale) => conflictCard(versions, (meeting) => around(meeting, locale));
};

/** To those who facilitate: they know who runs the place, or do. */
const eventsTold: Announcer = async ({ id, community, subject, data }, services) => {
  const members = await services.community.members(community);
  return members.filter(mayFollow).map((member) => ({
    ...{ to: { member: member.id }, key: `agenda:${id}:events-refused:${member.id}` },
    ...{ card: 'agenda.events-refused', subject, params: data },
  }));
};

const drawEvents: Drawer = async ({ params }, services) => {
  const { problem, platform, place } = params;
  const grantUrl = services.agenda.grantUrl(String(platform), String(place));
  return (locale) => eventsRefused(problem as EventProblem, grantUrl, locale);
};

export const calendarAnnouncers: Readonly<Record<string, Announcer>> = {
  'agenda.imported': imported,
  'agenda.follow-failing': failing,
  'agenda.link-failing': ofLink('link-failing'),
  'agenda.link-back': ofLink('link-back'),
  'agenda.conflict': conflict,
  'agenda.events-refused': eventsTold,
};

export const calendarDrawers: Readonly<Record<string, Drawer>> = {
  'agenda.imported': drawImported,
  'agenda.follow-failing': drawFailing,
  'agenda.link-failing': drawLink('link-failing'),
  'agenda.link-back': drawLink('link-back'),
  'agenda.conflict': drawConflict,
  'agenda.events-refused': drawEvents,
};
