import { createPassageApp } from '../../adapters/web/passage/passage-app.js';
import { listen } from '../../adapters/web/server.js';
import type { Passage } from '../../commands/mediation/passage.js';
import { logged } from './log.js';

/**
 * The page of mediators from outside, on a port of its own; the house may not be there yet.
 * @param patient nobody is too hurried for it
 */
export async function openPassage({ patient = false } = {}) {
  let elapsed = 0;
  let passage: Passage | null = null;
  let prefix = '';
  let as: string | null = null;
  const log = logged();
  const reachedAt = () => ({
    url: as ?? `http://127.0.0.1:${listening.port}${prefix}`,
    local: false,
  });
  const app = createPassageApp({
    passage: {
      take: async (...args) => passage?.take(...args) ?? null,
      visit: async (...args) => passage?.visit(...args) ?? null,
    },
    reachedAt,
    log,
    ...(patient && { nowMs: () => (elapsed += 60_000) }),
  });
  const listening = await listen({
    fetch: (request, env) => app.fetch(request, env as object),
    ...{ host: '127.0.0.1', port: 0 },
  });
  return {
    ...{ reachedAt, log },
    leadTo(to: Passage): void {
      passage = to;
    },
    reachedUnder(path: string): void {
      prefix = path;
    },
    reachedAs(url: string): void {
      as = url;
    },
    stop: () => listening.stop(),
  };
}
