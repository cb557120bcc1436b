import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../locale.js';

const SEASONS = {
  fr: { first: 'heure d’été', second: 'heure d’hiver' },
  en: { first: 'summer time', second: 'winter time' },
} as const;

/** Where an hour comes twice for another reason than the seasons: a country changes its time. */
const CHANGES = {
  fr: { first: 'avant le changement d’heure', second: 'après le changement d’heure' },
  en: { first: 'before the clocks change', second: 'after the clocks change' },
} as const;

/** Which turn of an hour that comes twice, after a comma; nothing of any other hour. */
export function whichOfTwo(at: Date, { zone, locale }: { zone: string; locale: Locale }): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const wall = moment.toPlainDateTime();
  const first = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const second = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (first.epochMilliseconds === second.epochMilliseconds) return '';
  const words = isSeason(first, second) ? SEASONS : CHANGES;
  const turn = moment.offsetNanoseconds === first.offsetNanoseconds ? 'first' : 'second';
  return `, ${words[locale][turn]}`;
}

/** Whether the two are the times of this year's summer and of its winter, in either hemisphere. */
function isSeason(first: Temporal.ZonedDateTime, second: Temporal.ZonedDateTime): boolean {
  const offsets = [1, 7].map((month) => first.with({ month, day: 1 }).offsetNanoseconds);
  return (
    Math.max(...offsets) === first.offsetNanoseconds &&
    Math.min(...offsets) === second.offsetNanoseconds
  );
}
