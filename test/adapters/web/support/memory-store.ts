import type { Glance, WebStore } from '../../../../adapters/web/store.js';
import { fromStored, toStored } from '../../../../adapters/web/stored-view.js';
import type { WebMessage } from '../../../../adapters/web/types.js';

/** The same promises as the store on the database, kept in an array. */
export function createMemoryStore(): WebStore {
  const rows: (WebMessage & { community: string; roomId: string; key: string })[] = [];
  const visible = (glance: Glance) =>
    rows.filter(
      (row) =>
        row.community === glance.community &&
        row.roomId === glance.roomId &&
        (row.onlyFor === null || row.onlyFor === glance.viewer),
    );
  const upsert = (
    parts: Omit<(typeof rows)[number], 'position' | 'createdAt' | 'updatedAt'> & { at: Date },
    change: (row: (typeof rows)[number]) => (typeof rows)[number],
  ) => {
    const { at, ...rest } = parts;
    const index = rows.findIndex((row) => row.roomId === parts.roomId && row.key === parts.key);
    const known = rows[index];
    if (known) {
      rows[index] = change(known);
      return rows[index];
    }
    const row = { ...rest, position: BigInt(rows.length + 1), createdAt: at, updatedAt: at };
    rows.push(row);
    return row;
  };
  return {
    say: async (message) => upsert({ ...message, onlyFor: null, view: null }, (row) => row),
    put: async (message) => {
      const view = fromStored(toStored(message.view));
      return upsert({ ...message, author: null, text: null, view }, (row) => ({
        ...row,
        view,
        updatedAt: message.at,
      }));
    },
    remove: async (roomId, key) => {
      const index = rows.findIndex((row) => row.roomId === roomId && row.key === key);
      if (index >= 0) rows.splice(index, 1);
    },
    prune: async (before) => {
      const old = rows.filter((row) => row.updatedAt < before && (row.onlyFor || row.author));
      for (const row of old) rows.splice(rows.indexOf(row), 1);
    },
    page: async ({ before, limit, ...glance }) =>
      visible(glance)
        .filter((row) => before === null || row.position < before)
        .slice(-limit),
    find: async ({ id, ...glance }) =>
      visible(glance).find((row) => row.id === id && row.author !== null) ?? null,
    since: async ({ since, ...glance }) => visible(glance).filter((row) => row.updatedAt >= since),
  };
}
