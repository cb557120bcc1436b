import { createFetcher } from '../../src/fetching/fetcher.js';

/** What a house that nobody outside reaches is given of the outside. */
export const OUTSIDE = {
  // The machine itself, where tests have their servers.
  fetcher: createFetcher({ userAgent: 'ECC-test', allow: ['127.0.0.0/8'] }),
  /** A month of what is said and done. */
  keepDays: 30,
  reachedAt: () => ({ url: 'http://127.0.0.1:4110/', local: true }),
} as const;
