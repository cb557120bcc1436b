import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublic } from '../../src/fetching/addresses.js';
import { createGuard } from '../../src/fetching/guard.js';
import { readUrl } from '../../src/fetching/read-url.js';
import { asUrlHosts, fourForms, insideFour } from './forms.js';

/** IANA's special-purpose registries of IPv4 and IPv6, and the clouds' own pages. */
const REFUSED = [
  ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.127.255.254'],
  ...['127.0.0.1', '127.255.255.254', '169.254.0.1', '169.254.169.254', '169.254.170.2'],
  ...['172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.0.192', '192.0.2.1', '192.88.99.1'],
  ...['192.168.0.1', '192.168.255.255', '198.18.0.1', '198.19.255.255', '198.51.100.7'],
  ...['203.0.113.9', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255'],
  ...['100.100.100.200', '168.63.129.16', '161.26.0.10', '166.9.0.1'],
  ...['::', '::1', '::2', '::7f00:1', '::8.8.8.8', '::ffff:127.0.0.1', '::ffff:8.8.8.8'],
  ...['::ffff:0:10.0.0.1', '64:ff9b::10.0.0.1', '64:ff9b::8.8.8.8', '64:ff9b:1::1', '100::1'],
  ...['100:0:0:1::1', '2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001:2::1'],
  ...['2001:10::1', '2001:20::1', '2001:db8::1', '2002:7f00:1::', '2002:808:808::1', '3fff::1'],
  ...['5f00::1', '4000::1', 'fc00::1', 'fd00:ec2::254', 'fd20:ce::254', 'fe80::1', 'fe80::1%eth0'],
  ...['fec0::1', 'ff02::1', '2606:4700::1%eth0', '2606:4700::5efe:10.0.0.1'],
  ...['2606:4700::200:5efe:192.168.0.1', '', 'localhost', '1.2.3.4.5', '8.8.8.8/8'],
];

describe('the public internet', () => {
  it.each(REFUSED)('does not have %j', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each([
    ...['1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0'],
    ...['126.255.255.255', '128.0.0.1', '169.253.255.255', '169.255.0.0', '172.15.255.255'],
    ...['172.32.0.0', '192.0.1.0', '192.167.255.255', '192.169.0.0', '198.17.255.255'],
    ...['198.20.0.0', '223.255.255.255', '2606:4700::1111', '2a00:1450:4007:80e::2003'],
    ...['2600::', '[2606:4700::1111]', '2606:4700::5efe:8.8.8.8'],
  ])('has %s', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it('has no inside address, however it is written', () => {
    fc.assert(
      fc.property(insideFour, (octets) => {
        for (const form of fourForms(octets)) expect(isPublic(form), form).toBe(false);
      }),
    );
  });

  it('has none in a URL either', () => {
    const guard = createGuard();
    fc.assert(
      fc.property(insideFour, (octets) => {
        for (const host of asUrlHosts(octets)) {
          const read = readUrl(`http://${host}/`, guard);
          expect(read, host).toMatchObject({ ok: false, refusals: [{ code: 'fetch-not-public' }] });
        }
      }),
    );
  });
});
