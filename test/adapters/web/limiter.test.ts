import { expect, test } from 'vitest';
import { createLimiter } from '../../../adapters/web/limiter.js';

test('a burst passes, then the pace; people do not wait for each other', () => {
  let nowMs = 0;
  const limiter = createLimiter({ burst: 3, perSecond: 2, nowMs: () => nowMs });
  const several = (key: string, count: number) => Array.from({ length: count }, () => limiter(key));
  expect(several('nadia', 5)).toEqual([true, true, true, false, false]);
  expect(limiter('élie')).toBe(true);
  nowMs = 499;
  expect(limiter('nadia')).toBe(false);
  nowMs = 1000;
  expect(several('nadia', 3)).toEqual([true, true, false]);
  nowMs = 60_000;
  expect(several('nadia', 4)).toEqual([true, true, true, false]);
});

test('crowds are forgotten, never who is being held back', () => {
  let nowMs = 0;
  const limiter = createLimiter({ burst: 1, perSecond: 1, nowMs: () => nowMs });
  for (let index = 0; index < 1500; index++) limiter(`person ${index}`);
  nowMs = 5000;
  expect(limiter('late')).toBe(true);
  for (let index = 0; index < 1500; index++) limiter(`other ${index}`);
  expect(limiter('late')).toBe(false);
});
