import { type Locale, localised } from '../locale.js';

/** French as in France; English as in Great Britain: day first, 24 hours. */
const TAGS: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };

const numbers = localised((locale) => new Intl.NumberFormat(TAGS[locale]));
const lists = localised((locale) => new Intl.ListFormat(TAGS[locale]));

/** « 1 200 », "1,200": at most three decimals. */
export const formatNumber = (n: number | bigint, locale: Locale): string =>
  numbers[locale].format(n);

/** « a, b et c », "a, b and c". */
export const formatList = (items: readonly string[], locale: Locale): string =>
  lists[locale].format(items);

const STYLES = {
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  dayWithYear: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long' },
  month: { month: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Intl objects are slow to make: each is kept, by language, zone and style. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

export function dateFormat(
  style: keyof typeof STYLES,
  { zone, locale }: { zone: string; locale: Locale },
): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${style}`;
  const kept = dateFormats.get(key);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat(TAGS[locale], { ...STYLES[style], timeZone: zone });
  dateFormats.set(key, made);
  return made;
}
