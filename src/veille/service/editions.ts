import { lockCommunity, nextNumber } from '../../community/store.js';
import type { Tx } from '../../database/transaction.js';
import { newId } from '../../kernel/ids.js';
import { ok, type Result, refuse } from '../../kernel/result.js';
import * as rules from '../rules/edition.js';
import * as store from '../store/editions.js';
import { type Edition, LIMITS } from '../types.js';
import { mayEdit } from './edition-reading.js';
import { editionShown, heldAs, standingAs } from './edition-shown.js';
import type { ByMember, Parts } from './parts.js';

type Written = Pick<Edition, 'title' | 'introduction'>;

/** Edited issues: gathered as drafts by those who look after themes, then read by everybody. */
export function createEditions({ journal }: Pick<Parts, 'journal'>) {
  /** Holds the community for who may edit; nobody else learns what drafts there are. */
  const editing = <T>(
    cause: ByMember,
    change: (
      tx: Tx,
      record: (edition: Edition, kind?: string) => Promise<void>,
    ) => Promise<Result<T>>,
  ): Promise<Result<T>> =>
    journal.write(cause, async ({ tx, record }) => {
      await lockCommunity(tx, cause.community);
      if (!(await mayEdit(tx, cause.community, cause.member))) return refuse('editors-only');
      return change(tx, (edition, kind = 'veille.edition-changed') => record(kind, edition.id, {}));
    });

  /** The same, for one of them: the draft begun last when none is named. */
  const changing = (
    cause: ByMember,
    number: number | null,
    change: (edition: Edition, tx: Tx) => Promise<Result<Edition>> | Result<Edition>,
    kind?: string,
  ): Promise<Result<Edition>> =>
    editing(cause, async (tx, record) => {
      const { community } = cause;
      const found =
        number === null
          ? (await store.listEditions(tx, community, 'draft'))[0]
          : await store.findEdition(tx, community, { number });
      if (!found)
        return number === null ? refuse('no-draft') : refuse('unknown-edition', { number });
      const changed = await change(found, tx);
      if (!changed.ok || changed.value === found) return changed;
      await store.saveEdition(tx, changed.value);
      await record(changed.value, kind);
      return changed;
    });

  return {
    beginEdition: (cause: ByMember, written: Written): Promise<Result<Edition>> =>
      editing(cause, async (tx, record) => {
        const { community, member, now } = cause;
        const edition: Edition = {
          ...{ ...written, id: newId(now), community, member, state: 'draft', items: [] },
          ...{ publishedAt: null, correctedAt: null, createdAt: now, updatedAt: now },
          number: await nextNumber(tx, community, 'editions'),
        };
        await store.saveEdition(tx, edition);
        await record(edition);
        return ok(edition);
      }),

    rewriteEdition: (cause: ByMember, number: number, written: Written): Promise<Result<Edition>> =>
      changing(cause, number, (edition) => ok(rules.edited(edition, written, cause.now))),

    /** After those it holds, in the order given; all of them, or none when one cannot be. */
    addToEdition: (
      cause: ByMember,
      number: number | null,
      added: { readonly resources: readonly number[]; readonly note: string | null },
    ): Promise<Result<Edition>> =>
      changing(cause, number, async (edition, tx) => {
        const found = await standingAs(tx, cause.community, added.resources);
        if (!found.ok) return found;
        const items = rules.withItems(edition.items, found.value, added.note);
        const max = LIMITS.editionItems;
        if (items.length > max)
          return refuse('too-many', { max, count: items.length }, 'resources');
        return ok(rules.edited(edition, { items }, cause.now));
      }),

    noteInEdition: (
      cause: ByMember,
      number: number,
      resource: number,
      note: string,
    ): Promise<Result<Edition>> =>
      changing(cause, number, async (edition, tx) => {
        const held = await heldAs(tx, edition, [resource]);
        if (!held.ok) return held;
        const [id] = held.value;
        const items = id ? rules.withNote(edition.items, id, note) : edition.items;
        return ok(rules.edited(edition, { items }, cause.now));
      }),

    orderEdition: (
      cause: ByMember,
      number: number,
      order: readonly number[],
    ): Promise<Result<Edition>> =>
      changing(cause, number, async (edition, tx) => {
        const held = await heldAs(tx, edition, order);
        if (!held.ok) return held;
        const items = rules.inOrder(edition.items, held.value);
        return ok(rules.edited(edition, { items }, cause.now));
      }),

    removeFromEdition: (
      cause: ByMember,
      number: number,
      resource: number,
    ): Promise<Result<Edition>> =>
      changing(cause, number, async (edition, tx) => {
        const held = await heldAs(tx, edition, [resource]);
        if (!held.ok) return held;
        const [id] = held.value;
        const items = id ? rules.withoutItem(edition.items, id) : edition.items;
        return ok(rules.edited(edition, { items }, cause.now));
      }),

    /** Said in the rooms. */
    publishEdition: (cause: ByMember, number: number): Promise<Result<Edition>> =>
      changing(
        cause,
        number,
        async (edition, tx) => {
          if (edition.state === 'published') return refuse('edition-published', { number });
          const { items } = await editionShown(tx, edition);
          if (items.length === 0) return refuse('edition-empty', { number });
          return ok(rules.published(edition, cause.now));
        },
        'veille.edition-published',
      ),

    /** Read by nobody but its editors, until it is published again. */
    withdrawEdition: (cause: ByMember, number: number): Promise<Result<Edition>> =>
      changing(cause, number, (edition) =>
        edition.state === 'draft'
          ? refuse('edition-not-published', { number })
          : ok(rules.withdrawn(edition, cause.now)),
      ),

    /** For good: only what was never published. */
    dropEdition: (cause: ByMember, number: number): Promise<Result<Edition>> =>
      editing(cause, async (tx) => {
        const found = await store.findEdition(tx, cause.community, { number });
        if (!found) return refuse('unknown-edition', { number });
        if (found.publishedAt !== null) return refuse('edition-was-read', { number });
        await store.deleteEdition(tx, found);
        return ok(found);
      }),
  };
}
