import { optional, seq, word } from './rule.js';

/** Small words that people put before a day, and that change nothing to it. */
export const article = word('le', 'la', 'l', 'au', 'the', 'on', 'on the');

/** What may come before a whole moment: « avant le 3 », « d’ici à vendredi », "by friday". */
export const lead = optional(
  word(
    'avant',
    'jusqu',
    'jusqu a',
    'vers',
    'pour',
    'a',
    'd ici',
    'd ici a',
    'by',
    'before',
    'until',
    'till',
    'around',
    'about',
    'at',
    'for',
  ),
);

/** What may stand between a day and its hour: « demain, vers 18 h », 2026-12-03T18:00. */
export const link = seq(
  optional(word(',')),
  optional(word('avant', 'jusqu a', 'vers', 'a', 'at', 'by', 'before', 'until', 'around', 't')),
);

/** What may stand between an hour and its day: « 18 h, le 3 », "6 pm on friday". */
export const backLink = optional(word(','));
