import { execFileSync } from 'node:child_process';
import type { WebStore } from '../../../../adapters/web/store.js';
import { ROOM, type WebConfig } from '../../../../adapters/web/types.js';
import { createWebAdapter, type WebAdapter } from '../../../../adapters/web/web-adapter.js';
import type { View } from '../../../../commands/view/view.js';
import { systemClock } from '../../../../src/kernel/clock.js';
import { localised } from '../../../../src/kernel/locale.js';
import { createMemoryStore } from './memory-store.js';
import { NO_APART } from './no-apart.js';
import { StandInRegistry } from './registry.js';
import { COMMUNITY } from './views.js';

export interface Playground {
  readonly adapter: WebAdapter;
  readonly registry: StandInRegistry;
  readonly store: WebStore;
  readonly faults: unknown[];
  /** Posts as the outbox does, to everybody or to one person. */
  post(key: string, view: View | ((locale: 'fr' | 'en') => View), userId?: string): Promise<string>;
  /** A request as the page makes it. */
  send(path: string, content: object, headers?: Record<string, string>): Promise<Response>;
}

export async function openPlayground(
  options: Partial<WebConfig> & { registry?: StandInRegistry; store?: WebStore } = {},
): Promise<Playground> {
  const { registry = new StandInRegistry(), store = createMemoryStore(), ...config } = options;
  const faults: unknown[] = [];
  const keep = (fault: unknown) => faults.push(fault);
  const adapter = createWebAdapter({
    registry,
    store,
    apart: NO_APART,
    rooms: { list: async () => registry.people, communityOf: async () => COMMUNITY },
    config: { host: '127.0.0.1', port: 0, secret: null, ...config },
    clock: systemClock,
    log: { error: keep, warn: keep },
  });
  await adapter.start();
  const origin = new URL(adapter.url()).origin;
  return {
    ...{ adapter, registry, store, faults },
    post: (key, view, userId) =>
      adapter.post({
        to: { roomId: ROOM.roomId, userId: userId ?? null, locale: 'fr' },
        key,
        view: localised((locale) => (typeof view === 'function' ? view(locale) : view)),
      }),
    send: (path, content, headers = {}) =>
      fetch(new URL(path, origin), {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(content),
      }),
  };
}

/** The browser's script, compiled as `npm run build` does. */
export const buildClient = (): void => {
  execFileSync('node_modules/.bin/tsc', ['-p', 'adapters/web/client'], { stdio: 'inherit' });
};
