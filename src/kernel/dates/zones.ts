import { type Locale, localised } from '../locale.js';
import { fold } from '../text.js';
import { FRENCH_CITIES, USUAL_ZONES } from './zone-words.js';

/** Names of the IANA data base, not the offsets that Intl also takes (+02:00). */
const NAME = /^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)*$/;

/** Whether a name is an IANA time zone that this system knows. */
export function isZone(name: string): boolean {
  if (!NAME.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const city = (zone: string, locale: Locale): string => {
  const name = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return (locale === 'fr' ? FRENCH_CITIES[name] : undefined) ?? name;
};

/** « heure de Paris », « heure d’Abidjan », « heure du Caire », "Paris time"; UTC stays UTC. */
export function zoneName(zone: string, locale: Locale): string {
  if (/^(?:Etc\/)?(?:UTC|GMT|UCT|Zulu|Universal|Greenwich)$/.test(zone)) return 'UTC';
  // The sign in Etc/GMT+3 means the opposite of what people read: Intl turns it round.
  if (zone.startsWith('Etc/')) return offsets(zone, locale);
  if (!zone.includes('/')) return zone;
  const name = city(zone, locale);
  return locale === 'fr' ? `heure ${ofCity(name)}` : `${name} time`;
}

const offsets = (zone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;

const ofCity = (name: string): string =>
  name.startsWith('Le ')
    ? `du ${name.slice(3)}`
    : /^[aeiou]/.test(fold(name))
      ? `d’${name}`
      : `de ${name}`;

const MOST_SUGGESTIONS = 25;

const zones: readonly string[] = [
  ...new Set([...USUAL_ZONES, ...Intl.supportedValuesOf('timeZone')]),
];

/** What people type, and names, compared without accents, articles, hyphens nor underscores. */
const searchable = (text: string): string =>
  fold(text)
    .replaceAll(/[_\s-]+/g, ' ')
    .replace(/^(?:l[ae] |les |l')/, '');

const names = zones.map((zone) => ({
  zone,
  whole: searchable(zone),
  cities: Object.values(localised((locale) => searchable(city(zone, locale)))),
}));

/**
 * The zones whose city (in either language), or else whose name, begins with or holds what was
 * typed; the usual ones first, at most 25: Discord's limit for completion.
 */
export function suggestZones(typed: string): readonly string[] {
  const wanted = searchable(typed);
  const begins = names.filter(({ cities }) => cities.some((name) => name.startsWith(wanted)));
  const holds = names.filter(
    ({ whole, cities }) => whole.includes(wanted) || cities.some((name) => name.includes(wanted)),
  );
  return [...new Set([...begins, ...holds])].slice(0, MOST_SUGGESTIONS).map(({ zone }) => zone);
}
