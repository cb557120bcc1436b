import ipaddr from 'ipaddr.js';

/**
 * Global unicast, the only part of IPv6 that the public internet uses (IANA, IPv6 Address Space).
 * The rest holds loopback, mapped, translated (RFC 6052), local and multicast addresses.
 */
const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3');

/** Look public, and serve a cloud's own machines: Azure's “wire server”, IBM Cloud's services. */
const CLOUD = ['168.63.129.16/32', '161.26.0.0/16', '166.8.0.0/14'].map((cidr) =>
  ipaddr.IPv4.parseCIDR(cidr),
);

/**
 * Whether an IP address in any textual form is one of the public internet. What cannot be read is
 * not. Refused whole, whatever they embed: 6to4, Teredo, NAT64 and every IPv4 written as IPv6.
 */
export function isPublic(text: string): boolean {
  const ip = parseAddress(text);
  if (ip instanceof ipaddr.IPv4) return isPublicFour(ip);
  return ip instanceof ipaddr.IPv6 && isPublicSix(ip);
}

const isPublicFour = (ip: ipaddr.IPv4): boolean =>
  ip.range() === 'unicast' && !CLOUD.some((one) => ip.match(one));

function isPublicSix(ip: ipaddr.IPv6): boolean {
  if (ip.zoneId !== undefined || !ip.match(GLOBAL) || ip.range() !== 'unicast') return false;
  const [mark = 0, isatap = 0, high = 0, low = 0] = ip.parts.slice(4);
  // ISATAP (RFC 5214 §6.1): the last 32 bits are the IPv4 address that is really reached.
  if ((mark & 0xfdff) !== 0 || isatap !== 0x5efe) return true;
  return isPublicFour(new ipaddr.IPv4([high >> 8, high & 0xff, low >> 8, low & 0xff]));
}

/** `null` for what is not an address; brackets as in a URL are taken off. */
export function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  return ipaddr.isValid(bare) ? ipaddr.parse(bare) : null;
}
