/** Longer ones are not for people, nor for most servers. */
const LONGEST = 2_000;

/** The whole http(s) address that a page or a feed means; `null` for any other. */
export function webAddress(href: string | undefined, base: string): string | null {
  const written = href?.trim();
  if (!written || written.length > LONGEST) return null;
  try {
    const url = new URL(written, base);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    url.username = '';
    url.password = '';
    return url.href.length > LONGEST ? null : url.href;
  } catch {
    return null;
  }
}
