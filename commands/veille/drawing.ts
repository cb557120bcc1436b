import type { Community, Member } from '../../src/community/types.js';
import type { CommunityId, MemberId } from '../../src/kernel/ids.js';
import type { Locale } from '../../src/kernel/locale.js';
import { pieceTitle } from '../../src/veille/rules/giving.js';
import type { Known } from '../../src/veille/types.js';
import type { Services } from '../registry/context.js';
import type { Trace } from './attached.js';

/** What drawing a resource needs beside it. */
export interface Drawing {
  readonly known: Known;
  /** Of members and of rooms. */
  readonly names: ReadonlyMap<string, string>;
  /** Whose eyes it is for; `null` for a room. */
  readonly reader: Member | null;
  readonly community: Community;
  readonly locale: Locale;
  readonly now: Date;
  /** What it goes with; empty where that is not looked up. */
  readonly traces: readonly Trace[];
}

export const nameOf = ({ names }: Pick<Drawing, 'names'>, id: string): string =>
  names.get(id) ?? '?';

/** What is needed to draw anything that a community looks at. */
export async function surroundings(
  services: Services,
  about: {
    readonly community: CommunityId;
    readonly reader: MemberId | null;
    readonly now: Date;
  },
): Promise<(known: Known, locale: Locale) => Drawing> {
  const community = await services.community.community(about.community);
  const members = await services.community.people(about.community);
  const rooms = await services.community.rooms(about.community);
  const follows = await services.veille.allFollows(about.community);
  const names = new Map<string, string>([
    ...[...members, ...rooms].map(({ id, name }) => [id, name] as const),
    ...follows.map((one) => [one.id, one.title || one.asked] as const),
  ]);
  const reader = members.find(({ id }) => id === about.reader) ?? null;
  return (known, locale) => ({
    known,
    names,
    reader,
    community,
    now: about.now,
    locale,
    traces: [],
  });
}

/** As it reads: the title, or what the address says when the page says nothing. */
export const titleOf = ({ resource }: Pick<Known, 'resource'>): string => pieceTitle(resource);
