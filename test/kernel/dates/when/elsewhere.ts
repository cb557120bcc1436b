import type { Case } from './case.js';

/** Said at other moments and places: what is around the corner decides. */
export const ELSEWHERE: readonly {
  readonly now: string;
  readonly zone: string;
  readonly locale: 'fr' | 'en';
  readonly defaultHour?: number;
  readonly cases: readonly Case[];
}[] = [
  {
    // Clocks go forward on Sunday 28 March 2027: 2:30 does not exist
    now: '2027-03-27T10:00:00Z',
    zone: 'Europe/Paris',
    locale: 'fr',
    cases: [
      ['demain 2h30', 'no-such-hour 2027-03-28T02:30 2027-03-28T03:00'],
      ['tous les dimanches à 2h30', 'no-such-hour 2027-03-28T02:30 2027-03-28T03:00'],
      ['tous les jours à 2h30', 'no-such-hour 2027-03-28T02:30 2027-03-28T03:00'],
      ['demain 1h-4h', '2027-03-28T01:00 120min'],
      ['demain 3h', '2027-03-28T03:00'],
      ['du 27 mars 20h au 28 mars 8h', '2027-03-27T20:00 660min'],
      ['tous les samedis 20h-8h', '2027-03-27T20:00 720min FREQ=WEEKLY;BYDAY=SA'],
      ['demain toute la journée', '2027-03-28 whole 1440min'],
    ],
  },
  {
    // Clocks go back on Sunday 25 October 2026: 2:30 comes twice
    now: '2026-10-24T10:00:00Z',
    zone: 'Europe/Paris',
    locale: 'fr',
    cases: [
      ['demain 2h30', '2026-10-25T02:30 | 2026-10-25T02:30'],
      ['demain 2h30, heure d’été', '2026-10-25T02:30'],
      ['demain 2h30, heure d’hiver', '2026-10-25T02:30'],
      ['demain 2h30 après le changement d’heure', '2026-10-25T02:30'],
      ['demain 3h30, heure d’hiver', 'unknown'],
      [
        'tous les dimanches 2h30',
        '2026-10-25T02:30 FREQ=WEEKLY;BYDAY=SU | 2026-10-25T02:30 FREQ=WEEKLY;BYDAY=SU',
      ],
      ['demain 1h-4h', '2026-10-25T01:00 240min'],
      [
        'tous les samedis 20h-8h jusqu’au 30 novembre',
        '2026-10-24T20:00 720min FREQ=WEEKLY;BYDAY=SA;UNTIL=20261130T225959Z',
      ],
    ],
  },
  {
    // Monday 16 November 2026, noon
    now: '2026-11-16T11:00:00Z',
    zone: 'Europe/Paris',
    locale: 'fr',
    cases: [
      ['lundi 9h', '2026-11-23T09:00'],
      ['lundi 18h', '2026-11-16T18:00'],
      ['tous les lundis 9h', '2026-11-23T09:00 FREQ=WEEKLY;BYDAY=MO'],
      ['tous les lundis 18h', '2026-11-16T18:00 FREQ=WEEKLY;BYDAY=MO'],
      ['tous les lundis', '2026-11-23 day FREQ=WEEKLY;BYDAY=MO'],
      ['lundi soir', '2026-11-16T20:00 day | 2026-11-23T20:00 day'],
      [
        'tous les lundis soir',
        '2026-11-16T20:00 day FREQ=WEEKLY;BYDAY=MO | 2026-11-23T20:00 day FREQ=WEEKLY;BYDAY=MO',
      ],
      ['le lundi à 20h', '2026-11-16T20:00 FREQ=WEEKLY;BYDAY=MO | 2026-11-16T20:00'],
      ['lundi en huit 20h', '2026-11-23T20:00 | 2026-11-30T20:00'],
      ['lundi toute la journée', '2026-11-16 whole 1440min | 2026-11-23 whole 1440min'],
      ['tous les lundis à partir d’aujourd’hui 20h', '2026-11-16T20:00 FREQ=WEEKLY;BYDAY=MO'],
      ['le 16 à 20h', '2026-11-16T20:00'],
      ['tous les mois le 16 à 20h', '2026-11-16T20:00 FREQ=MONTHLY;BYMONTHDAY=16'],
      ['tous les mois le 16 à 8h', '2026-12-16T08:00 FREQ=MONTHLY;BYMONTHDAY=16'],
      ['le troisième lundi de chaque mois à 20h', '2026-11-16T20:00 FREQ=MONTHLY;BYDAY=3MO'],
      ['le troisième lundi de chaque mois à 8h', '2026-12-21T08:00 FREQ=MONTHLY;BYDAY=3MO'],
      [
        'lundi 20h tous les mois',
        '2026-11-16T20:00 FREQ=MONTHLY;BYDAY=3MO | 2026-11-16T20:00 FREQ=MONTHLY;BYMONTHDAY=16',
      ],
      ['lundi 20h chaque semaine', '2026-11-16T20:00 FREQ=WEEKLY;BYDAY=MO'],
      [
        'du lundi au vendredi à 12h',
        '2026-11-17T12:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-11-23T12:00 FREQ=DAILY;COUNT=5',
      ],
      ['demain', '2026-11-17 day'],
      ['aujourd’hui', '2026-11-16 day'],
      ['aujourd’hui 20h-22h', '2026-11-16T20:00 120min'],
      ['tous les jours à 20h', '2026-11-16T20:00 FREQ=DAILY'],
      ['tous les jours', '2026-11-17 day FREQ=DAILY'],
    ],
  },
  {
    // The same Monday, in an English room
    now: '2026-11-16T11:00:00Z',
    zone: 'Europe/Paris',
    locale: 'en',
    cases: [
      ['next Friday at 6pm', '2026-11-27T18:00 | 2026-11-20T18:00'],
      [
        'next Friday at 6pm every week',
        '2026-11-27T18:00 FREQ=WEEKLY;BYDAY=FR | 2026-11-20T18:00 FREQ=WEEKLY;BYDAY=FR',
      ],
      ['every Friday at 6pm', '2026-11-20T18:00 FREQ=WEEKLY;BYDAY=FR'],
      ['Friday at 6pm, every other week', '2026-11-20T18:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
      ['this Friday at 6pm for 2 hours', '2026-11-20T18:00 120min'],
    ],
  },
  {
    // A community whose meetings are at 18:00 when no hour is said
    now: '2026-11-21T10:00:00Z',
    zone: 'Europe/Paris',
    locale: 'fr',
    defaultHour: 18,
    cases: [
      ['mardi', '2026-11-24T18:00 day'],
      ['tous les mardis', '2026-11-24T18:00 day FREQ=WEEKLY;BYDAY=TU'],
      ['tous les mardis pendant 2 heures', '2026-11-24T18:00 day 120min FREQ=WEEKLY;BYDAY=TU'],
      ['tous les ans le 21 juin', '2027-06-21T18:00 day FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=21'],
      ['mardi soir', '2026-11-24T18:00 day'],
      ['mardi toute la journée', '2026-11-24 whole 1440min'],
      ['du 3 au 5 juillet', '2027-07-03 whole 4320min'],
      ['samedi', '2026-11-28T18:00 day'],
    ],
  },
  {
    // Friday 20 November, 23:00 in Montréal: already Saturday in Paris
    now: '2026-11-21T04:00:00Z',
    zone: 'America/Montreal',
    locale: 'fr',
    cases: [
      ['demain 18h', '2026-11-21T18:00'],
      [
        'tous les mardis 20h jusqu’au 30 juin',
        '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270701T035959Z',
      ],
      [
        'tous les samedis 2h30 jusqu’au 14 mars',
        '2026-11-21T02:30 FREQ=WEEKLY;BYDAY=SA;UNTIL=20270315T035959Z',
      ],
      ['le 14 mars 2027 à 2h30', 'no-such-hour 2027-03-14T02:30 2027-03-14T03:00'],
      ['samedi 18h-20h', '2026-11-21T18:00 120min'],
      [
        'le premier mardi de chaque mois à 19h jusqu’à fin décembre',
        '2026-12-01T19:00 FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270101T045959Z',
      ],
    ],
  },
  {
    // Sunday 22 November, 1:00 in La Réunion
    now: '2026-11-21T21:00:00Z',
    zone: 'Indian/Reunion',
    locale: 'fr',
    cases: [
      ['demain 18h', '2026-11-23T18:00'],
      [
        'tous les mardis 20h jusqu’au 30 juin',
        '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T195959Z',
      ],
      [
        'tous les samedis 2h30 jusqu’au 14 mars',
        '2026-11-28T02:30 FREQ=WEEKLY;BYDAY=SA;UNTIL=20270314T195959Z',
      ],
      ['le 14 mars 2027 à 2h30', '2027-03-14T02:30'],
      ['samedi 18h-20h', '2026-11-28T18:00 120min'],
      [
        'le premier mardi de chaque mois à 19h jusqu’à fin décembre',
        '2026-12-01T19:00 FREQ=MONTHLY;BYDAY=1TU;UNTIL=20261231T195959Z',
      ],
    ],
  },
  {
    // Sunday 31 January 2027, noon
    now: '2027-01-31T11:00:00Z',
    zone: 'Europe/Paris',
    locale: 'fr',
    cases: [
      [
        'le 29 de chaque mois à 18h',
        '2027-03-29T18:00 FREQ=MONTHLY;BYMONTHDAY=29 | 2027-01-31T18:00 FREQ=MONTHLY;BYMONTHDAY=-1',
      ],
      ['dans un mois à 18h', '2027-02-28T18:00'],
      ['tous les mardis 20h jusqu’à fin janvier', 'end-before-start'],
      [
        'tous les mardis 20h à partir de janvier',
        '2027-02-02T20:00 FREQ=WEEKLY;BYDAY=TU | 2028-01-04T20:00 FREQ=WEEKLY;BYDAY=TU',
      ],
      [
        'tous les mardis de septembre à juin à 20h',
        '2027-02-02T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T215959Z | 2027-02-02T20:00 FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;BYDAY=TU',
      ],
      ['le 29 février à 18h', '2028-02-29T18:00'],
      ['le cinquième vendredi de chaque mois à 18h', '2027-04-30T18:00 FREQ=MONTHLY;BYDAY=5FR'],
      ['tous les ans le 31 janvier à 18h', '2027-01-31T18:00 FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31'],
      ['dimanche 18h', '2027-01-31T18:00'],
      [
        'tous les dimanches 18h sauf le 7 février',
        '2027-01-31T18:00 FREQ=WEEKLY;BYDAY=SU -2027-02-07',
      ],
    ],
  },
  {
    // Saturday 21 November 2026, 6 in the morning
    now: '2026-11-21T10:00:00Z',
    zone: 'America/Martinique',
    locale: 'fr',
    cases: [
      [
        'tous les samedis 18h jusqu’au 30 juin 2027 sauf les jours fériés',
        '2026-11-21T18:00 FREQ=WEEKLY;BYDAY=SA;UNTIL=20270701T035959Z -2027-05-01,2027-05-08,2027-05-22',
      ],
    ],
  },
  {
    now: '2026-11-21T10:00:00Z',
    zone: 'America/Toronto',
    locale: 'en',
    cases: [
      ['every Friday at 8pm except on public holidays', 'holidays-unknown'],
      [
        'every Friday at 8pm 8 times except Christmas',
        '2026-11-27T20:00 FREQ=WEEKLY;BYDAY=FR;COUNT=8 -2026-12-25',
      ],
    ],
  },
];
