import type { ApartStore } from '../../../../adapters/web/store/apart.js';

/** Where nobody has a private room. */
export const NO_APART: ApartStore = {
  find: async () => null,
  byKey: async () => null,
  of: async () => [],
  make: async () => 'apart-none',
  close: async () => undefined,
  erase: async () => undefined,
};
