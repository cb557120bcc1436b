import { voiceOf } from '../../community/rules/voices.js';
import { accountsOf, getMember, listVoices, lockCommunity } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, MemberId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { themeKey } from '../rules/themes.js';
import { addCurator, removeCurators, renameCurated } from '../store/curators.js';
import { renameGiven } from '../store/outlets.js';
import { countThemes, renameTheme } from '../store/resources.js';
import type { Theme } from '../types.js';
import { curatorsNow } from './known.js';
import type { ByMember, Parts } from './parts.js';

/** Every way a theme is written in this community. */
export async function spellingsOf(tx: Tx, community: CommunityId, name: string): Promise<string[]> {
  const key = themeKey(name);
  return (await countThemes(tx, community))
    .map((one) => one.name)
    .filter((one) => themeKey(one) === key);
}

/** The theme that is meant: as the community already writes it, else as it is written now. */
export const asWritten = async (tx: Tx, community: CommunityId, name: string): Promise<string> =>
  (await spellingsOf(tx, community, name))[0] ?? name;

export async function themesNow(tx: Tx, community: CommunityId): Promise<Theme[]> {
  const curators = await curatorsNow(tx, community);
  const found = new Map<string, Theme>();
  for (const { name, count } of await countThemes(tx, community)) {
    const key = themeKey(name);
    const other = found.get(key);
    found.set(key, {
      name: other && other.count >= count ? other.name : name,
      count: count + (other?.count ?? 0),
      curators: curators.get(key) ?? [],
    });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

export function createThemes({ prisma, journal }: Parts) {
  const changing = <T>(
    cause: ByMember,
    name: string,
    change: (tx: Tx, theme: Theme, record: () => Promise<void>) => Promise<Result<T>>,
  ): Promise<Result<T>> =>
    journal.write(cause, async ({ tx, record }) => {
      await lockCommunity(tx, cause.community);
      const key = themeKey(name);
      const theme = (await themesNow(tx, cause.community)).find(
        (one) => themeKey(one.name) === key,
      );
      if (!theme) return refuse('unknown-theme', { theme: name }, 'theme');
      const member = await getMember(tx, cause.community, cause.member);
      if (!member || !policy.mayCurate(member, theme.curators)) {
        return refuse('curators-only', { theme: theme.name });
      }
      return change(tx, theme, () =>
        record('veille.theme-changed', cause.community, { theme: theme.name }),
      );
    });

  return {
    themes: (community: CommunityId): Promise<Theme[]> => themesNow(prisma, community),

    /** Somebody looks after a theme from now on. */
    nameCurator: (cause: ByMember, theme: string, member: MemberId): Promise<Result<Theme>> =>
      changing(cause, theme, async (tx, found, record) => {
        if (found.curators.includes(member)) {
          return refuse('already-curator', { theme: found.name }, 'member');
        }
        await addCurator(tx, cause.community, {
          ...{ theme: themeKey(theme), member, now: cause.now },
        });
        await record();
        return ok({ ...found, curators: [...found.curators, member] });
      }),

    /** Somebody looks after it no more; everybody may stop by themselves. */
    removeCurator: (cause: ByMember, theme: string, member: MemberId): Promise<Result<Theme>> =>
      changing(cause, theme, async (tx, found, record) => {
        const voices = await listVoices(tx, cause.community);
        const voice = voiceOf(voices, member);
        const members = await accountsOf(tx, cause.community, voice);
        const of = { theme: themeKey(theme), members };
        if (!(await removeCurators(tx, cause.community, of))) {
          return refuse('not-curator', { theme: found.name }, 'member');
        }
        await record();
        return ok({ ...found, curators: found.curators.filter((one) => one !== voice) });
      }),

    /** All that is in a theme is in another, or in the same by a better name. */
    renameTheme: (
      cause: ByMember,
      theme: string,
      name: string,
    ): Promise<Result<{ readonly from: string; readonly to: string; readonly count: number }>> =>
      changing(cause, theme, async (tx, found, record) => {
        const { community } = cause;
        const to = themeKey(name) === themeKey(theme) ? name : await asWritten(tx, community, name);
        const from = await spellingsOf(tx, community, theme);
        const count = await renameTheme(tx, community, from, to);
        if (themeKey(to) !== themeKey(theme)) {
          await renameCurated(tx, community, themeKey(theme), themeKey(to));
          await renameGiven(tx, community, themeKey(theme), themeKey(to));
        }
        await record();
        return ok({ from: found.name, to, count });
      }),
  };
}
