import { isCurrent } from '../../src/decisions/rules/course.js';
import type { Message, Touch, Utterance } from '../../src/journal/outbox/types.js';
import type { Entry } from '../../src/journal/types.js';
import type { DecisionId, MemberId } from '../../src/kernel/ids.js';
import type { Json } from '../../src/kernel/json.js';
import type { Announcements, Announcer, Drawer } from '../registry/announcement.js';
import type { Services } from '../registry/context.js';
import { act, button, view } from '../view/build.js';
import type { View } from '../view/view.js';
import { say } from '../words/index.js';
import { gather } from './drawing.js';
import { type Drawing, decisionCard } from './views/card.js';
import * as author from './views/to-author.js';
import * as member from './views/to-member.js';
import * as room from './views/to-room.js';

/** Whoever listens to decisions. */
const ROOMS = { rooms: 'decisions' } as const;

const which = (entry: Entry) => ({ id: entry.subject as DecisionId });

/** The living card, in every room: the same key, so that each change edits it. */
const card = ({ subject }: Entry): Utterance => ({
  to: ROOMS,
  key: `decision:${subject}`,
  card: 'decision.card',
  ...{ subject, params: {} },
});

/** A message of its own for one entry, beside the card. */
const once = (
  entry: Entry,
  name: string,
  to: Message['to'],
  params: Record<string, Json> = {},
) => ({
  ...{
    to,
    subject: entry.subject,
    params: { ...params, entry: entry.id },
    card: `decision.${name}`,
  },
  key: `decision:${entry.subject}:${name}:${entry.id}${'member' in to ? `:${to.member}` : ''}`,
});

/** The private words to one member about it, or to everybody, have had their answer. */
const touch = ({ subject }: Entry, member: MemberId | null): Touch => ({ touch: subject, member });

const cardOnly: Announcer = async (entry) => [card(entry)];

/** The card, and what waited for the member who did this. */
const cardAndOwn: Announcer = async (entry) => [card(entry), touch(entry, entry.member)];

const cardAnd =
  (name: string): Announcer =>
  async (entry) => [card(entry), touch(entry, null), once(entry, name, ROOMS, entry.data)];

const dossierOf = (entry: Entry, services: Services) =>
  services.decisions.dossier(entry.community, which(entry), null);

/** The author learns it privately, unless it is their own doing. */
async function toAuthor(entry: Entry, services: Services, name: string): Promise<Utterance[]> {
  const dossier = await dossierOf(entry, services);
  const to = dossier?.decision.author;
  return to && to !== entry.member ? [once(entry, name, { member: to }, entry.data)] : [];
}

async function remarked(entry: Entry, services: Services): Promise<Utterance[]> {
  if (entry.data.kind === 'question') {
    return [card(entry), ...(await toAuthor(entry, services, 'question'))];
  }
  if (entry.data.kind !== 'answer') return [card(entry)];
  const dossier = await dossierOf(entry, services);
  const answer = dossier?.remarks.find(({ position }) => position === entry.data.position);
  const asked = dossier?.remarks.find(({ position }) => position === answer?.replyTo);
  const to = asked && asked.member !== entry.member ? { member: asked.member } : null;
  return [card(entry), ...(to ? [once(entry, 'answer', to, entry.data)] : [])];
}

/** Somebody says why this should not go on: the author is the first to know. */
const stopped =
  (name: string): Announcer =>
  async (entry, services) => [card(entry), ...(await toAuthor(entry, services, name))];

/** Everybody whose ballot is on an older text is asked whether it still holds. */
async function amended(entry: Entry, services: Services): Promise<Utterance[]> {
  const dossier = await dossierOf(entry, services);
  const voters =
    dossier?.ballots.filter(({ version }) => version < Number(entry.data.version)) ?? [];
  return [
    card(entry),
    once(entry, 'amended', ROOMS, entry.data),
    ...voters.map((ballot) => once(entry, 'reconfirm', { member: ballot.member }, entry.data)),
  ];
}

/** Those who have not voted, or not on this text, and want to be reminded. */
async function reminded(entry: Entry, services: Services): Promise<Utterance[]> {
  const dossier = await dossierOf(entry, services);
  if (!dossier) return [];
  const { decision, ballots } = dossier;
  const current = ballots.filter((ballot) => isCurrent(ballot, decision.text));
  const voted = new Set<MemberId>(current.map(({ member }) => member));
  const members = await services.community.members(entry.community);
  return members
    .filter(({ id, reminders }) => reminders && !voted.has(id))
    .map(({ id }) => once(entry, 'reminder', { member: id }));
}

/** Voices were joined or parted, a room came or changed its ways: every open decision is shown anew. */
async function recounted(entry: Entry, services: Services): Promise<Utterance[]> {
  const { decisions } = await services.decisions.list(entry.community, { ended: false });
  return decisions.map(({ id }) => card({ ...entry, subject: id }));
}

const linked: Announcer = async (entry, services) => [
  ...(await recounted(entry, services)),
  {
    to: { member: entry.subject as MemberId },
    key: `linked:${entry.id}`,
    ...{ card: 'member.linked', subject: entry.subject, params: {} },
  },
];

/** Draws with the dossier as it is now, for a reader. */
const drawn =
  (
    views: (
      drawing: Drawing,
      params: Readonly<Record<string, Json>>,
      reader: MemberId | null,
    ) => View | null,
  ): Drawer =>
  async ({ community, subject, params, reader, now }, services) => {
    const about = { community, which: { id: subject as DecisionId }, reader, now };
    const drawing = await gather(services, about);
    if (!drawing || views(drawing('fr'), params, reader) === null) return null;
    return (locale) => views(drawing(locale), params, reader) as View;
  };

/** What nothing waits for any more is said to be done, where it was said. */
const until =
  (done: 'said.done.voted' | 'said.done.author', drawer: Drawer): Drawer =>
  async (showing, services) => {
    const still = await drawer(showing, services);
    if (still || !showing.shown) return still;
    const id = { id: showing.subject as DecisionId };
    const drawing = await gather(services, { ...showing, which: id });
    if (!drawing) return null;
    const { number } = drawing('fr').dossier.decision;
    return (locale) =>
      view({
        title: [say(locale, done, { number })],
        audience: 'direct',
        actions: [button(say(locale, 'card.more'), act('decision.show', { decision: number }))],
      });
  };

export const decisionAnnouncements: Announcements = {
  announcers: {
    'decision.opened': cardOnly,
    'decision.voted': cardAndOwn,
    'decision.unvoted': cardAndOwn,
    'decision.voices-changed': cardOnly,
    'decision.objection-lifted': cardOnly,
    'decision.objected': stopped('objection'),
    'decision.blocked': stopped('block'),
    'decision.remarked': remarked,
    'decision.amended': amended,
    'decision.extended': cardAnd('extended'),
    'decision.withdrawn': cardAnd('withdrawn'),
    'decision.reopened': cardAnd('reopened'),
    'decision.round-opened': cardAnd('round-opened'),
    'decision.concluded': cardAnd('concluded'),
    'decision.closed': async (entry, services) => [
      card(entry),
      touch(entry, null),
      once(entry, 'outcome', ROOMS),
      ...(await toAuthor({ ...entry, member: null }, services, 'conclude')),
    ],
    'decision.round-ended': async (entry, services) => [
      card(entry),
      touch(entry, null),
      once(entry, 'outcome', ROOMS),
      ...(await toAuthor(entry, services, 'open-round')),
    ],
    'member.linked': linked,
    'member.parted': recounted,
    'member.returned': recounted,
    'member.nameless': recounted,
    'community.joined': recounted,
    'community.room-set': recounted,
    'decision.reminder': reminded,
    'decision.review-due': async (entry) => [once(entry, 'review', ROOMS)],
  },
  drawers: {
    'decision.card': drawn(decisionCard),
    'decision.outcome': drawn(room.outcome),
    'decision.amended': async (showing, services) => room.amended(showing, services),
    'decision.extended': drawn(room.extended),
    'decision.withdrawn': drawn(room.withdrawn),
    'decision.reopened': drawn(room.reopened),
    'decision.round-opened': drawn(room.roundOpened),
    'decision.concluded': drawn(room.concluded),
    'decision.review': drawn(room.review),
    'decision.objection': until('said.done.author', drawn(author.objection)),
    'decision.block': until('said.done.author', drawn(author.block)),
    'decision.question': drawn(author.question),
    'decision.conclude': until('said.done.author', drawn(author.conclude)),
    'decision.open-round': until('said.done.author', drawn(author.openRound)),
    'decision.answer': drawn(member.answer),
    'decision.reminder': until('said.done.voted', drawn(member.reminder)),
    'member.linked': member.linked,
    'decision.reconfirm': until('said.done.voted', (showing, services) =>
      member.reconfirm(showing, services),
    ),
  },
};
