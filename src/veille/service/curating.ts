import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { mergedInto, updateResource } from '../store/resources.js';
import type { Known, Resource, Which } from '../types.js';
import { knownNow } from './known.js';
import { type ByMember, changing, changingStanding, type Held, type Parts } from './parts.js';
import { asWritten } from './themes.js';

/** What is done with what members bring, by who looks after its theme. */
export function createCurating(parts: Parts) {
  const curating = <T>(
    cause: ByMember,
    which: Which,
    change: (held: Held) => Promise<Result<T>>,
    hold: typeof changing = changingStanding,
  ): Promise<Result<T>> =>
    hold(parts, cause, which, async (held) => {
      const { curators, resource } = held.known;
      return policy.mayCurate(held.member, curators)
        ? change(held)
        : refuse('curators-only', { theme: resource.theme });
    });

  return {
    /** Puts it in a theme, or in none. */
    classify: (cause: ByMember, which: Which, theme: string): Promise<Result<Known>> =>
      changingStanding(parts, cause, which, async ({ tx, record, known, member }) => {
        const { resource } = known;
        if (!policy.mayClassify(member, known)) {
          return refuse('sharers-and-curators-only', { number: resource.number });
        }
        const written = theme === '' ? '' : await asWritten(tx, cause.community, theme);
        await updateResource(tx, resource, { theme: written }, cause.now);
        await record('veille.changed', resource.id, {});
        return ok({ ...known, resource: { ...resource, theme: written } });
      }),

    /** Brought forward: first in the next digests, and said in the rooms. */
    promote: (cause: ByMember, which: Which): Promise<Result<Resource>> =>
      curating(cause, which, async ({ tx, record, known: { resource } }) => {
        await updateResource(tx, resource, { promotedBy: cause.member }, cause.now);
        await record('veille.promoted', resource.id, { number: resource.number });
        return ok(resource);
      }),

    demote: (cause: ByMember, which: Which): Promise<Result<Resource>> =>
      curating(cause, which, async ({ tx, record, known: { resource } }) => {
        if (!resource.promotedBy) return refuse('not-promoted', { number: resource.number });
        await updateResource(tx, resource, { promotedBy: null }, cause.now);
        await record('veille.changed', resource.id, {});
        return ok(resource);
      }),

    /** The same as another: all that was said of it is said of that one. Each keeps its own. */
    merge: (cause: ByMember, which: Which, into: Which): Promise<Result<Resource>> =>
      curating(cause, which, async ({ tx, record, known: { resource }, member }) => {
        const found = await knownNow(tx, cause.community, into);
        const number = 'number' in into ? into.number : 0;
        if (!found) return refuse('unknown-resource', { number }, 'into');
        const target = found.into ?? found.resource;
        if (target.id === resource.id) return refuse('merge-itself', {}, 'into');
        if (target.state === 'retracted') {
          return refuse('resource-retracted', { number: target.number }, 'into');
        }
        if (!policy.mayCurate(member, found.curators)) {
          return refuse('curators-only', { theme: target.theme });
        }
        for (const one of [resource.id, ...(await mergedIds(tx, cause, resource))]) {
          const moved = { id: one, community: cause.community };
          await updateResource(tx, moved, { mergedInto: target.id }, cause.now);
        }
        await record('veille.changed', resource.id, {});
        await record('veille.changed', target.id, {});
        return ok(target);
      }),

    /** They were two after all. */
    split: (cause: ByMember, which: Which): Promise<Result<Resource>> =>
      curating(
        cause,
        which,
        async ({ tx, record, known: { resource, into } }) => {
          if (!into) return refuse('not-merged', { number: resource.number });
          await updateResource(tx, resource, { mergedInto: null }, cause.now);
          await record('veille.changed', resource.id, {});
          await record('veille.changed', into.id, {});
          return ok(resource);
        },
        changing,
      ),

    retract: (cause: ByMember, which: Which, reason: string): Promise<Result<Resource>> =>
      curating(cause, which, async ({ tx, record, known: { resource } }) => {
        await updateResource(tx, resource, { state: 'retracted', reason }, cause.now);
        await record('veille.changed', resource.id, {});
        return ok(resource);
      }),

    restore: (cause: ByMember, which: Which): Promise<Result<Resource>> =>
      curating(
        cause,
        which,
        async ({ tx, record, known: { resource } }) => {
          if (resource.state !== 'retracted') {
            return refuse('not-retracted', { number: resource.number });
          }
          await updateResource(tx, resource, { state: 'standing', reason: '' }, cause.now);
          await record('veille.changed', resource.id, {});
          return ok(resource);
        },
        changing,
      ),
  };
}

async function mergedIds(tx: Held['tx'], { community }: ByMember, { id }: Resource) {
  return (await mergedInto(tx, community, [id])).map((one) => one.id);
}
