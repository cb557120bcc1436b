import type { Which } from '../../src/decisions/types.js';
import type { CommunityId, MemberId, SittingId } from '../../src/kernel/ids.js';
import type { Locale } from '../../src/kernel/locale.js';
import type { Services } from '../registry/context.js';
import type { Drawing } from './views/card.js';

/** Gathers what drawing a decision needs; `null` when the community has no such decision. */
export async function gather(
  services: Services,
  about: {
    readonly community: CommunityId;
    readonly which: Which;
    /** Whose eyes it is for: their own secret vote is shown to them; `null` for a room. */
    readonly reader: MemberId | null;
    readonly now: Date;
  },
): Promise<((locale: Locale) => Drawing) | null> {
  const { community, which, reader, now } = about;
  const dossier = await services.decisions.dossier(community, which, reader);
  if (!dossier) return null;
  const standing = await services.decisions.standing(dossier.decision);
  const { zone } = await services.community.community(community);
  const members = await services.community.people(community);
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]));
  const { origin } = dossier.decision;
  const from = origin && (await services.agenda.meetingOf(community, origin.id as SittingId));
  const meeting = from && {
    ...{ number: from.series.number, title: from.occurrence.title, start: from.occurrence.start },
  };
  const reading = await services.veille.attachedTo(community, dossier.decision.id);
  return (locale) => ({ dossier, standing, names, meeting, reading, zone, now, locale });
}
