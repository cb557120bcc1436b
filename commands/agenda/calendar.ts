import { createCalendarWriter } from '../../src/agenda/icalendar/write.js';
import type { AgendaService } from '../../src/agenda/service.js';
import type { Feed } from '../../src/agenda/types.js';
import { say } from '../words/index.js';

export type Publication = NonNullable<Awaited<ReturnType<AgendaService['publication']>>>;

/** Programs that heed it look again every hour; some have a pace of their own. */
const REFRESH_MINUTES = 60;

/** What a calendar is called in the programs of whoever reads it. */
const nameOf = ({ kind, theme, locale }: Feed, community: string): string =>
  say(locale, `feed.name.${kind}`, { community, theme });

/** A feed as a file of iCalendar, in pieces: it is never whole in memory. */
export async function* calendarText({
  feed,
  community,
  events,
}: Publication): AsyncGenerator<string> {
  const { locale } = feed;
  const writer = createCalendarWriter();
  const name = nameOf(feed, community.name);
  yield writer.begin({ name, zone: community.zone, refreshMinutes: REFRESH_MINUTES });
  const pages = events(
    (series, { name: where }) =>
      ({ description, reason }) =>
        [
          ...(reason === '' ? [] : [say(locale, 'event.reason', { reason })]),
          ...(description === '' ? [] : [description]),
          say(locale, 'feed.event', { number: series.number, community: where }),
        ].join('\n\n'),
  );
  for await (const page of pages) yield page.map(writer.event).join('');
  yield writer.end();
}
