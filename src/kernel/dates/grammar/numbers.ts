import { digits, either, longest, map, oneOf, optional, type Rule, seq, word } from './rule.js';
import { ORDINALS_EN, ORDINALS_FR, TEENS, TENS, UNITS } from './words.js';

/** A number in letters, from one to sixty-nine, French or English. */
export const letters: Rule<number> = longest(
  either(
    oneOf(UNITS),
    oneOf(TEENS),
    oneOf(TENS),
    map(seq(oneOf(TENS), optional(word('et')), oneOf(UNITS)), ([tens, , unit]) => tens + unit),
  ),
);

/** How many: from 1 to 999, so that no count leads beyond the calendar. */
export const count: Rule<number> = map(either(digits(1, 3), letters), (n) =>
  n > 0 ? n : undefined,
);

/** "1st", « 1er ». */
export const writtenOrdinal: Rule<number> = map(
  seq(digits(1, 2), word('er', 'st', 'nd', 'rd', 'th')),
  ([n]) => n,
);

/** The ordinals that are dates: « premier », "third", "twenty-first", "3rd". */
export const dayOrdinal: Rule<number> = longest(
  either(
    writtenOrdinal,
    oneOf({ premier: 1 }),
    oneOf(ORDINALS_EN),
    map(seq(oneOf(TENS), oneOf(ORDINALS_EN)), ([tens, unit]) =>
      unit < 10 ? tens + unit : undefined,
    ),
  ),
);

/** The ordinals that count weekdays in a month: « deuxième », « 3e », "second". */
export const ordinal: Rule<number> = either(
  dayOrdinal,
  oneOf(ORDINALS_FR),
  map(seq(digits(1, 2), word('e', 'eme', 'ere', 'nde')), ([n]) => n),
);
