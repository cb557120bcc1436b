import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from './calendar.js';

/** Days that the calendar names in every country, by what people call them. */
export const FEASTS = {
  newYear: (year: number) => on(year, 1, 1),
  easterMonday: (year: number) => easter(year).add({ days: 1 }),
  ascension: (year: number) => easter(year).add({ days: 39 }),
  whitMonday: (year: number) => easter(year).add({ days: 50 }),
  assumption: (year: number) => on(year, 8, 15),
  allSaints: (year: number) => on(year, 11, 1),
  christmas: (year: number) => on(year, 12, 25),
} as const;

export type Feast = keyof typeof FEASTS;

/** Code du travail, article L3133-1: 1 May, 8 May, 14 July, 11 November. */
const FRENCH_ONLY = [
  [5, 1],
  [5, 8],
  [7, 14],
  [11, 11],
] as const;

/** Where it is France, and the day slavery was abolished there (article L3422-2). */
const FRANCE: Readonly<Record<string, readonly [month: number, day: number] | null>> = {
  'Europe/Paris': null,
  'America/Guadeloupe': [5, 27],
  'America/Martinique': [5, 22],
  'America/Cayenne': [6, 10],
  'Indian/Reunion': [12, 20],
  'Indian/Mayotte': [4, 27],
};

/** The public holidays of the country that a zone is in; `null` when it is not known here. */
export function publicHolidays(zone: string, year: number): readonly PlainDate[] | null {
  const own = FRANCE[zone];
  if (own === undefined) return null;
  const dates = [...FRENCH_ONLY, ...(own ? [own] : [])];
  return [
    ...Object.values(FEASTS).map((feast) => feast(year)),
    ...dates.map(([month, day]) => on(year, month, day)),
  ];
}

const on = (year: number, month: number, day: number): PlainDate =>
  Temporal.PlainDate.from({ year, month, day });

/** Easter Sunday (Meeus, Jones and Butcher). */
function easter(year: number): PlainDate {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return on(year, Math.floor(n / 31), (n % 31) + 1);
}
