import type { Case } from './case.js';

/** Said at other moments and places: what is around the corner decides. */
export const ELSEWHERE: readonly {
  readonly now: string;
  readonly zone: string;
  readonly locale: 'fr' | 'en';
  readonly cases: readonly Case[];
}[] = [
  {
    // Monday 16 November 2026, 9:00
    now: '2026-11-16T08:00:00Z',
    zone: 'Europe/Paris',
    locale: 'en',
    cases: [
      ['next friday', '2026-11-27 18:00 | 2026-11-20 18:00'],
      ['friday', '2026-11-20 18:00 day'],
      ['this friday', '2026-11-20 18:00 day'],
      ['vendredi prochain', '2026-11-20 18:00 day'],
      ['friday next week', '2026-11-27 18:00 day'],
      ['mardi en huit', '2026-11-24 18:00 day'],
      ['lundi en huit', '2026-11-23 18:00 | 2026-11-30 18:00'],
      ['ce week-end', '2026-11-21 18:00 | 2026-11-22 18:00'],
      ['next weekend', '2026-11-21 18:00 | 2026-11-22 18:00 | 2026-11-28 18:00'],
      ['fin de semaine', '2026-11-20 18:00 | 2026-11-22 18:00'],
      ['monday 9am', '2026-11-23 09:00'],
      ['monday 9:30am', '2026-11-16 09:30'],
      ['monday evening', '2026-11-16 18:00 | 2026-11-23 18:00'],
    ],
  },
  {
    // The same Monday at 19:30: the usual hour is gone, not the day
    now: '2026-11-16T18:30:00Z',
    zone: 'Europe/Paris',
    locale: 'fr',
    cases: [
      ['aujourd’hui', '2026-11-16 20:00 | 2026-11-16 22:00 | 2026-11-17 00:00'],
      ['ce soir', '2026-11-16 20:00 | 2026-11-16 22:00 | 2026-11-17 00:00'],
      ['ce matin', 'past'],
      ['cet après-midi', 'past'],
      ['le 16 novembre', '2026-11-16 20:00 | 2026-11-16 22:00 | 2026-11-17 00:00'],
      ['ce soir 19h', 'past'],
      ['18h', '2026-11-17 18:00'],
      ['lundi 18h', '2026-11-23 18:00'],
      ['lundi', '2026-11-23 18:00 day'],
      ['le 16 à 18h', '2026-12-16 18:00'],
    ],
  },
  {
    // A quarter to midnight: one hour is left
    now: '2026-11-16T22:45:00Z',
    zone: 'Europe/Paris',
    locale: 'fr',
    cases: [
      ['aujourd’hui', '2026-11-17 00:00 day'],
      ['minuit', '2026-11-17 00:00'],
      ['demain', '2026-11-17 18:00 day'],
      ['dans une heure', '2026-11-17 00:45'],
    ],
  },
  {
    // Sunday 31 January 2027
    now: '2027-01-31T11:00:00Z',
    zone: 'Europe/Paris',
    locale: 'fr',
    cases: [
      ['dans un mois', '2027-02-28 18:00 day'],
      ['fin du mois', '2027-01-31 18:00 day'],
      ['fin du mois prochain', '2027-02-28 18:00 day'],
      ['le 30', '2027-03-30 18:00 day'],
      ['le dernier jour de janvier', '2027-01-31 18:00 day'],
      ['next friday', '2027-02-05 18:00 day'],
      ['vendredi de la semaine prochaine', '2027-02-05 18:00 day'],
      ['dimanche prochain', '2027-02-07 18:00 day'],
    ],
  },
  {
    // Clocks go forward on Sunday 28 March 2027: 2:30 does not exist
    now: '2027-03-27T10:00:00Z',
    zone: 'Europe/Paris',
    locale: 'fr',
    cases: [
      ['demain 2h30', 'no-such-hour 2027-03-28 03:00'],
      ['2h30', 'no-such-hour 2027-03-28 03:00'],
      ['le 28 mars à 2h', 'no-such-hour 2027-03-28 03:00'],
      ['demain 3h', '2027-03-28 03:00'],
      ['demain 1h59', '2027-03-28 01:59'],
      ['dans 24h', '2027-03-28 12:00'],
      ['demain 11h', '2027-03-28 11:00'],
    ],
  },
  {
    // Clocks go back on Sunday 25 October 2026: 2:30 comes twice
    now: '2026-10-24T10:00:00Z',
    zone: 'Europe/Paris',
    locale: 'fr',
    cases: [
      ['demain 2h30', '2026-10-25 02:30 | 2026-10-25 02:30'],
      ['dimanche 25 octobre à 2h', '2026-10-25 02:00 | 2026-10-25 02:00'],
      ['demain 2h30, heure d’été', '2026-10-25 02:30'],
      ['demain à 2 h 30, heure d’hiver', '2026-10-25 02:30'],
      ['tomorrow 02:30, winter time', '2026-10-25 02:30'],
      ['demain 3h30, heure d’hiver', 'unknown'],
      ['demain, heure d’hiver', 'unknown'],
      ['demain 3h', '2026-10-25 03:00'],
      ['dans 24 heures', '2026-10-25 11:00'],
    ],
  },
  {
    // Between the two 2:30s of that night, only the second is left
    now: '2026-10-25T00:45:00Z',
    zone: 'Europe/Paris',
    locale: 'fr',
    cases: [['2h30', '2026-10-25 02:30']],
  },
  {
    // Friday 20 November, 23:00 in Montréal: already Saturday in Paris
    now: '2026-11-21T04:00:00Z',
    zone: 'America/Montreal',
    locale: 'fr',
    cases: [
      ['demain 18h', '2026-11-21 18:00'],
      ['samedi', '2026-11-21 18:00 day'],
      ['vendredi le 27 novembre', '2026-11-27 18:00 day'],
      ['le 14 mars 2027 à 2h30', 'no-such-hour 2027-03-14 03:00'],
    ],
  },
  {
    now: '2026-11-21T04:00:00Z',
    zone: 'America/Toronto',
    locale: 'en',
    cases: [['tomorrow 6pm', '2026-11-21 18:00']],
  },
  {
    // Sunday 22 November, 1:00 in La Réunion
    now: '2026-11-21T21:00:00Z',
    zone: 'Indian/Reunion',
    locale: 'fr',
    cases: [
      ['demain midi', '2026-11-23 12:00'],
      ['aujourd’hui 2h30', '2026-11-22 02:30'],
      ['dimanche 22 novembre 18h', '2026-11-22 18:00'],
    ],
  },
  {
    now: '2027-03-27T10:00:00Z',
    zone: 'UTC',
    locale: 'fr',
    cases: [
      ['demain 2h30', '2027-03-28 02:30'],
      ['minuit', '2027-03-28 00:00'],
    ],
  },
  {
    // Apia is at +13: Sunday 22 November, 1:00
    now: '2026-11-21T12:00:00Z',
    zone: 'Pacific/Apia',
    locale: 'en',
    cases: [
      ['tomorrow 6pm', '2026-11-23 18:00'],
      ['dimanche', '2026-11-29 18:00 day'],
    ],
  },
  {
    // Apia skipped the whole of 30 December 2011
    now: '2011-12-28T20:00:00Z',
    zone: 'Pacific/Apia',
    locale: 'fr',
    cases: [
      ['le 30 décembre à 18h', 'no-such-hour 2011-12-31 00:00'],
      ['le 31 décembre à 18h', '2011-12-31 18:00'],
    ],
  },
];
