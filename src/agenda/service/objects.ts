import { ok, type Result } from '../../kernel/result.js';
import { readCalendar } from '../icalendar/read.js';
import { createCalendarWriter } from '../icalendar/write.js';
import { calendarObject } from '../rules/calendar.js';
import { type Imported, imported } from '../rules/imports.js';
import type { Change, Series } from '../types.js';

/** A meeting as the one object of a CalDAV collection (RFC 4791 §4.1). */
export function objectText(
  series: Series,
  changes: readonly Change[],
  kept: readonly string[],
): string {
  const dressing = { describe: ({ description }: { description: string }) => description };
  const { master, overrides } = calendarObject(series, changes, {
    ...{ ...dressing, alarms: true, attendees: [] },
  });
  const writer = createCalendarWriter();
  const events = [{ ...master, kept }, ...overrides].map(writer.event);
  return [writer.begin(null), ...events, writer.end()].join('');
}

/** What another program wrote of one meeting; `null` when it tells of none that can be taken. */
export function objectRead(
  text: string,
  zone: string,
): Result<{ readonly one: Imported; readonly kept: readonly string[] } | null> {
  const read = readCalendar(text, { zone });
  if (!read.ok) return read;
  const [object] = read.value.objects;
  // Half of a meeting would be taken for all of it, and the rest be cancelled.
  if (!object || read.value.skipped.length > 0) return ok(null);
  const one = imported(object, '—');
  return one.ok ? ok({ one: one.value, kept: object.master.kept }) : ok(null);
}
