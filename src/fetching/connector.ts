import { lookup } from 'node:dns/promises';
import { isIPv6, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { parseAddress } from './addresses.js';
import type { Guard } from './guard.js';
import { portOf } from './read-url.js';

/** All the addresses of a name, or an error like those of `node:dns`. */
export type Resolve = (name: string) => Promise<readonly string[]>;

export const systemResolve: Resolve = async (name) =>
  (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address);

export class NotPublic extends Error {}

const CONNECT_MS = 10_000;

/**
 * Opens every connection, whatever the hop: a name is resolved once, each of its answers must pass
 * the guard, and the socket goes to those very answers. Asked again, the name could say otherwise.
 */
export function guardedConnector(guard: Guard, resolve: Resolve): buildConnector.connector {
  return (options, callback) => {
    const host = options.hostname;
    const port = portOf(options);
    // A literal never passes by `lookup`.
    const resolving = parseAddress(host) ? Promise.resolve([host]) : resolve(host);
    resolving
      .then((addresses) => {
        const all = addresses.every((address) => guard.lets({ host, address, port }));
        if (!all || addresses.length === 0) throw new NotPublic(host);
        const connect = buildConnector({ lookup: pinned(addresses), timeout: CONNECT_MS });
        connect(options, callback);
      })
      .catch((error) => callback(error, null));
  };
}

function pinned(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_, options, done) => {
    if (options.all) return done(null, all);
    const [first] = all;
    return done(null, first?.address ?? '', first?.family ?? 0);
  };
}
