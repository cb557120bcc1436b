import type { Feast } from '../../holidays.js';
import { either, map, oneOf, optional, type Rule, seq, word } from '../rule.js';
import type { Exception } from './clause.js';

const FEAST_WORDS: Readonly<Record<string, Feast>> = {
  'jour de l an': 'newYear',
  'nouvel an': 'newYear',
  'new year s day': 'newYear',
  'lundi de paques': 'easterMonday',
  'easter monday': 'easterMonday',
  ascension: 'ascension',
  'jeudi de l ascension': 'ascension',
  'ascension day': 'ascension',
  'lundi de pentecote': 'whitMonday',
  'whit monday': 'whitMonday',
  assomption: 'assumption',
  toussaint: 'allSaints',
  'all saints day': 'allSaints',
  noel: 'christmas',
  'jour de noel': 'christmas',
  christmas: 'christmas',
  'christmas day': 'christmas',
};

const before = optional(word('a', 'a la', 'a l', 'le', 'la', 'l', 'on', 'at'));

const feast = map(
  seq(before, oneOf(FEAST_WORDS)),
  ([, name]): Exception => ({
    ...{ type: 'holidays', which: name },
  }),
);

const all = map(
  seq(
    optional(word('les', 'le', 'aux', 'pendant les', 'on', 'the', 'on the')),
    word('jours feries', 'jour ferie', 'feries', 'public holidays', 'bank holidays', 'holidays'),
  ),
  (): Exception => ({ type: 'holidays', which: 'public' }),
);

/** When they are changes with the year and the place: no calendar tells, people do. */
const vacations = map(
  seq(
    optional(word('pendant', 'durant', 'lors de', 'during', 'in', 'over')),
    optional(word('les', 'des', 'the')),
    either(
      word('vacances', 'vacances scolaires', 'conges', 'school holidays', 'vacation', 'vacations'),
      word('summer holidays', 'christmas holidays', 'easter holidays', 'school vacation'),
      map(
        seq(
          word('vacances', 'conges'),
          word('de', 'd', 'de la', 'scolaires de', 'scolaires d'),
          word(
            'ete',
            'noel',
            'toussaint',
            'hiver',
            'printemps',
            'fevrier',
            'paques',
            'fin d annee',
          ),
        ),
        () => null,
      ),
    ),
  ),
  (): Exception => ({ type: 'holidays', which: 'vacations' }),
);
/** « During the holidays » is weeks, where « on holidays » is days. */
const during = map(
  word('during the holidays', 'during holidays', 'in the holidays'),
  (): Exception => ({
    ...{ type: 'holidays', which: 'vacations' },
  }),
);

/** « sauf les jours fériés », « sauf à Noël », « sauf pendant les vacances ». */
export const holidayException: Rule<Exception> = either(feast, all, vacations, during);
