import type { Utterance } from '../src/journal/outbox/types.js';
import type { Entry } from '../src/journal/types.js';
import type { CommunityId } from '../src/kernel/ids.js';
import { type Locale, type Localised, localised } from '../src/kernel/locale.js';
import { agendaAnnouncements } from './agenda/announcements.js';
import { meetingAnnouncements } from './agenda/meeting-announcements.js';
import { decisionAnnouncements } from './decisions/announcements.js';
import { eccAnnouncements } from './ecc/announcements.js';
import { leavingAnnouncements } from './ecc/leaving-announcements.js';
import { mediationAnnouncements } from './mediation/announcements.js';
import type { Announcements, Showing } from './registry/announcement.js';
import type { Services } from './registry/context.js';
import { veilleAnnouncements } from './veille/announcements.js';
import { note } from './view/build.js';
import type { View } from './view/view.js';
import { afterEventAnnouncements } from './wealth/after-event.js';
import { wealthAnnouncements } from './wealth/announcements.js';
import { expenseAnnouncements } from './wealth/expenses.js';
import { importAnnouncements } from './wealth/imported.js';
import { turnAnnouncements } from './wealth/turns.js';
import { say } from './words/index.js';

const functions = [
  eccAnnouncements,
  leavingAnnouncements,
  decisionAnnouncements,
  agendaAnnouncements,
  veilleAnnouncements,
  meetingAnnouncements,
  mediationAnnouncements,
  wealthAnnouncements,
  importAnnouncements,
  turnAnnouncements,
  afterEventAnnouncements,
  expenseAnnouncements,
];
/** What draws each card, by its name. */
export const drawers = Object.assign(
  {},
  ...functions.map((one) => one.drawers),
) as Announcements['drawers'];

/** What each function says about an entry; nothing for what needs no word. */
export async function announce(entry: Entry, services: Services): Promise<readonly Utterance[]> {
  const said: Utterance[] = [];
  for (const { announcers } of functions) {
    said.push(...((await announcers[entry.kind]?.(entry, services)) ?? []));
  }
  return said;
}

/** A message as it should be now, in every language; `null` when it need not be said any more. */
export async function draw(
  card: string,
  showing: Showing,
  services: Services,
): Promise<Localised<View> | null> {
  const { community, params } = showing;
  const parted = (params.parted ?? null) as CommunityId | null;
  const of = parted ?? community;
  const drawn = await drawers[card]?.({ ...showing, community: of }, services);
  if (!drawn) return null;
  if (!parted) return localised((locale) => ({ ...drawn(locale), community }));
  const { name } = await services.community.community(parted);
  return localised((locale) => ({ ...unfollowed(drawn(locale), name, locale), community }));
}

/** As it was when this room left the community it is of: to be read, not to be used any more. */
const unfollowed = (card: View, name: string, locale: Locale): View => ({
  ...card,
  actions: [],
  blocks: [...card.blocks, note(say(locale, 'link.unfollowed', { community: name }))],
});
