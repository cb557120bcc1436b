const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 5 * 60_000;

/** How long to wait before trying again after so many failures: doubling, at most five minutes. */
export const retryAfterMs = (failures: number): number =>
  Math.min(FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 20), LONGEST_RETRY_MS);

/**
 * How long one worker may hold a room's outbox without a sign of life; after that another takes
 * over what a crash left.
 */
export const LEASE_MS = 30_000;
