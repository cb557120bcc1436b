import { isUtf8 } from 'node:buffer';
import { ok, type Result } from '../kernel/result.js';
import type { Guard } from './guard.js';
import { readUrl } from './read-url.js';
import type { FetchRequest } from './types.js';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

/** What is asked, where, after so many redirects. */
export interface Hop {
  readonly url: URL;
  readonly method: NonNullable<FetchRequest['method']>;
  readonly body: string | Uint8Array | null;
  /** Still the origin that was asked: it may hear everything. */
  readonly own: boolean;
  /** Redirects so far. */
  readonly count: number;
  readonly permanent: boolean;
  readonly permanentlyMovedTo: string | null;
}

export const firstHop = (url: URL, { method = 'GET', body = null }: Asked): Hop => ({
  ...{ url, method, body, own: true, count: 0, permanent: true, permanentlyMovedTo: null },
});

interface Asked {
  readonly method?: FetchRequest['method'];
  readonly body?: string | Uint8Array | null;
}

/** `null` when the answer sends nowhere, or nowhere that we go. */
export function nextHop(
  hop: Hop,
  { status, location }: { readonly status: number; readonly location: string | undefined },
  guard: Guard,
): Result<Hop> | null {
  if (!REDIRECTS.has(status) || !location) return null;
  const read = readUrl(asWritten(location), guard, hop.url);
  if (!read.ok) return read;
  const url = read.value;
  const sameOrigin = url.origin === hop.url.origin;
  const writes = hop.method === 'PUT' || hop.method === 'DELETE';
  // What a person gave to one server is not carried to another.
  if (writes && !sameOrigin) return null;
  const permanent = hop.permanent && PERMANENT.has(status);
  // RFC 9110 §15.4.4: what was done is shown elsewhere. The others keep what was asked.
  const asked = status === 303 ? { method: 'GET' as const, body: null } : {};
  return ok({
    ...hop,
    ...asked,
    url,
    // Once away, for good: a stranger that sends back chooses what is asked there.
    own: hop.own && sameOrigin,
    count: hop.count + 1,
    permanent,
    permanentlyMovedTo: permanent ? url.href : hop.permanentlyMovedTo,
  });
}

/** Servers write accents bare, in UTF-8; headers are read as Latin-1. */
function asWritten(location: string): string {
  const bytes = Buffer.from(location, 'latin1');
  return isUtf8(bytes) ? bytes.toString() : location;
}
