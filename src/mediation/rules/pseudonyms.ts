import type { Locale } from '../../kernel/locale.js';

/** Trees, shrubs and herbs: nobody's name, no gender meant, no rank. */
const NAMES: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['Sureau', 'Bruyère', 'Tilleul', 'Fougère', 'Genêt', 'Mélisse', 'Chêne', 'Sauge', 'Thym'],
  en: ['Elder', 'Heather', 'Linden', 'Fern', 'Broom', 'Balm', 'Oak', 'Sage', 'Thyme'],
};

/** @param chance from 0 to 1, 1 excluded. */
export const pseudonym = (locale: Locale, chance: number): string =>
  NAMES[locale][Math.floor(chance * NAMES[locale].length)] ?? '';
