import { getCommunity, getMember, listMembers } from '../../community/store.js';
import type { Community } from '../../community/types.js';
import { secretDigest } from '../../kernel/secret-address.js';
import {
  editionPiece,
  givenEdition,
  givingOf,
  holdsKey,
  pieceOf,
  siteOf,
} from '../rules/giving.js';
import { themeKey } from '../rules/themes.js';
import { findEdition, listEditions } from '../store/editions.js';
import { listFollows } from '../store/feeds.js';
import { findOutletBy, touchOutlet } from '../store/outlets.js';
import { latestResources } from '../store/resources.js';
import type { Collection, Outlet, Piece } from '../types/giving.js';
import { editionShown } from './edition-shown.js';
import { outletAddress } from './giving.js';
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

export function createPublishing({ prisma, reachedAt }: Pick<Parts, 'prisma' | 'reachedAt'>) {
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

  async function namesOf(
    community: Community,
    shown: Given['shown'],
  ): Promise<ReadonlyMap<string, string>> {
    const members = shown === 'names' ? await listMembers(prisma, community.id) : [];
    return new Map(members.map(({ id, name }) => [id, name]));
  }

  async function* piecesOf(
    { outlet, community, shown }: Omit<Given, 'collection'>,
    themes: readonly string[] | null,
    from: number | null,
  ): AsyncGenerator<readonly Piece[]> {
    const names = await namesOf(community, shown);
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

  /** All that is published, as it is now. */
  async function* editionPieces(
    { community, shown }: Pick<Given, 'community' | 'shown'>,
    home: string,
    before: number | null,
  ): AsyncGenerator<readonly Piece[]> {
    const names = await namesOf(community, shown);
    const all = (await listEditions(prisma, community.id, 'published')).filter(
      ({ number }) => before === null || number < before,
    );
    for (let from = 0; from === 0 || from < all.length; from += PIECES_AT_A_TIME) {
      yield all
        .slice(from, from + PIECES_AT_A_TIME)
        .map((one) => editionPiece(one, shown, names, home));
    }
  }

  /** One that is published; all of it at a time, for it is no longer than what one read makes. */
  async function editionCollection(
    { outlet, community, shown }: Omit<Given, 'collection'>,
    number: number,
  ): Promise<Collection | null> {
    const found = await findEdition(prisma, community.id, { number });
    if (found?.state !== 'published') return null;
    const names = await namesOf(community, shown);
    return {
      ...{ subject: givenEdition(found, shown, names), community: community.name, sites: [] },
      async *pieces() {
        const { items } = await editionShown(prisma, found);
        yield items
          .filter(({ known }) => outlet.key === null || !holdsKey(known.resource.address))
          .map(({ known, note }) => pieceOf(known, shown, names, note));
      },
    };
  }

  return {
    /**
     * What the address shows, or one edition of it; `null` for what is no address, or no longer
     * one, and for an edition that is not published.
     */
    async given(key: string, now: Date, edition: number | null = null): Promise<Given | null> {
      const outlet = await behind(key, now);
      if (!outlet) return null;
      const community = await getCommunity(prisma, outlet.community);
      const { theme } = outlet;
      const themes = theme === '' ? null : await spellingsOf(prisma, community.id, theme);
      const shown = givingOf(community.settings)[outlet.key === null ? 'private' : 'public'];
      if (outlet.editions) {
        const around = { outlet, community, shown };
        const { href } = outletAddress(reachedAt(), key);
        const collection: Collection | null =
          edition === null
            ? {
                ...{ subject: { type: 'editions' }, community: community.name, sites: [] },
                pieces: (before) => editionPieces(around, href, before),
              }
            : await editionCollection(around, edition);
        return collection && { ...around, collection };
      }
      if (edition !== null) return null;
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
