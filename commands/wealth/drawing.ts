import type { Community, Member } from '../../src/community/types.js';
import { formatDay } from '../../src/kernel/dates/format.js';
import { noonOf } from '../../src/kernel/dates/past.js';
import type { CommunityId, MemberId } from '../../src/kernel/ids.js';
import type { Locale } from '../../src/kernel/locale.js';
import type { Dossier, Which } from '../../src/wealth/types.js';
import type { Services } from '../registry/context.js';

/** Who reads, where, when: what every page of wealth needs. */
export interface Around {
  readonly community: Community;
  readonly names: ReadonlyMap<string, string>;
  /** Whose eyes it is for; `null` for a room. */
  readonly reader: Member | null;
  readonly locale: Locale;
  readonly now: Date;
}

/** What drawing a contribution needs. */
export interface Drawing extends Around {
  readonly dossier: Dossier;
}

export const nameOf = ({ names }: Pick<Around, 'names'>, member: string): string =>
  names.get(member) ?? '?';

/** « vendredi 20 novembre ». */
export const dayText = (day: string, { community, locale, now }: Around): string =>
  formatDay(noonOf(day, community.zone), { zone: community.zone, locale, now });

interface About {
  readonly community: CommunityId;
  readonly reader: MemberId | null;
  readonly now: Date;
}

export async function around(
  services: Services,
  { community: id, reader, now }: About,
): Promise<(locale: Locale) => Around> {
  const community = await services.community.community(id);
  const members = await services.community.people(id);
  const names = new Map<string, string>(members.map((member) => [member.id, member.name]));
  const who = members.find((member) => member.id === reader) ?? null;
  return (locale) => ({ community, names, reader: who, locale, now });
}

/** Gathers what drawing a contribution needs; `null` when the community has no such one. */
export async function gather(
  services: Services,
  about: About & { readonly which: Which },
): Promise<((locale: Locale) => Drawing) | null> {
  const dossier = await services.wealth.dossier(about.community, about.which, about.reader);
  if (!dossier) return null;
  const draw = await around(services, about);
  return (locale) => ({ ...draw(locale), dossier });
}
