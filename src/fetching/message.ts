import { ENCODINGS } from './body.js';
import type { Credentials, FetchRequest } from './types.js';

/** Said by other means, or not by us at all. */
const OURS = new Set([
  ...['authorization', 'proxy-authorization', 'cookie', 'host', 'user-agent', 'accept-encoding'],
  ...['connection', 'content-length', 'expect', 'keep-alive', 'te', 'trailer'],
  ...['transfer-encoding', 'upgrade'],
]);

/** All that another origin than the one that was asked hears. */
const FOR_STRANGERS = new Set(['accept', 'accept-language', 'content-type', 'depth']);

type Headers = Record<string, string>;

/** What every hop hears, and what only the origin that was asked hears. */
export function headersOf(request: FetchRequest, userAgent: string) {
  const { headers = {}, conditional = {}, credentials } = request;
  const given = Object.entries(headers).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  );
  const wrong = given.find(([name]) => OURS.has(name));
  if (wrong) throw new Error(`${wrong[0]} is not for headers`);
  const base: Headers = { 'user-agent': userAgent, 'accept-encoding': ENCODINGS };
  const { etag, lastModified } = conditional;
  if (etag && isSendable(etag)) base['if-none-match'] = etag;
  if (lastModified && isSendable(lastModified)) base['if-modified-since'] = lastModified;
  const authorization = credentials ? { authorization: authorizationOf(credentials) } : {};
  return {
    own: { ...base, ...Object.fromEntries(given), ...authorization } as Headers,
    strangers: {
      ...base,
      ...Object.fromEntries(given.filter(([name]) => FOR_STRANGERS.has(name))),
    } as Headers,
  };
}

/** What a server once sent may come back to it: no control characters, nothing past Latin-1. */
export const isSendable = (value: string): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(value);

/** RFC 7617, in UTF-8; RFC 6750. */
function authorizationOf(credentials: Credentials): string {
  if (credentials.type === 'bearer') return `Bearer ${credentials.token}`;
  const { user, password } = credentials;
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** Lower case, one text a name, without cookies: nobody here keeps any. */
export function plainHeaders(
  raw: Readonly<Record<string, string | string[] | undefined>>,
): Headers {
  const entries = Object.entries(raw).flatMap(([name, value]) =>
    value === undefined || name === 'set-cookie'
      ? []
      : [[name, [value].flat().join(', ')] as const],
  );
  return Object.fromEntries(entries);
}
