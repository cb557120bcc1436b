import type { Case } from './case.js';

/** Repeated, in a French room, said on Saturday 21 November 2026 at 11:00 in Paris. */
export const FRENCH_REPEATED: readonly Case[] = [
  ['mardi prochain 20h durée 1h30 tous les mardis', '2026-11-24T20:00 90min FREQ=WEEKLY;BYDAY=TU'],
  ['tous les mardis 20h', '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU'],
  ['20h tous les mardis', '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU'],
  ['tous les mardis à 20h', '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU'],
  ['tous les mardis, 20h', '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU'],
  ['chaque mardi à 20h', '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU'],
  ['chaque mardi de 20h à 21h30', '2026-11-24T20:00 90min FREQ=WEEKLY;BYDAY=TU'],
  [
    'chaque jeudi 18h30-20h jusqu’à fin juin',
    '2026-11-26T18:30 90min FREQ=WEEKLY;BYDAY=TH;UNTIL=20270630T215959Z',
  ],
  ['les mardis à 20h', '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU'],
  ['les lundis et jeudis à 18h', '2026-11-23T18:00 FREQ=WEEKLY;BYDAY=MO,TH'],
  ['tous les lundis et jeudis à 18h', '2026-11-23T18:00 FREQ=WEEKLY;BYDAY=MO,TH'],
  ['tous les lundis, mercredis et vendredis à 9h', '2026-11-23T09:00 FREQ=WEEKLY;BYDAY=MO,WE,FR'],
  ['chaque lundi et chaque jeudi à 18h', '2026-11-23T18:00 FREQ=WEEKLY;BYDAY=MO,TH'],
  [
    'le lundi et le jeudi à 18h',
    '2026-11-23T18:00 FREQ=WEEKLY;BYDAY=MO,TH | 2026-11-23T18:00 FREQ=WEEKLY;BYDAY=MO,TH;COUNT=2',
  ],
  [
    'lundi et jeudi à 18h',
    '2026-11-23T18:00 FREQ=WEEKLY;BYDAY=MO,TH | 2026-11-23T18:00 FREQ=WEEKLY;BYDAY=MO,TH;COUNT=2',
  ],
  ['le mardi à 20h', '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU | 2026-11-24T20:00'],
  ['le mardi soir à 20h', '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU | 2026-11-24T20:00'],
  [
    'le mardi à 20h jusqu’à fin juin',
    '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T215959Z',
  ],
  [
    'le mardi à 20h sauf en août',
    '2026-11-24T20:00 FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=TU',
  ],
  ['le mardi à 20h chaque semaine', '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU'],
  ['mardi 20h toutes les semaines', '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU'],
  ['toutes les semaines le mardi à 20h', '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU'],
  ['toutes les semaines à 20h', 'day-missing'],
  ['hebdomadaire, mardi 20h', '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU'],
  ['mardis à 20h', '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU'],
  ['tous les samedis 18h', '2026-11-21T18:00 FREQ=WEEKLY;BYDAY=SA'],
  ['tous les samedis 9h', '2026-11-28T09:00 FREQ=WEEKLY;BYDAY=SA'],
  ['tous les mardis', '2026-11-24 day FREQ=WEEKLY;BYDAY=TU'],
  ['tous les mardis soir', '2026-11-24T20:00 day FREQ=WEEKLY;BYDAY=TU'],
  ['tous les mardis soir à 8h', '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU'],
  [
    'tous les samedis soir',
    '2026-11-21T20:00 day FREQ=WEEKLY;BYDAY=SA | 2026-11-28T20:00 day FREQ=WEEKLY;BYDAY=SA',
  ],
  ['tous les mardis à minuit', '2026-11-25T00:00 FREQ=WEEKLY;BYDAY=WE'],
  [
    'tous les mardis à minuit jusqu’au 30 juin',
    '2026-11-25T00:00 FREQ=WEEKLY;BYDAY=WE;UNTIL=20270701T215959Z',
  ],
  ['un mardi sur deux', '2026-11-24 day FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
  ['un mardi sur deux à 20h', '2026-11-24T20:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
  ['un jeudi sur trois à 18h', '2026-11-26T18:00 FREQ=WEEKLY;INTERVAL=3;BYDAY=TH'],
  ['toutes les deux semaines le lundi 9h', '2026-11-23T09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'],
  [
    'toutes les 2 semaines, le lundi de 9h à 10h',
    '2026-11-23T09:00 60min FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
  ],
  ['une semaine sur deux le lundi à 9h', '2026-11-23T09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'],
  ['lundi 9h une semaine sur deux', '2026-11-23T09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'],
  ['tous les quinze jours le lundi à 9h', '2026-11-23T09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'],
  ['tous les 15 jours le lundi à 9h', '2026-11-23T09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'],
  ['tous les 15 jours à 9h', 'day-missing'],
  ['tous les deux mardis à 20h', '2026-11-24T20:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
  [
    'un mardi sur deux à 20h à partir du 1er décembre',
    '2026-12-01T20:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
  ],
  [
    'un mardi sur deux à 20h à partir de mardi en huit',
    '2026-12-01T20:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
  ],
  ['en semaine à 9h', '2026-11-23T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['les jours de semaine à 9h', '2026-11-23T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['tous les jours ouvrés à 9h30', '2026-11-23T09:30 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  [
    'tous les jours ouvrables à 9h',
    '2026-11-23T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA | 2026-11-23T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  ],
  [
    'tous les jours de la semaine à 9h',
    '2026-11-23T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-11-22T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU',
  ],
  [
    'du lundi au vendredi à 9h',
    '2026-11-23T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-11-23T09:00 FREQ=DAILY;COUNT=5',
  ],
  ['tous les jours du lundi au vendredi à 9h', '2026-11-23T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  [
    'chaque semaine du lundi au vendredi de 9h à 17h',
    '2026-11-23T09:00 480min FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  ],
  [
    'du lundi au vendredi',
    '2026-11-23 day FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-11-23 whole 7200min',
  ],
  ['tous les week-ends à 10h', '2026-11-22T10:00 FREQ=WEEKLY;BYDAY=SA,SU'],
  ['tous les jours à 9h', '2026-11-22T09:00 FREQ=DAILY'],
  ['tous les jours à 12h', '2026-11-21T12:00 FREQ=DAILY'],
  ['chaque jour à 9h', '2026-11-22T09:00 FREQ=DAILY'],
  ['chaque matin à 8h', '2026-11-22T08:00 FREQ=DAILY'],
  ['tous les soirs à 21h', '2026-11-21T21:00 FREQ=DAILY'],
  ['tous les jours à minuit', '2026-11-22T00:00 FREQ=DAILY'],
  ['un jour sur deux à 7h', '2026-11-22T07:00 FREQ=DAILY;INTERVAL=2'],
  ['tous les trois jours à 7h', '2026-11-22T07:00 FREQ=DAILY;INTERVAL=3'],
  ['tous les jours à 9h sauf le dimanche', '2026-11-23T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA'],
  ['tous les jours à 9h sauf le week-end', '2026-11-23T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  [
    'tous les jours à 9h sauf le samedi et le dimanche',
    '2026-11-23T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  ],
  [
    'tous les jours à 9h sauf dimanche',
    '2026-11-23T09:00 FREQ=DAILY | 2026-11-23T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA',
  ],
  ['tous les jours sauf le dimanche à 9h', '2026-11-23T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA'],
  [
    'tous les mardis à 20h sauf en août',
    '2026-11-24T20:00 FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=TU',
  ],
  [
    'tous les mardis à 20h sauf en juillet et août',
    '2026-11-24T20:00 FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;BYDAY=TU',
  ],
  [
    'tous les mardis à 20h sauf juillet-août',
    '2026-11-24T20:00 FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;BYDAY=TU',
  ],
  [
    'tous les mardis sauf en août à 20h',
    '2026-11-24T20:00 FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=TU',
  ],
  [
    'tous les mardis 20h hors juillet et août',
    '2026-11-24T20:00 FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;BYDAY=TU',
  ],
  [
    'tous les mardis à 20h sauf en août 2027',
    '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU -2027-08-03,2027-08-10,2027-08-17,2027-08-24,2027-08-31',
  ],
  [
    'tous les mardis à 20h sauf le premier mardi du mois',
    '2026-11-24T20:00 FREQ=MONTHLY;BYDAY=2TU,3TU,4TU,5TU',
  ],
  [
    'tous les mardis et jeudis à 20h sauf le dernier jeudi de chaque mois',
    '2026-11-24T20:00 FREQ=MONTHLY;BYDAY=1TU,2TU,3TU,4TU,5TU,-2TH,-3TH,-4TH,-5TH',
  ],
  [
    'tous les mardis à 20h sauf le premier et le troisième mardi du mois',
    '2026-11-24T20:00 FREQ=MONTHLY;BYDAY=2TU,4TU,5TU',
  ],
  ['tous les mardis à 20h sauf en août et sauf le premier mardi du mois', 'unknown'],
  [
    'le premier et le troisième mardi du mois à 20h sauf le premier mardi du mois',
    '2026-12-15T20:00 FREQ=MONTHLY;BYDAY=3TU',
  ],
  [
    'tous les mardis à 20h sauf le premier mardi',
    '2026-11-24T20:00 FREQ=MONTHLY;BYDAY=2TU,3TU,4TU,5TU | 2026-12-01T20:00 FREQ=WEEKLY;BYDAY=TU',
  ],
  [
    'mardi 1er décembre 20h, tous les mardis sauf le premier mardi du mois',
    '2026-12-08T20:00 FREQ=MONTHLY;BYDAY=2TU,3TU,4TU,5TU',
  ],
  // Good Friday is none; 25 December 2026 and 1 January 2027 are Fridays.
  [
    'tous les vendredis 20h jusqu’au 30 juin 2027 sauf les jours fériés',
    '2026-11-27T20:00 FREQ=WEEKLY;BYDAY=FR;UNTIL=20270630T215959Z -2026-12-25,2027-01-01',
  ],
  [
    'tous les lundis 20h jusqu’au 30 juin 2027 hors jours fériés',
    '2026-11-23T20:00 FREQ=WEEKLY;BYDAY=MO;UNTIL=20270630T215959Z -2027-03-29,2027-05-17',
  ],
  [
    'tous les jeudis 20h 30 fois sauf l’Ascension',
    '2026-11-26T20:00 FREQ=WEEKLY;BYDAY=TH;COUNT=30 -2027-05-06',
  ],
  [
    'tous les jeudis 20h 10 fois sauf l’Ascension',
    '2026-11-26T20:00 FREQ=WEEKLY;BYDAY=TH;COUNT=10',
  ],
  [
    'tous les vendredis 20h 8 fois sauf à Noël',
    '2026-11-27T20:00 FREQ=WEEKLY;BYDAY=FR;COUNT=8 -2026-12-25',
  ],
  ['tous les mardis sauf pendant les vacances à 20h', 'vacations'],
  ['tous les mardis à 20h hors vacances scolaires', 'vacations'],
  ['tous les mardis à 20h sauf les vacances de Noël', 'vacations'],
  ['tous les mardis 20h sauf le 22 décembre', '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU -2026-12-22'],
  ['tous les mardis 20h sauf les mardis', 'no-occurrence'],
  ['tous les mardis 20h sauf le 25 décembre', 'no-such-occurrence 2026-12-25'],
  [
    'tous les mardis 20h sauf le 22 décembre et le 29 décembre',
    '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU -2026-12-22,2026-12-29',
  ],
  [
    'tous les mardis 20h sauf du 20 décembre au 4 janvier',
    '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU -2026-12-22,2026-12-29',
  ],
  ['tous les mardis 20h sauf mardi prochain', '2026-12-01T20:00 FREQ=WEEKLY;BYDAY=TU'],
  [
    'tous les mardis 20h jusqu’au 30 juin',
    '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T215959Z',
  ],
  [
    'tous les mardis 20h jusqu’au 30 juin 2027 inclus',
    '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T215959Z',
  ],
  [
    'tous les mardis 20h jusqu’à la fin du mois',
    '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20261130T225959Z',
  ],
  [
    'tous les mardis 20h jusqu’à la fin de l’année',
    '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231T225959Z',
  ],
  [
    'tous les mardis 20h jusqu’en juin',
    '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T215959Z | 2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270531T215959Z',
  ],
  [
    'tous les mardis 20h jusqu’en juin inclus',
    '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T215959Z',
  ],
  ['tous les mardis 20h jusqu’au 20 novembre 2026', 'end-before-start'],
  ['tous les mardis 20h jusqu’à demain', 'end-before-start'],
  ['tous les mardis 20h à partir de janvier', '2027-01-05T20:00 FREQ=WEEKLY;BYDAY=TU'],
  ['tous les mardis 20h dès janvier', '2027-01-05T20:00 FREQ=WEEKLY;BYDAY=TU'],
  ['tous les mardis 20h à partir du 5 janvier', '2027-01-05T20:00 FREQ=WEEKLY;BYDAY=TU'],
  ['tous les mardis 20h à partir du mois prochain', '2026-12-01T20:00 FREQ=WEEKLY;BYDAY=TU'],
  [
    'tous les mardis 20h à partir de janvier jusqu’à fin juin',
    '2027-01-05T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T215959Z',
  ],
  [
    'tous les mardis de janvier à juin à 20h',
    '2027-01-05T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T215959Z | 2027-01-05T20:00 FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6;BYDAY=TU',
  ],
  [
    'tous les mardis de janvier à 20h',
    '2027-01-05T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270131T225959Z | 2027-01-05T20:00 FREQ=WEEKLY;BYMONTH=1;BYDAY=TU',
  ],
  ['tous les mardis 20h 10 fois', '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU;COUNT=10'],
  ['tous les mardis 20h, pendant 10 séances', '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU;COUNT=10'],
  [
    'tous les mardis 20h pendant 10 semaines',
    '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270201T225959Z',
  ],
  [
    'tous les mardis 20h pendant 3 mois',
    '2026-11-24T20:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270223T225959Z',
  ],
  ['tous les jours à 9h pendant 5 jours', '2026-11-22T09:00 FREQ=DAILY;UNTIL=20261126T225959Z'],
  ['tous les jours à 9h pendant 15 min', '2026-11-22T09:00 15min FREQ=DAILY'],
];
