import { accountsOf } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import type { CommunityId, ResourceId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { pieceTitle } from '../rules/giving.js';
import * as store from '../store/attachments.js';
import { listResources, mergedInto } from '../store/resources.js';
import type { Attached, Attachment, Target } from '../types/attaching.js';
import type { Resource, Which } from '../types.js';
import { type ByMember, changingStanding, type Parts } from './parts.js';

/** More are no longer read by anybody. */
const MOST_EACH = 50;

/** A resource and those merged into it: what goes with one goes with the one that stays. */
async function familyOf(tx: Tx, community: CommunityId, id: ResourceId): Promise<ResourceId[]> {
  return [id, ...(await mergedInto(tx, community, [id])).map((one) => one.id)];
}

/** Pages beside what they serve: a decision, a meeting. Whoever names a target knows it is there. */
export function createAttaching(parts: Parts) {
  const { prisma } = parts;
  return {
    /** It goes with that from now on; each names the other. */
    attach: (cause: ByMember, which: Which, target: Target): Promise<Result<Resource>> =>
      changingStanding(parts, cause, which, async ({ tx, record, known: { resource } }) => {
        const { community, member, now } = cause;
        const { id, number } = resource;
        const family = await familyOf(tx, community, id);
        const all = await store.attachmentsTo(tx, community, target.id);
        if (all.some((one) => family.includes(one.resource))) {
          return refuse('already-attached', { number });
        }
        if (all.length >= MOST_EACH) return refuse('too-many-attached', { max: MOST_EACH });
        await store.insertAttachment(tx, community, { resource: id, target, member, at: now });
        await record('veille.attached', id, { target: target.id });
        return ok(resource);
      }),

    /** It does not go with that after all. */
    detach: (cause: ByMember, which: Which, target: Target): Promise<Result<Resource>> =>
      changingStanding(parts, cause, which, async ({ tx, record, known, member }) => {
        const { community } = cause;
        const { id, number } = known.resource;
        const resources = await familyOf(tx, community, id);
        const found = (await store.attachmentsOf(tx, community, resources)).filter(
          (one) => one.target.id === target.id,
        );
        if (found.length === 0) return refuse('not-attached', { number });
        const accounts = await accountsOf(tx, community, member.id);
        if (!policy.mayDetach({ ...member, accounts }, found, known.curators)) {
          return refuse('attachers-and-curators-only', { number });
        }
        await store.deleteAttachments(tx, community, { resources, target: target.id });
        await record('veille.attached', id, { target: target.id });
        return ok(known.resource);
      }),

    /** What a page goes with. */
    attachments: async (
      community: CommunityId,
      resource: ResourceId,
    ): Promise<readonly Attachment[]> =>
      store.attachmentsOf(prisma, community, await familyOf(prisma, community, resource)),

    /** The pages that go with a decision or a meeting, by its id; not those that were retracted. */
    async attachedTo(community: CommunityId, target: string): Promise<readonly Attached[]> {
      const all = await store.attachmentsTo(prisma, community, target);
      const ids = all.map(({ resource }) => resource);
      const named = await listResources(prisma, community, ids);
      const roots = await listResources(
        prisma,
        community,
        named.flatMap((one) => one.mergedInto ?? []),
      );
      const found = ids.flatMap((id) => {
        const one = named.find((resource) => resource.id === id);
        const root = roots.find((resource) => resource.id === one?.mergedInto) ?? one;
        return root?.state === 'standing' ? [root] : [];
      });
      return [...new Map(found.map((one) => [one.id, one])).values()].map((one) => ({
        ...{ number: one.number, address: one.address, title: pieceTitle(one) },
      }));
    },
  };
}
