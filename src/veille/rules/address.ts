import { siteOf } from './address-site.js';
import { unwrapped } from './address-wrapped.js';
import { isTracking } from './tracking.js';

/** Longer ones are not for people, nor for most servers. */
const LONGEST = 2_000;
/** A wrapper in a wrapper happens; more is a game. */
const MOST_WRAPPERS = 3;

/**
 * The address of a page as it may be shown and opened: out of its wrappers, without who followed
 * it, in one spelling (RFC 3986 §6.2). `null` when it is no http(s) address.
 */
export function canonicalAddress(address: string): string | null {
  let url = parse(address);
  for (let count = 0; url !== null && count < MOST_WRAPPERS; count++) {
    const inside = parse(unwrapped(url) ?? '');
    if (inside === null) break;
    url = inside;
  }
  if (url === null) return null;
  url.username = '';
  url.password = '';
  url.hostname = url.hostname.replace(/\.+$/, '');
  url.pathname = spelled(url.pathname.replaceAll(SESSION, ''), IN_PATH);
  const site = siteOf(url.hostname);
  const asked = parametersOf(url).filter((one) => !isTracking(nameOf(one), site));
  // With its mark: a first parameter may begin with one, too.
  url.search = asked.length > 0 ? `?${asked.join('&')}` : '';
  if (!isRoute(url.hash)) url.hash = '';
  return url.href.length > LONGEST ? null : url.href;
}

const SESSION = /;jsessionid=[^/?#;]*/gi;

function parse(address: string): URL | null {
  const written = address.trim();
  if (written.length > LONGEST * 2 || !/^https?:/i.test(written)) return null;
  try {
    // Not `URL.canParse`: on Node 20, once it is compiled, letters outside ASCII make it say no.
    return new URL(written);
  } catch {
    return null;
  }
}

/** Written with its escapes in one way; none of them empty. */
export const parametersOf = ({ search }: URL): string[] =>
  search
    .slice(1)
    .split('&')
    .filter(Boolean)
    .map((one) => spelled(one.replaceAll('+', '%20'), IN_QUERY));

const nameOf = (parameter: string): string => {
  const [name = ''] = parameter.split('=');
  return name.toLowerCase();
};

/** A place in a page is dropped; what a program in the page reads as a path is another page. */
const isRoute = (hash: string): boolean => /^#[!/]/.test(hash);

/** Characters that say the same escaped or not, where they are. */
const IN_PATH = /[\w.~!'()*,:@$-]/;
const IN_QUERY = /[\w.~!()*,:@$/?-]/;

const spelled = (text: string, plain: RegExp): string =>
  text.replaceAll(/%([0-9a-f]{2})?/gi, (escaped, figures?: string) => {
    // Left alone, it could make an escape with what is freed after it.
    if (figures === undefined) return '%25';
    const character = String.fromCharCode(Number.parseInt(figures, 16));
    return plain.test(character) ? character : escaped.toUpperCase();
  });
