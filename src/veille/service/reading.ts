import type { CommunityId } from '../../kernel/ids.js';
import { latestResources } from '../store/resources.js';
import type { Known, Which } from '../types.js';
import { knownOf, knownWithSuggestion } from './known.js';
import type { Parts } from './parts.js';
import { spellingsOf } from './themes.js';

export function createReading({ prisma }: Parts) {
  return {
    resource: (community: CommunityId, which: Which): Promise<Known | null> =>
      knownWithSuggestion(prisma, community, which),

    /** The latest, those numbered before `before`; `more`: there are others. */
    async resources(
      community: CommunityId,
      page: {
        readonly before: number | null;
        readonly theme: string | null;
        readonly limit: number;
      },
    ): Promise<{ readonly resources: readonly Known[]; readonly more: boolean }> {
      const { before, theme, limit } = page;
      const themes = theme === null ? null : await spellingsOf(prisma, community, theme);
      const found = await latestResources(prisma, community, { before, themes, limit: limit + 1 });
      return {
        resources: await knownOf(prisma, community, found.slice(0, limit)),
        more: found.length > limit,
      };
    },
  };
}
