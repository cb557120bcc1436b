import type { Message, Touch, Utterance } from '../../src/journal/outbox/types.js';
import type { Entry } from '../../src/journal/types.js';
import type { MemberId } from '../../src/kernel/ids.js';
import type { Json } from '../../src/kernel/json.js';
import type { ContributionId, Dossier } from '../../src/wealth/types.js';
import type { Announcements, Announcer, Drawer } from '../registry/announcement.js';
import type { Services } from '../registry/context.js';
import type { View } from '../view/view.js';
import { type Drawing, gather } from './drawing.js';
import { contributionCard } from './views/card.js';
import * as said from './views/said.js';

/** Whoever listens to wealth. */
const ROOMS = { rooms: 'wealth' } as const;

const which = (entry: Pick<Entry, 'subject'>) => ({ id: entry.subject as ContributionId });

const dossierOf = (entry: Entry, services: Services): Promise<Dossier | null> =>
  services.wealth.dossier(entry.community, which(entry), null);

/** The living card, in every room, where everybody may read what is declared. */
const card = ({ subject }: Entry, { context }: Dossier): Message[] =>
  context.rule.sees === 'everybody'
    ? [{ to: ROOMS, key: `wealth:${subject}`, card: 'wealth.card', subject, params: {} }]
    : [];

/** A private word for one entry. */
const word = (
  entry: Entry,
  name: string,
  member: MemberId,
  params: Readonly<Record<string, Json>> = {},
): Message => ({
  ...{ to: { member }, subject: entry.subject, params: { ...params } },
  card: `wealth.${name}`,
  key: `wealth:${entry.subject}:${name}:${entry.id}:${member}`,
});

/** Private words about it are drawn anew: what had its answer says so. */
const touch = ({ subject }: Entry): Touch => ({ touch: subject, member: null });

/** Its card, and what was said privately of it; more when it must be told to somebody. */
const moved =
  (more: (entry: Entry, dossier: Dossier) => readonly Utterance[] = () => []): Announcer =>
  async (entry, services) => {
    const dossier = await dossierOf(entry, services);
    return dossier ? [...card(entry, dossier), touch(entry), ...more(entry, dossier)] : [];
  };

/** The person it is about learns it, unless it is their own doing. */
const toOwner =
  (name: string) =>
  (entry: Entry, { contribution }: Dossier): readonly Utterance[] =>
    contribution.member === entry.member
      ? []
      : [word(entry, name, contribution.member, entry.data)];

async function answered(entry: Entry, services: Services): Promise<Utterance[]> {
  const dossier = await dossierOf(entry, services);
  if (!dossier) return [];
  const own = dossier.contribution.member;
  // The room may not read it: whoever asked may.
  const seen = await services.wealth.dossier(entry.community, which(entry), own);
  const answer = seen?.reviews.find(({ position }) => position === entry.data.position);
  const asked = seen?.reviews.find(({ position }) => position === answer?.replyTo);
  return [
    ...card(entry, dossier),
    touch(entry),
    ...(asked ? [word(entry, 'answered', asked.member, entry.data)] : []),
  ];
}

/** Draws as things are now, for a reader. */
const drawn =
  (views: (drawing: Drawing, params: Readonly<Record<string, Json>>) => View | null): Drawer =>
  async ({ community, subject, params, reader, now }, services) => {
    const draw = await gather(services, { community, which: which({ subject }), reader, now });
    if (!draw || views(draw('fr'), params) === null) return null;
    return (locale) => views(draw(locale), params) as View;
  };

/** What nothing waits for any more is said to be done, where it was said. */
const until =
  (views: Parameters<typeof drawn>[0]): Drawer =>
  async (showing, services) =>
    (await drawn(views)(showing, services)) ??
    (showing.shown ? drawn(said.done)(showing, services) : null);

/** Voices have changed: what is counted anew says so by entries of its own. */
const recount: Announcer = async ({ community, subject, id, data }, services) => {
  const others = Array.isArray(data.others) ? (data.others as MemberId[]) : [];
  const member = subject as MemberId;
  await services.wealth.recount(community, { member, others, event: `voices:${id}` });
  return [];
};

export const wealthAnnouncements: Announcements = {
  announcers: {
    'member.linked': recount,
    'member.parted': recount,
    'wealth.declared': moved((entry, { contribution }) =>
      contribution.asked.map((member) => word(entry, 'look-at', member)),
    ),
    'wealth.passed-on': moved((entry) =>
      (entry.data.to as MemberId[]).map((member) => word(entry, 'look-at', member)),
    ),
    'wealth.proposed': moved(toOwner('confirm')),
    'wealth.changed': moved(),
    'wealth.corrected': moved(),
    'wealth.reviewed': moved(),
    'wealth.figured': moved(toOwner('figure')),
    'wealth.questioned': moved(toOwner('question')),
    'wealth.answered': answered,
  },
  drawers: {
    'wealth.card': drawn(contributionCard),
    'wealth.look-at': until(said.lookAt),
    'wealth.confirm': until(said.confirm),
    'wealth.figure': until(said.figure),
    'wealth.question': until(said.question),
    'wealth.answered': drawn(said.answer),
  },
};
