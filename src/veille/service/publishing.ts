import { getCommunity, getMember, listMembers } from '../../community/store.js';
import type { Community } from '../../community/types.js';
import { secretDigest } from '../../kernel/secret-address.js';
import { givingOf, holdsKey, pieceOf, siteOf } from '../rules/giving.js';
import { themeKey } from '../rules/themes.js';
import { listFollows } from '../store/feeds.js';
import { findOutletBy, touchOutlet } from '../store/outlets.js';
import { latestResources } from '../store/resources.js';
import type { Collection, Outlet, Piece } from '../types/giving.js';
import { knownOf } from './known.js';
import type { Parts } from './parts.js';
import { spellingsOf } from './themes.js';

/** What one page holds, and so many resources in memory at a time. */
export const PIECES_AT_A_TIME = 50;
const KEY = /^[\w-]{1,100}$/;
const HOUR_MS = 3_600_000;

/** What an address shows, as it is now. */
export interface Given {
  readonly outlet: Outlet;
  readonly community: Community;
  readonly collection: Collection;
  /** What the community lets be read there. */
  readonly shown: ReturnType<typeof givingOf>['public'];
}

export function createPublishing({ prisma }: Pick<Parts, 'prisma'>) {
  /** The outlet behind an address, whoever asks; `null` for what is none, or no longer. */
  async function behind(key: string, now: Date): Promise<Outlet | null> {
    if (!KEY.test(key)) return null;
    const outlet = await findOutletBy(prisma, secretDigest(key));
    // Whoever is no longer a member reads it no longer.
    if (!outlet || (!outlet.key && !(await getMember(prisma, outlet.community, outlet.member)))) {
      return null;
    }
    const { readAt } = outlet;
    if (!readAt || now.getTime() - readAt.getTime() > HOUR_MS) {
      await touchOutlet(prisma, outlet, now);
    }
    return outlet;
  }

  async function* piecesOf(
    { outlet, community, shown }: Omit<Given, 'collection'>,
    themes: readonly string[] | null,
    from: number | null,
  ): AsyncGenerator<readonly Piece[]> {
    const members = shown === 'names' ? await listMembers(prisma, community.id) : [];
    const names = new Map<string, string>(members.map(({ id, name }) => [id, name]));
    const limit = PIECES_AT_A_TIME;
    for (let before = from; ; ) {
      const found = await latestResources(prisma, community.id, { before, themes, limit });
      const known = await knownOf(prisma, community.id, found);
      yield known
        .filter(({ resource }) => outlet.key === null || !holdsKey(resource.address))
        .map((one) => pieceOf(one, shown, names));
      before = found.at(-1)?.number ?? null;
      if (found.length < limit) return;
    }
  }

  return {
    /** What the address shows; `null` for what is no address, or no longer one. */
    async given(key: string, now: Date): Promise<Given | null> {
      const outlet = await behind(key, now);
      if (!outlet) return null;
      const community = await getCommunity(prisma, outlet.community);
      const { theme } = outlet;
      const themes = theme === '' ? null : await spellingsOf(prisma, community.id, theme);
      const shown = givingOf(community.settings)[outlet.key === null ? 'private' : 'public'];
      const follows = (await listFollows(prisma, community.id)).filter(
        (one) =>
          one.state === 'following' &&
          (theme === '' || themeKey(one.theme) === theme) &&
          (outlet.key === null || !holdsKey(one.url)),
      );
      return {
        ...{ outlet, community, shown },
        collection: {
          subject: theme === '' ? { type: 'all' } : { type: 'theme', theme: themes?.[0] ?? theme },
          community: community.name,
          sites: follows.map(siteOf),
          pieces: (before) => piecesOf({ outlet, community, shown }, themes, before),
        },
      };
    },
  };
}
