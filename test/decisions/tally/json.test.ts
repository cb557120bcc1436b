import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Faults } from '../../../src/decisions/methods/reader.js';
import { parseJson } from '../../../src/decisions/tally/json.js';

function parse(text: string) {
  const faults = new Faults();
  const parsed = parseJson(text, faults);
  return { parsed, faults: faults.list };
}

describe('as JSON.parse does', () => {
  it('reads whatever was written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parse(text)).toEqual({ parsed: { value: JSON.parse(text) }, faults: [] });
      }),
    );
  });

  it('accepts and refuses the same texts, damaged in any place', () => {
    const damaged = fc
      .tuple(
        fc.jsonValue(),
        fc.nat(),
        fc.nat(3),
        fc.constantFrom('', ',', '"', '}', '\\', '\0', '0'),
      )
      .map(([value, at, cut, put]) => {
        const text = JSON.stringify(value);
        const place = at % (text.length + 1);
        return text.slice(0, place) + put + text.slice(place + cut);
      });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string()), (text) => {
        let expected: { value: unknown } | null = null;
        try {
          expected = { value: JSON.parse(text) };
        } catch {}
        expect(parse(text).parsed).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps a key named __proto__ as a plain key', () => {
    const { parsed } = parse('{"__proto__": {"ballots": []}}');
    expect(Object.keys(parsed?.value ?? {})).toEqual(['__proto__']);
    expect(Reflect.get(parsed?.value ?? {}, 'ballots')).toBeUndefined();
  });
});

test.each([
  ['', { code: 'json-empty', params: { line: 1, column: 1 } }],
  [' \n\t ', { code: 'json-empty', params: { line: 2, column: 3 } }],
  ['\uFEFF', { code: 'json-empty' }],
  ['{"a": 1,\n "b": }', { code: 'json-unexpected', params: { line: 2, column: 7, found: '}' } }],
  ['[1,]', { code: 'json-unexpected', params: { line: 1, column: 4, found: ']' } }],
  ['{"é🌱": x}', { code: 'json-unexpected', params: { line: 1, column: 8, found: 'x' } }],
  ['[1]\r\n]', { code: 'json-unexpected', params: { line: 2, column: 1, found: ']' } }],
  ['[\0]', { code: 'json-unexpected', params: { line: 1, column: 2, found: 'U+0000' } }],
  ['["a\nb"]', { code: 'json-control', params: { line: 1, column: 4, found: 'U+000A' } }],
  ['["\\x"]', { code: 'json-escape', params: { line: 1, column: 2 } }],
  ['["a', { code: 'json-end', params: { line: 1, column: 4 } }],
  ['{"a"', { code: 'json-end', params: { line: 1, column: 5 } }],
  ['['.repeat(200_000), { code: 'json-deep', params: { limit: 100 } }],
])('refuses %j with its place', (text, fault) => {
  expect(parse(text).parsed).toBeNull();
  expect(parse(text).faults).toMatchObject([fault]);
});

test.each([
  ['{"a": 1,\n "a": 2}', { code: 'json-key-again', params: { line: 2, column: 2, key: '"a"' } }],
  ['[12345678901234567890]', { code: 'json-number' }],
  ['[0.1234567890123456789]', { code: 'json-number' }],
  ['[1e400]', { code: 'json-number' }],
  ['[1e-400]', { code: 'json-number' }],
])('notices in %s what JSON.parse passes over', (text, fault) => {
  expect(parse(text).faults).toMatchObject([fault]);
});

test.each(['[0]', '[-0.0]', '[9007199254740991]', '[0.30000000000000004]', '[1.50000000000]'])(
  'keeps every digit of %s',
  (text) => {
    expect(parse(text).faults).toEqual([]);
  },
);
