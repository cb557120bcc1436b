import type { Localised } from '../../src/kernel/locale.js';
import * as agenda from '../agenda/words/index.js';
import * as decisions from '../decisions/words/index.js';
import * as ecc from '../ecc/words/index.js';
import * as mediation from '../mediation/words/index.js';
import * as veille from '../veille/words/index.js';
import * as wealth from '../wealth/words/index.js';
import { en } from './en.js';
import { createWords } from './engine.js';
import { fr } from './fr.js';

const french = {
  ...fr,
  ...ecc.fr,
  ...decisions.fr,
  ...agenda.fr,
  ...mediation.fr,
  ...veille.fr,
  ...wealth.fr,
};

/** Every sentence ECC can say. English has the keys of French, or this does not compile. */
export const catalogues: Localised<Readonly<Record<keyof typeof french, string>>> = {
  fr: french,
  en: {
    ...en,
    ...ecc.en,
    ...decisions.en,
    ...agenda.en,
    ...mediation.en,
    ...veille.en,
    ...wealth.en,
  },
};

export type Key = keyof typeof french;

export const { say, rich, has } = createWords<Key>(catalogues);
