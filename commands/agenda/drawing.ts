import type { MeetingFile } from '../../src/agenda/types.js';
import type { Community, Member } from '../../src/community/types.js';
import type { CommunityId, MemberId } from '../../src/kernel/ids.js';
import type { Locale } from '../../src/kernel/locale.js';
import type { Attached } from '../../src/veille/types/attaching.js';
import type { Services } from '../registry/context.js';

/** What drawing a meeting needs beside it. */
export interface Drawing {
  readonly meeting: MeetingFile;
  readonly names: ReadonlyMap<string, string>;
  /** Whose eyes it is for; `null` for a room. */
  readonly reader: Member | null;
  readonly community: Community;
  readonly locale: Locale;
  readonly now: Date;
  /** The pages of the veille that go with it; empty where they are not looked up. */
  readonly reading: readonly Attached[];
}

export const nameOf = ({ names }: Pick<Drawing, 'names'>, member: string): string =>
  names.get(member) ?? '?';

/** What is needed to draw anything of a community's agenda, meeting by meeting. */
export async function surroundings(
  services: Services,
  about: {
    readonly community: CommunityId;
    readonly reader: MemberId | null;
    readonly now: Date;
  },
): Promise<(meeting: MeetingFile, locale: Locale) => Drawing> {
  const community = await services.community.community(about.community);
  const members = await services.community.people(about.community);
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]));
  const reader = members.find(({ id }) => id === about.reader) ?? null;
  const around = { names, reader, community, now: about.now, reading: [] };
  return (meeting, locale) => ({ ...around, meeting, locale });
}
