import { Temporal } from 'temporal-polyfill';
import { formatDay, formatMoment, formatTime, type ReaderNow } from './format.js';
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
 * A meeting shown back: « mardi 1er décembre 2026 de 20 h à 21 h 30, heure de Paris, chaque
 * mardi »,
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
  if (durationMinutes === null) return [moment(at, said), where];
  const end = new Date(at.getTime() + durationMinutes * MINUTE);
  // An end in the small hours is the same evening's to people; a later day is said.
  if (durationMinutes < DAY / 2 || formatDay(at, said) === formatDay(end, said)) {
    return [evening(at, end, said), where];
  }
  return [
    locale === 'fr'
      ? `${from(moment(at, said))} au ${moment(end, said)}`
      : `from ${moment(at, said)}, to ${moment(end, said)}`,
    where,
  ];
}

const moment = (at: Date, reader: ReaderNow): string =>
  reader.locale === 'fr'
    ? formatMoment(at, reader)
    : `${formatDay(at, reader)}, ${formatTime(at, reader)}`;

/** Of an hour that comes twice, which one is said behind a comma: it is closed again. */
function evening(at: Date, end: Date, reader: ReaderNow): string {
  const [day, start, stop] = [
    formatDay(at, reader),
    formatTime(at, reader),
    formatTime(end, reader),
  ];
  const twice = whichOfTwo(at, reader) !== '' || whichOfTwo(end, reader) !== '';
  if (reader.locale === 'fr') return `${day} de ${start}${twice ? ',' : ''} à ${stop}`;
  return `${day}, ${start}${twice ? ' – ' : '–'}${stop}`;
}

const from = (day: string): string => `du ${day}`;

const dayRange = (first: Date, last: Date, reader: ReaderNow): string =>
  reader.locale === 'fr'
    ? `${from(formatDay(first, reader))} au ${formatDay(last, reader)}`
    : `from ${formatDay(first, reader)} to ${formatDay(last, reader)}`;
