import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOurHost } from '../../../adapters/web/guard.js';
import { openPlayground, type Playground } from './support/playground.js';

const config = (host: string, secret: string | null = null) => ({ host, port: 8080, secret });

test.each([
  ['localhost:8080', '127.0.0.1', null, true],
  ['127.0.0.1', '127.0.0.1', null, true],
  ['[::1]:8080', '::1', null, true],
  ['LOCALHOST', '127.0.0.1', null, true],
  ['ecc.lan:8080', 'ecc.lan', null, true],
  ['evil.example', '127.0.0.1', null, false],
  ['localhost.evil.example', '127.0.0.1', null, false],
  ['evil@localhost', '127.0.0.1', null, false],
  ['192.168.1.4:8080', '127.0.0.1', null, false],
  ['192.168.1.4:8080', '0.0.0.0', null, true],
  ['evil.example', '0.0.0.0', null, false],
  ['ecc.example.org', '0.0.0.0', 'a key', true],
  ['', '127.0.0.1', null, false],
  ['a/b', '127.0.0.1', 'a key', false],
])('host %j, listening on %j with key %j: %j', (header, host, secret, allowed) => {
  expect(isOurHost(header, config(host, secret))).toBe(allowed);
});

let playground: Playground;
beforeAll(async () => {
  playground = await openPlayground();
});
afterAll(() => playground.adapter.stop());

const line = { id: crypto.randomUUID(), type: 'line', text: 'bonjour' };

test('every answer carries a strict policy', async () => {
  for (const path of ['/', '/style.css', '/nowhere', '/client/main.js']) {
    const { headers } = await fetch(new URL(path, playground.adapter.url()));
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'/,
    );
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});

test.each([
  ['from another site', { origin: 'https://evil.example' }],
  ['from another port', { origin: 'http://127.0.0.1:1' }],
  ['from a page without a site', { origin: 'null' }],
  ['as another site says itself', { 'sec-fetch-site': 'same-site' }],
  ['as a form would', { 'content-type': 'text/plain' }],
])('a request %s is refused with a sentence', async (_name, headers) => {
  const response = await playground.send('/say?langue=fr', line, headers);
  expect(response.status).toBe(403);
  expect(await response.text()).toContain('une autre page');
  expect(playground.registry.asked).toEqual([]);
});

test('a request that does not say where it comes from is refused', async () => {
  const response = await fetch(new URL('/say', playground.adapter.url()), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(line),
  });
  expect(response.status).toBe(403);
});

test('too much at once is refused with a sentence', async () => {
  const response = await playground.send('/say?langue=en', { ...line, text: 'a'.repeat(300_000) });
  expect(response.status).toBe(413);
  expect(await response.text()).toContain('several pieces');
});

test('an address where there is nothing says so and leads back', async () => {
  const response = await fetch(new URL('/nowhere?langue=fr', playground.adapter.url()));
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('Revenir au salon');
});
