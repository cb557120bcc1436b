import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalAddress } from '../../../src/veille/rules/address.js';
import { addressKey, sameAddress } from '../../../src/veille/rules/address-key.js';
import { OTHERS, SAME } from './addresses.js';

describe('two addresses', () => {
  it.each(SAME)('of one page: %s %s', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
    expect(sameAddress(one, other)).toBe(true);
  });

  it.each(OTHERS)('of two pages: %s %s', (one, other) => {
    expect(addressKey(one)).not.toBeNull();
    expect(addressKey(one)).not.toBe(addressKey(other));
  });
});

it.each([
  ['HTTP://WWW.A.example:80/a/../p?utm_source=x&b=2&a=1#haut', 'http://www.a.example/p?b=2&a=1'],
  ['https://www.google.com/amp/s/a.example/p?fbclid=1', 'https://a.example/p'],
  ['  https://user:pass@a.example./p%7e  ', 'https://a.example/p~'],
  ['https://m.a.example/p/', 'https://m.a.example/p/'],
])('%s opens as %s', (address, canonical) => {
  expect(canonicalAddress(address)).toBe(canonical);
});

it.each([
  ...['', 'eau', 'javascript:alert(1)', 'ftp://a.example/', 'mailto:a@a.example', 'file:///etc'],
  ...['//a.example/p', 'https://', 'http://a b/', `https://a.example/${'x'.repeat(3_000)}`],
])('%.40s is no address of a page', (address) => {
  expect(canonicalAddress(address)).toBeNull();
  expect(addressKey(address)).toBeNull();
  expect(sameAddress(address, address)).toBe(false);
});

it('an address with accents is one however often it is read', () => {
  // Long enough to be compiled; as bytes become text, one byte a character.
  for (let count = 0; count < 5_000; count++) {
    const bytes = Buffer.from(`https://éco.example/${count}`, 'latin1');
    expect(addressKey(bytes.toString('latin1'))).toBe(`xn--co-9ia.example/${count}`);
  }
});

const piece = fc.oneof(
  fc.constantFrom(
    ...['%2e', '%2F', '%c3%a9', '%', '%zz', '%E9', '+', '&', '=', '?', '#', '#!/', '#/', '//', '/'],
    ...[
      'utm_source=x',
      'amp',
      '/amp',
      '.amp',
      '.html',
      ';jsessionid=1',
      "'",
      '%27',
      '..',
      ':',
      '@',
    ],
    ...['fbclid=', 'un-long-titre', '2026', 'é', '[', '|', ' ', '%25', '%2541', '\\', '%3D'],
  ),
  fc.string({ maxLength: 4 }),
);
const host = fc.constantFrom(
  ...['a.example', 'www.a.example', 'WWW.M.A.example.', 'm.com', 'youtu.be', 'www.youtube.com'],
  ...['éco.example:8080', 'www.google.com/amp/s/b.example', 'x.cdn.ampproject.org/c/s/c.example'],
  ...['www.google.com/url?q=https://d.example', '[::1]', '1.2.3.4', 'l.facebook.com/l.php?u=http:'],
);
const addresses = fc
  .tuple(fc.constantFrom('http', 'https'), host, fc.array(piece, { maxLength: 12 }))
  .map(([scheme, name, pieces]) => `${scheme}://${name}/${pieces.join('')}`);

it('what is canonical stays so, and is the same page', () => {
  fc.assert(
    fc.property(addresses, (address) => {
      const canonical = canonicalAddress(address);
      fc.pre(canonical !== null);
      expect(canonicalAddress(canonical)).toBe(canonical);
      expect(addressKey(canonical)).toBe(addressKey(address));
    }),
    { numRuns: 2_000 },
  );
});

it('the order of what is asked and who followed the link change nothing', () => {
  const names = fc.uniqueArray(fc.constantFrom('id', 'page', 'q', 'é', 'tri', 'lang'));
  fc.assert(
    fc.property(names, fc.nat(), (asked, turn) => {
      const some = asked.map((name, i) => `${name}=${i}`);
      const at = turn % (some.length + 1);
      const turned = [...some.slice(at), 'utm_term=é', ...some.slice(0, at)];
      expect(addressKey(`http://www.a.example/p/?${turned.join('&')}`)).toBe(
        addressKey(`https://a.example/p?${some.join('&')}`),
      );
    }),
  );
});
