import type { Item, Note, Occurrence, Sitting } from '../types.js';

/** What an item takes when nobody says: ten minutes. */
export const USUAL_ITEM_MINUTES = 10;

/** The same items, one of them a place earlier (`-1`) or later (`1`); at an end it stays. */
export function movedBy(items: readonly Item[], key: number, by: -1 | 1): Item[] {
  const from = items.findIndex((item) => item.key === key);
  const to = from + by;
  const [item, other] = [items[from], items[to]];
  if (!item || !other) return [...items];
  return items.map((one, index) => (index === from ? other : index === to ? item : one));
}

/** Those of these keys first, in that order; the others after them, as they were. */
export function reordered(items: readonly Item[], keys: readonly number[]): Item[] {
  const first = [...new Set(keys)].flatMap((key) => items.filter((item) => item.key === key));
  return [...first, ...items.filter((item) => !first.includes(item))];
}

/** How long the items take, and how long there is; `null` when the meeting lasts whole days. */
export function timeOf(
  items: readonly Item[],
  { start, end, allDay }: Pick<Occurrence, 'start' | 'end' | 'allDay'>,
): { readonly planned: number; readonly available: number | null } {
  const planned = items.reduce((sum, { minutes }) => sum + minutes, 0);
  const available = Math.round((end.getTime() - start.getTime()) / 60_000);
  return { planned, available: allDay ? null : available };
}

/** The notes that stand. */
export const standing = (notes: readonly Note[]): Note[] => notes.filter(({ text }) => text !== '');

/**
 * What was not talked about: nothing was noted or decided on it, nobody said it was treated, and it
 * was not put off already.
 */
export function untreated(
  { items, notes }: Pick<Sitting, 'items' | 'notes'>,
  decided: ReadonlySet<number>,
): Item[] {
  const noted = new Set(standing(notes).map(({ item }) => item));
  return items.filter(
    ({ key, treated, carriedTo }) =>
      !treated && carriedTo === null && !noted.has(key) && !decided.has(key),
  );
}
