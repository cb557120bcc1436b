import { LOCALES } from '../../src/kernel/locale.js';
import { pseudonym } from '../../src/mediation/rules/pseudonyms.js';

const TRIES = 99;
const NAMES = LOCALES.flatMap((locale) =>
  Array.from({ length: TRIES }, (_, at) => pseudonym(locale, at / TRIES)),
);
/** Which one somebody is given is left to chance. */
const PSEUDONYMS = new RegExp(`\\b(?:${[...new Set(NAMES)].join('|')})\\b`, 'g');

/** As they are on a button: they are not seen. */
const IDS = /"(?:[\w-]{22}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"|"guest":"[\w-]{8}"/g;

/** What is the same to who reads it, as one. */
export const alike = (json: string): string =>
  json.replaceAll(IDS, '""').replaceAll(PSEUDONYMS, '(nom)');

/** What differs at each run: codes to type, private addresses, pseudonyms. */
export const steady = (text: string): string =>
  text
    .replaceAll(PSEUDONYMS, '(pseudonyme)')
    .replaceAll(/\b[A-Z2-9]{4}-[A-Z2-9]{6}\b/g, 'CODE-EXAMPLE')
    .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:80')
    .replaceAll(/apart-\d+/g, 'apart-1')
    .replaceAll(/(?<=veilles\/[a-z-]+-)[0-9a-f]{8}/g, 'xxxxxxxx')
    .replaceAll(/[\w-]{43}/g, (secret) => 'x'.repeat(secret.length))
    .replaceAll(/[\u00A0\u202F]/g, ' ');
