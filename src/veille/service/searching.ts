import { listMembers, listVoices } from '../../community/store.js';
import { distance } from '../../kernel/distance.js';
import type { CommunityId } from '../../kernel/ids.js';
import { fold } from '../../kernel/text.js';
import { type Asked, parseSearch, type Search, toWebSearch } from '../rules/search.js';
import { asksNothing, looser, mended, usedWords } from '../rules/search-again.js';
import { themeKey } from '../rules/themes.js';
import { everyFollow } from '../store/feeds.js';
import { listResources } from '../store/resources.js';
import { countResources, findResources, type Sought, wordsInUse } from '../store/search.js';
import type { Known } from '../types.js';
import { knownOf } from './known.js';
import type { Parts } from './parts.js';
import { spellingsOf, themesNow } from './themes.js';

/** How far back the words of the community are looked at, to put a slip right. */
const MOST_TITLES = 2_000;
const MOST_TRIED = 10;
const MOST_INSTEAD = 4;
const THEME_SLIP = 2;

/** What was understood, and what was found. */
export interface Found {
  readonly search: Search;
  /** From 1. */
  readonly page: number;
  readonly resources: readonly Known[];
  readonly total: number;
  /** When nothing was: what finds something, the closest first. */
  readonly instead: readonly { readonly search: Search; readonly count: number }[];
}

export function createSearching({ prisma }: Pick<Parts, 'prisma'>) {
  async function soughtBy(community: CommunityId, search: Search): Promise<Sought> {
    const { tags, theme, site, by, since, until } = search;
    return {
      ...{ ...toWebSearch(search), tags, site, since, until },
      themes: theme === null ? null : await spellingsOf(prisma, community, theme),
      by: by === null ? null : await calledLike(community, by),
    };
  }

  /** Of linked accounts, each: what one of them brought, the person brought. */
  async function calledLike(community: CommunityId, name: string): Promise<Sought['by']> {
    const asked = fold(name);
    const members = await listMembers(prisma, community);
    const follows = await everyFollow(prisma, community);
    const like = members.filter((one) => fold(one.name).includes(asked));
    const voices = new Set(like.map(({ id }) => id));
    const linked = [...(await listVoices(prisma, community))].filter(([, one]) => voices.has(one));
    return {
      author: name,
      members: [...voices, ...linked.map(([account]) => account)],
      follows: follows
        .filter((one) => fold(one.title || one.asked).includes(asked))
        .map(({ id }) => id),
    };
  }

  /** What might have been meant, and what asks for less: only what finds something. */
  async function insteadOf(community: CommunityId, search: Search): Promise<Found['instead']> {
    const used = usedWords(await wordsInUse(prisma, community, MOST_TITLES));
    const corrected = mended(search, used);
    const tried = [
      ...(corrected ? [corrected] : []),
      ...(await otherThemes(community, search)),
      ...looser(search),
      ...(corrected ? looser(corrected) : []),
    ];
    const instead = new Map<string, { search: Search; count: number }>();
    for (const one of tried.slice(0, MOST_TRIED)) {
      if (instead.size === MOST_INSTEAD) break;
      const count = await countResources(prisma, community, await soughtBy(community, one));
      if (count > 0) instead.set(JSON.stringify(one), { search: one, count });
    }
    return [...instead.values()];
  }

  async function otherThemes(community: CommunityId, search: Search): Promise<Search[]> {
    const { theme } = search;
    if (theme === null) return [];
    const key = themeKey(theme);
    const names = (await themesNow(prisma, community)).map(({ name }) => name);
    return names
      .filter((name) => themeKey(name) !== key)
      .filter((name) => themeKey(name).includes(key) || distance(themeKey(name), key) <= THEME_SLIP)
      .map((name) => ({ ...search, theme: name }));
  }

  return {
    /** What is looked for in a line, of what stands here. */
    async search(
      community: CommunityId,
      line: string,
      at: Asked & { readonly page: number | null; readonly limit: number },
    ): Promise<Found> {
      const { limit } = at;
      const search = parseSearch(line, at);
      const page = at.page ?? search.page ?? 1;
      const asked = { search, page };
      if (asksNothing(search)) return { ...asked, resources: [], total: 0, instead: [] };
      const sought = await soughtBy(community, search);
      const edges = { offset: (page - 1) * limit, limit };
      const { ids, total } = await findResources(prisma, community, sought, edges);
      const resources = await knownOf(
        prisma,
        community,
        await listResources(prisma, community, ids),
      );
      const place = new Map(ids.map((id, index) => [id, index]));
      const rank = ({ resource }: Known): number => place.get(resource.id) ?? 0;
      return {
        ...{ ...asked, total, resources: resources.toSorted((a, b) => rank(a) - rank(b)) },
        instead: total === 0 ? await insteadOf(community, search) : [],
      };
    },
  };
}
