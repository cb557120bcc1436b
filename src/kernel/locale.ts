/** The languages ECC speaks, French first. */
export const LOCALES = ['fr', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The same thing said in each language. */
export type Localised<T> = Readonly<Record<Locale, T>>;

export const localised = <T>(make: (locale: Locale) => T): Localised<T> => ({
  fr: make('fr'),
  en: make('en'),
});

export const isLocale = (value: string): value is Locale =>
  (LOCALES as readonly string[]).includes(value);

/** Picks the best language for a BCP 47 tag or an `Accept-Language` header; French when unsure. */
export function localeFrom(tag: string | null | undefined): Locale {
  for (const part of (tag ?? '').toLowerCase().split(',')) {
    const language = part.trim().slice(0, 2);
    if (isLocale(language)) return language;
  }
  return 'fr';
}
