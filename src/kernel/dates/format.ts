import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../locale.js';
import { dateFormat } from './intl.js';
import { whichOfTwo } from './twice.js';

export { formatList, formatNumber } from './intl.js';

/** Who reads, and where: an IANA zone and a language. */
export interface Reader {
  readonly zone: string;
  readonly locale: Locale;
}

/** With `now`, the year is left out where it goes without saying. */
export interface ReaderNow extends Reader {
  readonly now?: Date;
}

/** Twelve months in all, so that two days never read the same. */
const MONTHS_BACK = 2;
const MONTHS_AHEAD = 10;

const NBSP = '\u00A0';

const dayOf = (at: Date, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();

function needsYear(at: Date, { zone, now }: ReaderNow): boolean {
  if (!now) return true;
  const day = dayOf(at, zone);
  const today = dayOf(now, zone);
  return (
    Temporal.PlainDate.compare(day, today.subtract({ months: MONTHS_BACK })) < 0 ||
    Temporal.PlainDate.compare(day, today.add({ months: MONTHS_AHEAD })) > 0
  );
}

/** « mercredi 25 novembre », « mardi 1er décembre 2026 »; "Wednesday 25 November". */
export function formatDay(at: Date, reader: ReaderNow): string {
  const format = dateFormat(needsYear(at, reader) ? 'dayWithYear' : 'day', reader);
  // Intl does not write the first of the month as French does (CLDR has no ordinal day there).
  return format
    .formatToParts(at)
    .map(({ type, value }) =>
      type === 'day' && value === '1' && reader.locale === 'fr' ? '1er' : value,
    )
    .join('');
}

/**
 * « 18 h 30 », « 0 h », with non-breaking spaces, where Intl writes 18:30; "18:30". An hour that
 * comes twice says which: « 2 h 30, heure d’été ».
 */
export const formatTime = (at: Date, reader: Reader): string =>
  formatHour(at, reader) + whichOfTwo(at, reader);

function formatHour(at: Date, reader: Reader): string {
  const format = dateFormat('time', reader);
  if (reader.locale === 'en') return format.format(at);
  const parts = Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  const hour = `${Number(parts.hour)}${NBSP}h`;
  return parts.minute === '00' ? hour : `${hour}${NBSP}${parts.minute}`;
}

/** « mercredi 25 novembre à 18 h », "Wednesday 25 November at 18:00". */
export const formatMoment = (at: Date, reader: ReaderNow): string =>
  `${formatDay(at, reader)} ${reader.locale === 'fr' ? 'à' : 'at'} ${formatTime(at, reader)}`;
