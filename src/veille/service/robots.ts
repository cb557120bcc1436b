import robotsParser from 'robots-parser';
import { decodeText } from '../../fetching/decode-text.js';
import type { Fetcher } from '../../fetching/types.js';
import type { Clock } from '../../kernel/clock.js';

/** RFC 9309 §2.4 and §2.5: kept a day at most, read up to 500 KiB at least. */
const KEPT_MS = 24 * 3_600_000;
const LIMITS = { bytes: 524_288, timeoutMs: 10_000 };
/**
 * Characters of rules that are remembered, and what each site counts for besides: enough for ten
 * thousand sites of some kilobytes. The oldest are asked again.
 */
const MOST_KEPT = 33_554_432;
const EACH_SITE = 256;

/** `typeof` the package’s default export is a namespace for TypeScript, though it is called. */
const read = robotsParser as unknown as (
  url: string,
  text: string,
) => { isAllowed(url: string, agent: string): boolean | undefined };

/** What sites ask of robots that come by themselves; pages that people share are asked by people. */
export function createRobots(parts: {
  readonly fetcher: Fetcher;
  readonly clock: Clock;
  readonly name: string;
}) {
  const { fetcher, clock, name } = parts;
  const kept = new Map<
    string,
    { readonly rules: ReturnType<typeof read>; readonly until: number; readonly size: number }
  >();
  let size = 0;

  function forget(origin: string): void {
    size -= kept.get(origin)?.size ?? 0;
    kept.delete(origin);
  }

  async function rulesOf(origin: string) {
    const now = clock.now().getTime();
    const known = kept.get(origin);
    if (known && known.until > now) return known.rules;
    const url = `${origin}/robots.txt`;
    const fetched = await fetcher.fetch({ url, limits: LIMITS });
    // Without an answer nothing is forbidden; a site in trouble is let rest by the feed itself.
    const text = fetched.ok
      ? decodeText(fetched.value.body, fetched.value.headers['content-type']).text
      : '';
    const rules = read(url, text);
    forget(origin);
    const own = EACH_SITE + text.length;
    kept.set(origin, { rules, until: now + KEPT_MS, size: own });
    size += own;
    for (const oldest of kept.keys()) {
      if (size <= MOST_KEPT) break;
      forget(oldest);
    }
    return rules;
  }

  return {
    async allows(url: string): Promise<boolean> {
      return (await rulesOf(new URL(url).origin)).isAllowed(url, name) !== false;
    },
  };
}
