import ipaddr from 'ipaddr.js';
import { urlOf } from '../kernel/url.js';
import { isPublic, parseAddress } from './addresses.js';

/** Where a connection would go: the name as the URL writes it, and an address it stands for. */
export interface Target {
  readonly host: string;
  readonly address: string;
  readonly port: number;
}

export interface Guard {
  /** Whether one may connect there. */
  lets(target: Target): boolean;
}

/** The web's own ports and their usual doubles; others are for services that are not the web. */
const PORTS = new Set([80, 443, 8080, 8443]);

/**
 * Names that lead inside, whatever they resolve to here (RFC 6761, 6762, 8375; ICANN's
 * `.internal`): a name without a dot, and those that networks at home and at work give.
 */
const INSIDE =
  /^[^.]*$|(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa)$/;

/**
 * Lets connections out to public addresses, and to what is allowed by name: `host:port` (a name
 * wherever it leads, or an address) or a range of addresses (`10.1.0.0/16`), at any port.
 * @throws Error when an allowance is neither.
 */
export function createGuard(allow: readonly string[] = []): Guard {
  const allowances = allow.map(readAllowance);
  return {
    lets({ host, address, port }) {
      const ip = parseAddress(address);
      if (!ip) return false;
      if (allowances.some((allows) => allows({ host, ip, port }))) return true;
      const inside = !parseAddress(host) && INSIDE.test(host);
      return PORTS.has(port) && !inside && isPublic(address);
    },
  };
}

type Allowance = (target: {
  readonly host: string;
  readonly ip: ipaddr.IPv4 | ipaddr.IPv6;
  readonly port: number;
}) => boolean;

function readAllowance(text: string): Allowance {
  if (ipaddr.isValidCIDR(text)) {
    const [network, bits] = ipaddr.parseCIDR(text);
    return ({ ip }) => ip.kind() === network.kind() && ip.match(network, bits);
  }
  const [, name = '', port = ''] = /^([^/\\@?#\s]+):(\d{1,5})$/.exec(text) ?? [];
  const host = urlOf(`http://${name}`)?.hostname ?? '';
  if (!host) throw new Error(`“${text}” is neither host:port nor a range of addresses`);
  const address = parseAddress(host)?.toString();
  return (target) =>
    target.port === Number(port) &&
    (address === undefined ? target.host === host : target.ip.toString() === address);
}
