import { fold } from '../../kernel/text.js';
import { MONTHS } from './months.js';

/** In hours (RFC 822 §5.1), with those that European feeds write. */
const ZONES: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 1, bst: 1, cet: 1, cest: 2, eet: 2, eest: 3 },
  ...{ est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
};

const TIME = String.raw`(?:(?:[t,]|\s|\sa\s|\sat\s)*(?<hour>\d{1,2})[:h](?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?)?`;
const ZONE = String.raw`\s*(?:(?<zone>[a-z]{1,4})|(?:gmt|utc)?(?<east>[+-]\d{2}):?(?<past>\d{2})?)?(?:\s*\([^()]*\))?`;
const WEEKDAY = String.raw`(?:[a-z]+\.?,?\s+)?`;
const FORMS = [
  // 2026-03-05T10:00:00+01:00, 2026/03/05
  String.raw`(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})`,
  // Thu, 05 Mar 2026 10:00:00 GMT; 5 mars 2026 à 10h00
  String.raw`${WEEKDAY}(?<day>\d{1,2})(?:er|st|nd|rd|th)?[\s-]+(?<name>[a-z]+)\.?,?[\s-]+(?<year>\d{4}|\d{2})`,
  // March 5, 2026
  String.raw`${WEEKDAY}(?<name>[a-z]+)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})`,
  // 05/03/2026: the day first, as French pages write it
  String.raw`(?<day>\d{1,2})[/.](?<month>\d{1,2})[/.](?<year>\d{4})`,
].map((form) => new RegExp(`^${form}${TIME}${ZONE}$`));

const LONGEST = 80;
const [EARLIEST, LATEST] = [1970, 2199];

/**
 * The moment that a page or a feed writes in one of the many ways they have; `null` when it is
 * none. Without a zone it is UTC, never the machine’s own.
 */
export function readMoment(text: string | undefined): Date | null {
  if (text === undefined || text.length > LONGEST) return null;
  const said = fold(text).replaceAll(/\s+/g, ' ');
  for (const form of FORMS) {
    const parts = form.exec(said)?.groups;
    if (parts) return momentOf(parts);
  }
  return null;
}

function momentOf(parts: Readonly<Record<string, string | undefined>>): Date | null {
  const [hour, minute, second] = [parts.hour, parts.minute, parts.second].map((n) =>
    Number(n ?? 0),
  );
  const month = parts.name === undefined ? Number(parts.month) : MONTHS.get(parts.name);
  const offset = parts.zone === undefined ? offsetOf(parts.east, parts.past) : ZONES[parts.zone];
  const year = century(Number(parts.year));
  const day = Number(parts.day);
  if (month === undefined || offset === undefined || year < EARLIEST || year > LATEST) return null;
  if (!isDay(year, month, day) || !isTime(hour, minute, second)) return null;
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second) - offset * HOUR_MS);
}

const HOUR_MS = 3_600_000;

/** Two figures (RFC 822) are read as RFC 2822 §4.3 says. */
const century = (year: number): number =>
  year < 50 ? 2000 + year : year < 100 ? 1900 + year : year;

const offsetOf = (east = '+00', past = '00'): number =>
  Number(east) + (east.startsWith('-') ? -1 : 1) * (Number(past) / 60);

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The 60th second is a leap one. */
const isTime = (hour = 0, minute = 0, second = 0): boolean =>
  hour < 24 && minute < 60 && second <= 60;
