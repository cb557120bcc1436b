/**
 * A phrase and what it must come to, in wall time of the zone: « 2026-11-22 18:00 », with `day`
 * when no hour was said, several joined by ` | ` when it must be asked (best first), or why it
 * cannot be.
 */
export type Case = readonly [phrase: string, expected: string];
