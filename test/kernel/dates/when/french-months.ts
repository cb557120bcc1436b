import type { Case } from './case.js';

/** Repeated by months and years, then what does not fit together; said as the others are. */
export const FRENCH_MONTHS: readonly Case[] = [
  [
    'le premier mardi du mois à 19h30',
    '2026-12-01T19:30 FREQ=MONTHLY;BYDAY=1TU | 2026-12-01T19:30',
  ],
  ['le premier mardi de chaque mois à 19h30', '2026-12-01T19:30 FREQ=MONTHLY;BYDAY=1TU'],
  ['tous les premiers mardis du mois à 19h30', '2026-12-01T19:30 FREQ=MONTHLY;BYDAY=1TU'],
  ['chaque premier mardi du mois à 19h30', '2026-12-01T19:30 FREQ=MONTHLY;BYDAY=1TU'],
  ['chaque premier mardi à 19h30', '2026-12-01T19:30 FREQ=MONTHLY;BYDAY=1TU'],
  [
    'le premier mardi du mois à 19h30 sauf en août',
    '2026-12-01T19:30 FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=1TU',
  ],
  ['tous les mois le premier mardi à 19h30', '2026-12-01T19:30 FREQ=MONTHLY;BYDAY=1TU'],
  ['chaque mois, le premier mardi du mois, 19h30', '2026-12-01T19:30 FREQ=MONTHLY;BYDAY=1TU'],
  ['le premier et le troisième mardi du mois à 18h', '2026-12-01T18:00 FREQ=MONTHLY;BYDAY=1TU,3TU'],
  ['le 1er et le 3e mardi de chaque mois à 18h', '2026-12-01T18:00 FREQ=MONTHLY;BYDAY=1TU,3TU'],
  [
    'le premier mardi et le troisième jeudi de chaque mois à 18h',
    '2026-12-01T18:00 FREQ=MONTHLY;BYDAY=1TU,3TH',
  ],
  [
    'le dernier vendredi de chaque mois 12h à partir de janvier',
    '2027-01-29T12:00 FREQ=MONTHLY;BYDAY=-1FR',
  ],
  [
    'le dernier vendredi du mois à 18h jusqu’à fin juin',
    '2026-11-27T18:00 FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270630T215959Z',
  ],
  ['l’avant-dernier jeudi de chaque mois à 18h', '2026-12-24T18:00 FREQ=MONTHLY;BYDAY=-2TH'],
  [
    'tous les deux mois le premier samedi à 10h',
    '2026-12-05T10:00 FREQ=MONTHLY;INTERVAL=2;BYDAY=1SA',
  ],
  [
    'le premier samedi du mois, tous les trois mois, à 10h',
    '2026-12-05T10:00 FREQ=MONTHLY;INTERVAL=3;BYDAY=1SA',
  ],
  [
    'tous les trimestres le premier lundi à 10h',
    '2026-12-07T10:00 FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO',
  ],
  ['le 15 de chaque mois à 18h', '2026-12-15T18:00 FREQ=MONTHLY;BYMONTHDAY=15'],
  ['le 15 du mois à 18h', '2026-12-15T18:00 FREQ=MONTHLY;BYMONTHDAY=15 | 2026-12-15T18:00'],
  ['tous les 15 du mois à 18h', '2026-12-15T18:00 FREQ=MONTHLY;BYMONTHDAY=15'],
  ['tous les mois le 15 à 18h', '2026-12-15T18:00 FREQ=MONTHLY;BYMONTHDAY=15'],
  ['le 1er et le 15 de chaque mois à 18h', '2026-12-01T18:00 FREQ=MONTHLY;BYMONTHDAY=1,15'],
  [
    'le 31 de chaque mois à 18h',
    '2026-12-31T18:00 FREQ=MONTHLY;BYMONTHDAY=31 | 2026-11-30T18:00 FREQ=MONTHLY;BYMONTHDAY=-1',
  ],
  ['le dernier jour de chaque mois à 18h', '2026-11-30T18:00 FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['tous les mois à 18h', 'day-missing'],
  [
    'mardi prochain 20h tous les mois',
    '2026-11-24T20:00 FREQ=MONTHLY;BYDAY=4TU | 2026-11-24T20:00 FREQ=MONTHLY;BYMONTHDAY=24',
  ],
  ['mensuel, le 15 à 18h', '2026-12-15T18:00 FREQ=MONTHLY;BYMONTHDAY=15'],
  ['tous les ans le 21 juin', '2027-06-21 day FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=21'],
  ['chaque année le 21 juin', '2027-06-21 day FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=21'],
  ['chaque 21 juin à 18h', '2027-06-21T18:00 FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=21'],
  ['le 21 juin de chaque année à 18h', '2027-06-21T18:00 FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=21'],
  [
    'tous les ans le 29 février',
    '2028-02-29 day FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 | 2027-02-28 day FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1',
  ],
  [
    'tous les ans le premier dimanche de juin à 11h',
    '2027-06-06T11:00 FREQ=YEARLY;BYMONTH=6;BYDAY=1SU',
  ],
  [
    'le premier dimanche de juin tous les ans à 11h',
    '2027-06-06T11:00 FREQ=YEARLY;BYMONTH=6;BYDAY=1SU',
  ],
  ['tous les deux ans le 21 juin', '2027-06-21 day FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYMONTHDAY=21'],
  ['une fois par mois le premier mardi à 19h', '2026-12-01T19:00 FREQ=MONTHLY;BYDAY=1TU'],
  [
    'jeudi prochain 20h tous les mardis',
    '2026-12-01T20:00 FREQ=WEEKLY;BYDAY=TU | 2026-11-26T20:00 FREQ=WEEKLY;BYDAY=TH',
  ],
  ['demain 9h tous les jours', '2026-11-22T09:00 FREQ=DAILY'],
  ['du 3 au 5 juillet tous les ans', 'unknown'],
  ['tous les mardis de 20h à 18h', 'end-before-start'],
  ['tous les mardis pendant 2 heures', 'hour-missing'],
  ['tous les mardis toute la journée', '2026-11-24 whole 1440min FREQ=WEEKLY;BYDAY=TU'],
  ['les mercredis après-midi de 14h à 16h', '2026-11-25T14:00 120min FREQ=WEEKLY;BYDAY=WE'],
  [
    'tous les mardis et jeudis 12h-13h, sauf en juillet et août',
    '2026-11-24T12:00 60min FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;BYDAY=TU,TH',
  ],
  ['tous les mardis 20h sauf le 22 novembre', 'no-such-occurrence 2026-11-22'],
  // Between two days
  [
    'tous les mardis du 5 janvier au 30 juin à 20h',
    '2027-01-05T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T215959Z',
  ],
  [
    'tous les mardis du 1er septembre au 30 juin à 20h',
    '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T215959Z',
  ],
  ['tous les jours du 3 au 5 juillet à 9h', '2027-07-03T09:00 FREQ=DAILY;UNTIL=20270705T215959Z'],
  [
    'lundi et jeudi du 5 janvier au 30 juin à 18h',
    '2027-01-07T18:00 FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20270630T215959Z',
  ],
  [
    'tous les mardis 20h sauf du 15 novembre au 30 novembre',
    '2026-12-01T20:00 FREQ=WEEKLY;BYDAY=TU',
  ],
  [
    'tous les mardis 20h à partir du 1er septembre jusqu’à fin juin',
    '2027-09-07T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20280630T215959Z',
  ],
  ['le 2e mardi du mois à 20h', '2026-12-08T20:00 FREQ=MONTHLY;BYDAY=2TU | 2026-12-08T20:00'],
  ['tous les seconds mardis du mois à 20h', '2026-12-08T20:00 FREQ=MONTHLY;BYDAY=2TU'],
  ['tous les 30 juin à 18h', '2027-06-30T18:00 FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30'],
  ['tous les mercredis midi', '2026-11-25T12:00 FREQ=WEEKLY;BYDAY=WE'],
  [
    'tous les vendredis de 12h30 à 13h30, 8 séances',
    '2026-11-27T12:30 60min FREQ=WEEKLY;BYDAY=FR;COUNT=8',
  ],
  [
    'mercredi 12h-14h, une fois par mois',
    '2026-11-25T12:00 120min FREQ=MONTHLY;BYDAY=4WE | 2026-11-25T12:00 120min FREQ=MONTHLY;BYMONTHDAY=25',
  ],
  [
    'tous les samedis de juin à 10h',
    '2027-06-05T10:00 FREQ=WEEKLY;BYDAY=SA;UNTIL=20270630T215959Z | 2027-06-05T10:00 FREQ=WEEKLY;BYMONTH=6;BYDAY=SA',
  ],
  [
    'du lundi au jeudi à 18h sauf en août',
    '2026-11-23T18:00 FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=MO,TU,WE,TH',
  ],
  [
    'à partir du 5 janvier, tous les quinze jours à 20h',
    '2027-01-05T20:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
  ],
  // A weekday, how often, and from when, apart
  ['lundi 18h chaque semaine à partir de janvier', '2027-01-04T18:00 FREQ=WEEKLY;BYDAY=MO'],
  [
    'lundi 18h chaque semaine sauf en août',
    '2026-11-23T18:00 FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=MO',
  ],
  [
    'samedi 10h-12h une semaine sur deux à partir du 9 janvier',
    '2027-01-09T10:00 120min FREQ=WEEKLY;INTERVAL=2;BYDAY=SA',
  ],
];
