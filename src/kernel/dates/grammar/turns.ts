import { map, oneOf, optional, type Rule, seq, word } from './rule.js';

/** The first or second time that clocks show an hour, the night they go back. */
export type Turn = 'first' | 'second';

/** « , heure d’été », "before the clocks change": only said of an hour that comes twice. */
export const turn: Rule<Turn> = map(
  seq(
    optional(word(',')),
    oneOf<Turn>({
      'heure d ete': 'first',
      'avant le changement d heure': 'first',
      'summer time': 'first',
      'before the clocks change': 'first',
      'heure d hiver': 'second',
      'apres le changement d heure': 'second',
      'winter time': 'second',
      'after the clocks change': 'second',
    }),
  ),
  ([, which]) => which,
);
