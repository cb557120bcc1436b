/** Where services that stand between a link and its page write the page’s address. */
const CARRIERS: readonly (readonly [host: RegExp, path: RegExp, parameters: readonly string[]])[] =
  [
    [/^(?:www\.)?google\.[a-z.]+$/, /^\/url$/, ['url', 'q']],
    [/^lm?\.(?:facebook|instagram)\.com$/, /^\/(?:l\.php)?$/, ['u']],
    [/^(?:www\.)?slack-redir\.net$/, /^\/link$/, ['url']],
    [/\.safelinks\.protection\.outlook\.com$/, /^\/$/, ['url']],
    [/^(?:www\.)?youtube\.com$/, /^\/redirect$/, ['q']],
  ];

/** What copies pages in the AMP form: the page’s host and path follow (“AMP cache URL format”). */
const COPIES: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [/\.cdn\.ampproject\.org$/, /^\/[civ]\/(s\/)?([^/]+\.[^/]+\/?.*)$/],
  [/^(?:www\.)?google\.[a-z.]+$/, /^\/amp\/(s\/)?([^/]+\.[^/]+\/?.*)$/],
];

/** The address inside of one that only leads to it; `null` when it is a page itself. */
export function unwrapped(url: URL): string | null {
  for (const [host, path, parameters] of CARRIERS) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue;
    const inside = parameters.map((name) => url.searchParams.get(name)).find(Boolean);
    if (inside) return inside;
  }
  for (const [host, path] of COPIES) {
    const [, safe, page] = (host.test(url.hostname) && path.exec(url.pathname)) || [];
    if (page) return `http${safe ? 's' : ''}://${page}${url.search}${url.hash}`;
  }
  return null;
}
