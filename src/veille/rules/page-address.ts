import { canonicalAddress } from './address.js';
import { siteOf } from './address-site.js';

/**
 * The address a page is kept under: what it says itself (`<link rel="canonical">`) when that can be
 * believed, else where it answered. Templates say one address for all their pages, and anyone may
 * say somebody else’s: then two pages would become one.
 */
export function pageAddress(answered: string, said: string | null): string | null {
  const own = canonicalAddress(answered);
  const other = said === null ? null : canonicalAddress(said);
  if (own === null || other === null) return own;
  return isBelievable(new URL(own), new URL(other)) ? other : own;
}

function isBelievable(own: URL, other: URL): boolean {
  if (!isSameSite(siteOf(own.hostname), siteOf(other.hostname))) return false;
  if (isRoot(other) && !isRoot(own)) return false;
  // Without what it was asked, a program is another page.
  return !(own.search && !other.search && PROGRAM.test(other.pathname));
}

const isSameSite = (one: string, other: string): boolean =>
  one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);

const isRoot = ({ pathname, search, hash }: URL): boolean =>
  pathname === '/' && search === '' && hash === '';

const PROGRAM = /(?:\.(?:php\d?|aspx?|jsp|cgi|pl|do)|\/index(?:\.\w+)?)\/?$/i;
