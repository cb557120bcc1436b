import { isIP } from 'node:net';
import { urlOf } from '../kernel/url.js';

/** What may be fetched besides the public internet: the forms that `createGuard` reads. */
export function parseAllowances(raw: string): readonly string[] | undefined {
  const all = raw.split(',').map((text) => text.trim());
  return all.every((text) => isNetwork(text) || isHostAndPort(text)) ? all : undefined;
}

function isNetwork(text: string): boolean {
  const [, address = '', bits = ''] = /^([\d.]+|[\da-f:]+)\/(\d{1,3})$/i.exec(text) ?? [];
  return Number(bits) <= { 0: -1, 4: 32, 6: 128 }[isIP(address) as 0 | 4 | 6];
}

function isHostAndPort(text: string): boolean {
  const [, host = '', port = ''] = /^([\w.-]+|\[[\da-f:]+\]):(\d{1,5})$/i.exec(text) ?? [];
  const fits = Number(port) > 0 && Number(port) <= 65_535;
  return fits && urlOf(`http://${host}`) !== null;
}
