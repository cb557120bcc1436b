import type { Message, Touch } from '../../src/journal/outbox/types.js';
import type { Entry } from '../../src/journal/types.js';
import type { EditionId, FollowId, OutletId, ResourceId, RoomId } from '../../src/kernel/ids.js';
import { givingOf } from '../../src/veille/rules/giving.js';
import type { Announcements, Announcer, Drawer } from '../registry/announcement.js';
import { say } from '../words/index.js';
import { tracesOf } from './attached.js';
import { surroundings } from './drawing.js';
import { resourceCard } from './views/card.js';
import { digestView } from './views/digest.js';
import { editionCard } from './views/edition.js';
import { followCard } from './views/feeds.js';
import { closedOutlet, givingView, publicCard } from './views/outlets.js';
import { signView } from './views/sign.js';

/** The living card of a resource, in every room that listens: the same key, so that it is edited. */
const card = ({ subject }: Entry): Message => ({
  to: { rooms: 'veille' },
  key: `veille:${subject}`,
  card: 'veille.card',
  ...{ subject, params: {} },
});

/** What was said of it is drawn anew wherever it was said, and only there. */
const everywhere = ({ subject }: Entry): Touch => ({ touch: subject, member: null, rooms: true });

const shown: Announcer = async (entry) => [card(entry)];
const touched: Announcer = async (entry) => [everywhere(entry)];

/**
 * What it goes with names it, and editions hold it, unless it is retracted: those are drawn anew
 * as well.
 */
const changed: Announcer = async (entry, services) => {
  const resource = entry.subject as ResourceId;
  const found = await services.veille.attachments(entry.community, resource);
  const editions = await services.veille.editionsHolding(entry.community, resource);
  return [entry.subject, ...found.map(({ target }) => target.id), ...editions].map((subject) =>
    everywhere({ ...entry, subject }),
  );
};

const attached: Announcer = async (entry) => [
  everywhere(entry),
  everywhere({ ...entry, subject: String(entry.data.target) }),
];

/** Whoever asked for it is told what was found, or why nothing was. */
const looked: Announcer = async (entry, services) => {
  const follow = await services.veille.followById(entry.community, entry.subject as FollowId);
  if (!follow) return [];
  return [
    {
      to: { member: follow.member },
      key: `veille:${entry.subject}:looked:${entry.id}`,
      card: 'veille.follow',
      ...{ subject: entry.subject, params: {} },
    },
  ];
};

const dead: Announcer = async (entry) => [
  {
    to: { rooms: 'veille' },
    key: `veille:${entry.subject}:dead:${entry.id}`,
    card: 'veille.follow',
    ...{ subject: entry.subject, params: {} },
  },
];

const follow: Drawer = async ({ community, subject, reader, now }, services) => {
  const found = await services.veille.followById(community, subject as FollowId);
  if (!found) return null;
  const { zone } = await services.community.community(community);
  return (locale) => followCard(found, { locale, zone, now, direct: reader !== null });
};

/** To the room or the person that asked for it. */
const digested: Announcer = async (entry, services) => {
  const now = await services.veille.digestMade(entry.community, entry.subject);
  if (!now) return [];
  return [
    {
      to: now.subscription.to,
      key: `veille:${entry.subject}`,
      card: 'veille.digest',
      ...{ subject: entry.subject, params: {} },
    },
  ];
};

const digest: Drawer = async ({ community, subject, reader, now }, services) => {
  const found = await services.veille.digestMade(community, subject);
  if (!found) return null;
  const draw = await surroundings(services, { community, reader, now });
  return (locale) => digestView(found, (known) => draw(known, locale), { locale });
};

/** In every room that listens; published again, it is the same message. */
const edited: Announcer = async ({ subject }) => [
  {
    to: { rooms: 'veille' },
    key: `veille:edition:${subject}`,
    card: 'veille.edition',
    ...{ subject, params: {} },
  },
];

const edition: Drawer = async ({ community, subject, now }, services) => {
  const found = await services.veille.editionById(community, subject as EditionId);
  if (!found) return null;
  const { zone } = await services.community.community(community);
  const draw = await surroundings(services, { community, reader: null, now });
  return (locale) =>
    editionCard(found, { locale, zone, now, draw: (known) => draw(known, locale) });
};

const resource: Drawer = async ({ community, subject, now }, services) => {
  const known = await services.veille.resource(community, { id: subject as ResourceId });
  if (!known) return null;
  const draw = await surroundings(services, { community, reader: null, now });
  const traces = await tracesOf(services, { community, resource: known.resource.id, now });
  return (locale) => resourceCard({ ...draw(known, locale), traces });
};

/** What becomes everybody's is known to those whose words it may show. */
const published: Announcer = async ({ subject }) => [
  {
    to: { rooms: 'veille' },
    key: `veille:${subject}`,
    card: 'veille.outlet',
    ...{ subject, params: {} },
  },
];

/** What everybody reads shows the veille of those who join as well: they are told where. */
const joined: Announcer = async (entry, services) =>
  (await services.veille.publicOutlets(entry.community)).map(({ id }) => ({
    to: { rooms: 'veille' },
    key: `veille:${id}:${entry.id}`,
    card: 'veille.outlet',
    ...{ subject: id, params: {} },
  }));

const outlet: Drawer = async ({ community, subject, shown }, services) => {
  const found = await services.veille.outletById(community, subject as OutletId);
  if (!found && !shown) return null;
  if (!found?.key) return closedOutlet;
  const themes = await services.veille.themes(community);
  const { settings } = await services.community.community(community);
  const { href } = services.veille.outletAddress(found.key);
  return (locale) => publicCard(found, { themes, href, giving: givingOf(settings), locale });
};

const givingChanged: Announcer = async (entry) => [
  {
    to: { rooms: 'veille' },
    key: `veille:giving:${entry.id}`,
    card: 'veille.giving',
    ...{ subject: entry.subject, params: { ...entry.data, who: entry.member } },
  },
];

const giving: Drawer = async ({ community, params }, services) => {
  const members = await services.community.members(community);
  const who = members.find(({ id }) => id === params.who)?.name ?? '?';
  const set = givingOf({ veille: { giving: params } });
  return (locale) => givingView(say(locale, 'giving.changed', { who }), set, locale);
};

/** Its people know what their reactions do, each time that changes. */
const signSet: Announcer = async ({ id, subject, data }) => [
  {
    to: { room: subject as RoomId },
    key: `veille:sign:${id}`,
    card: 'veille.sign',
    ...{ subject, params: { sign: data.sign ?? null } },
  },
];

const sign: Drawer = async ({ community, subject, params }, services) => {
  const room = (await services.community.rooms(community)).find(({ id }) => id === subject);
  if (!room) return null;
  const chosen = typeof params.sign === 'string' ? params.sign : null;
  return (locale) => ({ ...signView(locale, chosen, room.platform), audience: 'room' });
};

export const veilleAnnouncements: Announcements = {
  announcers: {
    'veille.shared': shown,
    'veille.promoted': shown,
    'veille.asked': shown,
    'veille.changed': changed,
    'veille.attached': attached,
    'veille.looked': looked,
    'veille.feed-dead': dead,
    'veille.digest': digested,
    'veille.follow-changed': touched,
    'veille.published': published,
    'veille.outlet-changed': touched,
    'veille.edition-published': edited,
    'veille.edition-changed': touched,
    'veille.giving': givingChanged,
    'community.joined': joined,
    'community.sign-set': signSet,
  },
  drawers: {
    ...{ 'veille.card': resource, 'veille.follow': follow, 'veille.digest': digest },
    ...{ 'veille.outlet': outlet, 'veille.giving': giving, 'veille.edition': edition },
    'veille.sign': sign,
  },
};
