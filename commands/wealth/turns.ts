import type { Message, Utterance } from '../../src/journal/outbox/types.js';
import type { Entry } from '../../src/journal/types.js';
import type { DecisionId } from '../../src/kernel/ids.js';
import type { ContextPage } from '../../src/wealth/service/reading.js';
import type { ContextId, Gratitude } from '../../src/wealth/types.js';
import type { Announcements, Announcer, Drawer } from '../registry/announcement.js';
import type { Services } from '../registry/context.js';
import { act, button, text, view } from '../view/build.js';
import type { View } from '../view/view.js';
import { say } from '../words/index.js';
import { isAdopted } from './commands/share.js';
import { type Around, around } from './drawing.js';
import { LANDMARK } from './views/card.js';
import { invite, type Turn, thanks, turn } from './views/turns.js';

const ROOMS = { rooms: 'wealth' } as const;

const told = ({ subject, id, data }: Entry, name: Turn): Message => ({
  ...{ to: ROOMS, subject, params: { ...data } },
  card: `wealth.turn-${name}`,
  key: `wealth:${subject}:${name}:${id}`,
});

const turned =
  (name: Turn): Announcer =>
  async (entry) => [told(entry, name)];

/** Once for the room; then to those who take part and have declared nothing, if they like reminders. */
const withInvitations =
  (name: Turn): Announcer =>
  async (entry, services) => [told(entry, name), ...(await invitations(entry, services))];

async function invitations(entry: Entry, services: Services): Promise<Utterance[]> {
  const { community, subject, id, data } = entry;
  const context = { id: subject as ContextId };
  const page = await services.wealth.contextPage(community, context);
  if (!page) return [];
  const position = Number(data.position);
  const quiet = await services.wealth.quietIn(community, context, position, page.participants);
  const wanting = (await services.community.members(community)).filter((one) => one.reminders);
  return wanting
    .filter((member) => quiet.includes(member.id))
    .map((member) => ({
      ...{ to: { member: member.id }, subject, params: {}, card: 'wealth.invite' },
      key: `wealth:${subject}:invite:${id}:${member.id}`,
    }));
}

/** Draws with the context as it is now. */
const drawn =
  (views: (around: Around, page: ContextPage, params: Entry['data']) => View): Drawer =>
  async ({ community, subject, params, reader, now }, services) => {
    const page = await services.wealth.contextPage(community, { id: subject as ContextId });
    if (!page) return null;
    const draw = await around(services, { community, reader, now });
    return (locale) => views(draw(locale), page, params);
  };

const turning = (name: Turn): Drawer =>
  drawn((draw, page, params) => turn(draw, page, name, params));

const thanked: Drawer = async ({ community, subject, reader, now }, services) => {
  const gratitude = await services.wealth.gratitude(community, subject as Gratitude['id']);
  if (!gratitude) return null;
  const draw = await around(services, { community, reader, now });
  return (locale) => thanks(draw(locale), gratitude);
};

/** A sharing was decided: it is still to be carried out, by people. */
const decided: Announcer = async ({ community, subject }, services) => {
  const id = subject as DecisionId;
  const distribution = await services.wealth.distribution(community, { decisionId: id });
  const dossier = distribution && (await services.decisions.dossier(community, { id }, null));
  if (!distribution || !isAdopted(dossier?.decision ?? null)) return [];
  const { number } = distribution;
  const key = `share:${distribution.id}:adopted`;
  return [
    { to: ROOMS, key, card: 'wealth.share-adopted', subject: distribution.id, params: { number } },
  ];
};

const toCarryOut: Drawer = async ({ params }) => {
  const fill = { number: Number(params.number) };
  return (locale) =>
    view({
      title: [say(locale, 'share.adopted.title', fill)],
      landmark: LANDMARK,
      audience: 'room',
      blocks: [text(say(locale, 'share.adopted'))],
      actions: [
        button(say(locale, 'share.adopt'), act('wealth.share-adopt', { share: fill.number })),
      ],
    });
};

/** What contexts say at their turns, and thanks. */
export const turnAnnouncements: Announcements = {
  announcers: {
    'wealth.context-opened': turned('opened'),
    'wealth.period-opened': turned('begun'),
    'wealth.period-marked': withInvitations('marked'),
    'wealth.period-due': withInvitations('due'),
    'wealth.period-closed': turned('closed'),
    'wealth.period-reopened': turned('reopened'),
    'decision.closed': decided,
    'wealth.thanked': async ({ subject }) => [
      { to: ROOMS, key: `thanks:${subject}`, card: 'wealth.thanks', subject, params: {} },
    ],
  },
  drawers: {
    'wealth.turn-opened': turning('opened'),
    'wealth.turn-begun': turning('begun'),
    'wealth.turn-marked': turning('marked'),
    'wealth.turn-due': turning('due'),
    'wealth.turn-closed': turning('closed'),
    'wealth.turn-reopened': turning('reopened'),
    'wealth.share-adopted': toCarryOut,
    'wealth.invite': drawn(invite),
    'wealth.thanks': thanked,
  },
};
