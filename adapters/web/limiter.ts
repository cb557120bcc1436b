/** Says whether one more is acceptable from `key`. */
export type Limiter = (key: string) => boolean;

/**
 * A token bucket per key. Kept in memory: it protects one process from one hurried person, and
 * forgetting at a restart costs nothing. `nowMs` only ever grows.
 */
export function createLimiter(limit: {
  readonly burst: number;
  readonly perSecond: number;
  readonly nowMs: () => number;
}): Limiter {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  const refilled = (bucket: { tokens: number; atMs: number }, nowMs: number) =>
    Math.min(limit.burst, bucket.tokens + ((nowMs - bucket.atMs) / 1000) * limit.perSecond);

  return (key) => {
    const nowMs = limit.nowMs();
    if (buckets.size > 1000) {
      for (const [other, bucket] of buckets) {
        if (refilled(bucket, nowMs) >= limit.burst) buckets.delete(other);
      }
    }
    const bucket = buckets.get(key);
    const tokens = bucket ? refilled(bucket, nowMs) : limit.burst;
    buckets.set(key, { tokens: tokens < 1 ? tokens : tokens - 1, atMs: nowMs });
    return tokens >= 1;
  };
}
