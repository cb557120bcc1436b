import type { IStorageProvider } from 'matrix-bot-sdk';
import type { Values } from './store/values.js';

/** What the SDK keeps between two runs, among our own values. */
export const storageOf = (values: Values): IStorageProvider => ({
  getSyncToken: () => values.get('sync'),
  setSyncToken: (token) => values.set('sync', token),
  // Our filter goes with each sync; nothing is left on the homeserver.
  getFilter: async () => null as never,
  setFilter: () => undefined,
  readValue: (key) => values.get(`sdk ${key}`),
  storeValue: (key, value) => values.set(`sdk ${key}`, value),
});
