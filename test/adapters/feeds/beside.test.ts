import { expect, it, onTestFinished } from 'vitest';
import { FEEDS_PATHS } from '../../../adapters/feeds/feeds-app.js';
import { createWebAdapter } from '../../../adapters/web/web-adapter.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { createMemoryStore } from '../web/support/memory-store.js';
import { NO_APART } from '../web/support/no-apart.js';
import { StandInRegistry } from '../web/support/registry.js';

const quiet = (): void => undefined;

it('calendars and what is given to read are reached without the key of the playground, and nothing else is', async () => {
  const registry = new StandInRegistry();
  const web = createWebAdapter({
    ...{
      registry,
      store: createMemoryStore(),
      apart: NO_APART,
      clock: systemClock,
      log: { error: quiet, warn: quiet },
    },
    rooms: { list: async () => registry.people, communityOf: async () => null },
    config: { host: '127.0.0.1', port: 0, secret: 'a key that is long enough' },
    beside: [
      { paths: ['/nowhere/'], app: { fetch: () => new Response('', { status: 500 }) } },
      { paths: FEEDS_PATHS, app: { fetch: (request) => new Response(request.url) } },
    ],
  });
  await web.start();
  onTestFinished(() => web.stop());
  const status = async (path: string) => (await fetch(new URL(path, web.url()))).status;
  for (const path of FEEDS_PATHS) expect(await status(`${path}anything`), path).toBe(200);
  for (const path of [
    '/',
    '/events',
    '/calendriers',
    '/calendriers/../events',
    '/x/calendriers/',
  ]) {
    expect(await status(path), path).not.toBe(200);
  }
});
