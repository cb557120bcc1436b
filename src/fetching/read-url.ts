import { ok, type Result, refuse } from '../kernel/result.js';
import { urlOf } from '../kernel/url.js';
import { parseAddress } from './addresses.js';
import type { Guard } from './guard.js';

/** Longer than what browsers and servers bear; nobody types such an address. */
const MAX_LENGTH = 2_048;
const SHOWN_LENGTH = 80;

/**
 * The address of a page as it is really asked for: its name normalised by the URL standard, which
 * knows the decimal, octal, hexadecimal and short forms of IPv4, international names, percent signs
 * and look-alike digits, and no zone ids. An address literal is judged here, a name when it is
 * connected to.
 */
export function readUrl(text: string, guard: Guard, base?: URL): Result<URL> {
  const bad = (): Result<never> => {
    // What is before an @ is often a password, and this is said aloud.
    const shown = text.replace(/\/\/.*@/s, '//…@').slice(0, SHOWN_LENGTH);
    return refuse('fetch-bad-address', { typed: shown });
  };
  const typed = text.trim();
  // Control characters and backslashes are where readers of URLs disagree on where the host ends.
  if (typed.length > MAX_LENGTH || /[\p{Cc}\\]/u.test(typed)) return bad();
  // Without a base, the standard also takes `http:name` and `http:///name`; people mean neither.
  if (!base && !/^https?:\/\/[^/]/i.test(typed)) return bad();
  const url = urlOf(typed, base?.href);
  if (!url) return bad();
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return bad();
  // Also where nothing is before the @, which the URL forgets.
  if (url.username || url.password || /^\w+:\/\/[^/?#]*@/.test(typed)) return bad();
  url.hash = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  if (url.hostname.split('.').includes('')) return bad();
  const target = { host: url.hostname, address: url.hostname, port: portOf(url) };
  if (parseAddress(url.hostname) && !guard.lets(target)) {
    return refuse('fetch-not-public', { host: url.host });
  }
  return ok(url);
}

export const portOf = ({ port, protocol }: { port: string; protocol: string }): number =>
  Number(port || (protocol === 'https:' ? 443 : 80));
