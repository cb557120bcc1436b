import fc from 'fast-check';

export type Octets = readonly [number, number, number, number];

const octet = fc.integer({ min: 0, max: 255 });
const from = (a: number, b: fc.Arbitrary<number> = octet): fc.Arbitrary<Octets> =>
  fc.tuple(fc.constant(a), b, octet, octet);

/** Any address of the blocks that no public one is in. */
export const insideFour: fc.Arbitrary<Octets> = fc.oneof(
  ...[from(0), from(10), from(127), from(169, fc.constant(254)), from(192, fc.constant(168))],
  ...[from(172, fc.integer({ min: 16, max: 31 })), from(100, fc.integer({ min: 64, max: 127 }))],
  from(198, fc.constantFrom(18, 19)),
  fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
);

const hex = (number: number): string => `0x${number.toString(16)}`;
const octal = (number: number): string => `0${number.toString(8)}`;
const wide = (high: number, low: number): string => ((high << 8) | low).toString(16);

/** What `inet_aton` reads as this address, and its forms in IPv6. */
export function fourForms(octets: Octets): string[] {
  const [a, b, c, d] = octets;
  const all = ((a * 256 + b) * 256 + c) * 256 + d;
  const six = `${wide(a, b)}:${wide(c, d)}`;
  const dotted = octets.join('.');
  return [
    ...[dotted, octets.map(hex).join('.'), octets.map(octal).join('.')],
    ...[`${hex(a)}.${b}.${octal(c)}.${d}`, `${a}.${b}.${c * 256 + d}`],
    ...[`${a}.${(b * 256 + c) * 256 + d}`, String(all), hex(all), octal(all)],
    ...[`::ffff:${dotted}`, `::ffff:${six}`, `0:0:0:0:0:FFFF:${six}`, `::${six}`],
    ...[`::ffff:0:${six}`, `64:ff9b::${dotted}`, `64:ff9b:1::${six}`, `2002:${six}::1`],
    `2606:4700::5efe:${six}`,
  ];
}

const CIRCLED = '⓪①②③④⑤⑥⑦⑧⑨';

/** The same as hosts of a URL, with what the URL standard undoes. */
export function asUrlHosts(octets: Octets): string[] {
  const dotted = octets.join('.');
  const each = (turn: (character: string) => string): string => [...dotted].map(turn).join('');
  return [
    ...fourForms(octets).map((form) => (form.includes(':') ? `[${form}]` : form)),
    ...[`${dotted}.`, dotted.replaceAll('.', '。'), dotted.replaceAll('.', '%2e')],
    each((one) => `%${one.charCodeAt(0).toString(16)}`),
    each((one) => CIRCLED[Number(one)] ?? one),
    each((one) => (one === '.' ? '．' : String.fromCharCode(one.charCodeAt(0) + 0xfee0))),
  ];
}
