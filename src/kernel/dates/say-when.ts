import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../locale.js';
import { formatDay, type ReaderNow } from './format.js';
import { dateFormat } from './intl.js';
import { whichOfTwo } from './twice.js';
import { zoneName } from './zones.js';

export interface SaidWhen extends ReaderNow {
  /** The start; of whole days, the start of the first in the zone. */
  readonly at: Date;
  readonly allDay: boolean;
  readonly durationMinutes: number | null;
  /** The repetition in words, or `null`: « chaque mardi ». */
  readonly repetition: string | null;
}

const MINUTE = 60_000;
const DAY = 1440;

/**
 * A meeting shown back: « mardi 1er décembre 2026, 20:00–21:30, heure de Paris, chaque mardi »,
 * « du vendredi 3 au dimanche 5 juillet 2027, toute la journée ». With `now`, the year is left
 * out where it goes without saying.
 */
export function sayWhen(said: SaidWhen): string {
  const parts = said.allDay ? wholeDays(said) : hours(said);
  return [...parts, said.repetition].filter(Boolean).join(', ');
}

/** Whole days are the same in every zone: none is said. */
function wholeDays(said: SaidWhen): string[] {
  const count = Math.max(1, Math.round((said.durationMinutes ?? DAY) / DAY));
  const all = said.locale === 'fr' ? 'toute la journée' : 'all day';
  if (count === 1) return [formatDay(said.at, said), all];
  const first = Temporal.Instant.fromEpochMilliseconds(said.at.getTime())
    .toZonedDateTimeISO(said.zone)
    .toPlainDate();
  const last = first.add({ days: count - 1 }).toZonedDateTime(said.zone);
  return [dayRange(said.at, new Date(last.epochMilliseconds), said)];
}

function hours(said: SaidWhen): string[] {
  const { at, durationMinutes, zone, locale } = said;
  const where = zoneName(zone, locale);
  if (durationMinutes === null) return [formatDay(at, said), clock(at, said), where];
  const end = new Date(at.getTime() + durationMinutes * MINUTE);
  // An end in the small hours is the same evening's to people; a later day is said.
  if (durationMinutes < DAY / 2 || formatDay(at, said) === formatDay(end, said)) {
    const [from, to] = [whichOfTwo(at, said), whichOfTwo(end, said)];
    const range =
      from || to
        ? `${clock(at, said)} – ${clock(end, said)}`
        : `${bare(at, said)}–${bare(end, said)}`;
    return [formatDay(at, said), range, where];
  }
  return [
    locale === 'fr'
      ? `${from(formatDay(at, said))}, ${clock(at, said)}, au ${formatDay(end, said)}, ${clock(end, said)}`
      : `from ${formatDay(at, said)}, ${clock(at, said)}, to ${formatDay(end, said)}, ${clock(end, said)}`,
    where,
  ];
}

const from = (day: string): string => `du ${day}`;

const dayRange = (first: Date, last: Date, reader: ReaderNow): string =>
  reader.locale === 'fr'
    ? `${from(formatDay(first, reader))} au ${formatDay(last, reader)}`
    : `from ${formatDay(first, reader)} to ${formatDay(last, reader)}`;

const bare = (at: Date, reader: { zone: string; locale: Locale }): string =>
  dateFormat('time', reader).format(at);

const clock = (at: Date, reader: { zone: string; locale: Locale }): string =>
  bare(at, reader) + whichOfTwo(at, reader);
