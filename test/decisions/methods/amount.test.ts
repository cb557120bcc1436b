import { describe, expect, it, test } from 'vitest';
import { exactly, parseAmount, parseShare, Sum } from '../../../src/decisions/methods/amount.js';

const read = (value: unknown): string | null => {
  const amount = parseAmount(value);
  return amount && exactly(amount);
};

test.each([
  [0, '0'],
  [-0, '0'],
  [2, '2'],
  [0.1, '1/10'],
  [0.30000000000000004, '7500000000000001/25000000000000000'],
  [1e-7, '1/10000000'],
  [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  ['1.5', '3/2'],
  [' 2/6 ', '1/3'],
  ['1 / 3', '1/3'],
  ['007', '7'],
  ['12345678901234567890.5', '24691357802469135781/2'],
])('%j is read as %s', (value, exact) => {
  expect(read(value)).toBe(exact);
});

test.each([
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  1e21,
  5e-324,
  '',
  '1/0',
  '1/00',
  '-1',
  '1,5',
  '1e999',
  '0x10',
  '1.(3)',
  '1 1/2',
  '9'.repeat(31),
  null,
  true,
  [],
  {},
  10n,
])('%s is not an amount', (value) => {
  expect(read(value)).toBeNull();
});

describe('shares', () => {
  test.each([
    ['2/3', '2/3'],
    ['75%', '3/4'],
    ['33.4 %', '167/500'],
    [0.5, '1/2'],
    ['100%', '1'],
  ])('%j is %s', (value, exact) => {
    const share = parseShare(value);
    expect(share && exactly(share)).toBe(exact);
  });

  test.each(['101%', '4/3', '%', '50%%', 2])('%j is not a share', (value) => {
    expect(parseShare(value)).toBeNull();
  });
});

it('adds a tenth ten times and finds one, a third three times as well', () => {
  const sum = new Sum();
  for (let time = 0; time < 10; time++) sum.add(parseAmount(0.1) ?? fail());
  for (let time = 0; time < 3; time++) sum.add(parseAmount('1/3') ?? fail());
  expect(exactly(sum.total)).toBe('2');
  expect(sum.count).toBe(13);
});

function fail(): never {
  throw new Error('not an amount');
}
