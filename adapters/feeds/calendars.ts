import { Hono } from 'hono';
import { calendarText } from '../../commands/agenda/calendar.js';
import type { AgendaService } from '../../src/agenda/service.js';
import type { Clock } from '../../src/kernel/clock.js';
import { type ErrorLog, isKnown, streamed } from './answer.js';

/** Every address of an agenda begins so: `…/calendriers/<secret>.ics`. */
export const CALENDARS_PATH = '/calendriers/';

/** Agendas for the calendar programs that people subscribe with. */
export function calendars(desk: {
  readonly agenda: Pick<AgendaService, 'publication'>;
  readonly clock: Clock;
  readonly log: ErrorLog;
}): Hono {
  const app = new Hono();
  // GET answers HEAD as well, without the body.
  app.get(`${CALENDARS_PATH}:file`, async (c) => {
    const [, secret = ''] = /^(.+)\.ics$/.exec(c.req.param('file')) ?? [];
    const found = await desk.agenda.publication(secret, desk.clock.now());
    if (!found) return c.notFound();
    const { version, lastModified } = found;
    const etag = `"${version}"`;
    const headers = { ETag: etag, 'Last-Modified': lastModified.toUTCString() };
    if (isKnown(c, etag)) return c.body(null, 304, headers);
    return c.body(streamed(calendarText(found), desk.log), 200, {
      ...headers,
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="agenda.ics"',
    });
  });
  return app;
}
