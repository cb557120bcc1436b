import { ok, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { movedBy, reordered, untreated } from '../rules/items.js';
import { occurrencesOf } from '../rules/occurrences.js';
import { isAhead, isOn } from '../rules/sitting.js';
import { deleteItem, insertItem, placeItems, updateItem } from '../store/items.js';
import { openSitting } from '../store/sittings.js';
import { type Item, LIMITS, type Occurrence, type Recurrence, type Which } from '../types.js';
import type { ByMember, Parts } from './parts.js';
import { type HeldSitting, sitting } from './sittings.js';

const FAR_MS = 366 * 86_400_000;
const MOST_AHEAD = 20;

export function createPreparing(parts: Parts) {
  const trace = ({ record, series, occurrence, sitting: { id } }: HeldSitting) =>
    record('agenda.prepared', series.id, { recurrence: occurrence.recurrence, sitting: id });

  const over = ({ occurrence, series }: HeldSitting, now: Date): Result<never> | null =>
    isAhead(occurrence, now) || isOn(occurrence, now)
      ? null
      : refuse('event-over', { number: series.number });

  /** Changes one item of the list as it stands, when this member may. */
  const onItem = <T>(
    cause: ByMember,
    which: Which,
    recurrence: Recurrence,
    key: number,
    change: (held: HeldSitting, item: Item) => Promise<Result<T>>,
  ): Promise<Result<T>> =>
    sitting(parts, cause, which, recurrence, async (held) => {
      const refused = over(held, cause.now);
      if (refused) return refused;
      const item = held.sitting.items.find((one) => one.key === key);
      if (!item) return refuse('unknown-item', {}, 'item');
      const done = await change(held, item);
      if (done.ok) await trace(held);
      return done;
    });

  /** The next date of the series, to which what was left is put off. */
  function nextOf({ series, changes, occurrence }: HeldSitting, now: Date): Occurrence | null {
    const from = new Date(Math.max(occurrence.start.getTime() + 1, now.getTime()));
    const to = new Date(from.getTime() + FAR_MS);
    const coming = occurrencesOf(series, changes, { from, to, limit: MOST_AHEAD });
    return (
      coming.find(
        ({ cancelled, start, recurrence }) =>
          !cancelled && start > occurrence.start && recurrence !== occurrence.recurrence,
      ) ?? null
    );
  }

  return {
    /** Anybody proposes something to talk about, before the meeting and during it. */
    propose: (
      cause: ByMember,
      which: Which,
      recurrence: Recurrence,
      item: Pick<Item, 'title' | 'minutes'>,
    ): Promise<Result<number>> =>
      sitting(parts, cause, which, recurrence, async (held) => {
        const { tx, series, member } = held;
        const refused = over(held, cause.now);
        if (refused) return refused;
        const { id, items } = held.sitting;
        if (items.length >= LIMITS.items) return refuse('items-too-many', { max: LIMITS.items });
        const own = { ...item, author: member.id, now: cause.now };
        const key = await insertItem(tx, series.community, id, own);
        await trace(held);
        return ok(key);
      }),

    editItem: (
      cause: ByMember,
      which: Which,
      recurrence: Recurrence,
      { key, ...change }: Pick<Item, 'key' | 'title' | 'minutes'>,
    ): Promise<Result<void>> =>
      onItem(cause, which, recurrence, key, async ({ tx, series, member, ...held }, item) => {
        if (!policy.mayChangeItem(member, item, series, held.sitting)) {
          return refuse('item-keepers-only');
        }
        return ok(await updateItem(tx, series.community, held.sitting.id, key, change));
      }),

    removeItem: (
      cause: ByMember,
      which: Which,
      recurrence: Recurrence,
      key: number,
    ): Promise<Result<Item>> =>
      onItem(cause, which, recurrence, key, async ({ tx, series, member, ...held }, item) => {
        if (!policy.mayChangeItem(member, item, series, held.sitting)) {
          return refuse('item-keepers-only');
        }
        if (held.sitting.notes.some((note) => note.item === key && note.text !== '')) {
          return refuse('item-noted');
        }
        await deleteItem(tx, series.community, held.sitting.id, key);
        return ok(item);
      }),

    /** It was talked about, or was not after all, whatever was noted. */
    treat: (
      cause: ByMember,
      which: Which,
      recurrence: Recurrence,
      { key, treated }: Pick<Item, 'key' | 'treated'>,
    ): Promise<Result<void>> =>
      onItem(cause, which, recurrence, key, async ({ tx, series, member, ...held }) => {
        if (!policy.mayKeepMinutes(member, series, held.sitting)) return refuse('leaders-only');
        return ok(await updateItem(tx, series.community, held.sitting.id, key, { treated }));
      }),

    /** A place earlier or later, or all of them anew: these first, the others as they were. */
    order: (
      cause: ByMember,
      which: Which,
      recurrence: Recurrence,
      to: { readonly key: number; readonly by: -1 | 1 } | { readonly first: readonly number[] },
    ): Promise<Result<void>> =>
      sitting(parts, cause, which, recurrence, async (held) => {
        const { tx, series, member } = held;
        const refused = over(held, cause.now);
        if (refused) return refused;
        if (!policy.mayLead(member, series, held.sitting)) return refuse('leaders-only');
        const { id, items } = held.sitting;
        const next = 'key' in to ? movedBy(items, to.key, to.by) : reordered(items, to.first);
        await placeItems(tx, series.community, id, next);
        await trace(held);
        return ok(undefined);
      }),

    /** What was not talked about is on the list of the next date, once. */
    carry: (
      cause: ByMember,
      which: Which,
      recurrence: Recurrence,
      decided: ReadonlySet<number>,
    ): Promise<Result<{ readonly count: number; readonly next: Occurrence }>> =>
      sitting(parts, cause, which, recurrence, async (held) => {
        const { tx, series, member } = held;
        const { community } = series;
        if (!policy.mayKeepMinutes(member, series, held.sitting)) return refuse('leaders-only');
        const left = untreated(held.sitting, decided);
        if (left.length === 0) return refuse('nothing-left', { number: series.number });
        const next = nextOf(held, cause.now);
        if (!next) return refuse('no-next-date', { number: series.number });
        const to = await openSitting(tx, series, next.recurrence, cause.now);
        for (const { key, title, minutes, author } of left) {
          await insertItem(tx, community, to, { title, minutes, author, now: cause.now });
          await updateItem(tx, community, held.sitting.id, key, { carriedTo: to });
        }
        await trace(held);
        await held.record('agenda.prepared', series.id, {
          ...{ recurrence: next.recurrence, sitting: to },
        });
        return ok({ count: left.length, next });
      }),
  };
}
