import type { ResourceId } from '../../kernel/ids.js';
import type { Edition, EditionItem } from '../types.js';

type Items = readonly EditionItem[];

/** After those there are; one that is there already stays in its place, with its new note if any. */
export function withItems(items: Items, added: readonly ResourceId[], note: string | null): Items {
  const fresh = [...new Set(added)].filter((id) => !items.some(({ resource }) => resource === id));
  const kept = items.map((item) =>
    note !== null && added.includes(item.resource) ? { ...item, note } : item,
  );
  return [...kept, ...fresh.map((resource) => ({ resource, note: note ?? '' }))];
}

export const withoutItem = (items: Items, gone: ResourceId): Items =>
  items.filter(({ resource }) => resource !== gone);

export const withNote = (items: Items, of: ResourceId, note: string): Items =>
  items.map((item) => (item.resource === of ? { ...item, note } : item));

/** Those that are named come first, in that order; the others follow as they were. */
export function inOrder(items: Items, order: readonly ResourceId[]): Items {
  const named = [...new Set(order)].flatMap((id) =>
    items.filter(({ resource }) => resource === id),
  );
  return [...named, ...items.filter(({ resource }) => !order.includes(resource))];
}

type Written = Pick<Edition, 'title' | 'introduction' | 'items'>;

/** What changes of it, said as a correction once people have read it; the same when nothing does. */
export function edited(edition: Edition, change: Partial<Written>, now: Date): Edition {
  const next = { ...edition, ...change };
  const { title, introduction, items } = next;
  const same =
    title === edition.title &&
    introduction === edition.introduction &&
    JSON.stringify(items) === JSON.stringify(edition.items);
  if (same) return edition;
  return { ...next, correctedAt: correctedAt(edition, now), updatedAt: now };
}

/** Read by everybody from now on; a second time, what changed between is a correction. */
export const published = (edition: Edition, now: Date): Edition => ({
  ...{ ...edition, state: 'published', updatedAt: now },
  publishedAt: edition.publishedAt ?? now,
});

/** A draft again. */
export const withdrawn = (edition: Edition, now: Date): Edition => ({
  ...{ ...edition, state: 'draft', updatedAt: now },
});

/** A draft that was read once is corrected too. */
const correctedAt = ({ publishedAt, correctedAt: before }: Edition, now: Date): Date | null =>
  publishedAt === null ? before : now;
