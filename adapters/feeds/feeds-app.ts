import { Hono } from 'hono';
import type { AgendaService } from '../../src/agenda/service.js';
import type { Clock } from '../../src/kernel/clock.js';
import type { VeilleService } from '../../src/veille/service.js';
import type { ErrorLog } from './answer.js';
import { CALENDARS_PATH, calendars } from './calendars.js';
import { OUTLETS_PATH, outlets } from './outlets.js';

/** All that is read at an address of its own, by programs or people who come from elsewhere. */
export const FEEDS_PATHS: readonly string[] = [CALENDARS_PATH, OUTLETS_PATH];

const HEADERS = {
  // Whoever holds the address reads it; what stands between must not keep it for others.
  'Cache-Control': 'private, no-cache',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'",
} as const;

/**
 * Calendars, and what a community gives to read. The secret is in the address, so no address is
 * ever logged, nor said again to whoever asks for one that is none.
 */
export function createFeedsApp(desk: {
  readonly agenda: Pick<AgendaService, 'publication'>;
  readonly veille: Pick<VeilleService, 'given' | 'outletAddress'>;
  readonly clock: Clock;
  readonly log: ErrorLog;
}): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
    // A public address may be found.
    if (c.res.headers.get('X-Robots-Tag') === 'all') c.res.headers.delete('X-Robots-Tag');
  });
  app.route('/', calendars(desk));
  app.route('/', outlets(desk));
  app.notFound((c) => c.text('404', 404));
  app.onError((error, c) => {
    desk.log.error({ error }, 'a feed could not be read');
    return c.text('500', 500);
  });
  return app;
}
