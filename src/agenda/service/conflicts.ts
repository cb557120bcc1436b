import { getCommunity } from '../../community/store.js';
import type { CommunityId, ConflictId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import type { Imported } from '../rules/imports.js';
import { findConflict, updateConflict } from '../store/links.js';
import type { Conflict, Series } from '../types.js';
import { objectRead, objectText } from './objects.js';
import { type ByMember, changing, type Parts } from './parts.js';
import { bring } from './taking.js';
import { seriesNow } from './voices.js';

/** Two versions of one meeting: the one that holds, and the one that may be taken instead. */
export interface Versions {
  readonly conflict: Conflict;
  readonly series: Series;
  readonly other: Imported;
}

export function createConflicts(parts: Parts) {
  const { prisma } = parts;

  async function otherOf({ community, lost }: Conflict): Promise<Imported | null> {
    const { zone } = await getCommunity(prisma, community);
    const read = objectRead(lost, zone);
    return read.ok ? (read.value?.one ?? null) : null;
  }

  return {
    /** `null` when either version is no more. */
    async versions(community: CommunityId, id: ConflictId): Promise<Versions | null> {
      const conflict = await findConflict(prisma, community, id);
      const series = conflict && (await seriesNow(prisma, community, { id: conflict.series }));
      const other = conflict && (await otherOf(conflict));
      return conflict && series && other ? { conflict, series, other } : null;
    },

    /** The version that lost holds, and the one that held may be taken back. */
    async takeOther(cause: ByMember, id: ConflictId): Promise<Result<Series>> {
      const conflict = await findConflict(prisma, cause.community, id);
      const other = conflict && (await otherOf(conflict));
      if (!conflict || !other) return refuse('conflict-gone');
      return changing(parts, cause, { id: conflict.series }, async (held) => {
        const { series, changes, member } = held;
        if (!policy.mayChange(member, series)) return refuse('event-keepers-only');
        const lost = objectText(series, changes, []);
        const { series: next } = await bring(held, series, other, { origin: '', now: cause.now });
        const swapped = { ours: !conflict.ours, lost, takenAt: cause.now };
        await updateConflict(held.tx, conflict, swapped);
        return ok(next);
      });
    },
  };
}
