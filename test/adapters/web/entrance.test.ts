import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlayground, type Playground } from './support/playground.js';

let playground: Playground;
beforeAll(async () => {
  playground = await openPlayground({ secret: 'une clé longue & étrange' });
});
afterAll(() => playground.adapter.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, playground.adapter.url()), { headers, redirect: 'manual' });
const link = `/?cle=${encodeURIComponent('une clé longue & étrange')}&langue=en`;

test('without the key, there is only the question of the key', async () => {
  const response = await get('/');
  expect(response.status).toBe(401);
  expect(await response.text()).toContain('Ce salon est fermé à clé');
  for (const path of ['/events', '/before?avant=1']) expect((await get(path)).status).toBe(401);
  const said = await playground.send('/people', { id: crypto.randomUUID(), name: 'Nadia' });
  expect(said.status).toBe(401);
  expect(playground.registry.people).toEqual([]);
});

test('the link opens the room, and the key leaves the address', async () => {
  const response = await get(link);
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/?langue=en');
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  expect(cookie).not.toContain('longue');
  const inside = await get('/?langue=en', { cookie: cookie.split(';')[0] ?? '' });
  expect(inside.status).toBe(200);
  expect(await inside.text()).toContain('Welcome to the workshop');
});

test('from another site, the page moves on by itself so that the cookie is kept', async () => {
  const response = await get(link, { 'sec-fetch-site': 'cross-site' });
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('http-equiv="refresh" content="0;url=/?langue=en"');
});

test('a wrong key or a forged cookie opens nothing', async () => {
  const wrong = await get('/?cle=non');
  expect(wrong.status).toBe(403);
  expect(wrong.headers.get('set-cookie')).toBeNull();
  expect(await wrong.text()).toContain('n’ouvre pas ce salon');
  expect((await get('/', { cookie: 'ecc_cle=ouvert' })).status).toBe(401);
  expect((await get('/', { cookie: `ecc_cle=ouvert.${'A'.repeat(43)}%3D` })).status).toBe(401);
});

test('keys are not guessed by trying them all', async () => {
  const statuses: number[] = [];
  for (let index = 0; index < 12; index++) statuses.push((await get(`/?cle=${index}`)).status);
  expect(statuses).toContain(429);
});
