import type { Community, Person } from '../../src/community/types.js';
import { FAREWELL, type Message, type Utterance } from '../../src/journal/outbox/types.js';
import type { Entry } from '../../src/journal/types.js';
import type { MemberId } from '../../src/kernel/ids.js';
import type { Json } from '../../src/kernel/json.js';
import type { Locale } from '../../src/kernel/locale.js';
import type { Announcements, Drawer, Showing } from '../registry/announcement.js';
import type { Services } from '../registry/context.js';
import type { View } from '../view/view.js';
import {
  asksBackView,
  farewellView,
  goneView,
  isBackView,
  welcomeBackView,
} from './views/leaving.js';

type Words = Readonly<Record<string, Json>>;

const word = (entry: Entry, name: string, member: MemberId, params: Words = {}): Message => ({
  ...{ to: { member }, subject: entry.subject, params, card: `member.${name}` },
  key: `${name}:${entry.id}:${member}`,
});

/** To everybody who facilitates, but for who did it. */
async function toFacilitators(
  entry: Entry,
  name: string,
  services: Services,
  params: Words = {},
): Promise<Message[]> {
  const members = await services.community.members(entry.community);
  return members
    .filter(({ id, role }) => role === 'facilitator' && id !== entry.member)
    .map(({ id }) => word(entry, name, id, params));
}

interface Around {
  readonly community: Community;
  /** The name of who did it. */
  readonly by: string;
  readonly now: Date;
}

/** Who is to know of it reads it as things are when it is drawn. */
const drawn =
  (views: (person: Person, about: Around & { readonly locale: Locale }) => View): Drawer =>
  async (showing, services) => {
    const person = await services.community.person(showing.community, showing.subject as MemberId);
    const more = await aroundOf(showing, services);
    return person && ((locale) => views(person, { ...more, locale }));
  };

async function aroundOf(
  { community: id, params, now }: Showing,
  services: Services,
): Promise<Around> {
  const community = await services.community.community(id);
  const by = params.by ? await services.community.person(id, params.by as MemberId) : null;
  return { community, by: by?.name ?? '?', now };
}

/** People leave, are removed, ask to come back and do: each who must know is told privately. */
export const leavingAnnouncements: Announcements = {
  announcers: {
    'member.left': async (entry, services): Promise<Utterance[]> => {
      const { removed } = entry.data;
      const farewell = word(entry, 'farewell', entry.subject as MemberId);
      return [
        ...(removed ? [{ ...farewell, key: `${FAREWELL}${entry.id}` }] : []),
        ...(await toFacilitators(entry, 'gone', services, { by: entry.member })),
      ];
    },
    'member.asked-back': async (entry, services) => [
      { touch: entry.subject, member: entry.subject as MemberId },
      ...(await toFacilitators(entry, 'asks-back', services)),
    ],
    'member.returned': async (entry) => [
      { touch: entry.subject, member: null },
      ...(entry.member === entry.subject
        ? []
        : [word(entry, 'welcome-back', entry.subject as MemberId)]),
    ],
  },
  drawers: {
    'member.farewell': drawn((person, about) =>
      person.left ? farewellView(person.left, { ...about, direct: true }) : welcomeBackView(about),
    ),
    'member.gone': drawn((person, about) =>
      person.left ? goneView(person, about.by, about) : isBackView(person, about),
    ),
    'member.asks-back': drawn((person, about) =>
      person.left
        ? asksBackView({ ...person, left: person.left }, about)
        : isBackView(person, about),
    ),
    'member.welcome-back': drawn((_, about) => welcomeBackView(about)),
  },
};
