/**
 * Offered first. Some are names that people look for and that Intl takes without listing them
 * (America/Montreal, Asia/Kolkata and the like: the IANA file `backward`, and newer spellings).
 */
export const USUAL_ZONES: readonly string[] = [
  'Europe/Paris',
  'Europe/Brussels',
  'Europe/Zurich',
  'Europe/Luxembourg',
  'America/Montreal',
  'Indian/Reunion',
  'America/Martinique',
  'America/Guadeloupe',
  'America/Cayenne',
  'Indian/Mayotte',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Africa/Dakar',
  'Africa/Abidjan',
  'Africa/Algiers',
  'Africa/Tunis',
  'Africa/Casablanca',
  'Europe/London',
  'America/New_York',
  'UTC',
  'Europe/Kyiv',
  'Asia/Kolkata',
  'Asia/Ho_Chi_Minh',
];

/**
 * Cities whose French name is not the one in their zone: Intl names countries (« heure :
 * France »), never cities.
 */
export const FRENCH_CITIES: Readonly<Record<string, string>> = {
  Algiers: 'Alger',
  Athens: 'Athènes',
  Baghdad: 'Bagdad',
  Beirut: 'Beyrouth',
  Brussels: 'Bruxelles',
  Bucharest: 'Bucarest',
  Cairo: 'Le Caire',
  Copenhagen: 'Copenhague',
  Damascus: 'Damas',
  Dubai: 'Dubaï',
  Havana: 'La Havane',
  'Ho Chi Minh': 'Hô Chi Minh-Ville',
  Jerusalem: 'Jérusalem',
  Lisbon: 'Lisbonne',
  Lome: 'Lomé',
  London: 'Londres',
  Mauritius: 'Maurice',
  'Mexico City': 'Mexico',
  Miquelon: 'Saint-Pierre-et-Miquelon',
  Montreal: 'Montréal',
  Moscow: 'Moscou',
  Noumea: 'Nouméa',
  'Port of Spain': 'Port-d’Espagne',
  Reunion: 'La Réunion',
  'Sao Paulo': 'São Paulo',
  Seoul: 'Séoul',
  Singapore: 'Singapour',
  Tehran: 'Téhéran',
  Vienna: 'Vienne',
  Warsaw: 'Varsovie',
  Yerevan: 'Erevan',
};
