import { describe, expect, it } from 'vitest';
import { describeRule } from '../../../../src/kernel/dates/repetition/describe.js';
import { parseRule } from '../../../../src/kernel/dates/repetition/read.js';

const said = (text: string, locale: 'fr' | 'en', zone = 'Europe/Paris') => {
  const read = parseRule(text);
  if (!read.ok) throw new Error(text);
  return describeRule({ rule: read.value, start: '2026-12-01T20:00', zone, locale });
};

/** From Tuesday 1 December 2026 at 20:00. */
const WORDS: readonly (readonly [rule: string, french: string, english: string])[] = [
  ['FREQ=DAILY', 'chaque jour', 'every day'],
  ['FREQ=DAILY;INTERVAL=3', 'tous les trois jours', 'every three days'],
  ['FREQ=WEEKLY', 'chaque mardi', 'every Tuesday'],
  ['FREQ=WEEKLY;BYDAY=TU,TH', 'chaque mardi et chaque jeudi', 'every Tuesday and Thursday'],
  [
    'FREQ=WEEKLY;BYDAY=MO,TU,TH',
    'chaque semaine, le lundi, le mardi et le jeudi',
    'every Monday, Tuesday and Thursday',
  ],
  ['FREQ=WEEKLY;INTERVAL=2', 'toutes les deux semaines, le mardi', 'every two weeks, on Tuesday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'chaque jour ouvré', 'every working day'],
  ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'chaque jour ouvré', 'every working day'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', 'chaque jour', 'every day'],
  [
    'FREQ=MONTHLY;BYDAY=2TU,3TU,4TU,5TU',
    'chaque mardi sauf le premier du mois',
    'every Tuesday except the first of the month',
  ],
  [
    'FREQ=MONTHLY;BYDAY=-5TU,-4TU,-3TU,-2TU;UNTIL=20270630T215959Z',
    'chaque mardi sauf le dernier du mois jusqu’au 30 juin 2027',
    'every Tuesday except the last of the month until 30 June 2027',
  ],
  [
    'FREQ=WEEKLY;BYDAY=TU;BYMONTH=1,2,3,4,5,6,7,9,10,11,12',
    'chaque mardi sauf en août',
    'every Tuesday except in August',
  ],
  [
    'FREQ=WEEKLY;BYMONTH=9,10,11,12,1,2,3,4,5',
    'chaque mardi, de septembre à mai',
    'every Tuesday, from September to May',
  ],
  [
    'FREQ=WEEKLY;BYMONTH=4,5,6,10',
    'chaque mardi, en avril, en mai, en juin et en octobre',
    'every Tuesday, in April, May, June and October',
  ],
  ['FREQ=MONTHLY', 'le 1er du mois', 'on the 1st of the month'],
  ['FREQ=MONTHLY;BYDAY=1TU', 'le premier mardi du mois', 'on the first Tuesday of the month'],
  [
    'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1',
    'le premier mardi du mois',
    'on the first Tuesday of the month',
  ],
  [
    'FREQ=MONTHLY;BYDAY=1TU,3TU',
    'le premier et le troisième mardi du mois',
    'on the first and the third Tuesday of the month',
  ],
  [
    'FREQ=MONTHLY;BYDAY=-1TH,1TU',
    'le premier mardi et le dernier jeudi du mois',
    'on the first Tuesday and the last Thursday of the month',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15',
    'tous les deux mois, le 15',
    'every two months, on the 15th',
  ],
  [
    'FREQ=MONTHLY;BYMONTHDAY=2,22,-1',
    'le 2, le 22 et le dernier jour du mois',
    'on the 2nd, the 22nd and the last day of the month',
  ],
  [
    'FREQ=MONTHLY;BYMONTHDAY=31',
    'le 31 du mois, quand il existe',
    'on the 31st of the month, when there is one',
  ],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'le dernier jour ouvré du mois',
    'on the last working day of the month',
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR', 'chaque vendredi 13', 'every Friday the 13th'],
  ['FREQ=YEARLY', 'chaque année, le 1er décembre', 'every year, on the 1st of December'],
  [
    'FREQ=YEARLY;BYMONTH=4;BYDAY=-2TU',
    'chaque année, l’avant-dernier mardi d’avril',
    'every year, on the last but one Tuesday of April',
  ],
  [
    'FREQ=YEARLY;BYMONTH=1,6;BYDAY=1TU',
    'le premier mardi du mois, en janvier et en juin',
    'on the first Tuesday of the month, in January and June',
  ],
  ['FREQ=HOURLY;INTERVAL=3', 'toutes les trois heures', 'every three hours'],
  [
    'FREQ=DAILY;BYHOUR=9,17;BYMINUTE=30',
    'chaque jour à 9\u00A0h\u00A030 et à 17\u00A0h\u00A030',
    'every day at 09:30 and 17:30',
  ],
  ['FREQ=DAILY;BYHOUR=20;BYMINUTE=0', 'chaque jour', 'every day'],
  ['FREQ=WEEKLY;COUNT=10', 'chaque mardi, 10 fois', 'every Tuesday, 10 times'],
  [
    'FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270630',
    'le dernier vendredi du mois jusqu’au 30 juin 2027',
    'on the last Friday of the month until 30 June 2027',
  ],
  [
    'FREQ=WEEKLY;UNTIL=20270701T190000Z',
    'chaque mardi jusqu’au 1er juillet 2027',
    'every Tuesday until 1 July 2027',
  ],
  // A second before 20:00 in Paris: that day is out of it
  [
    'FREQ=WEEKLY;UNTIL=20261222T185959Z',
    'chaque mardi jusqu’au 21 décembre 2026',
    'every Tuesday until 21 December 2026',
  ],
  [
    'FREQ=YEARLY;BYWEEKNO=20;COUNT=3',
    'selon une règle particulière, 3 fois',
    'by a rule of its own, 3 times',
  ],
];

describe('a rule in words', () => {
  it.each(WORDS)('%s: %s', (rule, french, english) => {
    const isOdd = french.startsWith('selon');
    expect(said(rule, 'fr')).toEqual({ text: french, inWords: !isOdd });
    expect(said(rule, 'en')).toEqual({ text: english, inWords: !isOdd });
  });

  it.each([
    ...['FREQ=YEARLY;BYYEARDAY=100', 'FREQ=YEARLY;BYDAY=20MO', 'FREQ=MONTHLY;BYMONTHDAY=-3'],
    ...['FREQ=WEEKLY;BYDAY=MO,TH,FR;BYSETPOS=2', 'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9'],
    ...[
      'FREQ=DAILY;BYHOUR=8,9,10,11,12',
      'FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10',
      'FREQ=DAILY;BYSECOND=5',
    ],
    ...['FREQ=DAILY;INTERVAL=2;BYDAY=MO', 'FREQ=MONTHLY;BYDAY=5TU,4TU;BYSETPOS=1'],
    ...['FREQ=YEARLY;INTERVAL=2;BYMONTH=1,6', 'FREQ=MONTHLY;BYDAY=1TU;BYMONTHDAY=3'],
    ...['FREQ=HOURLY;BYDAY=MO', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU'],
  ])('%s is too odd for words, and says so', (rule) => {
    expect(said(rule, 'fr')).toEqual({ text: 'selon une règle particulière', inWords: false });
  });
});
