import { Hono } from 'hono';
import { calendarText, type Publication } from '../../commands/agenda/calendar.js';
import type { Clock } from '../../src/kernel/clock.js';
import type { Log } from '../../src/kernel/log.js';

/** Every address of a feed begins so: `…/calendriers/<secret>.ics`. */
export const FEEDS_PATH = '/calendriers/';

const HEADERS = {
  // Whoever holds the address reads it; what stands between must not keep it for others.
  'Cache-Control': 'private, no-cache',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'",
} as const;

/**
 * Calendars for the programs that people subscribe with. The secret is in the address, so no
 * address is ever logged, nor said again in an answer.
 */
export function createFeedsApp(desk: {
  readonly publication: (secret: string, now: Date) => Promise<Publication | null>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error'>;
}): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  });
  // GET answers HEAD as well, without the body.
  app.get(`${FEEDS_PATH}:file`, async (c) => {
    const [, secret = ''] = /^(.+)\.ics$/.exec(c.req.param('file')) ?? [];
    const found = await desk.publication(secret, desk.clock.now());
    if (!found) return c.notFound();
    const { version, lastModified } = found;
    const etag = `"${version}"`;
    const headers = { ETag: etag, 'Last-Modified': lastModified.toUTCString() };
    if (isKnown(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
    return c.body(streamed(calendarText(found), desk.log), 200, {
      ...headers,
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="agenda.ics"',
    });
  });
  app.notFound((c) => c.text('404', 404));
  app.onError((error, c) => {
    desk.log.error({ error }, 'a feed could not be read');
    return c.text('500', 500);
  });
  return app;
}

/**
 * A date to the second would hide a second change, or an answer taken back: only a version that is
 * named says that nothing has changed.
 */
const isKnown = (versions: string | undefined, etag: string): boolean =>
  versions?.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim())) ?? false;

/** A page is read when the reader is ready for it; a reader who leaves ends it. */
function streamed(
  text: AsyncGenerator<string>,
  log: Pick<Log, 'error'>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = await text.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          log.error({ error }, 'a feed could not be read to its end');
          controller.error(error);
        }
      },
      async cancel() {
        await text.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
