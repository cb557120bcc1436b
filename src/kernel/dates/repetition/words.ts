import { type Locale, type Localised, localised } from '../../locale.js';
import { dateFormat, formatList } from '../intl.js';
import type { Frequency } from './rule.js';

/** Monday 1 January 2024 began a week and a year: a day of it stands for each weekday. */
const nameOf = (style: 'weekday' | 'month', at: number, locale: Locale): string =>
  dateFormat(style, { zone: 'UTC', locale }).format(new Date(at));

export const weekdayName = (weekday: number, locale: Locale): string =>
  nameOf('weekday', Date.UTC(2024, 0, weekday), locale);

export const monthName = (month: number, locale: Locale): string =>
  nameOf('month', Date.UTC(2024, month - 1, 1), locale);

/** « d’avril », « de mars ». */
export const ofMonth = (name: string): string => (/^[ao]/.test(name) ? `d’${name}` : `de ${name}`);

const SMALL: Localised<readonly string[]> = {
  fr: ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  en: ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
};

const small = (n: number, locale: Locale): string => SMALL[locale][n - 2] ?? String(n);

const UNITS: Readonly<Record<Frequency, { fr: string; en: string; feminine: boolean }>> = {
  MINUTELY: { fr: 'minutes', en: 'minutes', feminine: true },
  HOURLY: { fr: 'heures', en: 'hours', feminine: true },
  DAILY: { fr: 'jours', en: 'days', feminine: false },
  WEEKLY: { fr: 'semaines', en: 'weeks', feminine: true },
  MONTHLY: { fr: 'mois', en: 'months', feminine: false },
  YEARLY: { fr: 'ans', en: 'years', feminine: false },
};

const ONE: Localised<Readonly<Record<Frequency, string>>> = {
  fr: {
    MINUTELY: 'chaque minute',
    HOURLY: 'chaque heure',
    DAILY: 'chaque jour',
    WEEKLY: 'chaque semaine',
    MONTHLY: 'chaque mois',
    YEARLY: 'chaque année',
  },
  en: {
    MINUTELY: 'every minute',
    HOURLY: 'every hour',
    DAILY: 'every day',
    WEEKLY: 'every week',
    MONTHLY: 'every month',
    YEARLY: 'every year',
  },
};

/** « chaque mois », « tous les deux mois », « toutes les trois semaines ». */
export function everyWords(frequency: Frequency, interval: number, locale: Locale): string {
  if (interval === 1) return ONE[locale][frequency];
  const unit = UNITS[frequency];
  if (locale === 'en') return `every ${small(interval, 'en')} ${unit.en}`;
  return `${unit.feminine ? 'toutes' : 'tous'} les ${small(interval, 'fr')} ${unit.fr}`;
}

const NTH: Localised<Readonly<Record<number, string>>> = {
  fr: {
    1: 'premier',
    2: 'deuxième',
    3: 'troisième',
    4: 'quatrième',
    5: 'cinquième',
    [-1]: 'dernier',
    [-2]: 'avant-dernier',
  },
  en: {
    1: 'first',
    2: 'second',
    3: 'third',
    4: 'fourth',
    5: 'fifth',
    [-1]: 'last',
    [-2]: 'last but one',
  },
};

/** « le premier », « l’avant-dernier », "the first"; `null` past what is said in words. */
export function nthWords(nth: number, locale: Locale): string | null {
  const word = NTH[locale][nth];
  if (word === undefined) return null;
  if (locale === 'en') return `the ${word}`;
  return word.startsWith('a') ? `l’${word}` : `le ${word}`;
}

const englishOrdinals = new Intl.PluralRules('en', { type: 'ordinal' });
const SUFFIXES: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

/** « 1er », « 15 »; "1st", "15th". */
export const dayWords = localised((locale) => (day: number): string => {
  if (locale === 'fr') return day === 1 ? '1er' : String(day);
  return `${day}${SUFFIXES[englishOrdinals.select(day)]}`;
});

/**
 * « en août », « en juillet et en août », « de septembre à juin »; "from September to June" for
 * three months or more on end, across the new year too.
 */
export function monthsWords(months: readonly number[], locale: Locale): string {
  const first = months.find((month) => !months.includes(month === 1 ? 12 : month - 1));
  const last = months.find((month) => !months.includes((month % 12) + 1));
  const runs = months.filter((month) => !months.includes((month % 12) + 1)).length;
  const name = (month: number) => monthName(month, locale);
  if (months.length > 2 && runs === 1 && first && last) {
    const end = name(last);
    return locale === 'fr' ? `${ofMonth(name(first))} à ${end}` : `from ${name(first)} to ${end}`;
  }
  if (locale === 'en') return `in ${formatList(months.map(name), 'en')}`;
  return formatList(
    months.map((month) => `en ${name(month)}`),
    'fr',
  );
}
