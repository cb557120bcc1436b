import { ecc as enEcc } from './en/ecc.js';
import { leaving as enLeaving } from './en/leaving.js';
import { ecc as frEcc } from './fr/ecc.js';
import { leaving as frLeaving } from './fr/leaving.js';

export const fr = { ...frEcc, ...frLeaving };

export const en: Readonly<Record<keyof typeof fr, string>> = { ...enEcc, ...enLeaving };
