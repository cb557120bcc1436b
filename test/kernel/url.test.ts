import { expect, test } from 'vitest';
import { urlOf } from '../../src/kernel/url.js';

test('an address is one however often it is read', () => {
  for (let time = 0; time < 5_000; time++) {
    expect(urlOf('https://éco.example/café')?.hostname).toBe('xn--co-9ia.example');
  }
  expect(urlOf('pas une adresse')).toBeNull();
  expect(urlOf('/page', 'https://example.org/a/')?.href).toBe('https://example.org/page');
});
