import type { Tx } from '../../database/transaction.js';
import type { CommunityId, ResourceId } from '../../kernel/ids.js';
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.js';
import { findResource, listResources } from '../store/resources.js';
import type { Edition, EditionShown, Known } from '../types.js';
import { knownOf } from './known.js';

/** What an edition holds as it is now: each page once, under what it was merged into. */
export async function editionShown(tx: Tx, edition: Edition): Promise<EditionShown> {
  const { community, items } = edition;
  const own = await listResources(
    tx,
    community,
    items.map(({ resource }) => resource),
  );
  const roots = new Map(own.map((one) => [one.id, one.mergedInto ?? one.id]));
  const now = await listResources(tx, community, [...new Set(roots.values())]);
  const standing = now.filter(({ state }) => state === 'standing');
  const known = new Map<ResourceId, Known>(
    (await knownOf(tx, community, standing)).map((one) => [one.resource.id, one]),
  );
  const shown: { known: Known; note: string }[] = [];
  const seen = new Set<ResourceId>();
  let gone = 0;
  for (const { resource, note } of items) {
    const root = roots.get(resource) ?? resource;
    const one = known.get(root);
    if (!one) gone++;
    else if (!seen.has(root)) shown.push({ known: one, note });
    seen.add(root);
  }
  return { edition, items: shown, gone };
}

/** Resources by their numbers, each as what it was merged into; all that is wrong at once. */
export async function standingAs(
  tx: Tx,
  community: CommunityId,
  numbers: readonly number[],
): Promise<Result<ResourceId[]>> {
  const ids: ResourceId[] = [];
  const faults: Refusal[] = [];
  for (const number of numbers) {
    const found = await findResource(tx, community, { number });
    const root = found?.mergedInto
      ? await findResource(tx, community, { id: found.mergedInto })
      : found;
    if (!root) faults.push({ code: 'unknown-resource', params: { number } });
    else if (root.state === 'retracted')
      faults.push({ code: 'resource-retracted', params: { number } });
    else ids.push(root.id);
  }
  const [first, ...more] = faults;
  return first ? { ok: false, refusals: [first, ...more] } : ok(ids);
}

/** Items of an edition by the numbers of their pages: their own, or those they are merged into. */
export async function heldAs(
  tx: Tx,
  { community, items, number: edition }: Edition,
  numbers: readonly number[],
): Promise<Result<ResourceId[]>> {
  const own = await listResources(
    tx,
    community,
    items.map(({ resource }) => resource),
  );
  const held: ResourceId[] = [];
  for (const number of numbers) {
    const found = await findResource(tx, community, { number });
    const item = own.find(
      ({ id, mergedInto }) => found !== null && (id === found.id || mergedInto === found.id),
    );
    if (!item) return refuse('not-in-edition', { number, edition }, 'resource');
    held.push(item.id);
  }
  return ok(held);
}
