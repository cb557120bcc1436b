import { either, map, optional, type Rule, seq, wholeReadings, word } from './grammar/rule.js';
import { tokenise } from './grammar/tokens.js';
import { calendarLong, minutesLong } from './grammar/when/length.js';

/**
 * A length of time, in minutes. `wholeDays` when it was said in days or weeks: then 1440 minutes
 * stand for each day, however long clocks make it. Months have no length: they are unknown.
 */
export interface Length {
  readonly minutes: number;
  readonly wholeDays: boolean;
}

export type LengthUnderstanding =
  | ({ readonly type: 'understood' } & Length)
  | { readonly type: 'ambiguous'; readonly candidates: readonly Length[] }
  | { readonly type: 'unknown' };

const lead = optional(word('pendant', 'durant', 'duree', 'duree de', 'environ', 'for', 'about'));

const anyLength: Rule<Length> = map(
  seq(
    lead,
    either<Length>(
      map(minutesLong, (minutes) => ({ minutes, wholeDays: false })),
      map(calendarLong, ({ days = 0, months = 0 }) =>
        months === 0 && days > 0 ? { minutes: days * 1440, wholeDays: true } : undefined,
      ),
    ),
  ),
  ([, length]) => length,
);

/** Reads « 1h30 », « une heure et demie », « 2 jours », "half an hour", "90 min", 1:30. */
export function understandLength({ text }: { readonly text: string }): LengthUnderstanding {
  const tokens = tokenise(text);
  const all = tokens ? wholeReadings(anyLength, tokens) : [];
  const candidates = [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
  const [first] = candidates;
  if (!first) return { type: 'unknown' };
  return candidates.length === 1
    ? { type: 'understood', ...first }
    : { type: 'ambiguous', candidates };
}
